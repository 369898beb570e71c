"""What is brought in: never edited, but replaced by a correction, or recalled."""

from uuid import uuid4

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import refuse
from schakel.audit.once import made_once, one_at_a_time
from schakel.audit.record import act, record
from schakel.vault.words import Keyring

from .. import rules
from ..circle import Circle, about_of
from ..models import Contribution, Recall


@made_once(Contribution)
@act("contribution.brought_in", gettext_noop("brought something in"))
def bring_in(*, by, case, capacity, text, kind, fact_date, people=(), audience=(), key=None, **more):
    """Bring in one piece of information, about persons of the case or about the situation. (nl: inbreng)

    `people` are persons of the case, none means the situation; `audience` are capacities, none means everybody
    seated for them. `more`: source, life_domain, use, on_behalf and spoken_by.
    """
    rules.may_bring_in(by, case).enforce()
    contribution = _new(by, case, capacity, text, people, audience, key, kind=kind, fact_date=fact_date, **more)
    record(by=by, file=case, about=contribution)
    return contribution


@made_once(Contribution)
@act("contribution.corrected", gettext_noop("corrected what was brought in"))
def correct(*, by, contribution, text, kind, fact_date, people=(), audience=(), key=None, **more):
    """Replace a contribution by a right one; also in a closed case. (nl: inbreng corrigeren)"""
    one_at_a_time("contribution", contribution.pk)
    rules.may_correct(by, contribution).enforce()
    replacing = _new(
        by, contribution.case, contribution.capacity, text, people, audience, key, kind=kind, fact_date=fact_date,
        replaces=contribution, on_behalf=contribution.on_behalf and not _own(by, contribution), **more,
    )  # fmt: skip
    record(by=by, file=contribution.case, about=replacing)
    return replacing


@act("contribution.recalled", gettext_noop("recalled what was brought in"))
def recall(*, by, contribution, reason):
    """Take a contribution back, also in a closed case. (nl: inbreng intrekken)

    Nobody else reads it any more; everybody who could learns that it was recalled.
    """
    one_at_a_time("contribution", contribution.pk)
    rules.may_take_back(by, contribution).enforce()
    taken_back = Recall.objects.create(
        case=contribution.case, contribution_id=contribution.pk, capacity=contribution.capacity, author=by,
        about=contribution.about, audience=contribution.audience,
    )  # fmt: skip
    Keyring.of(contribution.case).write(taken_back, reason=reason)
    record(by=by, file=contribution.case, about=contribution)
    return taken_back


def _new(by, case, capacity, text, people, audience, key, *, on_behalf=False, source="", spoken_by="", **fields):
    rules.may_speak_for(by, case, capacity, on_behalf=on_behalf).enforce()
    rules.may_be_said(case, text, source).enforce()
    about = about_of(case, people)
    contribution = Contribution.objects.create(
        id=key or uuid4(), case=case, capacity=capacity, author=by, about=about, on_behalf=on_behalf,
        audience=_audience(case, capacity, {one.pk for one in audience}, {person.pk for person in people}, on_behalf),
        **fields,
    )  # fmt: skip
    Keyring.of(case).write(contribution, text=text, source=source, spoken_by=spoken_by)
    return contribution


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
