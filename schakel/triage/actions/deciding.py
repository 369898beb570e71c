"""How the triage answers a referral."""

from dataclasses import dataclass
from uuid import uuid4

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import ALLOWED, Conflict, refuse
from schakel.audit.record import act, record
from schakel.cases.actions import open_case
from schakel.people.models import Person
from schakel.people.nameless import points_to_somebody
from schakel.referrals import rules
from schakel.referrals.actions.locking import as_it_is_now
from schakel.referrals.areas import is_about_an_area, may_become_a_case
from schakel.referrals.models import Decision, Finding
from schakel.vault.words import Keyring

from ..models import Remainder


@dataclass(frozen=True)
class Answered:
    """What came of an assessment: the decision, and the case if it became one."""

    decision: Decision
    case: object = None


@act("referral.decided", gettext_noop("decided on a referral"))
def decide(*, by, referral, edition, outcome, findings, answer, advice="", director=None, support=None, key=None):
    """Decide on a referral that lies open; `findings` is {criterion: (met, ground)}. (nl: aanmelding beoordelen)

    It becomes a case only if the criteria that are met satisfy the formula of the regime. Otherwise a minimal record
    stays, with an advice in which nobody can be found; the questions of the triage are gone either way.
    """
    as_it_is_now(referral)
    if key and referral.is_decided and referral.decision.pk == key and referral.decision.author_id == by.pk:
        record(by=by, file=referral, about=referral.decision)
        return Answered(referral.decision)
    rules.may_assess(by, referral).enforce()
    ring = Keyring.of(referral)
    ring.reveal([referral])
    if referral.edition != edition:
        raise Conflict(referral)
    _every_criterion_with_its_ground(referral, findings, answer).enforce()
    _nobody_in(advice, referral).enforce()
    becomes_a_case = outcome == Decision.Outcome.CASE
    case = _case(by, referral, findings, director, support) if becomes_a_case else None
    decision = _decision(ring, by, referral, outcome, findings, answer, key or uuid4())
    if not becomes_a_case:
        _keep_what_remains(decision, findings, advice)
    record(by=by, file=referral, about=decision)
    return Answered(decision, case)


def _every_criterion_with_its_ground(referral, findings, answer):
    for criterion in referral.regime.criteria.all():
        met, ground = findings.get(criterion, (None, ""))
        if met is None or not ground.strip():
            return refuse(_("Say for criterion {number} whether it is met, and why.").format(number=criterion.number))
    if not answer.strip():
        return refuse(_("The referrer needs an answer that can be read."))
    return ALLOWED


def _case(by, referral, findings, director, support):
    met = [criterion for criterion, (is_met, _ground) in findings.items() if is_met]
    persons = list(Person.objects.filter(file_id=referral.pk))
    referral.regime.refresh_from_db()  # the formula as it stands at this moment
    for verdict in (
        may_become_a_case(referral.regime, met, persons),
        rules.may_direct(director, referral.house),
        rules.may_support(support, referral.house),
    ):
        verdict.enforce()
    return open_case(
        by=by, house=referral.house, regime=referral.regime, is_area=is_about_an_area(met), referral=referral,
        director=director, support=support, occasion=referral.happened, goal=referral.goal, people=persons,
    )  # fmt: skip


def _decision(ring, by, referral, outcome, findings, answer, key):
    """The findings first: once there is a decision, nothing more is judged (the foreign key waits for the commit)."""
    for criterion, (met, ground) in findings.items():
        finding = Finding.objects.create(decision_id=key, referral=referral, criterion=criterion, met=met, author=by)
        ring.write(finding, ground=ground)
    decision = Decision.objects.create(
        id=key, referral=referral, outcome=outcome, formula=referral.regime.formula, author=by
    )
    ring.write(decision, answer=answer)
    return decision


def _nobody_in(advice, referral):
    found = points_to_somebody(advice, Person.objects.filter(file_id=referral.pk))
    if found:
        return refuse(_("Nobody may be found in this text. Leave out: {what}.").format(what=", ".join(found)))
    return ALLOWED


def _keep_what_remains(decision, findings, advice):
    """When everything of the referral is destroyed, this is what can still be counted and answered for."""
    numbers = {True: [], False: []}
    for criterion, (met, _ground) in findings.items():
        numbers[met].append(criterion.number)
    referral = decision.referral
    Remainder.objects.create(
        id=decision.pk, house=referral.house, regime=referral.regime, capacity=referral.capacity,
        outcome=decision.outcome, met=numbers[True], unmet=numbers[False], advice=advice,
    )  # fmt: skip
