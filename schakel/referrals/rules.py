"""When may who do what with a referral? The database asks the same; here is the reason in words."""

from django.utils.translation import gettext as _

from schakel.access.verdict import ALLOWED, refuse
from schakel.network.models import Appointment, Partnership, Regime
from schakel.network.roles import holds

from .areas import AN_AREA, claims_an_area, traces_in


def approaches_for(professional, municipality=None):
    """The kinds of approach that take referrals, of the houses that one's organisation takes part in.

    Of a municipality: those of the house that serves it.
    """
    houses = professional.organisation.partnerships.today().values("house")
    taking = Regime.objects.filter(house__in=houses, takes_referrals=True, hidden=False).select_related("house")
    if municipality:
        taking = taking.filter(house=municipality.house_id)
    return taking.order_by("house__name", "name")


def may_begin(professional):
    """Whoever has something to refer to."""
    if not approaches_for(professional).exists():
        return refuse(
            _(
                "Your organisation takes part in no approach to which it refers. Ask the functional administrator of "
                "the house."
            )
        )
    return ALLOWED


def may_refer(professional, regime):
    """Professionals of the partners of a house refer, under a regime that takes referrals."""
    if not regime.takes_referrals or regime.hidden:
        return refuse(_("This kind of approach takes no referrals here."))
    if not takes_part(professional, regime.house_id):
        return refuse(_("Your organisation does not take part in this house at the moment."))
    return ALLOWED


def may_refer_as(professional, capacity):
    if capacity.organisation_id != professional.organisation_id:
        return refuse(_("You refer for your own organisation."))
    return ALLOWED


def takes_part(professional, house_id):
    held = Partnership.objects.today().filter(house=house_id, organisation=professional.organisation_id)
    return held.exists()


def is_writer(professional, referral):
    return professional.pk in (referral.referrer_id, referral.contact_id)


def may_write(professional, referral):
    """The referrer or the named contact writes, until the triage has answered."""
    if not is_writer(professional, referral):
        return refuse(_("Only the referrer and the named contact write in this referral."))
    if referral.withdrawn_at:
        return refuse(_("This referral was withdrawn."))
    if referral.is_decided:
        return refuse(_("This referral was answered. Is there something new? Then make a new referral."))
    return ALLOWED


def may_name_contact(professional, referral):
    """The referrer says which colleague sees the referral as well."""
    if professional.pk != referral.referrer_id:
        return refuse(_("Only the referrer says which colleague sees this referral as well."))
    return may_write(professional, referral)


def may_be_contact(colleague, referral):
    if colleague.organisation_id != referral.capacity.organisation_id:
        return refuse(_("The contact works for the referring organisation."))
    if colleague.pk == referral.referrer_id:
        return refuse(_("You are the referrer yourself; name a colleague."))
    return ALLOWED


def may_add_person(professional, referral, claims):
    """Persons belong to a referral about persons; one about an area has none."""
    if claims_an_area(claims):
        return refuse(AN_AREA)
    return may_write(professional, referral)


def may_be_said(is_area, *texts):
    """What is said about an area points to no person, as far as that can be checked."""
    traces = traces_in(texts) if is_area else []
    if traces:
        return refuse(_("{area} This text seems to hold {traces}.").format(area=AN_AREA, traces=", ".join(traces)))
    return ALLOWED


def may_send(professional, referral, missing):
    """Only a complete referral is sent, once."""
    written = may_write(professional, referral)
    if not written:
        return written
    if referral.sent_at:
        return refuse(_("This referral was sent already."))
    if missing:
        return refuse(_("Something is missing: {what}.").format(what=", ".join(str(thing.name) for thing in missing)))
    return ALLOWED


def may_withdraw(professional, referral):
    """Until it is answered, a referral can be taken back."""
    return may_write(professional, referral)


def may_add_to(professional, referral):
    """After sending, things are added beside what was said."""
    if not referral.sent_at:
        return refuse(_("This referral was not sent yet: write in the referral itself."))
    return may_write(professional, referral)


def is_sent(professional, referral):
    """A receipt is of something that was sent, and for who sent it."""
    if not is_writer(professional, referral):
        return refuse(_("Only the referrer and the named contact read the receipt."))
    return ALLOWED if referral.sent_at else refuse(_("This referral was not sent yet."))


def may_throw_away(professional, referral):
    """A draft that was never sent goes when its referrer says so."""
    if professional.pk != referral.referrer_id:
        return refuse(_("Only the referrer throws away a draft."))
    if referral.sent_at:
        return refuse(_("This referral was sent. You can withdraw it."))
    return ALLOWED


def may_deal_with(professional, left):
    """The contact of the organisation deals with what a colleague left behind."""
    speaks_for = Appointment.objects.today().filter(professional=professional, role=Appointment.Role.CONTACT)
    if not speaks_for.filter(organisation__professionals=left.referrer).exists():
        return refuse(_("Only the contact of the organisation deals with what a colleague left behind."))
    return ALLOWED


def may_go_on_with(professional, colleague):
    if colleague.organisation_id != professional.organisation_id or colleague.has_left:
        return refuse(_("Choose a colleague who works for the organisation."))
    return ALLOWED


def may_throw_away_left(professional, left):
    if not left.is_draft:
        return refuse(_("This was sent and waits for an answer. Let a colleague go on with it."))
    return may_deal_with(professional, left)


def needs_a_reason(reason):
    return ALLOWED if reason.strip() else refuse(_("Say why."))


def may_assess(professional, referral):
    """The triage of the house assesses what was sent to it and waits for an answer."""
    if not holds(professional, Appointment.Role.TRIAGE, house=referral.house_id):
        return refuse(_("Only the triage of the house assesses a referral."))
    if referral.withdrawn_at:
        return refuse(_("This referral was withdrawn."))
    if referral.is_decided:
        return refuse(_("This referral was assessed already."))
    return ALLOWED if referral.sent_at else refuse(_("This referral was not sent yet."))


def may_direct(director, house):
    if director is None:
        return refuse(_("A case needs a process director: choose one."))
    if not holds(director, Appointment.Role.PROCESS_DIRECTOR, house=house):
        return refuse(_("This colleague is not a process director of the house."))
    return ALLOWED


def may_support(support, house):
    if support is not None and not holds(support, Appointment.Role.SUPPORT, house=house):
        return refuse(_("This colleague is not in the process support of the house."))
    return ALLOWED


def may_take_answer(professional, referral):
    """Whoever opened the referral, once the triage has answered."""
    if not referral.is_decided:
        return refuse(_("The triage has not answered this referral yet."))
    return ALLOWED
