"""What the pages about the circle ask."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import CreatingForm, DayField, Form
from schakel.people.forms import LineField, TextField

from .forms import LONGEST, OccupantForm, PeriodFields, SeatForm, by_id, choices, person_choices
from .models import Seat

NUMBER = re.compile(r"[2-9A-HJ-NP-Z]{8}")


class NumberOfCaseField(LineField):
    """A number as it was heard: with or without the dash, in small letters or capitals."""

    def to_python(self, value):
        heard = re.sub(r"[\s-]", "", super().to_python(value) or "").upper()
        if not NUMBER.fullmatch(heard):
            raise forms.ValidationError(_("A case number has eight signs, such as K7ZM-4QTD."))
        return f"{heard[:4]}-{heard[4:]}"


class AskForSeatForm(CreatingForm):
    """In which case, for whom, and why."""

    number = NumberOfCaseField(
        label=_("Number of the case"), help_text=_("You heard it from a colleague, by telephone.")
    )
    house = forms.ChoiceField(label=_("House"))
    capacity = forms.ChoiceField(label=_("For which organisation"))
    why = TextField(
        rows=5, max_length=LONGEST, label=_("Why is your organisation needed?"),
        help_text=_("This is read by who directs the case, if there is one."),
    )  # fmt: skip

    def __init__(self, *args, houses, capacities, **kwargs):
        super().__init__(*args, **kwargs)
        self.things = by_id([*houses, *capacities])
        for name, found in (("house", houses), ("capacity", capacities)):
            self.fields[name].choices = choices(found) if len(found) == 1 else [("", _("Choose")), *choices(found)]

    def read(self):
        values = self.cleaned_data
        things = {name: self.things[values[name]] for name in ("house", "capacity")}
        return things | {"number": values["number"], "why": values["why"], "key": values["once"]}


class GrantForm(SeatForm):
    """The seat that is given for a request: everything but the organisation, which is known."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, capacities=[], **kwargs)
        del self.fields["capacity"]

    def read(self):
        values = {name: self.cleaned_data[name] for name in ("role", "why", "starts_on", "ends_on")}
        return values | {"people": [self.persons[one] for one in self.cleaned_data.get("people", [])]}


class AnswerForm(Form):
    answer = TextField(
        rows=4,
        max_length=LONGEST,
        label=_("Why not?"),
        help_text=_("Who asked reads this. Write nothing about persons."),
    )


class WhyForm(Form):
    why = TextField(rows=4, max_length=LONGEST, label=_("Why does it end?"))


class EndOfSeatForm(CreatingForm):
    """Until when a seat lasts from now on, and why."""

    ends_on = DayField(label=_("Until and including"))
    why = TextField(rows=4, max_length=LONGEST, label=_("Why?"))


class ProposalForm(CreatingForm):
    """Which organisation is needed, for whom and why."""

    capacity = forms.ChoiceField(label=_("Organisation"))
    people = forms.MultipleChoiceField(
        label=_("For whom"), widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_("Tick nobody for the whole case. From a seat for some persons one sees nothing about the others."),
    )  # fmt: skip
    why = TextField(rows=4, max_length=LONGEST, label=_("Why is this organisation necessary?"))

    def __init__(self, *args, capacities, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.capacities, self.persons = by_id(capacities), by_id(people)
        self.fields["capacity"].choices = [("", _("Choose an organisation")), *choices(capacities)]
        self.fields["people"].choices = person_choices(people)
        if not people:
            del self.fields["people"]

    def read(self):
        values = self.cleaned_data
        people = [self.persons[one] for one in values.get("people", [])]
        return {"capacity": self.capacities[values["capacity"]], "why": values["why"], "key": values["once"]}, people


class LockForm(CreatingForm):
    """Who is kept out, and why; who does not direct says it of themselves only."""

    professional = forms.ChoiceField(label=_("Who"))
    reason = TextField(
        rows=4, max_length=LONGEST, label=_("What is the conflict of interest?"),
        help_text=_("Only who directs the case reads this."),
    )  # fmt: skip

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = by_id(people)
        named = [
            (key, f"{somebody.name} · {somebody.organisation.short_name}") for key, somebody in self.people.items()
        ]
        self.fields["professional"].choices = named if len(named) == 1 else [("", _("Choose a colleague")), *named]

    def read(self):
        values = self.cleaned_data
        return {
            "professional": self.people[values["professional"]],
            "reason": values["reason"],
            "key": values["once"],
        }


class GiveBackForm(Form):
    """Why an organisation gives its seat back; never in own words, which would stand in no file."""

    because = forms.ChoiceField(label=_("Why?"), widget=forms.RadioSelect)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        known = [(one.value, str(one.label).capitalize()) for one in Seat.Because if one != Seat.Because.LEFT]
        self.fields["because"].choices = known


class AbsenceForm(PeriodFields, CreatingForm):
    """Who is away, from and until, and who replaces them."""

    absent = forms.ChoiceField(label=_("Who is away"))
    replacement = forms.ChoiceField(label=_("Who replaces"))
    field_order = ["absent", "replacement", "starts_on", "ends_on"]

    def __init__(self, *args, absent, replacements, **kwargs):
        super().__init__(*args, **kwargs)
        self.people = by_id([*absent, *replacements])
        for name, found in (("absent", absent), ("replacement", replacements)):
            named = [(str(one.pk), f"{one.name} · {one.function}") for one in found]
            self.fields[name].choices = named if len(named) == 1 else [("", _("Choose a colleague")), *named]
        self.fields["ends_on"].required = True
        self.fields["ends_on"].help_text = _("The last day of the absence.")

    def read(self):
        values = {name: self.cleaned_data[name] for name in ("starts_on", "ends_on")}
        return values | {
            "professional": self.people[self.cleaned_data["absent"]],
            "replacement": self.people[self.cleaned_data["replacement"]],
            "key": self.cleaned_data["once"],
        }


class PairForm(CreatingForm):
    """A colleague and another one: who always replaces, or who goes on after somebody leaves."""

    colleague = forms.ChoiceField(label=_("Colleague"))
    other = forms.ChoiceField(label=_("Who replaces"))

    def __init__(self, *args, colleagues, other_label=None, other_required=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.colleagues = by_id(colleagues)
        named = [(key, f"{somebody.name} · {somebody.function}") for key, somebody in self.colleagues.items()]
        for name in ("colleague", "other"):
            self.fields[name].choices = [("", _("Choose a colleague")), *named]
        self.fields["other"].required = other_required
        if other_label:
            self.fields["other"].label = other_label

    def read(self):
        return self.colleagues[self.cleaned_data["colleague"]], self.colleagues.get(self.cleaned_data["other"])


__all__ = [
    "AbsenceForm", "AnswerForm", "AskForSeatForm", "EndOfSeatForm", "GiveBackForm", "GrantForm", "LockForm",
    "OccupantForm", "PairForm", "ProposalForm", "WhyForm",
]  # fmt: skip
