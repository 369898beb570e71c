"""What stands beside a case, what leaves it, and the calls around it."""

from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext_noop

from schakel.audit.once import made_once, one_at_a_time
from schakel.audit.record import act, record
from schakel.vault.words import Keyring

from .. import rules_course
from ..circle import about_of
from ..models import CaseLink, Disclosure, ProcessNote


@made_once(CaseLink)
@act("case.linked", gettext_noop("linked two cases"))
def link_cases(*, by, case, other, kind, reason, key=None):
    """Say that two cases have to do with each other, with the reason; each gets its entry. (nl: casussen verbinden)"""
    one_at_a_time("link", *sorted([str(case.pk), str(other.pk)]))
    rules_course.may_link(by, case, other).enforce()
    link = CaseLink(id=key or uuid4(), case=case, other=other, author=by, kind=kind)
    link.sealed = Keyring.of(case).seal(None, reason, link.place)
    link.save(force_insert=True)
    for one in (case, other):
        record(by=by, file=one, about=link)
    return link


@act("case.link_ended", gettext_noop("ended the link between two cases"))
def end_link(*, by, link):
    """End that two cases are linked. (nl: verbinding beëindigen)"""
    rules_course.may_end_link(by, link).enforce()
    link.ended_at = timezone.now()
    link.save(update_fields=["ended_at"])
    for one in (link.case, link.other):
        record(by=by, file=one, about=link)
    return link


@made_once(Disclosure)
@act("disclosure.recorded", gettext_noop("recorded that information left the circle, or was refused"))
def disclose(*, by, case, outcome, decided_on, people=(), to_regime=None, key=None, **words):
    """Record what was disclosed to a third party, or refused, about whom and who decided. (nl: verstrekking)

    `words`: recipient, ground, purpose, content and decided_by.
    """
    rules_course.may_disclose(by, case).enforce()
    disclosure = Disclosure.objects.create(
        id=key or uuid4(), case=case, author=by, about=about_of(case, people), outcome=outcome, decided_on=decided_on,
        to_regime=to_regime,
    )  # fmt: skip
    Keyring.of(case).write(disclosure, **words)
    record(by=by, file=case, about=disclosure)
    return disclosure


@made_once(ProcessNote)
@act("process.noted", gettext_noop("made a process note"))
def note(*, by, case, text, people=(), call_back_on=None, key=None):
    """Note a call or a promise to call back, for who runs the case. (nl: procesnotitie)"""
    rules_course.may_note(by, case).enforce()
    noted = ProcessNote.objects.create(
        id=key or uuid4(), case=case, author=by, about=about_of(case, people), audience=[case.house.capacity_id],
        call_back_on=call_back_on,
    )  # fmt: skip
    Keyring.of(case).write(noted, text=text)
    record(by=by, file=case, about=noted)
    return noted


@act("process.called", gettext_noop("called back"))
def called_back(*, by, noted):
    """Say that the call was made. (nl: teruggebeld)"""
    rules_course.may_call(by, noted).enforce()
    noted.done_at = timezone.now()
    noted.save(update_fields=["done_at"])
    record(by=by, file=noted.case, about=noted)
    return noted
