from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import Form
from schakel.network.models import House

from .exchange.reading import LARGEST


class SourceForm(Form):
    """With which set-up one compares: that of another house, or a file."""

    other = forms.ModelChoiceField(None, label=_("Another house"), required=False, empty_label=_("no house: a file"))
    file = forms.FileField(label=_("File of a house"), required=False)
    written = forms.CharField(required=False, max_length=LARGEST, widget=forms.HiddenInput)

    def __init__(self, *args, house, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["other"].queryset = House.objects.exclude(pk=house.pk).order_by("name")

    def clean(self):
        values = super().clean()
        file = values.get("file")
        if file and file.size > 4 * LARGEST:
            raise ValidationError(gettext("This file is too large for the set-up of a house."))
        if file:
            try:
                values["written"] = file.read().decode("utf-8-sig")
            except UnicodeDecodeError:
                raise ValidationError(gettext("This is no set-up of a house: the file is no text.")) from None
        if not values.get("other") and not values.get("written") and not self.errors:
            raise ValidationError(gettext("Choose a house or a file."))
        return values
