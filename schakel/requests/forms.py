"""What is asked when one asks."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.cases.forms import LONGEST, by_id, choices, person_choices
from schakel.design.forms import CreatingForm, DayField
from schakel.people.forms import TextField

from .models import InformationRequest

SITUATION = "situation"


class RequestForm(CreatingForm):
    """One question to one or several organisations: each gets its own, and sees no other."""

    capacities = forms.MultipleChoiceField(
        label=_("To whom"), widget=forms.CheckboxSelectMultiple,
        help_text=_("Each organisation gets its own question, and does not see who else is asked."),
    )  # fmt: skip
    about = forms.MultipleChoiceField(label=_("About whom"), widget=forms.CheckboxSelectMultiple)
    kind = forms.ChoiceField(
        label=_("What do you ask?"), choices=InformationRequest.Kind, widget=forms.RadioSelect,
        initial=InformationRequest.Kind.KNOWN,
    )  # fmt: skip
    question = TextField(
        rows=4, max_length=LONGEST, label=_("Your question"),
        help_text=_("What do you need to know for the goal of this case, and why from this organisation?"),
    )  # fmt: skip
    due_on = DayField(label=_("Answer before or on"))

    def __init__(self, *args, case, circle, whole, **kwargs):
        super().__init__(*args, **kwargs)
        self.circle = circle
        self.persons = by_id([] if case.is_area else circle.persons)
        self.seated = by_id(sorted({seat.capacity for seat in circle} - {case.house.capacity}, key=str))
        self.fields["capacities"].choices = choices(self.seated.values())
        situation = [(SITUATION, _("the situation as a whole"))] if whole else []
        self.fields["about"].choices = about = person_choices(self.persons.values()) + situation
        if len(about) == 1:
            self.fields["about"].initial = [about[0][0]]

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This date is past; choose a day on which the answer can be there."))
        return day

    def clean(self):
        values = super().clean()
        about = values.get("about", [])
        if SITUATION in about and len(about) > 1:
            self.add_error("about", _("Choose persons or the situation, not both."))
        people = {person.pk for person in self.people}
        for one in values.get("capacities", []):
            if not self.circle.sees(self.seated[one].pk, people):
                words = _("{organisation} takes no part for everybody this is about.")
                self.add_error("capacities", words.format(organisation=self.seated[one]))
        return values

    @property
    def people(self):
        return [self.persons[one] for one in self.cleaned_data.get("about", []) if one in self.persons]

    def read(self):
        """What the act takes, beside the organisation."""
        return {name: self.cleaned_data[name] for name in ("kind", "question", "due_on")} | {"people": self.people}

    @property
    def asked(self):
        return [self.seated[one] for one in self.cleaned_data["capacities"]]
