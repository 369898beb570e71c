"""What is brought in: never edited, but replaced by a correction, or recalled."""

from uuid import uuid4

from django.db import connection
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import Conflict, refuse
from schakel.audit.once import made_once, one_at_a_time
from schakel.audit.record import act, record
from schakel.vault.words import Keyring

from .. import rules
from ..circle import Circle, about_of
from ..models import Confirmation, Contribution, Recall, SecrecyWeighing
from ..rules_contribution import may_be_spoken_for, may_confirm
from .drafts import done_with


@made_once(Contribution)
@act("contribution.brought_in", gettext_noop("brought something in"))
def bring_in(*, by, case, capacity, text, kind, fact_date, people=(), audience=(), key=None, draft=None, **more):
    """Bring in one piece of information, about persons of the case or about the situation. (nl: inbreng)

    `people` are persons of the case, none means the situation; `audience` are capacities, none means everybody
    seated for them. `draft` is what was typed of it, which is destroyed. `more`: source, obtained, reliability,
    life_domain, use, on_behalf, spoken_by, and `weighing`: how professional secrecy was weighed (ground, reasoning).
    """
    rules.may_bring_in(by, case).enforce()
    contribution = _new(by, case, capacity, text, people, audience, key, kind=kind, fact_date=fact_date, **more)
    done_with(draft)
    record(by=by, file=case, about=contribution)
    return contribution


@made_once(Contribution)
@act("contribution.corrected", gettext_noop("corrected what was brought in"))
def correct(*, by, contribution, text, kind, fact_date, people=(), audience=(), key=None, draft=None, **more):
    """Replace a contribution by a right one; also in a closed case. (nl: inbreng corrigeren)

    Corrected meanwhile by a colleague: a `Conflict` with their version, which can be corrected in its turn.
    """
    one_at_a_time("contribution", contribution.pk)
    if meanwhile := Contribution.objects.filter(replaces=contribution).first():
        raise Conflict(meanwhile)
    rules.may_correct(by, contribution).enforce()
    replacing = _new(
        by, contribution.case, contribution.capacity, text, people, audience, key, kind=kind, fact_date=fact_date,
        replaces=contribution, on_behalf=contribution.on_behalf and not _own(by, contribution), **more,
    )  # fmt: skip
    done_with(draft)
    record(by=by, file=contribution.case, about=replacing)
    return replacing


@act("contribution.confirmed", gettext_noop("confirmed what was written down on behalf of their organisation"))
def confirm(*, by, contribution):
    """Stand by what the house wrote down on behalf of one's organisation. (nl: inbreng bevestigen)"""
    one_at_a_time("contribution", contribution.pk)
    may_confirm(by, contribution).enforce()
    confirmation = Confirmation.objects.create(
        case=contribution.case, contribution=contribution, capacity=contribution.capacity, author=by,
        about=contribution.about, audience=contribution.audience,
    )  # fmt: skip
    record(by=by, file=contribution.case, about=contribution)
    return confirmation


@act("contribution.recalled", gettext_noop("recalled what was brought in"))
def recall(*, by, contribution, reason):
    """Take a contribution back, also in a closed case. (nl: inbreng intrekken)

    Nobody else reads it any more; everybody who could learns that it was recalled, and whoever learnt it, by the log,
    is asked to confirm that they no longer use it.
    """
    one_at_a_time("contribution", contribution.pk)
    rules.may_take_back(by, contribution).enforce()
    taken_back = Recall.objects.create(
        case=contribution.case, contribution_id=contribution.pk, capacity=contribution.capacity, author=by,
        about=contribution.about, audience=contribution.audience,
    )  # fmt: skip
    Keyring.of(contribution.case).write(taken_back, reason=reason)
    ask_who_learnt(contribution.case)
    record(by=by, file=contribution.case, about=contribution)
    return taken_back


def ask_who_learnt(case):
    """Ask whoever learnt, by the log, what was recalled in this case; each once, however often this is called.

    For a recall, and for whatever says afterwards that somebody was there. It tells nothing.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT access.ask_who_learnt(%s)", [case.pk])


def _new(by, case, capacity, text, people, audience, key, *, on_behalf=False, source="", spoken_by="", **fields):
    rules.may_speak_for(by, case, capacity, on_behalf=on_behalf).enforce()
    may_be_spoken_for(case, capacity, people, on_behalf=on_behalf).enforce()
    rules.may_be_said(case, text, source).enforce()
    weighing = fields.pop("weighing", None)
    about = about_of(case, people)
    contribution = Contribution.objects.create(
        id=key or uuid4(), case=case, capacity=capacity, author=by, about=about, on_behalf=on_behalf,
        audience=_audience(case, capacity, {one.pk for one in audience}, {person.pk for person in people}, on_behalf),
        **fields,
    )  # fmt: skip
    ring = Keyring.of(case)
    ring.write(contribution, text=text, source=source, spoken_by=spoken_by)
    if weighing and not on_behalf:
        _weigh(by, ring, contribution, **weighing)
    return contribution


def _weigh(by, ring, contribution, *, ground, reasoning=""):
    """How secrecy was weighed, for the own organisation; part of bringing in: no entry of its own tells of it."""
    weighing = SecrecyWeighing.objects.create(
        case=contribution.case, contribution=contribution, capacity=contribution.capacity, author=by, ground=ground,
        about=contribution.about, audience=[contribution.capacity_id],
    )  # fmt: skip
    ring.write(weighing, reasoning=reasoning)


def _audience(case, capacity, named, people, on_behalf):
    """Everybody seated for these persons, or the named organisations, each of which has to sit there for them.

    Who brings it in reads it; so does the house where it wrote down what another said.
    """
    if not named:
        return [case.pk]
    circle = Circle(case)
    if not all(circle.sees(one, people) for one in named):
        refuse(_("One of these organisations has no seat for everybody this is about.")).enforce()
    return sorted(named | {capacity.pk} | ({case.house.capacity_id} if on_behalf else set()))


def _own(by, contribution):
    return contribution.capacity_id in {seat.capacity_id for seat in rules.seats_of(by, contribution.case)}
