"""What a referral asks, page by page. A draft may be saved half-filled: what is missing counts at sending."""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import CreatingForm, EditingForm, Form
from schakel.network.models import Capacity, Municipality, Professional
from schakel.people.forms import PartialDateField, TextField

from .rules import approaches_for

YES_NO = [("yes", _("Yes")), ("no", _("No"))]


class NeededToSend:
    """Asked, and may wait until sending."""

    def validate(self, value):
        if value not in self.empty_values:
            super().validate(value)


class DraftText(NeededToSend, TextField):
    pass


class DraftDate(NeededToSend, PartialDateField):
    pass


class DraftChoice(NeededToSend, forms.ChoiceField):
    pass


class DraftChoices(NeededToSend, forms.MultipleChoiceField):
    pass


class StartForm(CreatingForm):
    """The first page: which approach, in what capacity, and which colleague sees it as well."""

    regime = forms.ModelChoiceField(
        label=_("For which approach do you refer?"), queryset=None, widget=forms.RadioSelect, empty_label=None
    )
    capacity = forms.ModelChoiceField(
        label=_("In what capacity?"), queryset=None, widget=forms.RadioSelect, empty_label=None
    )
    municipality = forms.ModelChoiceField(queryset=None, required=False, widget=forms.HiddenInput)
    contact = forms.ModelChoiceField(
        label=_("Contact beside you"),
        queryset=None,
        required=False,
        empty_label=_("nobody"),
        help_text=_(
            "One colleague who sees and writes in this referral as well. Nobody else in your organisation does."
        ),
    )

    def __init__(self, *args, professional, municipality=None, **kwargs):
        super().__init__(*args, **kwargs)
        regimes = approaches_for(professional, municipality)
        self.fields["regime"].queryset = regimes
        self.fields["regime"].label_from_instance = (
            (lambda regime: f"{regime.name} · {regime.house}")
            if len({regime.house_id for regime in regimes}) > 1
            else str
        )
        self.fields["regime"].choice_hints = {str(regime.pk): regime.purpose for regime in regimes}
        self.fields["municipality"].queryset = Municipality.objects.present().filter(house__isnull=False)
        self.fields["municipality"].initial = municipality and municipality.pk
        self.fields["contact"].queryset = colleagues_of(professional)
        capacities = Capacity.objects.filter(organisation=professional.organisation_id).select_related("organisation")
        self.fields["capacity"].queryset = capacities
        if len(capacities) == 1:
            self.fields["capacity"].widget = forms.HiddenInput()
            self.fields["capacity"].initial = capacities[0].pk


class WhereForm(Form):
    """Where it is, which says which house it is for."""

    gemeente = forms.ModelChoiceField(
        label=_("In which municipality does this person live, or does it happen?"), queryset=None, required=False,
        empty_label=_("not known yet"),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        served = Municipality.objects.present().filter(house__isnull=False)
        self.fields["gemeente"].queryset = served.select_related("house")


class ContactForm(EditingForm):
    contact = forms.ModelChoiceField(label=_("Contact beside you"), queryset=None)

    def __init__(self, *args, professional, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contact"].queryset = colleagues_of(professional)


class ByCriterion(forms.Form):
    """For each numbered criterion whether it is met, and why."""

    def __init__(self, *args, regime, **kwargs):
        self.criteria = list(regime.criteria.all())
        self.base_fields = dict(self.base_fields)
        for criterion in self.criteria:
            self.base_fields |= self.fields_about(criterion)
        super().__init__(*args, **kwargs)

    def by_criterion(self):
        """The criteria with their two questions, for the template."""
        return [(one, self[f"met_{one.number}"], self[f"ground_{one.number}"]) for one in self.criteria]

    def read_criteria(self):
        return {one: (self._met(one), self.cleaned_data[f"ground_{one.number}"]) for one in self.criteria}


class AdditionForm(CreatingForm):
    text = TextField(label=_("What do you add?"))


class WithdrawForm(Form):
    reason = TextField(label=_("Why do you withdraw it?"), rows=4)


def colleagues_of(professional):
    return Professional.objects.filter(organisation=professional.organisation_id).exclude(pk=professional.pk)
