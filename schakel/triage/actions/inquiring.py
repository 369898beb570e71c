"""Asking organisations whether somebody is known there, one at a time, or without a name whether they are needed."""

from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import Refused, refuse
from schakel.audit.once import made_once, one_at_a_time
from schakel.audit.record import act, record
from schakel.people.models import Person
from schakel.people.nameless import points_to_somebody
from schakel.people.showing import display_name, life_line
from schakel.referrals.actions.locking import as_it_is_now
from schakel.vault.words import Keyring

from .. import rules
from ..models import Inquiry, InquiryAnswer
from ..replies import POSSIBLE


@made_once(Inquiry)
@act("triage.asked_known", gettext_noop("asked an organisation whether somebody is known there"))
def ask_known(*, by, referral, organisation, contact, persons, reason, key=None):
    """Ask one organisation, through its contact, whether these persons are known. (nl: bij u bekend? vragen)

    The question carries their names and dates of birth and nothing else of the referral.
    """
    as_it_is_now(referral)
    rules.may_inquire(by, referral, Inquiry.Kind.KNOWN).enforce()
    if not persons:
        refuse(_("Choose whom you ask about.")).enforce()
    lines = [f"{display_name(person)}, {life_line(person)}" for person in persons]
    return _ask(by, referral, Inquiry.Kind.KNOWN, organisation, contact, reason, key, persons="\n".join(lines))


@act("triage.asked_without_name", gettext_noop("put a question without a name to organisations"))
def ask_without_name(*, by, referral, text, asked):
    """Put a text in which nobody can be found to several organisations. (nl: anoniem toetsen)

    `asked` is a list of (organisation, contact, reason).
    """
    as_it_is_now(referral)
    rules.may_inquire(by, referral, Inquiry.Kind.ANONYMOUS).enforce()
    persons = Person.objects.filter(file_id=referral.pk)
    for written in (text, *(reason for _organisation, _contact, reason in asked)):
        if found := points_to_somebody(written, persons):
            refuse(_("Nobody may be found in this text. Leave out: {what}.").format(what=", ".join(found))).enforce()
    if not asked:
        refuse(_("Choose at least one organisation.")).enforce()
    return [
        _ask(by, referral, Inquiry.Kind.ANONYMOUS, organisation, contact, reason, None, text=text)
        for organisation, contact, reason in asked
    ]


def _ask(by, referral, kind, organisation, contact, reason, key, **words):
    rules.may_be_asked(organisation, contact, referral).enforce()
    rules.may_ask_again(referral, organisation, kind).enforce()
    if not reason.strip():
        refuse(_("Say why you ask this organisation.")).enforce()
    inquiry = Inquiry.objects.create(
        id=key or uuid4(), author=by, kind=kind, referral_id=referral.pk, house=referral.house,
        organisation=organisation, asked_of=contact,
    )  # fmt: skip
    Keyring.new(inquiry).write(inquiry, reason=reason, **words)
    record(by=by, file=referral, about=inquiry)
    return inquiry


@act("triage.question_taken_back", gettext_noop("took a question of the triage back"))
def take_back(*, by, referral, inquiry):
    """Take a question back; whoever was asked no longer sees it. (nl: vraag van de triage intrekken)"""
    as_it_is_now(referral)
    inquiry = _as_it_stands(inquiry)
    rules.may_take_back(by, referral, inquiry).enforce()
    inquiry.withdrawn_at = timezone.now()
    inquiry.save(update_fields=["withdrawn_at"])
    record(by=by, file=referral, about=inquiry)


@made_once(InquiryAnswer)
@act("triage.question_answered", gettext_noop("answered a question of the triage"))
def answer(*, by, inquiry, given, note="", key=None):
    """Answer a question that lies open; only the triage reads what. (nl: vraag van de triage beantwoorden)"""
    inquiry = _as_it_stands(inquiry)
    rules.may_answer(by, inquiry).enforce()
    if given not in POSSIBLE[inquiry.kind]:
        refuse(_("Choose one of the answers.")).enforce()
    answered = InquiryAnswer.objects.create(id=key or uuid4(), author=by, inquiry=inquiry)
    Keyring.of(inquiry).write(answered, answer=given, note=note)
    record(by=by, file=inquiry, about=inquiry)
    return answered


def _as_it_stands(inquiry):
    """After everybody else's acts on this referral; it may be gone with the decision."""
    one_at_a_time("referral", inquiry.referral_id)
    try:
        return Inquiry.objects.select_related("house", "answered").get(pk=inquiry.pk)
    except Inquiry.DoesNotExist:
        raise Refused(_("This question is no longer there: the triage took it back or decided.")) from None
