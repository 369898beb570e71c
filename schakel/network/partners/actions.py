"""Which organisations take part, in what capacity, under which covenant, and what may be expected of them."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import Conflict, Refused
from schakel.audit.record import act, record

from ..models import Appointment, Capacity, Covenant, Organisation, PartnerProfile, Partnership, Professional
from . import rules

TEXTS = ["offers", "call", "phone", "hours", "term", "ground"]


@act("organisation.registered", gettext_noop("registered an organisation"))
def register_organisation(*, by, house, name, short_name, kind, chain, capacities=("",), position, key=None):
    """Bring a new organisation into the house, with its capacities. (nl: organisatie opnemen)"""
    rules.may_bring_in(by, house).enforce()
    if made := _registered_before(key, by):
        return made
    made = _register(by, house, key, name=name, short_name=short_name, kind=kind, chain=chain)
    for capacity in capacities or [""]:
        Capacity.objects.create(organisation=made, name=capacity)
    Partnership.objects.create(house=house, organisation=made, position=position, since=timezone.localdate())
    record(by=by, about=made)
    return made


@act("organisation.registered_for_a_case", gettext_noop("brought in an organisation for one case"))
def register_for_a_case(*, by, house, name, kind, chain, person, function, phone="", email="", key=None):
    """Bring in an organisation of the flexible shell with whom it sends: no covenant, one case. (nl: flexibele schil)

    In one transaction, so that somebody can take a seat the same day. Whoever comes speaks for the organisation.
    """
    rules.may_register(by, house).enforce()
    if made := _registered_before(key, by):
        return made
    made = _register(by, house, key, name=name, short_name=name[:60], kind=kind, chain=chain)
    today = timezone.localdate()
    Capacity.objects.create(organisation=made, name="")
    Partnership.objects.create(house=house, organisation=made, position=Partnership.Position.FLEXIBLE, since=today)
    colleague = Professional.objects.create(organisation=made, name=person, function=function, phone=phone, email=email)
    Appointment.objects.create(professional=colleague, organisation=made, role=Appointment.Role.CONTACT, since=today)
    record(by=by, about=made)
    return made


@act("organisation.changed", gettext_noop("changed the entry of an organisation"))
def change_organisation(*, by, organisation, name, short_name, kind, chain):
    """Correct what an organisation is called and what it is. (nl: organisatie wijzigen)"""
    rules.may_keep(by, organisation).enforce()
    organisation.name, organisation.short_name = name, short_name
    organisation.kind, organisation.chain = kind, chain
    organisation.save(update_fields=["name", "short_name", "kind", "chain"])
    record(by=by, about=organisation)
    return organisation


@act("organisation.capacity_added", gettext_noop("added a capacity to an organisation"))
def add_capacity(*, by, organisation, name):
    """Say in what other capacity an organisation takes part. (nl: hoedanigheid)"""
    rules.may_keep(by, organisation).enforce()
    if Capacity.objects.filter(organisation=organisation, name=name).exists():
        raise Refused(_("This organisation has this capacity already."))
    made = Capacity.objects.create(organisation=organisation, name=name)
    record(by=by, about=made)
    return made


@act("partnership.began", gettext_noop("brought a partner into the house"))
def add_partner(*, by, house, organisation, position, since=None):
    """Let an organisation that is there already take part in the house. (nl: samenwerking)"""
    rules.may_add_partner(by, house, organisation).enforce()
    since = max(since or timezone.localdate(), timezone.localdate())
    made = Partnership.objects.create(house=house, organisation=organisation, position=position, since=since)
    record(by=by, about=made)
    return made


@act("partnership.ended", gettext_noop("ended the part of an organisation in the house"))
def end_partnership(*, by, partnership, why, last_day=None):
    """An organisation takes no part in the house any more, and why. (nl: samenwerking beëindigen)

    Its covenants there end with the same day.
    """
    rules.may_end_partnership(by, partnership, why).enforce()
    today = timezone.localdate()
    partnership.until = max(last_day, today) if last_day else today - timedelta(days=1)
    partnership.ended_because = why.strip()
    partnership.save(update_fields=["until", "ended_because"])
    for covenant in rules.covenants_that_end(partnership).filter(since__lte=partnership.until):
        end_covenant(by=by, covenant=covenant, last_day=partnership.until, why=why)
    record(by=by, about=partnership)
    return partnership


@act("profile.written", gettext_noop("wrote what may be expected of a partner"))
def write_profile(*, by, house, organisation, edition=0, **texts):
    """Say what others may expect of a partner, whom they call, when and on which ground. (nl: partnerprofiel)"""
    rules.may_describe(by, house, organisation).enforce()
    profile = PartnerProfile.objects.select_for_update().filter(house=house, organisation=organisation).first()
    if profile is None:
        profile = PartnerProfile.objects.create(house=house, organisation=organisation, author=by, **texts)
    else:
        if profile.edition != edition:
            raise Conflict(profile)
        for name in TEXTS:
            setattr(profile, name, texts.get(name, ""))
        profile.edition, profile.author = profile.edition + 1, by
        profile.save(update_fields=[*TEXTS, "edition", "author"])
    record(by=by, about=profile)
    return profile


@act("covenant.registered", gettext_noop("registered a signed covenant"))
def register_covenant(*, by, regime, capacity, version, since, until=None, reason="", key=None):
    """Register what an organisation signed in one capacity, for one kind of approach. (nl: convenant)

    What begins or ends before today is registered with the reason; a next one follows on the one that runs.
    """
    if key and (made := Covenant.objects.filter(pk=key, author=by).first()):
        record(by=by, about=made)
        return made
    rules.may_register_covenant(by, regime, capacity, since, until, reason).enforce()
    named = {"pk": key} if key else {}
    made = Covenant.objects.create(
        **named, regime=regime, capacity=capacity, version=version, since=since, until=until, reason=reason.strip(),
        author=by,
    )  # fmt: skip
    record(by=by, about=made)
    return made


@act("covenant.ended", gettext_noop("registered that an organisation leaves a covenant"))
def end_covenant(*, by, covenant, why, last_day=None):
    """Register that an organisation leaves a covenant, and why; without a last day: at once. (nl: convenant beëindigen)

    Its seats count until that day and no longer; its duties about the past stay.
    """
    last_day = last_day or timezone.localdate() - timedelta(days=1)
    rules.may_end_covenant(by, covenant, last_day, why).enforce()
    covenant.until, covenant.ended_because, covenant.ended_at = last_day, why.strip(), timezone.now()
    covenant.save(update_fields=["until", "ended_because", "ended_at"])
    record(by=by, about=covenant)
    return covenant


def _register(by, house, key, **values):
    named = {"pk": key} if key else {}
    return Organisation.objects.create(**named, keeper=house, author=by, **values)


def _registered_before(key, by):
    """What this very form registered when it was sent the first time."""
    made = Organisation.objects.filter(pk=key, author=by).first() if key else None
    if made:
        record(by=by, about=made)
    return made
