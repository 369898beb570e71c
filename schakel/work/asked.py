"""What is asked of somebody, from all parts of the house: short titles, numbers and dates, never names or content."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.cases.filling import empty_seats
from schakel.cases.waiting import asked_not_to_use, waits_for_a_colleague, waits_for_our_word
from schakel.design.parts.words import day
from schakel.network.workdays import workdays_left
from schakel.referrals.lists import houses_i_triage, to_assess, with_terms
from schakel.triage.reading import asked_by_the_triage

from .course import course_asks

MANY = 25  # no page asks more at once; the lists have the rest


@dataclass
class Ask:
    """One thing that waits for me: what, where, by when, and the act."""

    name: str
    meta: str
    url: str
    act: str
    due: date | None = None
    left: int | None = None  # working days
    strong: bool = False

    @property
    def meaning(self):
        return "primary" if self.strong else "secondary"

    @property
    def about(self):
        return f"{self.name}, {self.meta}"


def asked_of(professional, to_answer, to_do):
    """Everything that waits, what is due first on top; `to_answer` and `to_do` are agreements."""
    asks = [
        *_to_assess(professional), *_to_answer(to_answer), *_to_do(to_do), *_to_fill(), *_contributions(),
        *_from_the_triage(professional),
    ]  # fmt: skip
    asks += [_of_the_course(*one) for one in course_asks(MANY)]
    return sorted(asks, key=lambda ask: (ask.due is None, ask.due or date.max))


def _of_the_course(name, meta, url, what, due):
    return Ask(name, meta, url, what, due, workdays_left(due) if due else None)


def _to_assess(professional):
    for referral in with_terms(to_assess(houses_i_triage(professional))[:MANY]):
        due = referral.due
        meta = _("{number} · from {organisation}").format(number=referral.number, organisation=referral.capacity)
        url = reverse("triage:referral", args=[referral.number])
        yield Ask(_("Assess a referral"), meta, url, _("Assess"), due, referral.left, strong=True)


def _to_answer(agreements):
    for agreement in agreements[:MANY]:
        yield Ask(
            _("Do you agree: {title}").format(title=agreement.title),
            _("case {number}").format(number=agreement.case.number),
            reverse("plans:agreement", args=[agreement.case.number, agreement.pk]),
            _("Give an answer"),
            agreement.due_on,
            workdays_left(agreement.due_on),
        )


def _to_do(agreements):
    for agreement in agreements[:MANY]:
        yield Ask(
            agreement.title,
            _("agreement in case {number}").format(number=agreement.case.number),
            reverse("plans:agreement", args=[agreement.case.number, agreement.pk]),
            _("Report"),
            agreement.due_on,
            workdays_left(agreement.due_on),
        )


def _to_fill():
    """Seats of my organisation on which nobody sits, when it is mine to name somebody."""
    for number, capacity in empty_seats(MANY):
        meta = _("case {number} · {capacity}").format(number=number, capacity=capacity)
        yield Ask(_("Say who takes part"), meta, reverse("cases:taking_part"), _("Name somebody"))


def _contributions():
    """What asks for our word, for somebody to give it, and what is not to be used any more."""
    for asked in asked_not_to_use(MANY):
        meta = _("recalled in case {number} on {day}").format(number=asked.number, day=day(asked.recalled_at))
        url = reverse("cases:stop_using", args=[asked.pk])
        yield Ask(_("Confirm that you no longer use information"), meta, url, _("Confirm"), strong=True)
    for number, count in waits_for_our_word(MANY):
        name = ngettext(
            "One contribution on your behalf waits for confirmation",
            "{count} contributions on your behalf wait for confirmation",
            count,
        ).format(count=count)
        url = reverse("cases:contributions", args=[number])
        yield Ask(name, _("case {number}").format(number=number), url, _("Look at it"))
    for number, capacity, seat in waits_for_a_colleague(MANY):
        meta = _("case {number} · {capacity}").format(number=number, capacity=capacity)
        url = reverse("cases:seat", args=[seat])
        yield Ask(_("Something on behalf of your organisation waits for confirmation"), meta, url, _("Name somebody"))


def _from_the_triage(professional):
    """What the triage asks of me: as contact of my organisation, or as who referred. A kind, a number, nothing more."""
    for one in asked_by_the_triage(professional, MANY):
        if one.is_of_a_referral:
            name, meta = _("Complete a referral"), _("referral {number}")
            url = reverse("triage:questions", args=[one.number])
        else:
            name, meta = str(one.name), _("question {number} of the triage")
            url = reverse("triage:inquiry", args=[one.number])
        yield Ask(name, meta.format(number=one.number), url, _("Give an answer"))


def attention(asks, conferences_today):
    """One sentence for the top of the page."""
    count = len(asks)
    if not count:
        first = _("Nothing waits for you.")
    else:
        first = ngettext("One thing asks for your attention.", "{count} things ask for your attention.", count)
    second = ngettext("Today one conference.", "Today {count} conferences.", conferences_today)
    return f"{first.format(count=count)} {second.format(count=conferences_today) if conferences_today else ''}".strip()
