from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
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


class InvitedForm(Form):
    """The code that whoever invited tells, and the user name and password that one chooses."""

    code = forms.CharField(
        label=_("Code"), max_length=20,
        help_text=_("Eight digits, from whoever invited you: by telephone or in person, never by mail."),
        widget=forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )  # fmt: skip
    username = forms.RegexField(
        r"^[a-z0-9._-]+$",
        label=_("User name"),
        min_length=4,
        max_length=60,
        help_text=_("Small letters, digits, dots and hyphens, for example j.jansen"),
        error_messages={"invalid": _("Use small letters, digits, dots and hyphens only.")},
        widget=forms.TextInput({"autocomplete": "username", "spellcheck": "false"}),
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        strip=False,
        help_text=_("At least 14 characters; a sentence that only you know works best."),
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("The password once more"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )

    def clean_password(self):
        password = self.cleaned_data["password"]
        validate_password(password)
        return password

    def clean(self):
        values = super().clean()
        if values.get("password") and values.get("again") and values["password"] != values["again"]:
            raise ValidationError({"again": _("These two are not the same.")})
        return values
