"""What the pages over partners ask."""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import CreatingForm, DayField, EditingForm, Form

from ..kinds import CHOICES
from ..models import Organisation, Partnership

LONGEST_REASON = 300
LONGEST = 2000  # characters of a text in a profile
PHONE = {"autocomplete": "off", "inputmode": "tel"}


class FilterForm(Form):
    """Which partners of which house; no names, so it stands in the address."""

    house = forms.ModelChoiceField(None, label=_("House"), required=False, empty_label=None)
    chain = forms.ChoiceField(label=_("Chain"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)

    def __init__(self, *args, houses, several, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["house"].queryset = houses
        self.fields["chain"].choices = [("", _("every chain")), *Organisation.Chain.choices]
        self.fields["kind"].choices = [("", _("every kind")), *kinds]
        if not several:
            del self.fields["house"]


class SearchForm(Form):
    """Words to look for; they may be somebody's name, so they stand in no address."""

    words = forms.CharField(
        label=_("Name of an organisation or a colleague"), min_length=2, max_length=80,
        widget=forms.TextInput({"autocomplete": "off", "type": "search"}),
    )  # fmt: skip


class ProfileForm(EditingForm):
    """What others may expect of a partner."""

    offers = forms.CharField(
        label=_("What may we expect?"), max_length=LONGEST, widget=forms.Textarea({"rows": 5}),
        help_text=_("What your organisation can supply and do in a case."),
    )  # fmt: skip
    call = forms.CharField(label=_("Whom do I call?"), max_length=200, required=False)
    phone = forms.CharField(
        label=_("Telephone"), max_length=30, required=False, widget=forms.TextInput(PHONE)
    )  # fmt: skip
    hours = forms.CharField(label=_("When?"), max_length=200, required=False)
    term = forms.CharField(label=_("Within what term does one hear?"), max_length=200, required=False)
    ground = forms.CharField(
        label=_("On which ground?"), max_length=LONGEST, required=False, widget=forms.Textarea({"rows": 3}),
        help_text=_("As your organisation itself says it; Schakel does not check it."),
    )  # fmt: skip


class OrganisationFields(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=CHOICES)
    chain = forms.ChoiceField(label=_("Chain"), choices=Organisation.Chain)


class OrganisationForm(OrganisationFields, CreatingForm):
    """A new structural partner."""

    short_name = forms.CharField(label=_("Short name"), max_length=60, help_text=_("As it stands in lists."))
    capacities = forms.CharField(
        label=_("Capacities"), required=False, widget=forms.Textarea({"rows": 2}), max_length=400,
        help_text=_("One on each line, for example mayor and executive. Empty: it takes part as itself."),
    )  # fmt: skip
    position = forms.ChoiceField(label=_("Takes part"), choices=Partnership.Position)
    field_order = ["name", "short_name", "kind", "chain", "capacities", "position"]

    def clean_capacities(self):
        return [line.strip()[:80] for line in self.cleaned_data["capacities"].splitlines() if line.strip()]


class ForACaseForm(OrganisationFields, CreatingForm):
    """An organisation for one case, and whom it sends."""

    person = forms.CharField(label=_("Who comes?"), max_length=120, help_text=_("Speaks for the organisation, too."))
    function = forms.CharField(label=_("Function"), max_length=120)
    phone = forms.CharField(
        label=_("Telephone"), max_length=30, required=False, widget=forms.TextInput(PHONE)
    )  # fmt: skip
    email = forms.EmailField(label=_("E-mail address"), max_length=120, required=False)


class PartnerForm(Form):
    """An organisation that is there already."""

    organisation = forms.ModelChoiceField(None, label=_("Organisation"))
    position = forms.ChoiceField(label=_("Takes part"), choices=Partnership.Position)

    def __init__(self, *args, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = organisations


class CovenantForm(CreatingForm):
    """What was signed."""

    regime = forms.ModelChoiceField(None, label=_("Kind of approach"))
    capacity = forms.ModelChoiceField(None, label=_("Capacity"))
    version = forms.CharField(label=_("Which text was signed?"), max_length=120, help_text=_("Name, year, version"))
    since = DayField(label=_("From this day"))
    until = DayField(label=_("Until and including"), required=False, help_text=_("Empty is until it is ended."))
    reason = forms.CharField(
        label=_("Why is it registered only now?"), max_length=LONGEST_REASON, required=False,
        help_text=_("When it begins or ends before today."),
    )  # fmt: skip

    def __init__(self, *args, regimes, capacities, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["regime"].queryset = regimes
        self.fields["capacity"].queryset = capacities


class EndForm(Form):
    """Until when, and why."""

    last_day = DayField(
        label=_("Last day"), required=False,
        help_text=_("Empty is at once. A day that is over already stays visible with the reason."),
    )  # fmt: skip
    why = forms.CharField(label=_("Why?"), max_length=LONGEST_REASON)
