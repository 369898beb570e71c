"""What the pages of a case ask."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import CreatingForm, DayField, EditingForm, Form
from schakel.people.forms import ChangedPersonForm, LineField, TextField
from schakel.people.showing import display_name

from .faces import describe
from .models import Seat

LONGEST = 5000  # characters


class PeriodFields(forms.Form):
    """From one day until another, both included."""

    starts_on = DayField(label=_("From this day"), required=False, help_text=_("Empty is from now on."))
    ends_on = DayField(label=_("Until and including"), required=False, help_text=_("Empty is until it is ended."))

    def clean(self):
        values = super().clean()
        start, end, today = values.get("starts_on"), values.get("ends_on"), timezone.localdate()
        if start and start < today:
            self.add_error("starts_on", _("This date is past; a period begins today at the earliest."))
        if end and end < max(start or today, today):
            self.add_error("ends_on", _("The end lies before the beginning."))
        return values


class SeatForm(PeriodFields, CreatingForm):
    """Who is needed in the circle, for whom and why."""

    capacity = forms.ChoiceField(label=_("Organisation"))
    role = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect, initial=Seat.Role.PARTICIPANT)
    people = forms.MultipleChoiceField(
        label=_("For whom"), widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_("Tick nobody for the whole case. From a seat for some persons one sees nothing about the others."),
    )  # fmt: skip
    why = TextField(
        rows=5,
        max_length=LONGEST,
        label=_("Why is this organisation necessary?"),
        help_text=_("Whom this is about can be read by who sees them."),
    )
    field_order = ["capacity", "role", "people", "why", "starts_on", "ends_on"]
    hints = {
        Seat.Role.PARTICIPANT: _("Contributes and makes agreements."),
        Seat.Role.ADVISER: _("Thinks along for some time; give an end date."),
    }

    def __init__(self, *args, capacities, people, area=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.capacities, self.persons = by_id(capacities), by_id(people)
        self.fields["capacity"].choices = [("", _("Choose an organisation")), *choices(capacities)]
        self.fields["role"].choices = [(role.value, role.label) for role in self.hints]
        self.fields["role"].choice_hints = self.hints
        self.fields["people"].choices = person_choices(people)
        if area:
            del self.fields["people"]

    def clean(self):
        values = super().clean()
        if values.get("role") == Seat.Role.ADVISER and not values.get("ends_on") and "ends_on" not in self.errors:
            self.add_error("ends_on", _("A seat for an adviser has an end date."))
        return values

    def read(self):
        values = {name: self.cleaned_data[name] for name in ("role", "why", "starts_on", "ends_on")}
        people = [self.persons[one] for one in self.cleaned_data.get("people", [])]
        return values | {"capacity": self.capacities[self.cleaned_data["capacity"]], "people": people}


class OccupantForm(PeriodFields, CreatingForm):
    """Which colleague takes part, or replaces somebody during leave or a shift."""

    professional = forms.ChoiceField(label=_("Colleague"))
    field_order = ["professional", "starts_on", "ends_on"]

    def __init__(self, *args, colleagues, **kwargs):
        super().__init__(*args, **kwargs)
        self.colleagues = by_id(colleagues)
        named = [(key, f"{somebody.name} · {somebody.function}") for key, somebody in self.colleagues.items()]
        self.fields["professional"].choices = [("", _("Choose a colleague")), *named]

    def read(self):
        period = {name: self.cleaned_data[name] for name in ("starts_on", "ends_on")}
        return period | {"professional": self.colleagues[self.cleaned_data["professional"]]}


class AddressForm(CreatingForm):
    """Where somebody lives now."""

    lines = LineField(label=_("Street and number"), max_length=300)
    postcode = LineField(label=_("Postcode"), required=False, max_length=10)
    place = LineField(label=_("Town"), required=False, max_length=120)

    def read(self):
        return {name: self.cleaned_data[name] for name in ("lines", "postcode", "place")}


class PersonCorrectionForm(ChangedPersonForm):
    """What was wrong about a person, with the reason; number and address have forms of their own."""

    reason = TextField(
        rows=5,
        max_length=LONGEST,
        label=_("What was wrong, and how do you know?"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("citizen_number", "lines", "postcode", "place"):
            del self.fields[name]

    def read_correction(self):
        return self.read_names() | {name: self.cleaned_data[name] for name in ("edition", "reason")}


class RecallForm(Form):
    reason = TextField(
        rows=5,
        max_length=LONGEST,
        label=_("Why do you recall this?"),
        help_text=_("Do not repeat what was wrong."),
    )


class HoldForm(CreatingForm):
    """Why nothing of a case is destroyed for the time being."""

    reason = TextField(
        rows=5,
        max_length=LONGEST,
        label=_("Why is destruction halted?"),
    )
    until = DayField(label=_("Until"), required=False, help_text=_("Empty is until it is ended."))

    def read(self):
        return {
            "key": self.cleaned_data["once"],
            "reason": self.cleaned_data["reason"],
            "until": self.cleaned_data["until"],
        }


class PhaseForm(EditingForm):
    phase = forms.CharField(max_length=12)


def by_id(things):
    return {str(thing.pk): thing for thing in things}


def choices(things):
    return [(str(thing.pk), str(thing)) for thing in things]


def person_choices(people):
    return [(str(person.pk), f"{display_name(person)} · {describe(person)}") for person in people]
