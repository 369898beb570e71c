"""What the list of partners and the page of one of them show."""

from django.db.models import Prefetch, Q

from ..kinds import in_words
from ..models import Appointment, Covenant, House, Mandate, Organisation, PartnerProfile, Partnership, Professional

AT_MOST = 50  # found with words; who finds more looks closer


def houses_of_mine(professional):
    """The houses that I work for, or in which my organisation takes part, by name."""
    partner = Partnership.objects.today().filter(organisation=professional.organisation_id).values("house")
    working = Appointment.objects.today().filter(professional=professional, house__isnull=False).values("house")
    own = Q(capacity__organisation=professional.organisation_id)
    return House.objects.filter(Q(pk__in=partner) | Q(pk__in=working) | own).order_by("name")


def partners_of(house):
    """The organisations that take part in this house today, with what the list says of them."""
    today = Partnership.objects.today().filter(house=house)
    found = Organisation.objects.filter(partnerships__in=today).distinct().order_by("name")
    return found.prefetch_related(
        Prefetch("partnerships", today, to_attr="taking_part"),
        Prefetch("profiles", PartnerProfile.objects.filter(house=house), to_attr="profile"),
        Prefetch("appointments", _contacts(), to_attr="contacts"),
    )


def filtered(found, chain, kind):
    if chain:
        found = found.filter(chain=chain)
    return found.filter(kind=kind) if kind else found


def kinds_of(house):
    """What kinds there are among the partners, as choices."""
    today = Partnership.objects.today().filter(house=house).values("organisation")
    kinds = Organisation.objects.filter(pk__in=today).order_by("kind").values_list("kind", flat=True).distinct()
    return [(kind, in_words(kind)) for kind in kinds]


def with_words(house, words):
    """Organisations and people of this house whose name or function holds these words."""
    today = Partnership.objects.today().filter(house=house).values("organisation")
    named = Q(name__icontains=words) | Q(short_name__icontains=words)
    people = Professional.objects.working().filter(Q(organisation__in=today) | Q(organisation__capacities__house=house))
    people = people.filter(Q(name__icontains=words) | Q(function__icontains=words)).distinct()
    return (
        list(partners_of(house).filter(named)[:AT_MOST]),
        list(people.select_related("organisation").order_by("name")[:AT_MOST]),
    )


def people_of(organisation):
    """Who works there, with their roles and mandates."""
    roles = Appointment.objects.today().select_related("house").order_by("role")
    return (
        Professional.objects.working()
        .filter(organisation=organisation)
        .prefetch_related(
            Prefetch("appointments", roles, to_attr="roles"),
            Prefetch("mandates", Mandate.objects.today().select_related("regime"), to_attr="mandated"),
        )
        .order_by("name")
    )


def covenants_of(organisation):
    """What was signed, the running ones first."""
    found = Covenant.objects.filter(capacity__organisation=organisation)
    return found.select_related("regime__house", "capacity__organisation").order_by("-until", "-since")


def _contacts():
    return Appointment.objects.today().filter(role=Appointment.Role.CONTACT).select_related("professional")
