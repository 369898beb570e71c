"""The steps of a referral: what each is called, and what stands in it."""

import json
from dataclasses import dataclass, field
from hashlib import sha256

from django.utils.translation import gettext as _

from .models import Referral


@dataclass(frozen=True)
class Step:
    """One page of the form: its URL name, what it is called, and what is missing in it."""

    name: str
    label: str
    missing: list = field(default_factory=list)
    unsaved: bool = False

    @property
    def page(self):
        return f"referrals:{self.name}"


def labels():
    return {
        "persons": _("About whom"), "what": _("What happens"), "criteria": _("Criteria"),
        "chain": _("The own chain"), "frames": _("Frames and safety"), "informing": _("Informing"),
        "questions": _("Questions of the house"), "send": _("Check and send"),
    }  # fmt: skip


def steps_of(opened):
    """The pages of this referral in their order; what a house does not ask, and what an area has not, is left out."""
    left_out = set() if opened.questions else {"questions"}
    left_out |= {"informing"} if opened.is_about_an_area else set()
    typed = {one.step for one in opened.unsaved}
    return [
        Step(name, label, [one.name for one in opened.missing if one.page == f"referrals:{name}"], name in typed)
        for name, label in labels().items()
        if name not in left_out
    ]


def saved_values(opened):
    """Everything that a form of this referral begins with, by the name of its field."""
    referral = opened.referral
    values = {name: getattr(referral, name) for name in ("theme", "since", "urgent", "edition", *Referral.words)}
    values["domains"] = referral.domains.splitlines()
    values |= {f"no_{kind}": kind in referral.none_known.splitlines() for kind in Referral.NONE_KNOWN}
    values |= {f"met_{one.criterion.number}": one.met for one in opened.claims}
    values |= {f"ground_{one.criterion.number}": one.ground for one in opened.claims}
    return values | {f"answer_{key}": text for key, text in opened.answers.items()}


def fingerprint(form, saved):
    """The same as long as nobody saved anything else for what this form asks."""
    said = {name: saved[name] for name in sorted(form.fields) if name in saved and name != "edition"}
    return sha256(json.dumps(said, default=str).encode()).hexdigest()[:20]
