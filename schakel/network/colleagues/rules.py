"""When may who say who works where, with which role and which mandate?"""

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _

from schakel.access.verdict import ALLOWED, refuse
from schakel.signin.invitations import has_account

from ..models import Appointment, House, Mandate, Partnership
from ..roles import holds, houses_of

STAFF = [
    Appointment.Role.ADMINISTRATOR, Appointment.Role.PROCESS_DIRECTOR, Appointment.Role.SUPPORT,
    Appointment.Role.TRIAGE,
]  # fmt: skip


def administers(professional, house_id):
    return bool(house_id) and holds(professional, Appointment.Role.ADMINISTRATOR, house=house_id)


def speaks_for(professional, organisation):
    """The organisation's own contact, or the administrator of the house that keeps its entry."""
    contact = Q(role=Appointment.Role.CONTACT, organisation=organisation)
    keeper = Q(role=Appointment.Role.ADMINISTRATOR, house=organisation.keeper_id, house__isnull=False)
    return Appointment.objects.today().filter(contact | keeper, professional=professional).exists()


def takes_part(organisation_id, house_id):
    """Whether this organisation takes part in this house today; the house's own does."""
    partner = Partnership.objects.today().filter(organisation=organisation_id, house=house_id)
    return partner.exists() or House.objects.filter(pk=house_id, capacity__organisation=organisation_id).exists()


def may_keep_colleagues(professional, organisation):
    """An organisation says itself who works there; the house need not know."""
    if not speaks_for(professional, organisation):
        return refuse(_("Only the contact of this organisation, or the house that keeps it, says who works there."))
    return ALLOWED


def may_change(professional, colleague):
    """Function, telephone number and leaving; of others only, so that nobody poses as something else."""
    if colleague.pk == professional.pk:
        return refuse(_("Nobody changes this for themselves. Ask another contact, or the house's administrator."))
    if colleague.has_left:
        return refuse(_("This colleague has left. Who comes back is added anew."))
    return may_keep_colleagues(professional, colleague.organisation)


def may_mandate(professional, colleague, regime):
    """The own organisation says who may sit in cases of this kind."""
    if colleague.pk == professional.pk:
        return refuse(_("Nobody gives themselves a mandate. Ask another contact, or the house's administrator."))
    if verdict := may_change(professional, colleague):
        if not takes_part(colleague.organisation_id, regime.house_id):
            return refuse(_("This organisation takes no part in the house of this approach."))
        if Mandate.objects.today().filter(professional=colleague, regime=regime).exists():
            return refuse(_("This colleague has this mandate already."))
        return ALLOWED
    return verdict


def may_end_mandate(professional, mandate):
    """Whoever may give it may end it."""
    return may_change(professional, mandate.professional)


def may_give_roles(professional, house):
    """Who does what for a house is said by its functional administrator."""
    if not administers(professional, house.pk):
        return refuse(_("Only the functional administrator of the house gives roles in it."))
    return ALLOWED


def may_give_any_role(professional, colleague):
    """Whether the form for it makes sense: an administrator, and not for oneself."""
    if colleague.pk == professional.pk:
        return refuse(_("Nobody gives themselves a role. Ask another administrator."))
    if not houses_of(professional, Appointment.Role.ADMINISTRATOR):
        return refuse(_("Only the functional administrator of the house gives roles in it."))
    return ALLOWED


def may_appoint(professional, colleague, house, role):
    """The administrator of the house gives roles in it, to others."""
    if colleague.pk == professional.pk:
        return refuse(_("Nobody gives themselves a role. Ask another administrator."))
    if not (verdict := may_give_roles(professional, house)):
        return verdict
    if colleague.has_left:
        return refuse(_("This colleague has left."))
    if not takes_part(colleague.organisation_id, house.pk):
        return refuse(_("This colleague works for an organisation that takes no part in this house."))
    if holds(colleague, role, house=house):
        return refuse(_("This colleague holds this role already."))
    return ALLOWED


def may_name_contact(professional, colleague):
    """Who speaks for an organisation is said by the administrator of the house that keeps it."""
    organisation = colleague.organisation
    if colleague.pk == professional.pk:
        return refuse(_("Nobody gives themselves a role. Ask another administrator."))
    if not administers(professional, organisation.keeper_id):
        return refuse(_("Only the administrator of the house that keeps this organisation names its contact."))
    if colleague.has_left:
        return refuse(_("This colleague has left."))
    if holds(colleague, Appointment.Role.CONTACT, organisation=organisation):
        return refuse(_("This colleague is a contact already."))
    return ALLOWED


def may_end_appointment(professional, appointment):
    """Whoever may give a role to others may end it; nobody ends or lengthens their own."""
    if appointment.professional_id == professional.pk:
        return refuse(_("Nobody ends their own role: the house would be without. Ask another administrator."))
    house = appointment.house_id or appointment.organisation.keeper_id
    if not administers(professional, house):
        return refuse(_("Only the functional administrator of the house ends roles."))
    return ALLOWED


def may_invite(professional, colleague):
    """A way in is given by who keeps the colleagues; for the flexible shell by the staff who brought them in."""
    if colleague.has_left:
        return refuse(_("This colleague has left."))
    brought_in = colleague.organisation.author_id == professional.pk
    staff = brought_in and any(colleague.organisation.keeper_id in houses_of(professional, role) for role in STAFF)
    if not staff and not (verdict := may_keep_colleagues(professional, colleague.organisation)):
        return verdict
    if has_account(colleague.pk):
        return refuse(_("This colleague has an account already."))
    return _can_be_mailed(professional, colleague)


def _can_be_mailed(professional, colleague):
    """The link goes to an address that is not the inviter's own."""
    if not colleague.email:
        return refuse(_("Write the e-mail address of this colleague first: the link goes there."))
    if colleague.email.casefold() == professional.email.casefold():
        return refuse(_("This is your own e-mail address. The link goes to the colleague."))
    if not (settings.MAIL_SERVER or settings.DEMONSTRATION):
        return refuse(_("This installation sends no mail, so nobody can be invited. Ask its administrator."))
    return ALLOWED
