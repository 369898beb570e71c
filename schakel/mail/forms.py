from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import Form
from schakel.network.models import Weekday


class DaysForm(Form):
    """On which working days the mail comes."""

    days = forms.TypedMultipleChoiceField(
        label=_("On which days do you want a mail when something is ready?"), choices=Weekday, coerce=int,
        required=False, widget=forms.CheckboxSelectMultiple, help_text=_("Choose no day to get no mail at all."),
    )  # fmt: skip
