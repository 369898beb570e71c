"""A short referral on one page, from the same questions as its steps."""

from uuid import uuid4

from django import forms

from schakel.people.forms import ADDRESS, PersonFields

from .forms_informing import InformingFields
from .forms_steps import CriteriaFields, NoneKnownFields, QuestionsForm, TriedFields, WhatFields
from .lists_of_the_house import postponements


class EverythingForm(
    WhatFields, CriteriaFields, TriedFields, NoneKnownFields, PersonFields, InformingFields, QuestionsForm
):  # fmt: skip
    """What happens, why, what was tried, and the first person it is about."""

    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)

    @classmethod
    def needs(cls, opened):
        return super().needs(opened) | {"grounds": postponements(opened.referral.house)}

    def names_somebody(self):
        return any(self.cleaned_data.get(name) for name in ("given_names", "surname", "nameless"))

    def read_person(self):
        """The arguments of `add_person`; nothing when nobody was named."""
        if not self.names_somebody():
            return None
        return {
            "names": self.read_names(), "address": self.read_address(), "number": self.read_number(),
            "key": self.cleaned_data["once"],
        }  # fmt: skip

    def _check_names(self, values):
        """Nobody named yet is no mistake here: a draft may wait for its person."""
        typed = [*ADDRESS, "birth_date", "death_date", "partner_surname", "citizen_number", "told"]
        if self.names_somebody() or any(values.get(name) for name in typed):
            super()._check_names(values)
