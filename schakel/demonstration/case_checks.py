"""What must be true of every case in the demonstration. Each check yields sentences about what is wrong."""

from datetime import date

from schakel.network import formula
from schakel.people.citizen_number import is_test_number

from .shapes import EVERYBODY, SITUATION

PHASES = ("consultation", "referral", "triage", "conference", "plan", "monitoring", "closed")
KINDS = {"fact", "estimate", "intended_step"}
USES = {"here_only", "may_copy", "may_discuss"}
MANNERS = ["own_observation", "conversation", "third_party", "own_record", "document"]  # in the order of the list
RELIABILITIES = ["established", "likely", "not_assessed"]
ANSWERS = {"accepted", "refused", "none", "own_decision"}
SEAT_ROLES = {"process_director", "process_support", "lead", "participant", "adviser"}
RELATIONS = {
    "parent",
    "partner",
    "former_partner",
    "sibling",
    "parental_authority",
    "guardian",
    "family",
    "victim",
    "other",
}
PERSON_ROLES = {"subject", "system", "victim"}
REFERRAL_STATES = {"decided", "submitted", "draft", "consultation"}
PRESENT = {"room", "screen"}
INFORMING_STATES = {"informed", "postponed", "not_informed"}


def case_problems(world, case, today):
    """Everything that is wrong with one case."""
    for check in (
        frame,
        persons,
        corrections,
        referral,
        circle,
        contributions,
        plan,
        conferences,
        informing,
        closing,
        lead,
    ):
        for problem in check(world, case, today):
            yield f"{case.key}: {problem}"


def is_running(case):
    """Whether this is a case with a circle, not only a referral."""
    return PHASES.index(case.phase) >= PHASES.index("conference")


def frame(world, case, _today):
    """A case has a known regime, phase, theme and municipality, and a director once it runs."""
    if case.regime not in world.approaches(case.house) or case.phase not in PHASES:
        yield "unknown regime or phase"
    elif case.theme not in world.approach(case.house, case.regime).themes:
        yield f"theme {case.theme} is not of {case.regime}"
    if case.municipality not in world.municipalities(case.house):
        yield f"unknown municipality {case.municipality}"
    if is_running(case):
        directors = {o.who for seat in case.seat if seat.role == "process_director" for o in seat.occupants}
        if not case.director or case.director not in directors or not case.opened:
            yield "no director with a seat, or not opened"


def persons(_world, case, today):
    """Persons have a birthday that fits their age and a test number; an area case has no persons."""
    if case.area and case.person:
        yield "an area case takes no persons"
    keys = {person.key for person in case.person}
    for person in case.person:
        if person.number and not is_test_number(person.number):
            yield f"{person.key}: not a test number"
        if person.role not in PERSON_ROLES:
            yield f"{person.key}: unknown role {person.role}"
        try:
            born(person, today) if person.surname else None
        except ValueError:
            yield f"{person.key}: no birthday"
    for relation in case.relation:
        if {relation.who, relation.to} - keys or relation.kind not in RELATIONS:
            yield f"relation {relation.who} {relation.kind} {relation.to}"


def corrections(_world, case, _today):
    """A correction is of a person of the case, by somebody in its circle."""
    for correction in case.correction:
        if correction.person not in {person.key for person in case.person} or correction.by not in sitting(case):
            yield f"correction of {correction.person} by {correction.by}"


def born(person, today):
    """The birth date that gives this person the age that was written; ValueError if nothing was."""
    if person.turns is not None:
        birthday = person.turns_on.on(today)
        return birthday.replace(year=birthday.year - person.turns)
    birthday = date.fromisoformat(f"2000-{person.birthday}")
    had_it = (birthday.month, birthday.day) <= (today.month, today.day)
    return birthday.replace(year=today.year - person.age - (0 if had_it else 1))


def referral(world, case, _today):
    """A referral has a referrer of the referring organisation, and a decision once the case runs."""
    given = case.referral
    if given is None:
        yield "no referral"
        return
    for key in (given.referrer, given.contact):
        home = world.capacities.get(given.capacity)
        staff = world.people.get(key)
        if home is None or staff is None or not set(staff.capacities) & set(home.capacity_keys()):
            yield f"{key} does not work for {given.capacity}"
    if given.state not in REFERRAL_STATES or (given.state == "decided") != (case.triage is not None):
        yield f"referral {given.state} does not fit its triage"
    if (given.source == "notice") == world.approach(case.house, case.regime).takes_referrals:
        yield f"a {given.source} does not fit {case.regime}"
    if is_running(case) and case.triage.outcome != "case":
        yield "runs without having been accepted"
    yield from criteria(world, case)


def criteria(world, case):
    """Criteria are those of the regime; an accepted case meets its formula."""
    regime = world.approach(case.house, case.regime)
    numbers = {criterion.number for criterion in regime.criterion}
    judged = [*case.referral.criterion, *(case.triage.criterion if case.triage else [])]
    if {criterion.number for criterion in judged} - numbers:
        yield "an unknown criterion"
    if case.triage and regime.formula:
        met = {criterion.number for criterion in case.triage.criterion if criterion.met}
        fits = formula.evaluate(formula.parse(regime.formula, numbers), met)
        if fits != (case.triage.outcome == "case"):
            yield f"{regime.formula} with {sorted(met)} does not give {case.triage.outcome}"
    for asked in case.triage.consulted if case.triage else []:
        if asked.capacity not in world.capacities:
            yield f"asked an unknown organisation {asked.capacity}"


def circle(world, case, _today):
    """Seats and occupants exist, fit their organisation and regime, and concern persons of the case."""
    keys = {person.key for person in case.person} | {EVERYBODY}
    kinds = world.approach(case.house, case.regime).kinds
    for seat in case.seat:
        home = world.capacities.get(seat.capacity)
        if home is None or home.kind not in kinds or seat.role not in SEAT_ROLES:
            yield f"seat {seat.capacity} {seat.role}"
        if set(seat.persons) - keys or not seat.why or not seat.occupants:
            yield f"seat {seat.capacity} has unknown persons, no reason or nobody"
        for occupant in seat.occupants:
            staff = world.people.get(occupant.who)
            if staff is None or seat.capacity not in staff.capacities:
                yield f"{occupant.who} cannot sit for {seat.capacity}"
    kept_out = {exclusion.who for exclusion in case.exclusion}
    if kept_out & {occupant.who for seat in case.seat for occupant in seat.occupants}:
        yield "somebody who is kept out has a seat"


def contributions(world, case, today):
    """Contributions come from a seat (or are recorded on behalf), about persons that seat may see."""
    domains = set(world.approach(case.house, case.regime).life_domains)
    for given in case.contribution:
        where = f"contribution {given.capacity} {given.fact_date}"
        shape = (given.kind in KINDS, given.use in USES, given.manner in MANNERS, given.reliability in RELIABILITIES)
        if not all(shape) or given.domain not in domains:
            yield f"{where}: unknown kind, use, manner, reliability or domain"
        if given.fact_date.on(today) > given.brought.on(today):
            yield f"{where}: brought in before it happened"
        for capacity in set(given.audience) - {EVERYBODY}:
            if not sees(case, capacity, given.about):
                yield f"{where}: {capacity} does not see whom this is about"
        yield from origin(case, given, where, today)
        if given.recalled:
            named = {given.recalled.by, *given.recalled.confirmed, *given.recalled.waiting}
            if named - sitting(case):
                yield f"{where}: recalled to people without a seat"


def origin(case, given, where, today):
    """The seat behind a contribution, or the house that records it on behalf."""
    seats = [seat for seat in case.seat if seat.capacity == given.capacity]
    if given.recorded_by:
        if given.recorded_by not in sitting(case):
            yield f"{where}: recorded by somebody without a seat"
    elif not any(sits(occupant, given, today) for seat in seats for occupant in seat.occupants):
        yield f"{where}: {given.by} did not sit there then"
    if seats and not sees(case, given.capacity, given.about):
        yield f"{where}: about somebody this seat does not see"
    if set(given.about) - {person.key for person in case.person} - {SITUATION}:
        yield f"{where}: about an unknown person"


def sits(occupant, given, today):
    """Whether this occupant brought the contribution in while sitting there."""
    brought = given.brought.on(today)
    ended = occupant.until and occupant.until.on(today) < brought
    return occupant.who == given.by and occupant.since.on(today) <= brought and not ended


def sees(case, capacity, about):
    """Whether a seat of this capacity sees all of these persons, or the situation as a whole."""
    seats = [set(seat.persons) for seat in case.seat if seat.capacity == capacity]
    return any(EVERYBODY in persons or set(about) <= persons for persons in seats)


def sitting(case):
    """Everybody who ever had a place in the circle."""
    return {occupant.who for seat in case.seat for occupant in seat.occupants}


def plan(world, case, _today):
    """Goals are on a life domain of the regime; agreements belong to an organisation that sees whom they are about."""
    domains = set(world.approach(case.house, case.regime).life_domains)
    for goal in case.goal:
        if goal.domain not in domains:
            yield f"goal on unknown domain {goal.domain}"
        for agreement in goal.agreement:
            if not sees(case, agreement.capacity, agreement.persons) or agreement.who not in sitting(case):
                yield f"{agreement.title}: {agreement.capacity} or {agreement.who} has no seat for it"
            yield from answered(case, agreement)


def answered(case, agreement):
    """A title names nobody; a refusal has a reason; who decides alone is not asked to accept."""
    if any(word in agreement.title for person in case.person for word in (person.given, person.surname)):
        yield f"{agreement.title}: a name in the title"
    if agreement.answer not in ANSWERS or (agreement.answer == "refused") != bool(agreement.reason):
        yield f"{agreement.title}: answer {agreement.answer} and its reason"
    if agreement.own_decision != (agreement.answer == "own_decision"):
        yield f"{agreement.title}: own decision"


def conferences(world, case, today):
    """Conferences are held by seated organisations on days that fit their state."""
    seated = {seat.capacity for seat in case.seat}
    for meeting in case.conference:
        where = f"conference {meeting.at}"
        if {entry.capacity for entry in meeting.attendance} - seated or meeting.chair not in sitting(case):
            yield f"{where}: attendance or chair without a seat"
        yield from present(case, meeting, where)
        if (meeting.state == "held") != (meeting.at.on(today) < today):
            yield f"{where}: {meeting.state} does not fit its date"
        if set(meeting.guests) - set(world.people):
            yield f"{where}: unknown guests"
        for decision in meeting.decision:
            if decision.capacity not in seated:
                yield f"{where}: a decision by {decision.capacity}"


def present(case, meeting, where):
    """Who was there sits for everybody it was about."""
    for entry in meeting.attendance:
        if entry.how in PRESENT and not sees(case, entry.capacity, meeting.persons):
            yield f"{where}: {entry.capacity} sat there without seeing whom it was about"


def informing(world, case, _today):
    """Every subject is informed, or it is said why not and until when."""
    keys = {person.key for person in case.person} | {SITUATION}
    for entry in case.informing:
        if entry.person not in keys or entry.state not in INFORMING_STATES or entry.by not in world.people:
            yield f"informing {entry.person} {entry.state}"
        if entry.state == "postponed" and not (entry.ground and entry.decided_by and entry.until):
            yield f"informing {entry.person}: postponed without ground, decider or end"
    told = {entry.person for entry in case.informing}
    for person in case.person:
        if is_running(case) and person.role == "subject" and person.key not in told:
            yield f"nothing said about informing {person.key}"


def closing(world, case, _today):
    """Exactly the closed cases have a closing with a known reason, and a result for every goal."""
    if (case.phase == "closed") != (case.closing is not None):
        yield "closing does not fit the phase"
    if case.closing and case.closing.reason not in world.approach(case.house, case.regime).closing_reasons:
        yield f"unknown closing reason {case.closing.reason}"
    if case.closing and not all(goal.result for goal in case.goal):
        yield "closed without a result for every goal"


def lead(_world, case, _today):
    """The organisation with direction of the content has the seat with that role; offered, it is one of the circle."""
    role = "lead" if case.lead and case.lead.accepted else "participant"
    leading = {(seat.capacity, one.who) for seat in case.seat if seat.role == role for one in seat.occupants}
    if case.lead and (case.lead.capacity, case.lead.who) not in leading:
        yield "casusregie without a seat as lead"
