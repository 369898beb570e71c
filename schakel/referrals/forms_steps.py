"""The steps of a referral, each a page that saves; together they are one page. What is missing counts at sending."""

from django import forms
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import EditingForm
from schakel.people.forms import PartialDateField, TextField

from .forms import ByCriterion, DraftChoice, DraftChoices, DraftDate, DraftText
from .models import Referral

NEVER_KEPT = {"citizen_number", "csrfmiddlewaretoken", "once", "unsaved", "kept"}


class StepForm(EditingForm):
    """What one step asks; `base` is a fingerprint of what it began with, `unsaved` where its typing is kept."""

    base = forms.CharField(widget=forms.HiddenInput, required=False)
    unsaved = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, regime=None, **kwargs):
        self.regime = regime or self.regime  # of a form with criteria it is known already
        super().__init__(*args, **kwargs)

    @classmethod
    def needs(cls, opened):
        """What this form asks of the opened referral, to be made."""
        return {"regime": opened.referral.regime}

    def read_words(self):
        said = self.cleaned_data | {"domains": "\n".join(self.cleaned_data.get("domains", ()))}
        return {word: said[word] for word in Referral.words if word in self.fields or word in self.cleaned_data}

    def read_fields(self):
        return {name: self.cleaned_data[name] for name in ("theme", "since", "urgent") if name in self.cleaned_data}

    def typed_values(self, data):
        """What was typed, as the inputs of this form would give it back; nothing that is never kept."""
        asked = {name: one for name, one in self.fields.items() if not one.widget.is_hidden and name not in NEVER_KEPT}
        return {name: one.widget.value_from_datadict(data, {}, name) for name, one in asked.items()}

    def said_nothing_new(self, saved):
        """Whether everything that it says stands there already."""
        asked = [one.name for one in self.visible_fields()]
        return all((self.cleaned_data[name] or None) == (saved.get(name) or None) for name in asked)


class WhatFields(forms.Form):
    """What happens, since when, what should be reached, and which life domains it touches."""

    theme = DraftChoice(label=_("Theme"))
    since = DraftDate(
        label=_("Since when"), required=True, help_text=_("As far as it is known, for example 2024 or 11-2025")
    )
    happened = DraftText(label=_("What happens?"), help_text=_("Facts and estimates, and whose they are."))
    goal = DraftText(label=_("What do you want to reach together?"), rows=4)
    domains = DraftChoices(label=_("Which life domains does it touch?"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = [("", _("Choose a theme")), *((one, one) for one in self.regime.themes)]
        self.fields["domains"].choices = [(one, one) for one in self.regime.life_domains]
        if not self.regime.life_domains:
            del self.fields["domains"]


class TriedFields(forms.Form):
    """What the own chain tried, why it was not enough, and what those already involved think."""

    tried = DraftText(label=_("What was tried in your own chain?"), rows=4)
    stuck = DraftText(label=_("Why was it not enough?"), rows=4)
    views = TextField(label=_("How do the professionals see it who are involved already?"), rows=4, required=False)


class NoneKnownFields(forms.Form):
    """That there are none is an answer, too."""

    no_frames = forms.BooleanField(
        label=_("No legal frames are known to us"),
        required=False,
        help_text=_("No order, measure, conditions or guardianship that holds now."),
    )
    no_alerts = forms.BooleanField(label=_("No danger to professionals is known to us"), required=False)

    def clean(self):
        values = super().clean()
        said = [kind for kind in Referral.NONE_KNOWN if values.get(f"no_{kind}")]
        return values | {"none_known": "\n".join(said)}


class CriteriaFields(ByCriterion):
    """Each criterion with the referrer's ground."""

    def __init__(self, *args, regime, **kwargs):
        self.regime = regime
        super().__init__(*args, regime=regime, **kwargs)

    def fields_about(self, criterion):
        return {
            f"met_{criterion.number}": forms.BooleanField(label=_("This is the case here"), required=False),
            f"ground_{criterion.number}": DraftText(label=_("Why?"), rows=3),
        }

    def _met(self, criterion):
        return self.cleaned_data[f"met_{criterion.number}"]


class QuestionsForm(StepForm):
    """What this house asks, each in its own way of answering; the answer is kept as one reads it."""

    def __init__(self, *args, questions=(), **kwargs):
        self.questions = list(questions)
        self.base_fields = self.base_fields | {f"answer_{one.pk}": _asked(one) for one in self.questions}
        super().__init__(*args, **kwargs)

    @classmethod
    def needs(cls, opened):
        return super().needs(opened) | {"questions": opened.questions}

    def asked(self):
        """The questions of the house, for the template."""
        return [self[f"answer_{one.pk}"] for one in self.questions]

    def read_answers(self):
        return {one: self.cleaned_data[f"answer_{one.pk}"] for one in self.questions}


def _asked(question):
    said = {"label": question.text, "help_text": question.help, "required": False}
    if question.kind == question.Kind.DATE:
        return PartialDateField(**said)
    if question.kind == question.Kind.TEXT:
        return TextField(rows=4, **said)
    yes_no = [str(_("Yes")), str(_("No"))]
    choices = question.choices if question.kind == question.Kind.CHOICE else yes_no
    return forms.ChoiceField(choices=[(one, one) for one in choices], widget=forms.RadioSelect, **said)


class WhatForm(WhatFields, StepForm):
    pass


class CriteriaForm(CriteriaFields, StepForm):
    pass


class TriedForm(TriedFields, StepForm):
    pass


class NoneKnownForm(NoneKnownFields, StepForm):
    pass


class UrgencyForm(StepForm):
    """Whether it can wait, asked at the end."""

    urgent = forms.BooleanField(
        label=_("This cannot wait"), required=False, help_text=_("The triage then answers on the same working day.")
    )
    urgency = TextField(label=_("Why can it not wait?"), rows=3, required=False)

    def clean(self):
        values = super().clean()
        if values.get("urgent") and not values.get("urgency") and "urgency" not in self.errors:
            self.add_error("urgency", _("Say why it cannot wait."))
        return values
