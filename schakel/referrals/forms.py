"""What a referral asks, page by page. A draft may be saved half-filled: what is missing counts at sending."""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import CreatingForm, EditingForm, Form
from schakel.network.models import Capacity, Professional
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


class DraftChoice(NeededToSend, forms.ChoiceField):
    pass


class StartForm(CreatingForm):
    """The first page: which approach, in what capacity, and which colleague sees it as well."""

    regime = forms.ModelChoiceField(
        label=_("For which approach do you refer?"), queryset=None, widget=forms.RadioSelect, empty_label=None
    )
    capacity = forms.ModelChoiceField(
        label=_("In what capacity?"), queryset=None, widget=forms.RadioSelect, empty_label=None
    )
    contact = forms.ModelChoiceField(
        label=_("Contact beside you"),
        queryset=None,
        required=False,
        empty_label=_("nobody"),
        help_text=_(
            "One colleague who sees and writes in this referral as well. Nobody else in your organisation does."
        ),
    )

    def __init__(self, *args, professional, **kwargs):
        super().__init__(*args, **kwargs)
        regimes = approaches_for(professional)
        self.fields["regime"].queryset = regimes
        self.fields["regime"].choice_hints = {str(regime.pk): regime.purpose for regime in regimes}
        self.fields["contact"].queryset = colleagues_of(professional)
        capacities = Capacity.objects.filter(organisation=professional.organisation_id).select_related("organisation")
        self.fields["capacity"].queryset = capacities
        if len(capacities) == 1:
            self.fields["capacity"].widget = forms.HiddenInput()
            self.fields["capacity"].initial = capacities[0].pk


class ContactForm(EditingForm):
    contact = forms.ModelChoiceField(label=_("Contact beside you"), queryset=None)

    def __init__(self, *args, professional, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contact"].queryset = colleagues_of(professional)


class WhatForm(EditingForm):
    """What happens, what was tried, and what should be reached."""

    theme = DraftChoice(label=_("Theme"))
    since = PartialDateField(label=_("Since when"), help_text=_("As far as it is known, for example 2024 or 11-2025"))
    happened = DraftText(label=_("What happens?"), help_text=_("Facts and estimates, and whose they are."))
    tried = DraftText(label=_("What was tried in your own chain, and why was it not enough?"))
    goal = DraftText(label=_("What do you want to reach together?"), rows=4)
    views = TextField(label=_("How do the professionals see it who are involved already?"), rows=4, required=False)
    urgent = forms.BooleanField(
        label=_("This cannot wait"), required=False, help_text=_("The triage then answers on the same working day.")
    )

    def __init__(self, *args, regime, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = [("", _("Choose a theme")), *((theme, theme) for theme in regime.themes)]


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


class CriteriaForm(ByCriterion, EditingForm):
    """The referrer's grounds."""

    def fields_about(self, criterion):
        return {
            f"met_{criterion.number}": forms.BooleanField(label=_("This is the case here"), required=False),
            f"ground_{criterion.number}": DraftText(label=_("Why?"), rows=3),
        }

    def _met(self, criterion):
        return self.cleaned_data[f"met_{criterion.number}"]


class AdditionForm(CreatingForm):
    text = TextField(label=_("What do you add?"))


class WithdrawForm(Form):
    reason = TextField(label=_("Why do you withdraw it?"), rows=4)


def colleagues_of(professional):
    return Professional.objects.filter(organisation=professional.organisation_id).exclude(pk=professional.pk)
