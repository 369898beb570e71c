"""The plan: goals, agreements, the answers of who owns them, and how it goes."""

from schakel.cases.models import Case
from schakel.plans.models import Agreement, Answer, Goal, Progress

from .events import MOVED_ON
from .loading import END, everybody


def load_plan(loading, scene, conferences):
    """Goals in their order; what is only prepared for a conference to come is not there yet."""
    for position, given in enumerate(scene.written.goal):
        agreements = [agreement for agreement in given.agreement if not agreement.draft]
        if not agreements:
            continue
        goal = Goal(
            case=scene.case, about=scene.about(given.persons), life_domain=loading.label(given.domain),
            position=position, outcome=_outcome(given), author=loading.people[scene.written.director],
        )  # fmt: skip
        first = min(loading.at(agreement.made, END) for agreement in agreements)
        loading.put(goal, first, ring=scene.ring, text=given.text, result=given.result)
        for agreement in agreements:
            _agreement(loading, scene, goal, given, agreement, conferences)
    _moved_on(loading, scene)


def _moved_on(loading, scene):
    """To a plan with the first agreement, to monitoring with the last answer."""
    phases = list(Case.Phase.values)
    agreements = [agreement for goal in scene.written.goal for agreement in goal.agreement if not agreement.draft]
    steps = [
        ("plan", [loading.at(agreement.made, END) for agreement in agreements], min),
        ("monitoring", [loading.at(agreement.answered, END) for agreement in agreements if agreement.answered], max),
    ]
    for phase, moments, which in steps:
        if moments and phases.index(scene.case.phase) >= phases.index(phase):
            director = loading.people[scene.written.director]
            loading.act(MOVED_ON, by=director, at=which(moments), file_id=scene.case.pk, subject_id=scene.case.pk)


def _outcome(given):
    if not given.result:
        return Goal.Outcome.OPEN
    return Goal.Outcome.REACHED if given.result.startswith("Bereikt") else Goal.Outcome.PARTLY


def _agreement(loading, scene, goal, given_goal, given, conferences):
    keys = given_goal.persons if everybody(given.persons) else given.persons
    about, director = scene.about(keys), loading.people[scene.written.director]
    agreement = Agreement(
        case=scene.case, about=about, goal_id=goal.pk, title=given.title, seat=_seat_of(scene, given),
        owner=loading.people[given.who], due_on=loading.on(given.due), own_decision=given.own_decision,
        conference=_conference_of(loading, scene, about, given, conferences), author=director,
    )  # fmt: skip
    loading.put(agreement, loading.at(given.made, END), ring=scene.ring, text=given.text)
    if given.answer in ("accepted", "refused"):
        answer = Answer(
            case=scene.case, about=about, agreement=agreement, accepted=given.answer == "accepted",
            author=agreement.owner,
        )  # fmt: skip
        loading.put(answer, loading.at(given.answered, END), ring=scene.ring, reason=given.reason)
    _progress(loading, scene, agreement, given)


def _seat_of(scene, given):
    """The seat of the owner, or of the organisation when somebody else sits there now."""
    seats = scene.seats[given.capacity]
    own = [seat for seat, written in seats if given.who in {one.who for one in written.occupants}]
    return (own or [seat for seat, _ in seats])[0]


def _conference_of(loading, scene, about, given, conferences):
    """The conference of that day at which it was made, if whoever sees the agreement sees the conference too."""
    for held in conferences:
        seen = set(held.row.about) <= set(about) or about == [scene.case.pk]
        if held.row.ended_at and loading.on(given.made) == loading.on(held.written.at) and seen:
            return held.row
    return None


def _progress(loading, scene, agreement, given):
    """Reports in their order; the one on the day it was done ends it, or one without words does."""
    done = loading.on(given.done)
    reports = [(report, loading.on(report.at) == done) for report in given.progress]
    for report, ends in reports:
        row = Progress(
            case=scene.case, about=agreement.about, agreement=agreement, done=ends, author=loading.people[report.by]
        )
        loading.put(row, loading.at(report.at, END), ring=scene.ring, text=report.text)
    if done and not any(ends for _, ends in reports):
        row = Progress(case=scene.case, about=agreement.about, agreement=agreement, done=True, author=agreement.owner)
        loading.put(row, loading.at(given.done, END), ring=scene.ring)
