"""What must be true of the demonstration's data. Each check yields sentences about what is wrong."""

from .case_checks import sees, sitting
from .shapes import EVERYBODY, SITUATION

POSITIONS = {"covenant", "per_case", "flexible", "house"}
HOUSE_ROLES = {
    "process_director",
    "support",
    "triage",
    "manager",
    "privacy_officer",
    "administrator",
    "aftercare_coordinator",
    "radicalisation_coordinator",
}


def problems(world, today):
    """Everything that is wrong with the region, its people and its day."""
    for check in (
        organisations,
        professionals,
        contacts,
        regimes,
        tables,
        names_apart,
        references,
        ends,
        agendas,
        askings,
        kept,
    ):
        yield from check(world, today)


def organisations(world, _today):
    """Organisations have a known position and municipality, and a key of their own."""
    codes = {place.code for place in world.region.municipality}
    keys = [organisation.key for organisation in world.organisations]
    if len(keys) != len(set(keys)):
        yield "region: two organisations share a key"
    for organisation in world.region.organisation:
        if organisation.position not in POSITIONS:
            yield f"{organisation.key}: unknown position {organisation.position}"
        if organisation.municipality and organisation.municipality not in codes:
            yield f"{organisation.key}: unknown municipality {organisation.municipality}"
        if (organisation.kind == "municipality") != (organisation.capacities == ["burgemeester", "college"]):
            yield f"{organisation.key}: only a municipality has the capacities burgemeester and college"
    for wanted in (world.region.house.managing_organisation, world.region.house.own_organisation):
        if wanted not in keys:
            yield f"house: unknown organisation {wanted}"


def professionals(world, _today):
    """Everybody works somewhere, in one organisation, and only house staff have house roles."""
    own = {one.key for one in world.organisations if one.position == "house"}
    for person in world.people.values():
        homes = {world.capacities[key].key for key in person.capacities if key in world.capacities}
        unknown = set(person.capacities) - set(world.capacities)
        if unknown or len(homes) != 1:
            yield f"{person.key}: works at {sorted(homes)}, unknown {sorted(unknown)}"
        if set(person.roles) - HOUSE_ROLES or (person.roles and not homes <= own):
            yield f"{person.key}: roles {person.roles} do not fit"
        if person.deputy and person.deputy not in world.people:
            yield f"{person.key}: unknown deputy {person.deputy}"


def contacts(world, _today):
    """Every organisation where somebody works has a contact."""
    for organisation in world.organisations:
        staff = [p for p in world.people.values() if set(p.capacities) & set(organisation.capacity_keys())]
        if staff and not any(p.contact for p in staff):
            yield f"{organisation.key}: no contact"


def regimes(world, _today):
    """Regimes use only known domains, reasons, themes and kinds; nothing unverified poses as verified."""
    lists = world.regimes
    known = {
        "life_domains": {label.key for label in lists.life_domain},
        "closing_reasons": {label.key for label in lists.closing_reason},
        "themes": {label.key for label in lists.theme},
        "kinds": {organisation.kind for organisation in world.organisations},
    }
    for regime in lists.regime:
        for field, keys in known.items():
            if set(getattr(regime, field)) - keys:
                yield f"{regime.key}: unknown {field} {sorted(set(getattr(regime, field)) - keys)}"
        if regime.verified and not regime.verified_on:
            yield f"{regime.key}: verified without a date"


def tables(world, _today):
    """Tables belong to a regime and a chair of the house."""
    known = {regime.key for regime in world.regimes.regime}
    for table in world.region.table:
        if table.regime not in known or table.chair not in world.people:
            yield f"table {table.key}: unknown regime or chair"
        if set(table.standing) - set(world.capacities):
            yield f"table {table.key}: unknown standing organisations"


def names_apart(world, _today):
    """Nobody whom a case concerns shares a surname with a professional."""
    staff = {person.surname for person in world.people.values()}
    for case in world.cases.values():
        for person in case.person:
            if person.surname in staff:
                yield f"{case.key}: {person.surname} is also a professional's name"


def references(world, _today):
    """The day speaks of cases and people that exist."""
    for entry in [*world.day.asked, *world.day.late, *world.day.end_date]:
        if entry.case not in world.cases:
            yield f"day: unknown case {entry.case}"
    for entry in world.day.asked:
        if entry.of not in world.people:
            yield f"day: unknown professional {entry.of}"


def ends(world, _today):
    """What is late or ends soon does so in the case itself; what is noted often is noted that often."""
    for entry in world.day.late:
        yield from lateness(world.cases[entry.case], entry)
    for entry in world.day.end_date:
        if (entry.what, entry.on) not in {(frame.title, frame.until) for frame in world.cases[entry.case].frame}:
            yield f"day: {entry.what} does not end on {entry.on}"
    for bottleneck in world.day.bottleneck:
        if bottleneck.times != len(bottleneck.noted):
            yield f"day: {bottleneck.text} is not noted {bottleneck.times} times"


def agendas(world, _today):
    """Every item of an agenda is a conference in its case."""
    for agenda in world.day.agenda:
        yield from agenda_fits(world, agenda)


def lateness(case, entry):
    """A late agreement is open and was due that many working days ago."""
    found = [a for goal in case.goal for a in goal.agreement if a.title == entry.agreement]
    fits = [a for a in found if not a.done and a.due.unit == "W" and a.due.count == -entry.working_days]
    if not fits:
        yield f"day: {entry.agreement} of {case.key} is not {entry.working_days} working days late"


def agenda_fits(world, agenda):
    """Every item of an agenda is a conference of that case, at the same table and moment."""
    if agenda.table not in {table.key for table in world.region.table}:
        yield f"day: unknown table {agenda.table}"
    for item in agenda.item:
        case = world.cases.get(item.case)
        if case is None or set(item.guests) - set(world.people):
            yield f"day: item {item.case} is unknown or has unknown guests"
        elif item.kind != "anonymous":
            held = [c for c in case.conference if (c.table, c.at, c.minutes) == (agenda.table, agenda.at, item.minutes)]
            if not held:
                yield f"day: {item.case} has no such conference"


def askings(world, _today):
    """Who is asked within a case sits there; who asks for advice and who answers exist."""
    for one in world.asking.request:
        case = world.cases.get(one.case)
        if case is None or one.of not in {o.who for seat in case.seat for o in seat.occupants}:
            yield f"asking: {one.of} is asked in {one.case} without a seat"
        if bool(one.answer) != bool(one.answered):
            yield f"asking: the answer of {one.of} in {one.case} and its moment"
    for one in world.asking.consultation:
        if {one.by, *(response.by for response in one.response)} - set(world.people) or one.house not in world.houses:
            yield f"asking: unknown people or house in the question of {one.by}"


def kept(world, _today):
    """Who brings a file sits there for whom it is about, and so does whom it is for; links are between other cases."""
    for one in world.kept.document:
        case = world.cases.get(one.case)
        if case is None or not sits_for(case, one) or not reaches(case, one):
            yield f"document {one.file} of {one.by} in {one.case}: no seat for whom it is about"
        if one.replaces and (one.case, one.replaces) not in {(two.case, two.file) for two in world.kept.document}:
            yield f"document {one.file} replaces {one.replaces}, which is not there"
    for one in world.kept.link:
        both = [world.cases.get(key) for key in (one.case, one.other)]
        if None in both or one.case == one.other or not all(one.by in sitting(case) for case in both):
            yield f"link of {one.case} and {one.other}: {one.by} does not take part in both"


def reaches(case, given):
    """Whether each organisation that it is for sees everybody it is about."""
    return all(sees(case, capacity, given.about) for capacity in set(given.audience) - {EVERYBODY})


def sits_for(case, given):
    """Whether a seat of the organisation that brings it is theirs, and sees everybody it is about."""
    seats = [seat for seat in case.seat if seat.capacity == given.capacity]
    people = {person.key for person in case.person} | {SITUATION}
    by = given.by in {one.who for seat in seats for one in seat.occupants}
    return by and set(given.about) <= people and (given.about == [SITUATION] or sees(case, given.capacity, given.about))
