from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from schakel.design.forms import CreatingForm, DayField, EditingForm
from schakel.network.models import Organisation, Regime

from .labels import KINDS, LABELS

PHASES = {
    "referral": _("referral"), "triage": _("triage"), "conference": _("conference"), "plan": _("plan"),
    "monitoring": _("monitoring"), "closing": _("closing"),
}  # fmt: skip
TICKS = ("verified", "hidden", "takes_referrals", "asks_mandates", "asks_covenants", "flexible_shell")
MONTHS = {"min_value": 1, "max_value": 1200, "required": False}


def kinds_of_organisation():
    return sorted(set(Organisation.objects.order_by().values_list("kind", flat=True)))


def ticks(fields):
    return {name: forms.BooleanField(label=label, required=False) for name, label in fields}


def several(label, **more):
    return forms.MultipleChoiceField(label=label, required=False, widget=forms.CheckboxSelectMultiple, **more)


Ticked = type("Ticked", (forms.Form,), ticks((name, LABELS[name]) for name in TICKS))
Phased = type("Phased", (forms.Form,), {f"phase_{phase}": several(label) for phase, label in PHASES.items()})


class Approach(Ticked, Phased):
    """What a legal ground brings with it."""

    name = forms.CharField(label=LABELS["name"], max_length=80)
    purpose = forms.CharField(label=LABELS["purpose"], max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    citation = forms.CharField(label=LABELS["citation"], max_length=500, required=False)
    citation_link = forms.URLField(label=LABELS["citation_link"], required=False, assume_scheme="https")
    verified_on = DayField(label=LABELS["verified_on"], required=False)
    remark = forms.CharField(
        label=LABELS["remark"], max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    retention_months = forms.IntegerField(
        label=LABELS["retention_months"], help_text=_("A setting; hold it against the selection list."), **MONTHS
    )
    retention_start = forms.ChoiceField(label=LABELS["retention_start"], choices=Regime.RetentionStart)
    refused_months = forms.IntegerField(label=LABELS["refused_months"], **MONTHS)
    kinds = several(LABELS["kinds"], help_text=_("Nothing ticked: every kind."))
    order = [
        "name", "code", "purpose", "citation", "citation_link", *TICKS[:1], "verified_on", "remark", *TICKS[1:],
        "training", "retention_months", "retention_start", "refused_months", "kinds",
    ]  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(self.order)
        self.fields["kinds"].choices = [(kind, KINDS.get(kind, kind)) for kind in kinds_of_organisation()]
        for phase in PHASES:
            self.fields[f"phase_{phase}"].choices = self.fields["kinds"].choices

    def phases(self):
        """The fields that say who may be present when, which fold away."""
        return [self[f"phase_{phase}"] for phase in PHASES]

    def others(self):
        return [one for one in self.visible_fields() if not one.name.startswith("phase_")]

    def clean(self):
        values = super().clean()
        if values.get("verified") and not values.get("verified_on"):
            self.add_error("verified_on", gettext("Say on which day it was held against the text of the law."))
        values["phases"] = {phase: kinds for phase in PHASES if (kinds := values.pop(f"phase_{phase}", []))}
        return values


class ApproachForm(Approach, EditingForm):
    """A kind of approach that is there."""


class NewApproachForm(Approach, CreatingForm):
    """A kind of approach of the house's own."""

    code = forms.SlugField(label=LABELS["code"], max_length=30, help_text=_("Short, for files: levensloop"))
    training = forms.BooleanField(
        label=LABELS["training"], required=False, help_text=_("Fictitious persons only. This cannot be changed later.")
    )
