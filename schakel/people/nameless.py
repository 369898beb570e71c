"""Texts in which nobody may be found: questions without a name, advice, what remains of a refused referral.

A check helps whoever types, it does not take over their judgement: it finds numbers, addresses, dates of birth, the
names it was told of, and what is written like a name. A nickname or a rare situation it does not find; the form
says so.
"""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .forms import TextField
from .names import fold
from .traces import personal_traces

WORD = re.compile(r"[^\W\d_]+")
FULL_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ](\d{4})|(\d{4})-\d{1,2}-\d{1,2})(?!\d)", re.I
)
LINKED = "de den der het van ter ten te la le el in op aan bij voor zu von".split()
LIKE_A_NAME = re.compile(
    rf"(?<![.!?\n])\s[A-Z][a-z]+(?:\s(?:{'|'.join(LINKED)}))*\s[A-Z][a-z]+|\b(?:[A-Z]\.\s?){{1,4}}(?:[a-z']+\s){{0,3}}[A-Z][a-z]+"
)
YEARS_OF_WORK = 2  # a day longer ago than this may be a date of birth
SHORTEST_NAME = 2


def names_in(persons):
    """Every word of the names of these persons that could be recognised."""
    parts = (f"{one.given_names} {one.surname} {one.partner_surname}" for one in persons)
    words = {word for part in parts for word in WORD.findall(fold(part))}
    return {word for word in words if len(word) >= SHORTEST_NAME and word not in LINKED}


def points_to_somebody(text, persons=()):
    """What in this text surely points to a person: the kinds, never the words."""
    found = personal_traces(text)
    oldest = timezone.localdate().year - YEARS_OF_WORK
    if any(int(one or other) < oldest for one, other in FULL_DATE.findall(text)):
        found.append(str(_("a date of birth")))
    words = set(WORD.findall(fold(text)))
    if (words | {word.removesuffix("s") for word in words}) & names_in(persons):
        found.append(str(_("a name of somebody this is about")))
    return found


def looks_like_a_name(text):
    """Capitals as names have them; organisations have them as well, so whoever typed decides."""
    return bool(LIKE_A_NAME.search(f" {text}"))


class NamelessField(TextField):
    """A text in which nobody may be found."""

    persons = ()

    def validate(self, value):
        super().validate(value)
        if value and (found := points_to_somebody(value, self.persons)):
            raise ValidationError(
                _("Nobody may be found in this text. Leave out: %(what)s."), code="personal",
                params={"what": ", ".join(found)},
            )  # fmt: skip


class Nameless(forms.Form):
    """What looks like a name goes on only when whoever typed has looked again; give the form a Nameless field."""

    nobody = forms.BooleanField(
        label=_("I read it again: nobody can be recognised in it"),
        help_text=_("The check finds numbers, addresses, dates of birth and most names, but not everything."),
        required=False,
    )

    def clean(self):
        values = super().clean()
        texts = [values.get(name) or "" for name, field in self.fields.items() if isinstance(field, NamelessField)]
        if any(map(looks_like_a_name, texts)) and not values.get("nobody"):
            self.add_error("nobody", _("Something here is written like a name. Change it, or say that it is none."))
        return values
