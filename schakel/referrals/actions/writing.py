"""How a referral is written: the draft, its words and grounds, its persons, its contact."""

from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_noop

from schakel.access.verdict import Conflict
from schakel.audit.once import made_once
from schakel.audit.record import act, record
from schakel.people import keeping
from schakel.people.actions import inform, postpone
from schakel.people.models import Informing, Person
from schakel.vault.words import Keyring

from .. import rules
from ..areas import claims_an_area, is_about_an_area
from ..models import Claim, IntakeAnswer, Referral
from .locking import as_it_is_now
from .typing import saved_typing


@made_once(Referral, signed="referrer")
@act("referral.started", gettext_noop("started a referral"))
def start(*, by, regime, capacity, contact=None, municipality=None, key=None):
    """Begin the draft of a referral. (nl: aanmelding beginnen)"""
    rules.may_refer(by, regime).enforce()
    rules.may_refer_as(by, capacity).enforce()
    referral = Referral(
        id=key or uuid4(), author=by, house_id=regime.house_id, regime=regime, capacity=capacity, referrer=by,
        contact=contact, municipality=municipality,
    )  # fmt: skip
    if contact:
        rules.may_be_contact(contact, referral).enforce()
    referral.save(force_insert=True)
    Keyring.new(referral)
    referral.refresh_from_db()
    record(by=by, file=referral, about=referral)
    return referral


@act("referral.written", gettext_noop("wrote in a referral"))
def write(*, by, referral, edition, words=None, claims=None, answers=None, unsaved=None, **fields):
    """Write in a referral that lies open. (nl: in een aanmelding schrijven)

    Fields, words, per criterion whether it is met and why (`claims` is {criterion: (met, ground)}), and `answers` to
    the house's questions ({question: text}). What was typed meanwhile (`unsaved`) is thereby saved.
    """
    as_it_is_now(referral)
    rules.may_write(by, referral).enforce()
    ring = Keyring.of(referral)
    ring.reveal([referral])
    if referral.edition != edition:
        raise Conflict(referral)
    _nobody_in_an_area(referral, words or {}, claims, answers or {})
    ring.rewrite(referral, by=by, words=words, **fields)
    for criterion, (met, ground) in (claims or {}).items():
        _claim(ring, referral, by, criterion, met, ground)
    for question, text in (answers or {}).items():
        _answer(ring, referral, by, question, text)
    saved_typing(by=by, referral=referral, key=unsaved)
    record(by=by, file=referral, about=referral)
    return referral


@transaction.atomic
def write_all(*, by, referral, person=None, informing=None, **written):
    """Write a whole short referral, with its first person and whether they were informed: all of it, or nothing."""
    write(by=by, referral=referral, **written)
    if person:
        added = add_person(by=by, referral=referral, **person)
        if informing:
            inform_before(by=by, referral=referral, person=added, **informing)


def inform_before(*, by, referral, person, done, key=None, **said):
    """Say that a person was told before the referral, or why not yet, for the organisation that refers."""
    told = inform if done else postpone
    moment = Informing.Moment.BEFORE
    told(by=by, file=referral, person=person, capacity=referral.capacity, moment=moment, key=key, **said)


@act("referral.contact_named", gettext_noop("named the contact of a referral"))
def name_contact(*, by, referral, contact):
    """Let one colleague see the referral as well. (nl: contactpersoon noemen)"""
    as_it_is_now(referral)
    rules.may_name_contact(by, referral).enforce()
    rules.may_be_contact(contact, referral).enforce()
    change(referral, by, contact=contact)
    record(by=by, file=referral, about=contact)


@made_once(Person, signed=None)
@act("referral.person_added", gettext_noop("added a person to a referral"))
def add_person(*, by, referral, names, role=Person.Role.SUBJECT, address=None, number="", key=None):
    """Say whom a referral is about. (nl: betrokkene noemen)"""
    as_it_is_now(referral)
    rules.may_add_person(by, referral, referral.claims.select_related("criterion")).enforce()
    fields = names | {"role": role, "position": Person.objects.filter(file_id=referral.pk).count()}
    person = keeping.add_person(Keyring.of(referral), key=key, number=number, address=address, **fields)
    record(by=by, file=referral, about=person)
    return person


@act("referral.person_corrected", gettext_noop("corrected a person in a referral"))
def correct_person(*, by, referral, person, edition, names, address=None, number=""):
    """Correct names, dates, address or number of a person in a referral. (nl: betrokkene corrigeren)"""
    as_it_is_now(referral)
    rules.may_write(by, referral).enforce()
    person.refresh_from_db()
    if person.edition != edition:
        raise Conflict(person)
    keeping.changed_person(person, **names)
    if address and person_moved(person, address):
        keeping.add_address(person, address)
    if number:
        keeping.put_number(Keyring.of(referral), person, number)
    record(by=by, file=referral, about=person)
    return person


def change(referral, by, **fields):
    """Change fields of a referral that lies open; words belong to their author, so a new author seals them again."""
    if referral.author_id != by.pk:
        Keyring.of(referral).rewrite(referral, by=by, **fields)
        return
    for name, value in fields.items():
        setattr(referral, name, value)
    referral.save(update_fields=list(fields))


def _nobody_in_an_area(referral, words, claims, answers):
    """What is being said holds no trace of a person where the criteria, as they are said now, concern an area only."""
    if claims:
        is_area = is_about_an_area(criterion for criterion, (met, _ground) in claims.items() if met)
    else:
        is_area = claims_an_area(referral.claims.select_related("criterion"))
    grounds = [ground for _met, ground in (claims or {}).values()]
    rules.may_be_said(is_area, *words.values(), *grounds, *answers.values()).enforce()


def _claim(ring, referral, by, criterion, met, ground):
    claim = Claim.objects.filter(referral=referral, criterion=criterion).first()
    if claim is None:
        claim = Claim.objects.create(referral=referral, criterion=criterion, met=met, author=by)
    else:
        claim.met, claim.author, claim.edition = met, by, claim.edition + 1
        claim.save(update_fields=["met", "author", "edition"])
    ring.write(claim, ground=ground)


def _answer(ring, referral, by, question, text):
    answer = IntakeAnswer.objects.filter(referral=referral, question=question).first()
    if answer is None:
        if text:
            ring.write(IntakeAnswer.objects.create(referral=referral, question=question, author=by), text=text)
        return
    ring.rewrite(answer, by=by, words={"text": text})


def person_moved(person, address):
    known = keeping.latest_addresses(person.file_id).get(person.pk)
    if known is None or known.secret != person.secret_address:
        return True
    return any(getattr(known, name) != value for name, value in address.items())
