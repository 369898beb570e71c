"""Whom the triage can ask: the named contacts of the partners of the house."""

from schakel.network.models import Appointment, Organisation, Partnership


def contacts_of(referral):
    """Appointments as contact, of every partner but the referrer's own organisation and the house itself."""
    partners = Partnership.objects.today().filter(house=referral.house_id).values("organisation")
    own = (referral.capacity.organisation_id, referral.house.capacity.organisation_id)
    held = Appointment.objects.today().filter(role=Appointment.Role.CONTACT, organisation__in=partners)
    return (
        held.exclude(organisation__in=own)
        .select_related("organisation", "professional")
        .order_by("organisation__name", "professional__name")
    )


def is_care(organisation):
    return organisation.chain == Organisation.Chain.CARE
