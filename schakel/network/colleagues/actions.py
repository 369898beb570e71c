"""Who works where, with which role and which mandate."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import Refused
from schakel.audit.record import act, record
from schakel.signin import invitations

from ..models import Appointment, Mandate, Professional
from . import rules


@act("professional.added", gettext_noop("added a colleague to an organisation"))
def add_colleague(*, by, organisation, name, function, phone="", email="", key=None):
    """Say that somebody works for an organisation. (nl: collega toevoegen)"""
    rules.may_keep_colleagues(by, organisation).enforce()
    if made := _made_before(Professional, key, organisation=organisation):
        record(by=by, about=made)
        return made
    values = {"name": name, "function": function, "phone": phone, "email": email}
    made = Professional.objects.create(**_keyed(key), organisation=organisation, **values)
    record(by=by, about=made)
    return made


@act("professional.changed", gettext_noop("changed the function of a colleague, or how to reach them"))
def change_colleague(*, by, colleague, name, function, phone="", email=""):
    """Say what a colleague is and how to reach them. (nl: collega wijzigen)"""
    rules.may_change(by, colleague).enforce()
    colleague.name, colleague.function, colleague.phone, colleague.email = name, function, phone, email
    colleague.save(update_fields=["name", "function", "phone", "email"])
    record(by=by, about=colleague)
    return colleague


@act("professional.ended", gettext_noop("said that a colleague leaves"))
def end_colleague(*, by, colleague, last_day=None):
    """Say that a colleague leaves; roles and mandates end with the last day. Without one: at once. (nl: uit dienst)"""
    rules.may_change(by, colleague).enforce()
    colleague.left_on = last_day or timezone.localdate() - timedelta(days=1)
    colleague.save(update_fields=["left_on"])
    record(by=by, about=colleague)
    return colleague


@act("professional.invited", gettext_noop("invited a colleague to make an account"))
def invite(*, by, colleague):
    """Let somebody make an account: a link goes to them by mail; the answer is the code to tell. (nl: uitnodiging)"""
    rules.may_invite(by, colleague).enforce()
    record(by=by, about=colleague)
    return invitations.invite(professional_id=colleague.pk, invited_by=by.pk).spoken


@act("mandate.given", gettext_noop("gave a colleague a mandate"))
def give_mandate(*, by, colleague, regime, since=None, until=None, key=None):
    """Let a colleague sit in cases of one kind for the own organisation. (nl: mandaat geven)"""
    if made := _made_before(Mandate, key, author=by):
        record(by=by, about=made)
        return made
    rules.may_mandate(by, colleague, regime).enforce()
    period = _period(since, until)
    made = Mandate.objects.create(**_keyed(key), professional=colleague, regime=regime, author=by, **period)
    record(by=by, about=made)
    return made


@act("mandate.ended", gettext_noop("ended the mandate of a colleague"))
def end_mandate(*, by, mandate, last_day=None):
    """A colleague sits in no cases of this kind any more. (nl: mandaat beëindigen)"""
    rules.may_end_mandate(by, mandate).enforce()
    return _end(by, mandate, last_day)


@act("appointment.given", gettext_noop("gave somebody a role in the house"))
def appoint(*, by, colleague, house, role, since=None, until=None, key=None):
    """Give somebody a role in the house. (nl: rol geven)"""
    if made := _made_before(Appointment, key, professional=colleague, role=role):
        record(by=by, about=made)
        return made
    if role == Appointment.Role.CONTACT:
        raise Refused(_("A contact is named at the organisation."))
    rules.may_appoint(by, colleague, house, role).enforce()
    made = Appointment.objects.create(
        **_keyed(key), professional=colleague, house=house, role=role, **_period(since, until)
    )
    record(by=by, about=made)
    return made


@act("appointment.contact_named", gettext_noop("named the contact of an organisation"))
def name_contact(*, by, colleague):
    """Let somebody speak for their own organisation. (nl: contactpersoon van de organisatie)"""
    rules.may_name_contact(by, colleague).enforce()
    made = Appointment.objects.create(
        professional=colleague, organisation=colleague.organisation, role=Appointment.Role.CONTACT, **_period()
    )
    record(by=by, about=made)
    return made


@act("appointment.ended", gettext_noop("ended a role"))
def end_appointment(*, by, appointment, last_day=None):
    """Somebody does this no longer. (nl: rol beëindigen)"""
    rules.may_end_appointment(by, appointment).enforce()
    return _end(by, appointment, last_day)


def _end(by, held, last_day):
    """From now on, or after a last day that is still to come."""
    today = timezone.localdate()
    if held.until and held.until < today:
        raise Refused(_("This has ended already."))
    held.until = max(last_day, today) if last_day else today - timedelta(days=1)
    held.save(update_fields=["until"])
    record(by=by, about=held)
    return held


def _period(since=None, until=None):
    """From a day until another, both included; never from before today."""
    since = max(since or timezone.localdate(), timezone.localdate())
    if until and until < since:
        raise Refused(_("The last day is before the first."))
    return {"since": since, "until": until}


def _made_before(model, key, **of):
    """What this very form made when it was sent the first time; sent twice is once."""
    found = model.objects.filter(pk=key).first() if key else None
    if found and any(getattr(found, name) != value for name, value in of.items()):
        raise Refused(_("This form was used for something else. Open it again."))
    return found


def _keyed(key):
    return {"pk": key} if key else {}
