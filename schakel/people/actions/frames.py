"""Legal frames: what holds for somebody, until when, and that it ended earlier."""

from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import Conflict, refuse
from schakel.audit.once import made_once
from schakel.audit.record import act, record
from schakel.vault.words import Keyring

from .. import rules
from ..models import LegalFrame


@made_once(LegalFrame)
@act("person.frame_added", gettext_noop("wrote down a legal frame"))
def add_frame(*, by, file, person, capacity, kind, authority="", since="", until=None, conditions="", key=None):
    """Write down what holds for somebody in law, as this organisation knows it. (nl: juridisch kader vastleggen)"""
    rules.may_tell_about(by, file, person, capacity).enforce()
    frame = LegalFrame.objects.create(
        id=key or uuid4(), file_id=file.file_id, person=person, capacity=capacity, author=by, kind=kind,
        authority=authority, since=since, until=until,
    )  # fmt: skip
    Keyring.of(file).write(frame, conditions=conditions)
    record(by=by, file=file, about=person)
    return frame


@act("person.frame_corrected", gettext_noop("corrected a legal frame"))
def correct_frame(*, by, file, frame, edition, conditions, **fields):
    """Set right what is wrong about a legal frame; also in a closed case. (nl: juridisch kader corrigeren)"""
    rules.may_mend_frame(by, file, frame).enforce()
    now = _as_it_is_now(frame)
    if now.edition != edition:
        raise Conflict(Keyring.of(file).reveal([now])[0])
    Keyring.of(file).rewrite(now, by=by, words={"conditions": conditions}, **fields)
    record(by=by, file=file, about=now.person)
    return now


@act("person.frame_ended", gettext_noop("ended a legal frame early"))
def end_frame(*, by, file, frame, on):
    """Say that a legal frame ended on a day before its time. (nl: juridisch kader beëindigen)"""
    rules.may_end_frame(by, file, frame).enforce()
    now = _as_it_is_now(frame)
    rules.may_end_frame(by, file, now).enforce()  # somebody else may have been first
    if on > timezone.localdate():
        refuse(_("A frame ends early today or earlier; does it end later? Then correct its end date.")).enforce()
    Keyring.of(file).rewrite(now, by=by, ended_on=on)
    record(by=by, file=file, about=now.person)
    return now


def _as_it_is_now(frame):
    return LegalFrame.objects.select_for_update(of=["self"]).select_related("person").get(pk=frame.pk)
