"""What the pages of the course of a case ask: lead, hand-over, links, disclosures, notes."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import CreatingForm, DayField, Form
from schakel.people.forms import LineField, TextField

from .forms import LONGEST, by_id, choices, person_choices
from .models import CaseLink, Disclosure, Handover, LeadAnswer
from .rules_course import LONGEST_HANDOVER


class OfferLeadForm(CreatingForm):
    seat = forms.ChoiceField(label=_("Organisation"))
    reason = TextField(rows=4, max_length=LONGEST, label=_("Why this organisation?"))

    def __init__(self, *args, seats, **kwargs):
        super().__init__(*args, **kwargs)
        self.seats = by_id(seats)
        named = [(key, str(seat.capacity)) for key, seat in self.seats.items()]
        self.fields["seat"].choices = [("", _("Choose an organisation")), *named]

    def read(self):
        return {"seat": self.seats[self.cleaned_data["seat"]], "reason": self.cleaned_data["reason"]}


class AnswerLeadForm(Form):
    """Yes and who, or no and why; `words` is False for who holds no key of the case."""

    accepted = forms.ChoiceField(
        label=_("Does your organisation take the lead?"), widget=forms.RadioSelect,
        choices=[("yes", _("Yes, we take it")), ("no", _("No"))],
    )  # fmt: skip
    lead_professional = forms.ChoiceField(label=_("Who leads on the content?"), required=False)
    ground = forms.ChoiceField(
        label=_("If not, why not?"), required=False, choices=[("", _("Choose a reason")), *LeadAnswer.Ground.choices]
    )
    reason = TextField(rows=3, max_length=LONGEST, label=_("Explanation"), required=False)

    def __init__(self, *args, colleagues, words=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.colleagues = by_id(colleagues)
        self.fields["lead_professional"].choices = [("", _("Choose a colleague")), *choices(colleagues)]
        if not words:
            del self.fields["reason"]

    def clean(self):
        values = super().clean()
        if values.get("accepted") == "yes" and not values.get("lead_professional"):
            self.add_error("lead_professional", _("Say which colleague leads."))
        if values.get("accepted") == "no" and not values.get("ground"):
            self.add_error("ground", _("Say why not."))
        return values

    @property
    def is_yes(self):
        return self.cleaned_data["accepted"] == "yes"

    def read(self):
        if self.is_yes:
            return {"lead_professional": self.colleagues[self.cleaned_data["lead_professional"]]}
        return {"ground": self.cleaned_data["ground"], "reason": self.cleaned_data.get("reason", "")}


class ReasonForm(Form):
    reason = TextField(rows=4, max_length=LONGEST, label=_("Why?"))


class HandOverForm(CreatingForm):
    """From whom, to whom, why; which ones, only when they are one's own."""

    giver = forms.ChoiceField(label=_("From"))
    taker = forms.ChoiceField(label=_("To"))
    reason = forms.ChoiceField(label=_("Reason"), choices=[("", _("Choose a reason")), *Handover.Reason.choices])
    cases = forms.MultipleChoiceField(
        label=_("Which cases"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Tick none to hand over all of them."),
    )  # fmt: skip

    def __init__(self, *args, givers, takers, cases, **kwargs):
        super().__init__(*args, **kwargs)
        self.people, self.own = by_id([*givers, *takers]), by_id(cases)
        self.fields["giver"].choices = choices(givers)
        self.fields["taker"].choices = [("", _("Choose a colleague")), *choices(takers)]
        self.fields["cases"].choices = [(key, case.number) for key, case in self.own.items()]
        if not cases:
            del self.fields["cases"]

    def read(self):
        values = self.cleaned_data
        chosen = [self.own[one] for one in values.get("cases", [])]
        people = {name: self.people[values[name]] for name in ("giver", "taker")}
        return people | {"reason": values["reason"], "cases": chosen or None, "key": values["once"]}


class OfferCaseForm(CreatingForm):
    to_house = forms.ChoiceField(label=_("To which house"))
    reason = TextField(
        rows=4,
        max_length=LONGEST,
        label=_("Why?"),
        help_text=_("For the circle of this case; the other house does not read it."),
    )
    text = LineField(
        label=_("What may the other house know before it accepts?"), max_length=300,
        help_text=_("No names, nothing of the case: only why you ask them."),
    )  # fmt: skip
    handover_days = forms.IntegerField(
        label=_("For how many days does your house still take part?"),
        min_value=0,
        max_value=LONGEST_HANDOVER,
        initial=14,
    )

    def __init__(self, *args, houses, **kwargs):
        super().__init__(*args, **kwargs)
        self.houses = by_id(houses)
        self.fields["to_house"].choices = [("", _("Choose a house")), *choices(houses)]

    def read(self):
        values = {name: self.cleaned_data[name] for name in ("reason", "text", "handover_days")}
        return values | {"to_house": self.houses[self.cleaned_data["to_house"]], "key": self.cleaned_data["once"]}


class AnswerHouseForm(Form):
    accepted = forms.ChoiceField(
        label=_("Does your house take this case over?"), widget=forms.RadioSelect,
        choices=[("yes", _("Yes, we take it")), ("no", _("No"))],
    )  # fmt: skip
    director = forms.ChoiceField(label=_("Who directs the process?"), required=False)
    reason = LineField(label=_("If not, why not?"), max_length=300, required=False)

    def __init__(self, *args, directors, **kwargs):
        super().__init__(*args, **kwargs)
        self.directors = by_id(directors)
        self.fields["director"].choices = [("", _("Choose a colleague")), *choices(directors)]

    def clean(self):
        values = super().clean()
        if values.get("accepted") == "yes" and not values.get("director"):
            self.add_error("director", _("Say who directs."))
        if values.get("accepted") == "no" and not values.get("reason"):
            self.add_error("reason", _("Say why not."))
        return values

    @property
    def is_yes(self):
        return self.cleaned_data["accepted"] == "yes"

    def read(self):
        if self.is_yes:
            return {"director": self.directors[self.cleaned_data["director"]]}
        return {"reason": self.cleaned_data["reason"]}


class LinkForm(CreatingForm):
    other = forms.ChoiceField(label=_("Which case"), help_text=_("Only cases in which you take part yourself."))
    kind = forms.ChoiceField(label=_("How are they related?"), choices=CaseLink.Kind, widget=forms.RadioSelect)
    reason = TextField(rows=3, max_length=LONGEST, label=_("Why is it necessary to link them?"))

    def __init__(self, *args, cases, **kwargs):
        super().__init__(*args, **kwargs)
        self.others = by_id(cases)
        named = [(key, case.number) for key, case in self.others.items()]
        self.fields["other"].choices = [("", _("Choose a case")), *named]

    def read(self):
        values = {name: self.cleaned_data[name] for name in ("kind", "reason")}
        return values | {"other": self.others[self.cleaned_data["other"]], "key": self.cleaned_data["once"]}


class AboutForm(CreatingForm):
    """About whom something is: persons of the case, or nobody ticked for the situation as a whole."""

    people = forms.MultipleChoiceField(
        label=_("About whom"), widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_("Tick nobody for the situation as a whole."),
    )  # fmt: skip

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.persons = by_id(people)
        self.fields["people"].choices = person_choices(people)
        if not people:
            del self.fields["people"]

    def read(self):
        rest = {name: value for name, value in self.cleaned_data.items() if name not in ("once", "people")}
        people = [self.persons[one] for one in self.cleaned_data.get("people", [])]
        return rest | {"people": people, "key": self.cleaned_data["once"]}


class DisclosureForm(AboutForm):
    """What left the circle, or was refused."""

    outcome = forms.ChoiceField(label=_("Given or refused"), choices=Disclosure.Outcome, widget=forms.RadioSelect)
    recipient = LineField(label=_("To whom"), max_length=200)
    ground = TextField(rows=3, max_length=LONGEST, label=_("On which ground"))
    purpose = TextField(rows=3, max_length=LONGEST, label=_("For which purpose"))
    content = TextField(rows=5, max_length=LONGEST, label=_("What was given, or asked for"))
    decided_by = LineField(label=_("Who decided"), max_length=200)
    decided_on = DayField(label=_("Decided on"))
    to_regime = forms.ChoiceField(
        label=_("For a new case under another kind of approach"), required=False,
        help_text=_("Only when the case goes on under another kind of approach; that is tested anew."),
    )  # fmt: skip
    field_order = ["outcome", "recipient", "people", "ground", "purpose", "content", "decided_by", "decided_on"]

    def __init__(self, *args, regimes, **kwargs):
        super().__init__(*args, **kwargs)
        self.regimes = by_id(regimes)
        self.fields["to_regime"].choices = [("", _("Not for another kind of approach")), *choices(regimes)]

    def clean_decided_on(self):
        day = self.cleaned_data["decided_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day has yet to come; a decision is recorded when it was taken."))
        return day

    def read(self):
        values = super().read()
        return values | {"to_regime": self.regimes.get(values["to_regime"])}


class NoteForm(AboutForm):
    text = TextField(
        rows=4, max_length=LONGEST, label=_("Note"), help_text=_("Only who runs this case for the house reads it.")
    )
    call_back_on = DayField(label=_("Call back on"), required=False)
    field_order = ["text", "people", "call_back_on"]
