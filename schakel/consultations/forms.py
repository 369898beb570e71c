"""Asking for advice and answering, without anybody in it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import CreatingForm, Form
from schakel.network.models import House, Organisation, Professional
from schakel.people.nameless import Nameless, NamelessField

from .models import Consultation, Response

LONGEST = 4000  # characters; about a page and a half
LONGEST_TIME = 600  # minutes


class AskForm(Nameless, CreatingForm):
    """Which house, about what kind of thing, and the question."""

    house = forms.ModelChoiceField(label=_("Which house?"), queryset=House.objects.order_by("name"))
    kind = forms.ChoiceField(label=_("What is it about?"), choices=Consultation.Kind.choices, widget=forms.RadioSelect)
    question = NamelessField(
        label=_("Your question"), rows=8, max_length=LONGEST,
        help_text=_("Describe the situation, what you tried and what you need. Nobody may be recognised in it."),
    )  # fmt: skip
    field_order = ["once", "house", "kind", "question", "nobody"]


class AskOnForm(Nameless, CreatingForm):
    text = NamelessField(label=_("What else do you want to know?"), rows=4, max_length=LONGEST)
    field_order = ["once", "text", "nobody"]


class AdviseForm(Nameless, CreatingForm):
    """What the house says, whom it puts the asker in touch with, and how long that took."""

    kind = forms.ChoiceField(label=_("What do you do?"), widget=forms.RadioSelect)
    organisation = forms.ModelChoiceField(
        label=_("In touch with which organisation?"), queryset=None, required=False,
        help_text=_("Only when you put them in touch."),
    )  # fmt: skip
    colleague = forms.ModelChoiceField(label=_("And with whom there?"), queryset=None, required=False)
    text = NamelessField(label=_("Your answer"), rows=6, max_length=LONGEST)
    minutes = forms.IntegerField(
        label=_("Time spent, in minutes"), min_value=0,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}), max_value=LONGEST_TIME,
        help_text=_("Counted per quarter and kind of question, not per person."),
    )  # fmt: skip
    field_order = ["once", "kind", "organisation", "colleague", "text", "minutes", "nobody"]

    def __init__(self, *args, house, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [one for one in Response.Kind.choices if one[0] != Response.Kind.ASKED_ON]
        partners = Organisation.objects.filter(partnerships__house=house).order_by("name").distinct()
        self.fields["organisation"].queryset = partners
        colleagues = Professional.objects.filter(organisation__in=partners, left_on=None).select_related("organisation")
        self.fields["colleague"].queryset = colleagues.order_by("organisation__short_name", "name")
        self.fields["colleague"].label_from_instance = lambda one: f"{one.organisation.short_name} – {one.name}"

    def clean(self):
        values = super().clean()
        if values.get("kind") != Response.Kind.IN_TOUCH:
            return values
        if values.get("colleague") and not values.get("organisation"):
            values["organisation"] = values["colleague"].organisation
        if not values.get("organisation") and "organisation" not in self.errors:
            self.add_error("organisation", _("Say with which organisation you put them in touch."))
        return values


class FilterForm(Form):
    """Which questions the worklist shows; nonsense in the address shows what waits."""

    toon = forms.ChoiceField(
        label=_("Which questions?"), required=False,
        choices=[("", _("waiting for an answer")), ("beantwoord", _("answered")), ("alles", _("all"))],
    )  # fmt: skip
    soort = forms.ChoiceField(
        label=_("About what?"), required=False, choices=[("", _("everything")), *Consultation.Kind.choices]
    )

    def wanted(self):
        self.is_valid()
        return {"shown": self.cleaned_data.get("toon", ""), "kind": self.cleaned_data.get("soort", "")}
