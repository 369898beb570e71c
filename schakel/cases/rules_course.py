"""When may who lead, hand over, move, link, disclose or note? What the database asks, with the reason in words."""

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.access.verdict import ALLOWED, refuse
from schakel.network.models import Appointment, Regime
from schakel.network.roles import holds

from .models import CaseLink, Disclosure, HouseAnswer, HouseOffer, LeadOffer, Seat
from .rules import CLOSED, NOT_DIRECTING, NOT_RUNNING_IT, directs, may_direct, runs, seats_of
from .traces import personal_traces

HIDDEN = _("A case of a closed compartment stays with its house; ask the coordinator of the compartment.")
APPOINTS = [Appointment.Role.MANAGER, Appointment.Role.ADMINISTRATOR]
DIRECTS = [Appointment.Role.PROCESS_DIRECTOR, Appointment.Role.SUPPORT]
OWN_HOUSE = [*DIRECTS, *APPOINTS]
RECEIVES = [Appointment.Role.TRIAGE, Appointment.Role.PROCESS_DIRECTOR]
LONGEST_HANDOVER = 90  # days; a table constraint says the same


def lead_of(case):
    """The offer of casusregie that waits for an answer, or was accepted and lasts; None when there is none."""
    offers = LeadOffer.objects.filter(case=case, ended_at=None).exclude(answer__accepted=False)
    return offers.select_related("seat__capacity__organisation", "answer__lead_professional").first()


def may_offer_lead(professional, case, seats=None, lead=None):
    """The process director offers the direction of the content, to one organisation at a time."""
    verdict = may_direct(professional, case, seats)
    if verdict and (lead or lead_of(case)):
        return refuse(_("The lead was offered or given already; withdraw or end that first."))
    return verdict


def can_be_asked_to_lead(seat):
    """Who takes part for the whole case, now; not the house itself, and no adviser."""
    if seat.role != Seat.Role.PARTICIPANT or not seat.whole_case:
        return refuse(_("The lead is offered to an organisation that takes part for the whole case."))
    if seat.starts_at > timezone.now() or (seat.ends_at and seat.ends_at <= timezone.now()):
        return refuse(_("This organisation does not take part at the moment."))
    return ALLOWED


def may_answer_lead(professional, offer):
    """Who sits on the seat, or the contact of its organisation."""
    if offer.case.is_closed:
        return refuse(CLOSED)
    if offer.ended_at or hasattr(offer, "answer"):
        return refuse(_("This offer was answered or withdrawn."))
    if sits_on(professional, offer.seat):
        return ALLOWED
    if holds(professional, Appointment.Role.CONTACT, organisation=offer.seat.capacity.organisation_id):
        return ALLOWED
    return refuse(_("Only who sits for this organisation, or its contact, answers the offer."))


def can_lead(offer, colleague):
    """Somebody who sits there."""
    if colleague is None or not offer.seat.occupants.not_over().filter(professional=colleague).exists():
        return refuse(_("Who leads on the content is a colleague who takes part for this organisation."))
    return ALLOWED


def sits_on(professional, seat):
    return seat.occupants.now().filter(professional=professional).exists()


def may_end_lead(professional, offer, seats=None):
    if offer.ended_at:
        return refuse(_("This has ended already."))
    return may_direct(professional, offer.case, seats)


def may_hand_over(professional, house, giver, taker, only_some=False):
    """One's own cases; those of a colleague who is gone, whoever manages or administers the house, unseen."""
    if giver.pk == taker.pk:
        return refuse(_("Choose two different colleagues."))
    if not _works_as(taker, house, DIRECTS):
        return refuse(_("Only a process director or process support of the house takes cases over."))
    if giver.pk == professional.pk:
        return ALLOWED
    if not _works_as(professional, house, APPOINTS):
        return refuse(_("You hand over your own cases; those of a colleague, the manager or the administrator does."))
    if taker.pk == professional.pk:
        return refuse(_("Who hands over the cases of a colleague does not take them."))
    if only_some:
        return refuse(_("Who has no seat in these cases hands them over all together, without seeing which."))
    return ALLOWED


def may_offer_to_house(professional, case, seats=None):
    """The process director, of a case that is open and in no closed compartment."""
    if case.regime.hidden:
        return refuse(HIDDEN)
    verdict = may_direct(professional, case, seats)
    if verdict and waiting_offer(case):
        return refuse(_("This case was offered to another house already."))
    return verdict


def waiting_offer(case):
    """The offer to another house that waits for its answer."""
    answered = HouseAnswer.objects.values("request")
    offers = HouseOffer.objects.filter(case=case, withdrawn_at=None).exclude(pk__in=answered)
    return offers.select_related("to_house", "from_house").first()


def says_nothing_of_the_case(text):
    """What the other house reads before it accepts points to nobody, as far as that can be checked."""
    if found := sorted(set(personal_traces(text))):
        words = _("The other house reads this before it accepts; this text seems to hold {traces}.")
        return refuse(words.format(traces=", ".join(found)))
    return ALLOWED


def may_withdraw_offer(professional, offer, seats=None):
    if offer.withdrawn_at or offer != waiting_offer(offer.case):
        return refuse(_("This offer was answered or withdrawn."))
    return may_direct(professional, offer.case, seats)


def may_answer_house(professional, request):
    """Triage or directors of the house it is for."""
    if not _works_as(professional, request.to_house, RECEIVES):
        return refuse(_("Only the triage and the process directors of the house it is for answer."))
    if hasattr(request, "answer"):
        return refuse(_("This request was answered already."))
    return ALLOWED


def regime_there(request):
    """The kind of approach of the same code in the other house; None when it has none."""
    return Regime.objects.filter(house=request.to_house_id, code=request.regime.code, hidden=False).first()


def may_accept_case(professional, request, director):
    verdict = may_answer_house(professional, request)
    if verdict and regime_there(request) is None:
        return refuse(_("Your house has no approach of this kind, so it cannot take this case over."))
    if verdict and not (director and _works_as(director, request.to_house, [Appointment.Role.PROCESS_DIRECTOR])):
        return refuse(_("Choose a process director of your house."))
    if verdict and not _can_direct_there(request, director):
        return refuse(_("This colleague cannot take this case over. Choose another process director."))
    return verdict


def _can_direct_there(request, director):
    """The mandate that the kind of approach asks for; who answers does not know the case, nor who is locked out."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT access.may_answer_house(%s, %s, %s)", [request.pk, director.pk, regime_there(request).pk]
        )
        return cursor.fetchone()[0]


def may_link(professional, case, other=None, seats=None):
    """Who runs this case, to another one in which they take part for the whole."""
    if not runs(professional, case, seats):
        return refuse(NOT_RUNNING_IT)
    if other is None:
        return ALLOWED
    if other.pk == case.pk:
        return refuse(_("This is the case itself."))
    mine = [seats_of(professional, one) for one in (case, other)]
    if not all(any(seat.whole_case for seat in seats) for seats in mine):
        return refuse(_("Two cases are linked by who takes part in both, for the whole case."))
    if CaseLink.objects.filter(case__in=[case, other], other__in=[case, other], ended_at=None).exists():
        return refuse(_("These cases are linked already."))
    return ALLOWED


def may_end_link(professional, link):
    if link.ended_at:
        return refuse(_("This link has ended already."))
    return ALLOWED if runs(professional, link.case) or runs(professional, link.other) else refuse(NOT_RUNNING_IT)


def may_disclose(professional, case, seats=None):
    """Whoever runs an open case writes down what leaves it."""
    if case.is_closed:
        return refuse(CLOSED)
    return ALLOWED if runs(professional, case, seats) else refuse(NOT_RUNNING_IT)


may_note = may_disclose


def may_call(professional, noted):
    if noted.done_at:
        return refuse(_("This call was made already."))
    return ALLOWED if runs(professional, noted.case) else refuse(NOT_RUNNING_IT)


def may_continue(professional, case, regime, disclosure=None, seats=None):
    """The process director of the earlier case: again after it was closed, or under another kind of approach."""
    if not directs(professional, case, seats):
        return refuse(NOT_DIRECTING)
    if regime.hidden or not regime.takes_referrals:
        return refuse(_("This kind of approach takes no referrals here."))
    if regime.pk == case.regime_id:
        return ALLOWED if case.is_closed else refuse(_("This case still runs; there is nothing to begin again."))
    if disclosure is None or disclosure.outcome != "given" or disclosure.to_regime_id != regime.pk:
        return refuse(_("First record what this case discloses to the other kind of approach, and why."))
    return ALLOWED


def ways_on(case):
    """Under which kinds of approach a new test can begin from this case: [(regime, the disclosure it needs)]."""
    again = [(case.regime, None)] if case.is_closed and case.regime.takes_referrals and not case.regime.hidden else []
    given = Disclosure.objects.filter(case=case, outcome=Disclosure.Outcome.GIVEN, to_regime__takes_referrals=True)
    others = {row.to_regime: row for row in given.exclude(to_regime__hidden=True).select_related("to_regime")}
    return [*again, *others.items()]


def may_begin_again(professional, case, seats=None):
    """Whether anything can begin from this case: it is closed, or disclosed something to another kind of approach."""
    if not directs(professional, case, seats):
        return refuse(NOT_DIRECTING)
    return ALLOWED if ways_on(case) else may_continue(professional, case, case.regime, seats=seats)


def _works_as(professional, house, roles):
    return any(holds(professional, role, house=house) for role in roles)
