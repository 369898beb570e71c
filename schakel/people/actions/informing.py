"""Informing a person, or saying why that waits; each person apart, so that none reads about another."""

from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import refuse
from schakel.audit.once import made_once
from schakel.audit.record import act, record
from schakel.vault.words import Keyring

from .. import rules
from ..models import Informing


@made_once(Informing)
@act("person.informed", gettext_noop("wrote down that a person was informed"))
def inform(*, by, file, person, capacity, moment, on_day, how, who="", said="", language="", key=None):
    """Write down that a person was told what happens with their data, by whom and how. (nl: geïnformeerd)"""
    rules.may_tell_about(by, file, person, capacity).enforce()
    if on_day > timezone.localdate():
        refuse(_("Somebody is informed today or was before; for later, postpone.")).enforce()
    informing = Informing.objects.create(
        id=key or uuid4(), file_id=file.file_id, person=person, capacity=capacity, author=by, moment=moment, done=True,
        on_day=on_day, how=how, language=language,
    )  # fmt: skip
    Keyring.of(file).write(informing, who=who, said=said)
    record(by=by, file=file, about=person)
    return informing


@made_once(Informing)
@act("person.informing_postponed", gettext_noop("postponed informing a person"))
def postpone(*, by, file, person, capacity, moment, ground, until, who="", why="", on_day=None, key=None):
    """Say why a person is not informed yet, who decided so, and until when. (nl: informeren uitstellen)"""
    rules.may_tell_about(by, file, person, capacity).enforce()
    today = timezone.localdate()
    if until <= today:
        refuse(_("What is postponed comes back: choose a day after today.")).enforce()
    informing = Informing.objects.create(
        id=key or uuid4(), file_id=file.file_id, person=person, capacity=capacity, author=by, moment=moment, done=False,
        on_day=on_day or today, ground=ground, until=until,
    )  # fmt: skip
    Keyring.of(file).write(informing, who=who, why=why)
    record(by=by, file=file, about=person)
    return informing
