from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import Form


class SignInForm(Form):
    username = forms.CharField(
        label=_("User name"), max_length=60, widget=forms.TextInput({"autocomplete": "username"})
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )


class PersonaForm(Form):
    """The button of somebody in the demonstration."""

    persona = forms.CharField(max_length=60)
