"""Referrals: drafts, those that wait, and those that were answered."""

from datetime import timedelta

from schakel.referrals.models import Claim, Decision, Finding, Referral
from schakel.vault.words import Keyring

from .events import SENT
from .load_people import load_people
from .load_triage import keep_remainder, load_triage

WORDS = {"happened": "happened", "goal": "goal", "tried": "tried", "views": "view"}
WRITTEN_IN = timedelta(minutes=40)  # from beginning to sending


def load_referral(loading, written):
    """The referral of a case; none where the regime takes none, and none for a question without a name."""
    if written.referral.state == "consultation" or not loading.regimes[written.house, written.regime].takes_referrals:
        return None
    given = written.referral
    sent = loading.at(given.received)
    begun = sent - WRITTEN_IN if sent else loading.at(given.begun)
    referral, ring = _referral(loading, written, begun, sent)
    people = load_people(loading, written, ring, begun, in_case=False)
    for claim in given.criterion:
        row = Claim(
            referral=referral, author=referral.author, met=claim.met,
            criterion=loading.criteria[written.house, written.regime, claim.number],
        )  # fmt: skip
        loading.put(row, begun, ring=ring, ground=claim.ground)
    load_triage(loading, written, referral, ring, people)
    if written.triage:
        _decide(loading, written, referral, ring)
    elif sent:
        loading.waiting.append(referral)
    return referral


def _referral(loading, written, begun, sent):
    given = written.referral
    referrer, contact = loading.people[given.referrer], loading.people[given.contact]
    referral = Referral(
        house=loading.houses[written.house], regime=loading.regimes[written.house, written.regime],
        municipality=loading.municipalities[written.municipality], capacity=loading.capacities[given.capacity],
        author=referrer, referrer=referrer, contact=None if contact == referrer else contact,
        theme=loading.label(given.theme), urgent=given.urgent, sent_at=sent,
    )  # fmt: skip
    loading.put(referral, begun)
    ring = Keyring.new(referral)
    loading.write(referral, ring, begun, **{word: getattr(given, name) for word, name in WORDS.items()})
    if sent:
        loading.act(SENT, by=referrer, at=sent, file_id=referral.pk, subject_id=referral.pk)
    return referral, ring


def _decide(loading, written, referral, ring):
    """The triage reads, and answers with the reason; an advice stands below it."""
    triage, at = written.triage, loading.at(written.triage.at)
    by = loading.people[triage.by]
    loading.opening(by=by, at=at - WRITTEN_IN, file_id=referral.pk, purpose="assess a referral")
    decision = Decision(referral=referral, author=by, outcome=triage.outcome, formula=referral.regime.formula)
    answer = "\n\n".join(part for part in (triage.answer, triage.reason, triage.advice) if part)
    loading.put(decision, at, ring=ring, answer=answer)
    if triage.outcome != Decision.Outcome.CASE:
        keep_remainder(loading, written, decision)
    for finding in triage.criterion:
        row = Finding(
            decision=decision, referral=referral, author=by, met=finding.met,
            criterion=loading.criteria[written.house, written.regime, finding.number],
        )  # fmt: skip
        loading.put(row, at, ring=ring, ground=finding.ground)
    loading.opening(by=referral.referrer, at=at + WRITTEN_IN, file_id=referral.pk, purpose="read a referral")
