from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import Form
from schakel.network.models import House


class SheetForm(Form):
    """Which sheet, and for which house."""

    house = forms.ModelChoiceField(None, label=_("House"))
    file = forms.FileField(
        label=_("Sheet with running cases"), help_text=_("A file that ends in .ods, .xlsx or .csv; at most 200 cases.")
    )

    def __init__(self, *args, houses, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["house"].queryset = House.objects.filter(pk__in=houses).order_by("name")
        if len(houses) == 1:
            self.fields["house"].initial = houses[0]


class ConfirmForm(Form):
    """What was looked at, brought back to be made."""

    house = forms.ModelChoiceField(None, widget=forms.HiddenInput)
    cells = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, houses, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["house"].queryset = House.objects.filter(pk__in=houses)
