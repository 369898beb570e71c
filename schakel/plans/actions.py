"""Everything that changes a plan. Views, commands and other capabilities all come here."""

from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext_noop

from schakel.audit.once import made_once
from schakel.audit.record import act, record
from schakel.cases.circle import about_of
from schakel.cases.editions import locked, rewrite
from schakel.vault.words import Keyring

from . import rules
from .models import Agreement, Answer, Goal, Progress


@made_once(Goal)
@act("goal.set", gettext_noop("set a goal of the plan"))
def set_goal(*, by, case, text, life_domain="", people=(), key=None):
    """Set what the plan wants to reach, on one life domain. (nl: doel stellen)"""
    about = about_of(case, people)
    rules.may_plan(by, case, about).enforce()
    position = Goal.objects.filter(case=case).count() + 1
    goal = Goal.objects.create(
        id=key or uuid4(), case=case, about=about, author=by, life_domain=life_domain, position=position
    )
    Keyring.of(case).write(goal, text=text)
    record(by=by, file=case, about=goal)
    return goal


@act("goal.reworded", gettext_noop("worded a goal of the plan anew"))
def reword_goal(*, by, goal, text, life_domain, edition):
    """Say a goal in other words; who came second is told. (nl: doel aanscherpen)"""
    rules.may_plan(by, goal.case, goal.about).enforce()
    goal = rewrite(locked(goal, edition), by=by, life_domain=life_domain, words={"text": text})
    record(by=by, file=goal.case, about=goal)
    return goal


@act("goal.ended", gettext_noop("said how a goal of the plan ended"))
def end_goal(*, by, goal, outcome, result, edition):
    """Say whether a goal was reached, and what came of it. (nl: resultaat bij een doel)"""
    rules.may_plan(by, goal.case, goal.about).enforce()
    goal = rewrite(locked(goal, edition), by=by, outcome=outcome, words={"result": result})
    record(by=by, file=goal.case, about=goal)
    return goal


@made_once(Agreement)
@act("agreement.made", gettext_noop("wrote down an agreement"))
def agree(
    *, by, case, title, seat, due_on, text="", owner=None, own_decision=False, goal=None, conference=None, people=(),
    key=None,
):  # fmt: skip
    """Write down what an organisation with a seat will do, by when. (nl: afspraak vastleggen)"""
    about = about_of(case, people)
    rules.may_plan(by, case, about).enforce()
    rules.may_own(case, seat, about, owner).enforce()
    rules.may_stand_under(case, goal, about).enforce()
    agreement = Agreement.objects.create(
        id=key or uuid4(), case=case, about=about, author=by, title=title, seat=seat, owner=owner, due_on=due_on,
        own_decision=own_decision, goal_id=goal and goal.pk, conference=_seen_by_all(case, conference, about),
    )  # fmt: skip
    Keyring.of(case).write(agreement, text=text)
    record(by=by, file=case, about=agreement)
    return agreement


def _seen_by_all(case, conference, about):
    """An agreement names its conference only when everybody who sees the one sees the other."""
    if conference and (about == [case.pk] or set(conference.about) <= set(about)):
        return conference
    return None


@made_once(Answer)
@act("agreement.accepted", gettext_noop("accepted an agreement"))
def accept(*, by, agreement, key=None):
    """Accept an agreement for one's own organisation. (nl: akkoord gaan)"""
    return _answer(by, agreement, key, accepted=True)


@made_once(Answer)
@act("agreement.declined", gettext_noop("did not accept an agreement"))
def decline(*, by, agreement, reason, key=None):
    """Refuse an agreement for one's own organisation, with the reason. (nl: niet akkoord gaan)"""
    return _answer(by, agreement, key, accepted=False, reason=reason)


def _answer(by, agreement, key, *, accepted, reason=""):
    rules.may_answer(by, agreement).enforce()
    case = agreement.case
    answer = Answer.objects.create(
        id=key or uuid4(), case=case, about=agreement.about, author=by, agreement=agreement, accepted=accepted
    )
    Keyring.of(case).write(answer, reason=reason)
    record(by=by, file=case, about=agreement)
    return answer


@made_once(Progress)
@act("agreement.reported", gettext_noop("reported how it goes with an agreement"))
def report(*, by, agreement, text, done=False, key=None):
    """Say how it goes with an agreement, or that it is done. (nl: voortgang melden)"""
    rules.may_report(by, agreement).enforce()
    case = agreement.case
    progress = Progress.objects.create(
        id=key or uuid4(), case=case, about=agreement.about, author=by, agreement=agreement, done=done
    )
    Keyring.of(case).write(progress, text=text)
    record(by=by, file=case, about=agreement)
    return progress


@act("agreement.moved", gettext_noop("moved the date of an agreement"))
def move_date(*, by, agreement, due_on, edition):
    """Give an agreement another last day. (nl: datum verzetten)"""
    rules.may_change(by, agreement).enforce()
    agreement = rewrite(locked(agreement, edition), by=by, due_on=due_on)
    record(by=by, file=agreement.case, about=agreement)
    return agreement


@act("agreement.withdrawn", gettext_noop("withdrew an agreement"))
def withdraw(*, by, agreement, edition):
    """Withdraw an agreement; that it was made stays. (nl: afspraak laten vervallen)"""
    rules.may_change(by, agreement).enforce()
    agreement = rewrite(locked(agreement, edition), by=by, withdrawn_at=timezone.now())
    record(by=by, file=agreement.case, about=agreement)
    return agreement
