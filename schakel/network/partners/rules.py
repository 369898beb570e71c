"""When may who say which organisations take part, in what capacity, and what may be expected of them?"""

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.access.verdict import ALLOWED, refuse

from ..colleagues.rules import STAFF, administers, speaks_for, takes_part
from ..models import Appointment, Covenant, PartnerProfile, Partnership


def houses_where_staff(professional):
    """The ids of the houses in which this professional prepares, directs or supports cases, or sets things up."""
    held = Appointment.objects.today().filter(professional=professional, role__in=STAFF, house__isnull=False)
    return list(held.values_list("house_id", flat=True))


def may_register(professional, house):
    """Whoever works for a house brings in the organisation that a case needs, within a day."""
    if house.pk not in houses_where_staff(professional):
        return refuse(_("Only those who prepare, direct or support cases in this house bring in an organisation."))
    return ALLOWED


def may_bring_in(professional, house):
    """Structural partners are brought in by the administrator of the house."""
    if not administers(professional, house.pk):
        return refuse(_("Only the functional administrator of the house says who takes part in it."))
    return ALLOWED


def may_add_partner(professional, house, organisation):
    """The same, for an organisation that is there already."""
    if not (verdict := may_bring_in(professional, house)):
        return verdict
    if takes_part(organisation.pk, house.pk):
        return refuse(_("This organisation takes part in this house already."))
    return ALLOWED


def may_end_partnership(professional, partnership, why=None):
    """The administrator of the house, with a reason; what the organisation owes about the past stays."""
    if not Partnership.objects.today().filter(pk=partnership.pk).exists():
        return refuse(_("This organisation takes no part any more."))
    if why is not None and not why.strip():
        return refuse(_("Say why."))
    return may_bring_in(professional, partnership.house)


def covenants_that_end(partnership):
    """The covenants of this organisation in this house that are not over."""
    theirs = {"regime__house": partnership.house_id, "capacity__organisation": partnership.organisation_id}
    return Covenant.objects.not_over().filter(**theirs).select_related("regime", "capacity__organisation")


def may_keep(professional, organisation):
    """Name, kind, chain and capacities are kept by one house, so that they mean the same in all."""
    if not administers(professional, organisation.keeper_id):
        return refuse(_("Only the administrator of the house that keeps this organisation changes its entry."))
    return ALLOWED


def may_describe(professional, house, organisation):
    """What may be expected is said by the organisation's own contact or by the administrator of the house."""
    if not speaks_for(professional, organisation) and not administers(professional, house.pk):
        return refuse(_("Only the organisation's contact or the administrator of the house writes the profile."))
    if PartnerProfile.objects.filter(house=house, organisation=organisation).exists():
        return ALLOWED
    if not takes_part(organisation.pk, house.pk):
        return refuse(_("This organisation is no partner of this house."))
    return ALLOWED


def may_register_covenant(professional, regime, capacity, since, until, reason):
    """The administrator of the regime's house keeps the register of what was signed; nothing is backdated silently."""
    if not administers(professional, regime.house_id):
        return refuse(_("Only the functional administrator of the house registers covenants."))
    if until and until < since:
        return refuse(_("The last day is before the first."))
    if min(since, until or since) < timezone.localdate() and not reason.strip():
        return refuse(_("This begins or ends before today: say why it is registered only now."))
    then = Covenant.objects.filter(regime=regime, capacity=capacity).filter(Q(until=None) | Q(until__gte=since))
    if (then.filter(since__lte=until) if until else then).exists():
        return refuse(_("This capacity is under a covenant in that time already. A next one begins the day after."))
    return ALLOWED


def may_end_covenant(professional, covenant, last_day=None, why=None):
    """An organisation leaves: its seats end, not its duties to keep, answer or destroy."""
    if not administers(professional, covenant.regime.house_id):
        return refuse(_("Only the functional administrator of the house registers covenants."))
    if not Covenant.objects.not_over().filter(pk=covenant.pk).exists():
        return refuse(_("This covenant runs no longer."))
    return ALLOWED if why is None else _may_end_on(covenant, last_day, why)


def _may_end_on(covenant, last_day, why):
    """Within the time that it runs, and with a reason: an end is never later than was agreed."""
    if not why.strip():
        return refuse(_("Say why."))
    if last_day < covenant.since:
        return refuse(_("That is before the covenant began."))
    if covenant.until and last_day > covenant.until:
        return refuse(_("It ends sooner than that already. Going on is a new covenant."))
    return ALLOWED
