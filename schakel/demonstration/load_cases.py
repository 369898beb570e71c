"""A case with its circle, what was brought in, and how it ended."""

from dataclasses import dataclass, field
from datetime import time, timedelta

from django.db.models import F

from schakel.cases.models import (
    Case,
    Closing,
    ConfidentialityStatement,
    Contribution,
    Correction,
    Occupant,
    Recall,
    Seat,
    SeatPerson,
)
from schakel.people.models import Person
from schakel.vault.words import Keyring

from .load_conferences import load_conferences
from .load_people import load_people
from .load_plans import load_plan
from .load_readings import load_readings
from .loading import BEGIN, END, everybody
from .shapes import SITUATION


@dataclass
class Scene:
    """One case while it is laid down: the row, its keys, persons by key and seats by capacity."""

    written: object
    case: Case
    ring: Keyring
    opened: object
    people: dict = field(default_factory=dict)
    seats: dict = field(default_factory=dict)
    sitting: list = field(default_factory=list)  # occupants

    def about(self, keys):
        """Whom a row is about: the persons, or the case itself for the situation as a whole."""
        if everybody(keys) or keys == [SITUATION]:
            return [self.case.pk]
        return sorted(self.people[key].pk for key in keys)


def load_case(loading, written, referral):
    """Everything of one case, in the order in which it happened."""
    scene = _open(loading, written, referral)
    for seat in written.seat:
        _seat(loading, scene, seat)
    for given in written.contribution:
        _contribution(loading, scene, given)
    for correction in written.correction:
        _correct(loading, scene, correction)
    conferences = load_conferences(loading, scene)
    load_plan(loading, scene, conferences)
    if written.closing:
        _close(loading, scene)
    load_readings(loading, scene, conferences)


def _open(loading, written, referral):
    """Opened by whoever decided, in the morning where only the day was written, never before the decision."""
    opened = max(loading.at(written.opened, BEGIN), loading.at(written.triage.at))
    triage = loading.people[written.triage.by]
    case = Case(
        house=loading.house, regime=loading.regimes[written.regime], phase=written.phase, is_area=written.area,
        referral_id=referral and referral.pk, author=triage, opened_by=triage,
        closed_at=written.closing and loading.at(written.closing.at),
    )  # fmt: skip
    loading.put(case, opened)
    ring = Keyring.new(case)
    loading.write(case, ring, opened, occasion=written.situation.strip(), goal=written.referral.goal)
    scene = Scene(written, case, ring, opened)
    scene.people = load_people(loading, written, ring, opened, in_case=True)
    return scene


def _seat(loading, scene, given):
    """A seat, whom it is for, and who sits there; in a hidden regime no contact hears of it."""
    since = max(loading.at(given.since, BEGIN), scene.opened)
    director = loading.people[scene.written.director]
    seat = Seat(
        case=scene.case, capacity=loading.capacities[given.capacity], role=given.role, author=director,
        whole_case=everybody(given.persons), starts_at=since, ends_at=loading.at(given.until, END),
    )  # fmt: skip
    loading.put(seat, since)
    if not seat.whole_case:
        for key in given.persons:
            SeatPerson.objects.create(seat=seat, case=scene.case, person=scene.people[key])
    loading.write(seat, scene.ring, since, why=given.why)
    scene.seats.setdefault(given.capacity, []).append((seat, given))
    contact = director if scene.case.regime.hidden else loading.contacts[seat.capacity.organisation_id]
    for one in given.occupants:
        begins = max(loading.at(one.since, BEGIN), since)
        occupant = Occupant(
            seat=seat, professional=loading.people[one.who], starts_at=begins, ends_at=loading.at(one.until, END),
            named_by=contact,
        )  # fmt: skip
        loading.put(occupant, begins, file=scene.case.pk)
        scene.sitting.append((one, occupant))
        if loading.world.capacities[given.capacity].position == "flexible":
            _sign(loading, occupant, begins)


def _sign(loading, occupant, at):
    """Who sits for an organisation without a covenant signs the house's own text before anything else."""
    version = loading.texts.get("confidentiality", "default")
    signed = ConfidentialityStatement(seat=occupant.seat, professional=occupant.professional, text_version=version)
    loading.put(signed, at)


def _contribution(loading, scene, given):
    """One piece of information; what was told by telephone stands under who wrote it down, on behalf of who told it."""
    case, capacity = scene.case, loading.capacities[given.capacity]
    audience = [case.pk]
    if not everybody(given.audience):
        audience = [loading.capacities[key].pk for key in given.audience] + [capacity.pk]
    contribution = Contribution(
        case=case, about=scene.about(given.about), audience=sorted(set(audience)), capacity=capacity, kind=given.kind,
        use=given.use, fact_date=f"{loading.on(given.fact_date):%Y%m%d}", life_domain=loading.label(given.domain),
        on_behalf=bool(given.recorded_by), author=loading.people[given.recorded_by or given.by],
    )  # fmt: skip
    words = {"text": given.text, "source": given.source}
    if given.recorded_by:
        words["spoken_by"] = loading.people[given.by].name
    loading.put(contribution, loading.at(given.brought), ring=scene.ring, **words)
    if given.recalled:
        _recall(loading, scene, contribution, given.recalled)


def _recall(loading, scene, contribution, given):
    row = Recall(
        case=scene.case, contribution_id=contribution.pk, capacity=contribution.capacity, about=contribution.about,
        audience=contribution.audience, author=loading.people[given.by],
    )  # fmt: skip
    at = loading.at(given.at)
    loading.put(row, at, ring=scene.ring, reason=given.why)
    for step, key in enumerate(given.confirmed, start=1):
        reader = loading.people[key]
        later = at + timedelta(hours=1, minutes=17 * step)
        loading.opening(by=reader, at=later, file_id=scene.case.pk, purpose="contributions")


def _correct(loading, scene, given):
    """The data say what is right; what was wrong is gone, that it was corrected is not."""
    person = scene.people[given.person]
    row = Correction(case=scene.case, about=[person.pk], author=loading.people[given.by])
    loading.put(row, loading.at(given.at), ring=scene.ring, reason=given.why)
    Person.objects.filter(pk=person.pk).update(edition=F("edition") + 1)


def _close(loading, scene):
    closing = scene.written.closing
    row = Closing(
        case=scene.case, about=[scene.case.pk], reason=loading.label(closing.reason), author=loading.people[closing.by]
    )
    result = "\n\n".join(part for part in (closing.result, closing.handover, closing.evaluation) if part)
    loading.put(row, loading.at(closing.at, time(11, 0)), ring=scene.ring, result=result)
