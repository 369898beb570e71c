"""Casusregie: the house offers the direction of the content, the organisation takes it or does not."""

from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext_noop

from schakel.audit.once import made_once, one_at_a_time
from schakel.audit.record import act, record
from schakel.vault.words import Keyring

from .. import rules, rules_course
from ..editions import locked
from ..filling import as_contact
from ..models import LeadAnswer, LeadOffer


@made_once(LeadOffer)
@act("lead.offered", gettext_noop("offered the lead on the content to an organisation"))
def offer_lead(*, by, case, seat, reason, key=None):
    """Offer the direction of the content to one organisation of the circle. (nl: casusregie aanbieden)"""
    locked(case, together=("house",), otherwise=rules.CLOSED)
    rules_course.may_offer_lead(by, case).enforce()
    rules_course.can_be_asked_to_lead(seat).enforce()
    offer = LeadOffer.objects.create(id=key or uuid4(), case=case, seat=seat, author=by, about=[case.pk])
    Keyring.of(case).write(offer, reason=reason)
    record(by=by, file=case, about=offer)
    return offer


@as_contact()
@act("lead.accepted", gettext_noop("accepted the lead on the content"))
def accept_lead(*, by, offer, lead_professional):
    """Take the lead, and say which colleague. (nl: casusregie aannemen)"""
    _answerable(by, offer)
    rules_course.can_lead(offer, lead_professional).enforce()
    answer = LeadAnswer.objects.create(offer=offer, author=by, accepted=True, lead_professional=lead_professional)
    record(by=by, file=offer.case, about=answer)
    return answer


@as_contact()
@act("lead.refused", gettext_noop("refused the lead on the content"))
def refuse_lead(*, by, offer, ground, reason=""):
    """Say no to the lead, and why. (nl: casusregie weigeren)

    The contact of an organisation holds no key of the case: they choose a ground, and leave words to who sits there.
    """
    _answerable(by, offer)
    answer = LeadAnswer.objects.create(offer=offer, author=by, accepted=False, ground=ground)
    if reason and rules_course.sits_on(by, offer.seat):
        Keyring.of(offer.case).write(answer, reason=reason)
    record(by=by, file=offer.case, about=answer)
    return answer


@act("lead.ended", gettext_noop("ended or withdrew the lead on the content"))
def end_lead(*, by, offer, reason):
    """Withdraw the offer, or end the lead: the organisation keeps its ordinary seat. (nl: casusregie beëindigen)"""
    case = offer.case
    locked(case, together=("house",), otherwise=rules.CLOSED)
    offer = locked(offer, together=("case__house", "seat"))
    rules_course.may_end_lead(by, offer).enforce()
    Keyring.of(case).rewrite(offer, by=by, words={"ending": reason}, ended_at=timezone.now())
    record(by=by, file=case, about=offer)
    return offer


def _answerable(by, offer):
    one_at_a_time("lead", offer.pk)
    found = LeadOffer.objects.select_related("case", "seat__capacity", "answer").get(pk=offer.pk)
    rules_course.may_answer_lead(by, found).enforce()
