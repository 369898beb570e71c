"""Who carries a case on: a colleague of the house, or another house."""

from types import SimpleNamespace
from uuid import uuid4

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import refuse
from schakel.audit.once import made_once, one_at_a_time
from schakel.audit.record import act, record
from schakel.vault.words import Keyring

from .. import rules, rules_course
from ..editions import locked
from ..models import Handover, HouseAnswer, HouseOffer, HouseRequest

HAND_OVER = "SELECT access.hand_over(%s, %s, %s, %s, %s, %s::uuid[])"
NOTHING = _("There is nothing to hand over: no running seats of this colleague that the other can take.")


@made_once(Handover)
@act("caseload.handed_over", gettext_noop("handed cases over to a colleague of the house"))
def hand_over(*, by, house, giver, taker, reason, cases=None, key=None):
    """Hand over cases within the house: one act, one reason, an entry in each case. (nl: overdragen)

    `cases` None means all of them; the answer's `number_of_cases` is all that who hands over learns.
    """
    rules_course.may_hand_over(by, house, giver, taker, only_some=cases is not None).enforce()
    key, only = key or uuid4(), None if cases is None else [case.pk for case in cases]
    with connection.cursor() as cursor:
        cursor.execute(HAND_OVER, [key, house.pk, giver.pk, taker.pk, reason, only])
        moved = cursor.fetchone()[0]
    if not moved:
        refuse(NOTHING).enforce()
    record(by=by, about=SimpleNamespace(pk=key))
    return Handover.objects.get(pk=key)


@made_once(HouseOffer)
@act("case.offered", gettext_noop("offered a case to another house"))
def offer_to_house(*, by, case, to_house, reason, text, handover_days, key=None):
    """Offer a case to another house; it reads `text` and nothing else until it accepts. (nl: casus aanbieden)"""
    case = locked(case, together=("house", "regime"), otherwise=rules.CLOSED)
    rules_course.may_offer_to_house(by, case).enforce()
    rules_course.says_nothing_of_the_case(text).enforce()
    if to_house.pk == case.house_id:
        refuse(_("This case is with this house already.")).enforce()
    both = {"from_house": case.house, "to_house": to_house}
    offer = HouseOffer.objects.create(id=key or uuid4(), case=case, author=by, about=[case.pk], **both)
    HouseRequest.objects.create(id=offer.pk, regime=case.regime, text=text.strip(), handover_days=handover_days, **both)
    Keyring.of(case).write(offer, reason=reason)
    record(by=by, file=case, about=offer)
    return offer


@act("case.offer_withdrawn", gettext_noop("took back the offer of a case to another house"))
def withdraw_offer(*, by, offer):
    """Take the offer back; the other house no longer sees that it was there. (nl: aanbod intrekken)"""
    one_at_a_time("house request", offer.pk)
    rules_course.may_withdraw_offer(by, offer).enforce()
    offer.withdrawn_at = timezone.now()
    offer.save(update_fields=["withdrawn_at"])
    record(by=by, file=offer.case, about=offer)
    return offer


@act("case.taken_over", gettext_noop("took over a case of another house"))
def accept_case(*, by, request, director):
    """Take a case of another house over, and say who directs it. (nl: casus overnemen)

    The number stays; the seats of the old house end after the days that the offer named.
    """
    request = _waiting(request)
    rules_course.may_accept_case(by, request, director).enforce()
    regime = rules_course.regime_there(request)
    answer = HouseAnswer.objects.create(request=request, author=by, accepted=True, director=director, regime=regime)
    with connection.cursor() as cursor:
        cursor.execute("SELECT access.take_over(%s)", [request.pk])
    record(by=by, about=answer)  # the entry of the case is written there: who answers does not know which one it is
    return answer


@act("case.not_taken_over", gettext_noop("refused a case of another house"))
def refuse_case(*, by, request, reason):
    """Say no to a case of another house, and why. (nl: casus weigeren)"""
    request = _waiting(request)
    rules_course.may_answer_house(by, request).enforce()
    rules_course.says_nothing_of_the_case(reason).enforce()
    answer = HouseAnswer.objects.create(request=request, author=by, accepted=False, reason=reason)
    record(by=by, about=answer)
    return answer


def _waiting(request):
    one_at_a_time("house request", request.pk)
    found = HouseRequest.objects.select_related("to_house", "from_house", "regime", "answer").filter(pk=request.pk)
    return found.first() or refuse(_("This request was taken back.")).enforce()
