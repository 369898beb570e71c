"""What a referral needs before it can be sent, and where that is filled in."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .areas import claims_an_area


@dataclass(frozen=True)
class Missing:
    """One thing that is missing: its name, and the page (URL name) where it is filled in."""

    name: str
    page: str


def missing_in(referral, claims, persons):
    """Everything that is missing in an opened referral, in the order of the pages."""
    claims = list(claims)
    return [*_words(referral), *_grounds(referral, claims), *_persons(claims, persons)]


def _words(referral):
    asked = {"theme": _("the theme"), "happened": _("what happens"), "goal": _("what you want to reach"),
             "tried": _("what was tried")}  # fmt: skip
    for field, name in asked.items():
        if not getattr(referral, field):
            yield Missing(name, "referrals:what")


def _grounds(referral, claims):
    met = [claim for claim in claims if claim.met]
    if not met and referral.regime.criteria.exists():
        yield Missing(_("at least one criterion"), "referrals:criteria")
    for claim in met:
        if not claim.ground:
            ground = _("the ground for criterion {number}").format(number=claim.criterion.number)
            yield Missing(ground, "referrals:criteria")


def _persons(claims, persons):
    if claims_an_area(claims):
        if persons:
            yield Missing(
                _("a criterion about the persons (a referral about an area names none)"), "referrals:criteria"
            )
    elif not persons:
        yield Missing(_("at least one person"), "referrals:persons")
