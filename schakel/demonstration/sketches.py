"""A case in a few lines: what is written short in `data/sketches/` becomes a case of the same shape as all others.

Where the short form is silent, the ordinary holds: everybody in the circle from the first day, at the table each time,
asked about the first person; what somebody without an account says is written down by the director on their behalf.
"""

from dataclasses import dataclass, field, replace

from . import case_shapes as full
from .beside_shapes import Alert, Draft, Inquiry, Proposal, Question
from .moments import Moment
from .plan_shapes import Agreement, Attendance, Closing, Conference, Goal, Informing, LegalFrame, Note, Progress
from .shapes import EVERYBODY

RUNNING = ("conference", "plan", "monitoring", "closed")
SOURCES = {
    "own_observation": "Eigen waarneming", "conversation": "Gesprek", "own_record": "Eigen dossier",
    "third_party": "Verteld door een ander", "document": "Brief of besluit",
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A seat with who sits there; `about` names persons, otherwise it is for the whole case."""

    who: str
    why: str
    role: str = "participant"
    about: list[str] = field(default_factory=lambda: [EVERYBODY])


@dataclass(frozen=True)
class Said:
    """Something brought in; `only` names who else may read it."""

    who: str
    on: Moment
    domain: str
    text: str
    kind: str = "fact"
    manner: str = "own_observation"
    use: str = "may_discuss"
    only: list[str] = field(default_factory=lambda: [EVERYBODY])
    about: str = ""
    confirmed: bool = True
    secrecy: full.Weighing | None = None
    recalled: full.Recall | None = None


@dataclass(frozen=True)
class Agreed:
    """One agreement of a goal."""

    who: str
    title: str
    text: str
    due: Moment
    answer: str = "accepted"
    reason: str = ""
    done: Moment | None = None
    how: str = ""


@dataclass(frozen=True)
class Aim:
    """A goal of the plan."""

    domain: str
    text: str
    agreed: list[Agreed]
    result: str = ""


@dataclass(frozen=True)
class Met:
    """A case conference."""

    at: Moment
    question: str
    picture: str = ""
    judgement: str = ""
    conclusions: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Told:
    """Who was told when, or why not yet."""

    by: str
    text: str
    on: Moment | None = None
    ground: str = ""
    until: Moment | None = None
    who: str = ""
    manner: str = "talk"


@dataclass(frozen=True)
class Sketch:
    """One case in its short form."""

    key: str
    phase: str
    municipality: str
    theme: str
    situation: str
    referrer: str
    goal: str
    tried: str = ""
    view: str = ""
    regime: str = "complex_case"
    area: bool = False
    who: list[str] = field(default_factory=list)
    received: Moment | None = None
    begun: Moment | None = None
    urgent: bool = False
    grounds: list[str] = field(default_factory=list)
    unmet: list[int] = field(default_factory=list)
    decided: Moment | None = None
    outcome: str = "case"
    reason: str = ""
    answer: str = ""
    advice: str = ""
    opened: Moment | None = None
    director: str = ""
    circle: list[Place] = field(default_factory=list)
    lead: full.Lead | None = None
    said: list[Said] = field(default_factory=list)
    met: list[Met] = field(default_factory=list)
    planned: Moment | None = None
    aim: list[Aim] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    relation: list[full.Relation] = field(default_factory=list)
    frame: list[LegalFrame] = field(default_factory=list)
    note: list[Note] = field(default_factory=list)
    inquiry: list[Inquiry] = field(default_factory=list)
    question: list[Question] = field(default_factory=list)
    alert: list[Alert] = field(default_factory=list)
    proposal: list[Proposal] = field(default_factory=list)
    draft: list[Draft] = field(default_factory=list)
    seat_request: list[full.SeatRequest] = field(default_factory=list)
    exclusion: list[full.Exclusion] = field(default_factory=list)
    transfer: full.Transfer | None = None
    closing: Closing | None = None


@dataclass(frozen=True)
class Sketches:
    """Everything in one file of `sketches/`: the cases of one house."""

    house: str
    case: list[Sketch]


SAME = (
    "key", "phase", "municipality", "theme", "situation", "regime", "area", "opened", "director", "lead", "relation",
    "frame", "note", "inquiry", "question", "alert", "proposal", "draft", "seat_request", "exclusion", "transfer",
    "closing",
)  # fmt: skip


def worked_out(world, house, sketch):
    """The case as all others are."""
    persons = [_person(text) for text in sketch.who]
    case = full.Case(
        sketch="kort", house=house, person=persons, referral=_referral(world, sketch),
        triage=_triage(world, house, sketch), seat=_seats(world, sketch),
        informing=[_told(persons, one) for one in sketch.told],
        **{name: getattr(sketch, name) for name in SAME},
    )  # fmt: skip
    return replace(
        case, contribution=[_said(world, sketch, persons, one) for one in sketch.said],
        conference=[_met(case, sketch, one) for one in sketch.met],
        goal=[_aim(world, sketch, one) for one in sketch.aim],
    )  # fmt: skip


def _person(text):
    """`Gerrit Fuutjesma, 61, M, 04-17` and, where there is one, a number and a role."""
    name, age, gender, birthday, *rest = text.split(", ")
    given, _, surname = name.partition(" ")
    number = next((one for one in rest if one.isdigit()), "")
    role = next((one for one in rest if not one.isdigit()), "subject")
    shared = {
        "key": given.lower(),
        "given": given,
        "surname": surname,
        "gender": gender,
        "number": number,
        "role": role,
    }
    if birthday.startswith("W"):
        return full.Person(**shared, turns=int(age), turns_on=Moment.parse(birthday))
    return full.Person(**shared, age=int(age), birthday=birthday)


def _capacity(world, who):
    return world.people[who].capacities[0]


def _criteria(sketch):
    return [
        full.CriterionMet(number, number not in sketch.unmet, ground) for number, ground in enumerate(sketch.grounds, 1)
    ]


def _referral(world, sketch):
    state = "draft" if sketch.phase == "referral" else "decided" if sketch.decided else "submitted"
    takes = next(one for one in world.regimes.regime if one.key == sketch.regime).takes_referrals
    return full.Referral(
        referrer=sketch.referrer, contact=sketch.referrer, capacity=_capacity(world, sketch.referrer), state=state,
        theme=sketch.theme, happened=sketch.situation, goal=sketch.goal, tried=sketch.tried, view=sketch.view,
        received=sketch.received, begun=sketch.begun, urgent=sketch.urgent, source="form" if takes else "notice",
        criterion=_criteria(sketch),
    )  # fmt: skip


def _triage(world, house, sketch):
    if not sketch.decided:
        return None
    by = next(one.key for one in world.people.values() if one.house == house and "triage" in one.roles)
    takes = next(one for one in world.regimes.regime if one.key == sketch.regime).takes_referrals
    return full.Triage(
        by=by if takes else sketch.director, at=sketch.decided, outcome=sketch.outcome, reason=sketch.reason,
        answer=sketch.answer, advice=sketch.advice, criterion=_criteria(sketch),
    )  # fmt: skip


def _seats(world, sketch):
    if sketch.phase not in RUNNING:
        return []
    places = [Place(sketch.director, "Voert de procesregie.", role="process_director"), *sketch.circle]
    return [
        full.Seat(
            capacity=_capacity(world, one.who), role=one.role, since=sketch.opened, why=one.why, persons=one.about,
            until=sketch.closing and sketch.closing.at,
            occupants=[full.Occupant(one.who, sketch.opened, sketch.closing and sketch.closing.at)],
        )
        for one in places
    ]  # fmt: skip


def _said(world, sketch, persons, one):
    later = Moment(one.on.unit, one.on.count + 1)
    apart = not world.people[one.who].account
    return full.Contribution(
        capacity=_capacity(world, one.who), by=one.who, kind=one.kind, use=one.use, domain=one.domain, text=one.text,
        about=[one.about or persons[0].key] if persons else ["situation"], brought=one.on,
        fact_date=Moment(one.on.unit, one.on.count - 1), source=SOURCES[one.manner], manner=one.manner,
        reliability="likely" if one.kind == "estimate" else "established", secrecy=one.secrecy, recalled=one.recalled,
        audience=[who if who == EVERYBODY else _capacity(world, who) for who in one.only],
        recorded_by=sketch.director if apart else "", confirmed=later if apart and one.confirmed else None,
    )  # fmt: skip


def _met(case, sketch, one):
    """Around the table: everybody whose seat is for the whole case, but who chairs."""
    held = one.at.count < 0
    seats = [seat for seat in case.seat if seat.persons == [EVERYBODY] and seat.role != "process_director"]
    return Conference(
        at=one.at, minutes=40, state="held" if held else "planned", chair=sketch.director, question=one.question,
        picture=one.picture, judgement=one.judgement, conclusions=one.conclusions,
        attendance=[Attendance(seat.capacity, seat.occupants[0].who, "room") for seat in seats if held],
    )  # fmt: skip


def _aim(world, sketch, one):
    made = sketch.planned or max((met.at for met in sketch.met if met.at.count < 0), key=lambda at: at.count)
    agreements = [_agreed(world, sketch, given, made) for given in one.agreed]
    return Goal(domain=one.domain, text=one.text, agreement=agreements, result=one.result)


def _agreed(world, sketch, one, made):
    """About whoever the seat is for."""
    persons = next((place.about for place in sketch.circle if place.who == one.who), [EVERYBODY])
    answered = None if one.answer in ("none", "own_decision") else Moment(made.unit, made.count + 1)
    return Agreement(
        title=one.title, text=one.text, capacity=_capacity(world, one.who), who=one.who, due=one.due, made=made,
        persons=persons,
        answer=one.answer, answered=answered,
        own_decision=one.answer == "own_decision", reason=one.reason, done=one.done,
        progress=[Progress(one.done, one.who, one.how)] if one.how else [],
    )  # fmt: skip


def _told(persons, one):
    return Informing(
        person=one.who or (persons[0].key if persons else "situation"), by=one.by, text=one.text, at=one.on,
        state="informed" if one.on else "postponed", manner=one.manner if one.on else "", ground=one.ground,
        decided_by="" if one.on else one.by, until=one.until,
    )  # fmt: skip
