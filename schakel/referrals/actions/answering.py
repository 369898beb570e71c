"""The answer of the triage as a letter."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from schakel.access.verdict import refuse
from schakel.audit.record import act, record
from schakel.houses.texts import text_of
from schakel.paper.letters import Letter, as_odt, as_pdf, dated
from schakel.vault.words import DESTROYED, Keyring

from .. import rules


@act("answer.taken", gettext_noop("took the answer of the triage as a letter"))
def take_answer(*, by, referral, form):
    """The readable answer to the referrer as PDF, or as a text to finish (odt). (nl: antwoord meenemen)"""
    rules.may_take_answer(by, referral).enforce()
    decision = Keyring.of(referral).reveal([referral.decision])[0]
    if decision.answer is DESTROYED:
        refuse(_("What stood in this letter was destroyed.")).enforce()
    content = (as_odt if form == "odt" else as_pdf)(_letter(referral, decision))
    record(by=by, file=referral, about=decision)
    return content


def _letter(referral, decision):
    """In the words of the house, always in Dutch. Its title names nobody, nor what was answered."""
    with override("nl"):
        house, referrer = referral.house, referral.referrer
        decided = dated(decision.decided_at)
        text = text_of(
            house, "referrer_letter", number=referral.number, date=decided, answer=decision.answer,
            referrer=referrer.name, organisation=str(referral.capacity), sender=house.name,
        )  # fmt: skip
        return Letter(
            title="Antwoord op uw aanmelding", house=house.name, made=referral.number, text=text,
            addressee=(str(referral.capacity), referrer.name), facts=((_("Date"), decided),
            (_("Our reference"), referral.number)), contact=house.contact_point,
        )  # fmt: skip
