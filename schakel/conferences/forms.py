"""What is asked about a conference."""

from datetime import UTC, datetime, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.cases.circle import Circle, about_of, people_in, professionals, seats_that_see, sits
from schakel.design.forms import ClockField, CreatingForm, DayField, EditingForm, Form
from schakel.network.models import Capacity, Professional
from schakel.people.forms import LineField, TextField
from schakel.people.models import Person
from schakel.people.showing import display_name

from .frame_words import points_to_nobody
from .models import Attendance

FURTHEST = timedelta(days=730)


def local_moment(day, clock):
    """A moment as the clock on the wall shows it, in Europe/Amsterdam; refuses an hour that is skipped in spring."""
    zone = timezone.get_default_timezone()
    moment = datetime.combine(day, clock, tzinfo=zone)
    if moment.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != moment.replace(tzinfo=None):
        raise ValidationError(
            _("The clock goes forward in this night, so this time is not there. Choose one before 2.00 or from 3.00."),
            code="skipped",
        )
    return moment


class PeopleField(forms.ModelMultipleChoiceField):
    """Some of the persons of an opened case, as far as I see them."""

    def __init__(self, **kwargs):
        super().__init__(Person.objects.none(), widget=forms.CheckboxSelectMultiple, required=False, **kwargs)

    def label_from_instance(self, person):
        return display_name(person)


class WhenAndWhere(Form):
    """The moment and the place; both stand in lists."""

    laid_out = "conferences/when_and_where.html"

    day = DayField(label=_("Day"))
    clock = ClockField(label=_("Time"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=5, max_value=480, initial=30)
    place = LineField(
        label=_("Place or link"), max_length=120, help_text=_("Stands in lists and invitations: no names of persons.")
    )
    question = TextField(
        label=_("Question"), rows=3, max_length=1000,
        help_text=_("What does the table have to answer? Only who opens the file reads this."),
    )  # fmt: skip

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        self.case, self.people = case, people_in(case)
        self.fields["minutes"].widget.attrs["class"] = "utrecht-textbox utrecht-textbox--html-input input--short"

    def clean_place(self):
        points_to_nobody(self.cleaned_data["place"], self.people)
        return self.cleaned_data["place"]

    def clean(self):
        given = super().clean()
        if given.get("day") and given.get("clock"):
            try:
                given["starts_at"] = self._moment(given["day"], given["clock"])
            except ValidationError as error:
                self.add_error("clock" if error.code == "skipped" else "day", error)
        return given

    def _moment(self, day, clock):
        moment, now = local_moment(day, clock), timezone.now()
        if day < timezone.localdate():
            raise ValidationError(_("This day is over. Choose today or a later day."))
        if moment > now + FURTHEST:
            raise ValidationError(_("This is more than two years ahead. Is the year right?"))
        return moment


class ConveneForm(CreatingForm, WhenAndWhere):
    """A new conference about a case."""

    table_name = LineField(
        label=_("Table"), max_length=80, required=False, help_text=_("For example: Casustafel volwassenen")
    )
    chair = forms.ModelChoiceField(Professional.objects.none(), label=_("Chair"), empty_label=None)
    people = PeopleField(
        label=_("About whom"),
        help_text=_("Choose nobody when it is about the case as a whole. Only who sees these persons is invited."),
    )
    field_order = ["question", "people", "day", "clock", "minutes", "place", "table_name", "chair"]

    def __init__(self, *args, case, by, **kwargs):
        super().__init__(*args, case=case, **kwargs)
        self.circle = Circle(case)
        sitting = {somebody.pk for somebody in self.circle.professionals()}
        self.fields["chair"].queryset = Professional.objects.filter(pk__in=sitting)
        self.fields["chair"].initial = by.pk
        self.fields["people"].queryset = Person.objects.filter(file_id=case.pk)
        if not self.people:
            del self.fields["people"]

    def clean_table_name(self):
        points_to_nobody(self.cleaned_data["table_name"], self.people)
        return self.cleaned_data["table_name"]

    def clean(self):
        given = super().clean()
        about = about_of(self.case, given.get("people") or ())
        if given.get("chair") and not sits(given["chair"], seats_that_see(self.case, about, self.circle)):
            self.add_error("chair", _("This professional does not see what the conference is about."))
        return given


class MoveForm(EditingForm, WhenAndWhere):
    """Another moment, place or question."""

    field_order = ["question", "day", "clock", "minutes", "place"]


class ConclusionForm(CreatingForm):
    text = TextField(
        label=_("Conclusion"), rows=2, max_length=2000,
        help_text=_("What the table concludes, in words that the person may read."),
    )  # fmt: skip


class DecisionForm(CreatingForm):
    """What somebody decides in their own capacity; or will decide, before a date."""

    capacity = forms.ModelChoiceField(Capacity.objects.none(), label=_("Decision by"))
    text = TextField(label=_("What is decided"), rows=3, max_length=2000)
    ground = LineField(label=_("Ground"), max_length=120, required=False, help_text=_("For example: Wmo 2015"))
    decided_on = DayField(label=_("Decided on"), required=False)
    due_on = DayField(label=_("Or: will decide before"), required=False)

    def __init__(self, *args, capacities, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["capacity"].queryset = Capacity.objects.filter(pk__in=capacities).select_related("organisation")

    def clean(self):
        given = super().clean()
        if given.get("decided_on") and given["decided_on"] > timezone.localdate():
            self.add_error("decided_on", _("This day has yet to come; use the other field."))
        if not (given.get("decided_on") or given.get("due_on") or self.errors):
            self.add_error("decided_on", _("When was it decided, or before when will it be?"))
        return given


class AttendanceForm(CreatingForm):
    """How one organisation, or one professional of it, was there; times are those of the day of the conference."""

    how = forms.ChoiceField(label=_("How"), required=False, choices=[("", "–"), *Attendance.How.choices])
    from_at = ClockField(label=_("From"), required=False, help_text="")
    until_at = ClockField(label=_("Until"), required=False, help_text="")

    def __init__(self, *args, conference, **kwargs):
        super().__init__(*args, **kwargs)
        self.conference = conference
        for name in ("from_at", "until_at"):
            self.fields[name].widget.attrs["size"] = 6

    def clean(self):
        given = super().clean()
        there = given.get("how") in (Attendance.How.ROOM, Attendance.How.SCREEN)
        if there and not self.conference.started_at:
            self.add_error("how", _("The conference has not begun yet."))
        for field in ("from_at", "until_at"):
            given[field] = self._moment(field, given.get(field)) if there else None
        since = given["from_at"] or self.conference.started_at
        if given["until_at"] and since and given["until_at"] < since:
            self.add_error("until_at", _("Nobody leaves before they came."))
        return given

    def _moment(self, field, clock):
        if not clock or not self.conference.started_at:
            return None
        try:
            moment = local_moment(timezone.localdate(self.conference.started_at), clock)
        except ValidationError as error:
            return self.add_error(field, error)
        if moment > timezone.now():
            return self.add_error(field, _("This time has yet to come."))
        latest = self.conference.ended_at or moment
        return min(max(moment, self.conference.started_at), latest)

    @property
    def says_something(self):
        """Whether more was filled in than stood there."""
        return bool(self.is_bound and self.data.get(self.add_prefix("how")) and set(self.changed_data) - {"once"})


class SomebodyElseForm(AttendanceForm):
    """Somebody without an account, who came for an organisation with a seat."""

    capacity = forms.ModelChoiceField(Capacity.objects.none(), label=_("Organisation"), required=False, empty_label="–")
    name = LineField(label=_("Name"), max_length=120, required=False)
    field_order = ["capacity", "name", "how", "from_at", "until_at"]

    def __init__(self, *args, capacities, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["capacity"].queryset = Capacity.objects.filter(pk__in=capacities).select_related("organisation")

    def clean(self):
        given = super().clean()
        if given.get("how") and not given.get("capacity"):
            self.add_error("capacity", _("For which organisation?"))
        if given.get("how") and not given.get("name"):
            self.add_error("name", _("Who was there? Fill in the name."))
        return given


def attendance_rows(conference, circle, recorded, data=None):
    """One form for every professional who is invited, and for every seat where nobody sits; as last recorded."""
    last = {(row.capacity_id, row.professional_id): row for row in reversed(recorded) if not row.name}
    rows = []
    for seat in seats_that_see(conference.case, conference.about, circle):
        for somebody in professionals(seat) or [None]:
            before = last.get((seat.capacity_id, somebody and somebody.pk))
            prefix = f"{seat.pk}-{somebody.pk if somebody else 'leeg'}"
            form = AttendanceForm(data, conference=conference, prefix=prefix, initial=_as_typed(before))
            rows.append({"seat": seat, "professional": somebody, "form": form, "last": before})
    return rows


def _as_typed(row):
    if row is None:
        return {}
    return {
        "how": row.how,
        "from_at": row.from_at and timezone.localtime(row.from_at).time().replace(second=0, microsecond=0),
        "until_at": row.until_at and timezone.localtime(row.until_at).time().replace(second=0, microsecond=0),
    }
