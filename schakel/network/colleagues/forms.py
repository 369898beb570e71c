"""What the pages over colleagues ask."""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import CreatingForm, DayField, Form

from ..models import Appointment

ROLES = [choice for choice in Appointment.Role.choices if choice[0] != Appointment.Role.CONTACT]


class ColleagueFields(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    function = forms.CharField(label=_("Function"), max_length=120)
    phone = forms.CharField(
        label=_("Telephone"), max_length=30, required=False,
        widget=forms.TextInput({"autocomplete": "off", "inputmode": "tel"}),
    )  # fmt: skip
    email = forms.EmailField(label=_("E-mail address"), max_length=120, required=False)


class AddColleagueForm(ColleagueFields, CreatingForm):
    """Somebody who works for the organisation."""


class ChangeColleagueForm(ColleagueFields, Form):
    """What somebody is and how to reach them."""


class LastDayForm(Form):
    """Until when."""

    last_day = DayField(label=_("Last day"), required=False, help_text=_("Empty is at once."))


class PeriodForm(CreatingForm):
    since = DayField(label=_("From this day"), required=False, help_text=_("Empty is from today."))
    until = DayField(label=_("Until and including"), required=False, help_text=_("Empty is until it is ended."))


class MandateForm(PeriodForm):
    """For which kind of approach a colleague may sit in cases."""

    regime = forms.ModelChoiceField(None, label=_("Kind of approach"))
    field_order = ["regime", "since", "until"]

    def __init__(self, *args, regimes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["regime"].queryset = regimes
        self.fields["regime"].label_from_instance = lambda regime: f"{regime.name} ({regime.house})"


class RoleForm(PeriodForm):
    """What somebody does for the house."""

    house = forms.ModelChoiceField(None, label=_("House"))
    role = forms.ChoiceField(label=_("Role"), choices=ROLES)
    field_order = ["house", "role", "since", "until"]

    def __init__(self, *args, houses, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["house"].queryset = houses
        if len(houses) == 1:
            self.fields["house"].initial = houses[0]
