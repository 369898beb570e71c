from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import CreatingForm, Form

from .rules import may_be_called

HINT = _("A short label for yourself. No names of persons.")


class NameFields(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=40, help_text=HINT)

    def clean_name(self):
        verdict = may_be_called(self.cleaned_data["name"])
        if not verdict:
            raise forms.ValidationError(verdict.refusal)
        return self.cleaned_data["name"]


class SaveForm(NameFields, CreatingForm):
    """Under what name a view is saved."""


class RenameForm(NameFields, Form):
    """What a view is called from now on."""
