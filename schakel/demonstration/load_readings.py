"""Who opened which file when: occupants before they bring something in, before a conference, and on other mornings."""

from datetime import timedelta

from schakel.network.workdays import add_workdays

LITTLE = timedelta(minutes=11)
EVERY = 9  # working days between two ordinary readings of one colleague
MOST = 6


def load_readings(loading, scene, conferences):
    """Only who has an account can open a file; nobody before they sat, nobody after they left."""
    bounds = {}
    for written, occupant in scene.sitting:
        if loading.world.people[written.who].account:
            bounds.setdefault(written.who, []).append((occupant.starts_at, occupant.ends_at or loading.now))
    moments = [*_before_contributions(loading, scene), *_before_conferences(conferences, bounds)]
    for key, at, purpose in [*moments, *_now_and_then(loading, bounds)]:
        if any(since <= at < until for since, until in bounds.get(key, ())):
            loading.opening(by=loading.people[key], at=at, file_id=scene.case.pk, purpose=purpose)


def _before_contributions(loading, scene):
    for given in scene.written.contribution:
        yield given.recorded_by or given.by, loading.at(given.brought) - LITTLE, "contributions"


def _before_conferences(conferences, bounds):
    """Each prepares at a minute of their own."""
    for held in conferences:
        for place, key in enumerate(sorted(bounds)):
            yield key, held.row.starts_at - timedelta(minutes=35 + 7 * place), "a conference of the case"


def _now_and_then(loading, bounds):
    """Most recent first, so that every running case was read not long ago."""
    for place, key in enumerate(sorted(bounds)):
        for step in range(MOST):
            day = add_workdays(loading.today, -(1 + place + step * EVERY))
            clock = timedelta(hours=9 + (place * 3 + step) % 7, minutes=(place * 23 + step * 13) % 60)
            yield key, loading.midnight(day) + clock, "overview of the case"
