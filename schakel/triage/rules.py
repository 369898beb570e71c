"""When may who ask, answer, meet about and decide on a referral? The database asks the same; here is the reason."""

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from schakel.access.verdict import ALLOWED, refuse
from schakel.network.models import Appointment, Partnership
from schakel.network.roles import holds, houses_of
from schakel.referrals.rules import may_assess, may_write

from .models import Inquiry


def may_inquire(professional, referral, kind):
    """The triage asks: whether somebody is known, of one organisation at a time and of few."""
    verdict = may_assess(professional, referral)
    if not verdict or kind == Inquiry.Kind.ANONYMOUS:
        return verdict
    asked = Inquiry.objects.filter(referral_id=referral.pk, kind=kind)
    counted = asked.aggregate(all=Count("pk"), waiting=Count("pk", filter=Q(withdrawn_at=None, answered=None)))
    if counted["waiting"] >= referral.house.inquiries_at_once:
        return refuse(_("Another organisation was asked and did not answer yet. Wait, or take that question back."))
    if counted["all"] >= referral.house.inquiries_at_most:
        return refuse(_("No more organisations are asked about one referral. Decide on what you know."))
    return ALLOWED


def may_be_asked(organisation, contact, referral):
    """A partner of the house, not the referrer's own organisation, through its named contact."""
    if organisation.pk == referral.capacity.organisation_id:
        return refuse(_("This is the organisation of the referrer: ask the referrer."))
    if not Partnership.objects.today().filter(house=referral.house_id, organisation=organisation).exists():
        return refuse(_("This organisation does not take part in the house now."))
    if not holds(contact, Appointment.Role.CONTACT, organisation=organisation):
        return refuse(_("Questions of the triage go to the named contact of an organisation; this is not one."))
    return ALLOWED


def may_ask_again(referral, organisation, kind):
    """One question of a kind for each organisation."""
    asked = Inquiry.objects.filter(referral_id=referral.pk, organisation=organisation, kind=kind, withdrawn_at=None)
    return refuse(_("This organisation was asked already.")) if asked.exists() else ALLOWED


def may_take_back(professional, referral, inquiry):
    verdict = may_assess(professional, referral)
    if verdict and inquiry.withdrawn_at:
        return refuse(_("This question was taken back already."))
    return verdict


def may_answer(professional, inquiry):
    """The asked contact answers, once, as long as the referral is being assessed."""
    if inquiry.asked_of_id != professional.pk or inquiry.withdrawn_at:
        return refuse(_("This question is not put to you."))
    if hasattr(inquiry, "answered"):
        return refuse(_("You answered this question. Was something wrong? Call the triage of the house."))
    return ALLOWED


def may_question(professional, referral):
    """The triage asks the referrer to complete what was referred."""
    return may_assess(professional, referral)


def may_reply(professional, question):
    """The referrer or the named contact replies, once."""
    if hasattr(question, "reply"):
        return refuse(_("This question was answered already. You can add something to the referral."))
    return may_write(professional, question.referral)


def may_hold_meetings(professional, house_id=None):
    houses = houses_of(professional, Appointment.Role.TRIAGE)
    if not houses or house_id and house_id not in houses:
        return refuse(_("Meetings of the triage are held by the triage of the house."))
    return ALLOWED


def may_lead(professional, meeting):
    """The triage of the house leads its meeting, until it ends."""
    verdict = may_hold_meetings(professional, meeting.house_id)
    if verdict and meeting.ended_at:
        return refuse(_("This meeting is over."))
    return verdict


def may_attend(colleague, meeting):
    partners = Partnership.objects.today().filter(house=meeting.house_id, organisation=colleague.organisation_id)
    return (
        ALLOWED if partners.exists() else refuse(_("Whoever attends works for the house or for one of its partners."))
    )
