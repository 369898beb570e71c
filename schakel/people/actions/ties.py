"""How persons are related, and who has parental authority: two things, of which neither follows from the other."""

from uuid import uuid4

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import refuse
from schakel.audit.once import made_once
from schakel.audit.record import act, record
from schakel.vault.words import Keyring

from .. import rules
from ..models import Authority, Relation
from ..ties import BOTH_ALIKE


@made_once(Relation)
@act("person.related", gettext_noop("said how two persons are related"))
def relate(*, by, file, person, other, kind, label="", key=None):
    """Say how two persons of a file are related. (nl: relatie)"""
    rules.may_keep(by, file).enforce()
    rules.may_be_related(person, other).enforce()
    if not label and _is_known(file, person, other, kind):
        refuse(_("This relation is known already.")).enforce()
    relation = Relation.objects.create(
        id=key or uuid4(), file_id=file.file_id, person=person, other=other, kind=kind, author=by
    )
    Keyring.of(file).write(relation, label=label)
    record(by=by, file=file, about=person)
    return relation


@act("person.unrelated", gettext_noop("took a relation between two persons back"))
def unrelate(*, by, file, relation):
    """Take back how two persons are related. (nl: relatie intrekken)"""
    rules.may_undo(by, file, relation).enforce()
    now = Relation.objects.select_for_update(of=["self"]).select_related("person").get(pk=relation.pk)
    rules.may_undo(by, file, now).enforce()  # somebody else may have been first
    _undo(now)
    record(by=by, file=file, about=now.person)
    return now


@made_once(Authority, signed=None)
@act("person.authority_given", gettext_noop("wrote down who has parental authority"))
def give_authority(*, by, file, person, holder=None, institution="", key=None):
    """Write down who has parental authority over a child: a person or an institution. (nl: gezag vastleggen)"""
    rules.may_keep(by, file).enforce()
    if bool(holder) == bool(institution):
        refuse(_("Choose a person of this file, or name an institution: one of the two.")).enforce()
    if holder:
        rules.may_be_related(person, holder).enforce()
    known = Authority.objects.standing().filter(file_id=file.file_id, person=person)
    if known.filter(holder=holder, institution=institution).exists():
        refuse(_("This authority is known already.")).enforce()
    authority = Authority.objects.create(
        id=key or uuid4(), file_id=file.file_id, person=person, holder=holder, institution=institution
    )
    record(by=by, file=file, about=person)
    return authority


@act("person.authority_ended", gettext_noop("ended who had parental authority"))
def take_authority_back(*, by, file, authority):
    """Say that somebody has no parental authority any more. (nl: gezag beëindigen)"""
    rules.may_undo(by, file, authority).enforce()
    now = Authority.objects.select_for_update(of=["self"]).select_related("person").get(pk=authority.pk)
    rules.may_undo(by, file, now).enforce()  # somebody else may have been first
    _undo(now)
    record(by=by, file=file, about=now.person)
    return now


def _undo(thing):
    thing.undone_at = timezone.now()
    thing.save(update_fields=["undone_at"])


def _is_known(file, person, other, kind):
    same = Q(person=person, other=other)
    if kind in BOTH_ALIKE:
        same |= Q(person=other, other=person)
    return Relation.objects.standing().filter(same, file_id=file.file_id, kind=kind).exists()
