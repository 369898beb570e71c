"""What a referral needs before it can be sent, and where that is filled in."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from schakel.people.models import Person

from .areas import traces_in


@dataclass(frozen=True)
class Missing:
    """One thing that is missing: its name, and the page (URL name) where it is filled in."""

    name: str
    page: str


def missing_in(opened):
    """Everything that is missing in an opened referral, in the order of the pages."""
    pages = [_persons, _what, _grounds, _chain, _frames, _informing, _questions, _urgency, _nobody]
    return [thing for page in pages for thing in page(opened)]


def _persons(opened):
    if opened.is_about_an_area and opened.persons:
        name = _("a criterion about the persons (a referral about an area names none)")
        yield Missing(name, "referrals:criteria")
    elif not opened.is_about_an_area and not opened.persons:
        yield Missing(_("at least one person"), "referrals:persons")


def _what(opened):
    asked = {
        "theme": _("the theme"), "happened": _("what happens"), "since": _("since when"),
        "goal": _("what you want to reach"),
    }  # fmt: skip
    yield from _empty(opened.referral, asked, "referrals:what")
    if not opened.referral.domains and opened.referral.regime.life_domains:
        yield Missing(_("the life domains that it touches"), "referrals:what")


def _grounds(opened):
    met = [claim for claim in opened.claims if claim.met]
    if not met and opened.referral.regime.criteria.exists():
        yield Missing(_("at least one criterion"), "referrals:criteria")
    for claim in met:
        if not claim.ground:
            ground = _("the ground for criterion {number}").format(number=claim.criterion.number)
            yield Missing(ground, "referrals:criteria")


def _chain(opened):
    asked = {"tried": _("what was tried"), "stuck": _("why that was not enough")}
    yield from _empty(opened.referral, asked, "referrals:chain")


def _frames(opened):
    none_known = opened.referral.none_known.splitlines()
    if not (opened.is_about_an_area or opened.frames or "frames" in none_known):
        yield Missing(_("which legal frames hold, or that there are none"), "referrals:frames")
    if not (opened.alerts or "alerts" in none_known):
        yield Missing(_("what endangers professionals, or that nothing does"), "referrals:frames")


def _informing(opened):
    """Each person the referral is about was told, or it is said why not yet; an area has nobody to tell."""
    untold = [one for one in opened.persons if one.role == Person.Role.SUBJECT and one.pk not in opened.informed]
    if untold and not opened.is_about_an_area:
        yield Missing(_("whether everybody it is about was informed"), "referrals:informing")


def _questions(opened):
    for question in opened.questions:
        if question.required and not opened.answers.get(question.pk):
            name = _("the answer to “{question}”").format(question=question.text)
            yield Missing(name, "referrals:questions")


def _urgency(opened):
    if opened.referral.urgent:
        yield from _empty(opened.referral, {"urgency": _("why it cannot wait")}, "referrals:send")


def _nobody(opened):
    """What was said before it was known to concern an area may still name somebody."""
    if not opened.is_about_an_area:
        return
    referral = opened.referral
    said = {
        "what": [referral.happened, referral.goal], "criteria": [claim.ground for claim in opened.claims],
        "chain": [referral.tried, referral.stuck, referral.views], "frames": [one.text for one in opened.alerts],
        "questions": opened.answers.values(), "send": [referral.urgency],
    }  # fmt: skip
    for step, texts in said.items():
        if traces := traces_in(texts):
            name = _("a text without persons, for it is about an area (it seems to hold {traces})")
            yield Missing(name.format(traces=", ".join(traces)), f"referrals:{step}")


def _empty(referral, asked, page):
    return [Missing(name, page) for field, name in asked.items() if not getattr(referral, field)]
