"""What is asked about goals and agreements."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.cases.circle import Circle, about_of, people_in, professionals, sees
from schakel.conferences.forms import PeopleField
from schakel.conferences.frame_words import points_to_nobody
from schakel.design.forms import CreatingForm, DayField, EditingForm, Form
from schakel.design.parts.words import day
from schakel.network.workdays import add_workdays, is_workday, on_or_after
from schakel.people.forms import LineField, TextField
from schakel.people.models import Person

from .models import Goal
from .rules import may_stand_under

FURTHEST = timedelta(days=5 * 365)


class DueField(DayField):
    """A last day; working days are told, not forced."""

    def __init__(self, **kwargs):
        super().__init__(**{"label": _("Before"), "help_text": ""} | kwargs)

    def clean(self, value):
        due = super().clean(value)
        if due and due < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Choose today or a later day."))
        if due and due > timezone.localdate() + FURTHEST:
            raise forms.ValidationError(_("This is more than five years ahead. Is the year right?"))
        return due


def working_day_hint():
    """Days to go by: five and ten working days from now."""
    today = timezone.localdate()
    week, fortnight = (day(add_workdays(today, number), "full") for number in (5, 10))
    return _("Five working days from now is %(week)s, ten is %(fortnight)s.") % {"week": week, "fortnight": fortnight}


def not_a_working_day(due):
    """A remark about a last day on which nobody works; nothing when it is a working day."""
    if is_workday(due):
        return ""
    words = {"day": day(due, "full"), "next": day(on_or_after(due), "full")}
    return _("%(day)s is not a working day; the first one after it is %(next)s.") % words


class WithDomain(Form):
    """Words about one of the life domains of the kind of approach."""

    life_domain = forms.ChoiceField(label=_("Life domain"), required=False)
    text = TextField(
        label=_("Goal"), rows=3, max_length=1000,
        help_text=_("What will be different when it is reached? In words that the person may read."),
    )  # fmt: skip

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, **kwargs)
        domains = case.regime.life_domains
        self.fields["life_domain"].choices = [("", _("none in particular")), *((one, one) for one in domains)]


class GoalForm(CreatingForm, WithDomain):
    people = PeopleField(label=_("About whom"), help_text=_("Choose nobody when it is about the case as a whole."))
    field_order = ["life_domain", "text", "people"]

    def __init__(self, *args, case, **kwargs):
        super().__init__(*args, case=case, **kwargs)
        self.fields["people"].queryset = Person.objects.filter(file_id=case.pk)
        if not self.fields["people"].queryset:
            del self.fields["people"]


class RewordForm(EditingForm, WithDomain):
    field_order = ["life_domain", "text"]


class OutcomeForm(EditingForm):
    outcome = forms.ChoiceField(label=_("How it ended"), widget=forms.RadioSelect, choices=Goal.Outcome.choices)
    result = TextField(label=_("Result"), rows=3, max_length=2000, required=False)


class AgreementForm(CreatingForm):
    """What an organisation will do, and by when; the title stands in lists and points to nobody."""

    title = LineField(
        label=_("Short title"), max_length=80, help_text=_("Stands in lists: no names, numbers or dates of birth.")
    )
    text = TextField(
        label=_("Explanation"), rows=3, max_length=2000, required=False,
        help_text=_("Only who opens the file reads this."),
    )  # fmt: skip
    people = PeopleField(label=_("About whom"), help_text=_("Choose nobody when it is about the case as a whole."))
    goal = forms.ChoiceField(label=_("Under which goal"), required=False)
    seat = forms.ChoiceField(label=_("By which organisation"))
    owner = forms.ChoiceField(label=_("By whom"), required=False)
    due_on = DueField()
    own_decision = forms.BooleanField(
        label=_("Only this organisation can decide on this"), required=False,
        help_text=_("Then it is addressed on the date, not on the outcome."),
    )  # fmt: skip

    def __init__(self, *args, case, goals, circle=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.case, self.people = case, people_in(case)
        self.goals = {str(goal.pk): goal for goal in goals}
        self.seats = {str(seat.pk): seat for seat in circle or Circle(case)}
        self.sitting = {str(one.pk): one for seat in self.seats.values() for one in professionals(seat)}
        self.fields["people"].queryset = Person.objects.filter(file_id=case.pk)
        self.fields["goal"].choices = [("", _("no goal")), *((pk, _short(goal)) for pk, goal in self.goals.items())]
        self.fields["seat"].choices = [("", _("Choose …")), *((pk, _seat(seat)) for pk, seat in self.seats.items())]
        self.fields["owner"].choices = [("", _("whoever sits there")), *((pk, one) for pk, one in self.sitting.items())]
        self.fields["due_on"].help_text = working_day_hint()
        for name, there in (("people", self.people), ("goal", self.goals)):
            if not there:
                del self.fields[name]

    def clean_title(self):
        points_to_nobody(self.cleaned_data["title"], self.people)
        return self.cleaned_data["title"]

    def clean(self):
        given = super().clean()
        given["people"] = list(given.get("people") or ())
        given["goal"] = self.goals.get(given.get("goal") or "")
        given["seat"] = self.seats.get(given.get("seat"))
        given["owner"] = self.sitting.get(given.get("owner") or "")
        about = about_of(self.case, given["people"])
        self._about(given, about)
        return given

    def _about(self, given, about):
        """Whoever owns it sees whom it is about; whoever sees it sees its goal."""
        seat, owner = given["seat"], given["owner"]
        if seat and not sees(seat, about):
            self.add_error("seat", _("This organisation does not sit here for everybody this is about."))
        if seat and owner and owner not in professionals(seat):
            self.add_error("owner", _("This professional does not sit here for this organisation."))
        verdict = may_stand_under(self.case, given["goal"], about)
        if not verdict:
            self.add_error("goal", verdict.refusal)


def _seat(seat):
    """The organisation with who sits there: the house may have two seats."""
    return " – ".join([str(seat.capacity), *(str(somebody) for somebody in professionals(seat)[:2])])


def _short(goal):
    return goal.text if len(goal.text) < 80 else f"{goal.text[:79]}…"


class DeclineForm(CreatingForm):
    reason = TextField(
        label=_("Reason"), rows=3, max_length=1000,
        help_text=_("Why not, and what would be possible? Whoever sees this agreement reads it."),
    )  # fmt: skip


class ReportForm(CreatingForm):
    text = TextField(label=_("How it goes"), rows=3, max_length=2000)
    done = forms.BooleanField(label=_("The agreement is done"), required=False)


class DateForm(EditingForm):
    due_on = DueField(label=_("New last day"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["due_on"].help_text = working_day_hint()
