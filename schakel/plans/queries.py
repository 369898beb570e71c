"""Which agreements are asked of me, mine to do, over time; and how each of them stands."""

from collections import namedtuple
from datetime import date

from django.db.models import BooleanField, Exists, OuterRef, Q, Subquery
from django.db.models.expressions import RawSQL
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from schakel.cases.models import Occupant, Seat, SitsThere
from schakel.design.parts.words import SOON, deadline, urgency
from schakel.network.workdays import workdays_between, workdays_left

from .models import Agreement, Answer, Progress

MANY = 300  # agreements that my work looks at; the list has the rest
LONG_SILENCE = 3  # working days without an answer after which it shows as due


def standing(agreements=None):
    """Agreements with the last answer and whether they are done; what they say stays in the file."""
    agreements = Agreement.objects.all() if agreements is None else agreements
    answers = Answer.objects.filter(agreement=OuterRef("pk")).order_by("-answered_at")
    done = Progress.objects.filter(agreement=OuterRef("pk"), done=True)
    return agreements.annotate(accepted=Subquery(answers.values("accepted")[:1]), is_done=Exists(done)).select_related(
        "case", "seat__capacity__organisation", "owner"
    )


def done_in_my_cases():
    """What is done in my running cases."""
    return in_my_cases().filter(is_done=True)


def running_in_my_cases():
    """What still has to be done, or agreed, in my running cases."""
    return in_my_cases().filter(is_done=False)


def in_my_cases():
    """Over all my running cases, those that still hold; the row policies leave out what does not concern me."""
    return standing().filter(case__closed_at=None, withdrawn_at=None)


def to_answer(professional):
    """What my seats have not accepted or refused yet."""
    return _mine(professional).filter(accepted=None, is_done=False)


def to_do(professional):
    """What my seats accepted and have not done yet."""
    return _mine(professional).filter(accepted=True, is_done=False)


MyAgreements = namedtuple("MyAgreements", "to_answer to_do overdue refused")


def for_my_work(professional):
    """Mine to answer, mine to do; of others over the date where I run or lead, refused where I direct; asked once."""
    direct = RawSQL("plans_agreement.case_id = ANY ((SELECT access.cases_i_direct())::uuid[])", [], BooleanField())
    mine_or_not = in_my_cases().annotate(is_mine=Q(_is_mine(professional)), i_direct=direct, i_follow=Q(_i_follow()))
    rows = list(mine_or_not.filter(is_done=False).order_by("due_on")[:MANY])
    mine = [row for row in rows if row.is_mine]
    today = timezone.localdate()
    return MyAgreements(
        [row for row in mine if row.accepted is None],
        [row for row in mine if row.accepted],
        [stand(row) for row in rows if row.i_follow and _is_late(row, today) and not row.is_mine],
        [row for row in rows if row.accepted is False and row.i_direct],
    )


def _is_late(agreement, today):
    return agreement.accepted is not False and agreement.due_on < today


def _i_follow():
    """Who runs a case and who leads on its content look after what others do; a participant after their own."""
    seats = Seat.objects.filter(
        SitsThere("pk"), role__in=[Seat.Role.PROCESS_DIRECTOR, Seat.Role.PROCESS_SUPPORT, Seat.Role.LEAD]
    )
    return Q(case__in=seats.values("case"))


def overdue_in_my_cases():
    """What is over its date in my running cases, by whichever organisation."""
    late = in_my_cases().filter(is_done=False, due_on__lt=timezone.localdate())
    return late.filter(Q(accepted=None) | Q(accepted=True))  # not exclude(): it would lose those without an answer


def _mine(professional):
    return in_my_cases().filter(_is_mine(professional))


def _is_mine(professional):
    """On a seat of mine; not when a colleague who sits there was named for it."""
    colleague = Occupant.objects.now().filter(seat=OuterRef("seat"), professional=OuterRef("owner"))
    return Q(SitsThere("seat")) & (Q(owner=professional) | ~Exists(colleague))


def of_case(case):
    """All agreements of a case, also those withdrawn."""
    return [stand(row) for row in standing(Agreement.objects.filter(case=case)).order_by("due_on", "made_at")]


def running_in(case):
    """The agreements of a case that still have to be done, soonest first."""
    return [row for row in of_case(case) if row.state in ("unanswered", "accepted")]


def made_at(conference):
    """What was agreed at a conference; also what was agreed meanwhile about others than the conference itself."""
    wanted = Q(conference=conference)
    if conference.started_at:
        until = conference.ended_at or timezone.now()
        wanted |= Q(conference=None, made_at__gte=conference.started_at, made_at__lte=until)
    rows = standing(Agreement.objects.filter(wanted, case=conference.case, withdrawn_at=None)).order_by("made_at")
    return [stand(row) for row in rows]


def stand(agreement, today: date | None = None):
    """Put on an agreement how it stands: `state`, working days `left` (negative: late), `asked_on` and `silent`."""
    today = today or timezone.localdate()
    agreement.state = _state(agreement)
    agreement.left = workdays_left(agreement.due_on, today)
    agreement.asked_on = timezone.localdate(agreement.made_at)
    agreement.silent = max(workdays_between(agreement.asked_on, today), 0)
    decides = _("own decision") if agreement.own_decision else ""
    agreement.meta = " · ".join(str(part) for part in (agreement.seat.capacity, agreement.owner, decides) if part)
    agreement.status, agreement.meaning = _in_a_word(agreement)
    return agreement


def _in_a_word(agreement):
    """The one badge for a list: over the date first, then that nobody answered, then that the last day is near."""
    late, near = agreement.left < 0, agreement.left <= SOON
    if agreement.state == "unanswered" and late or agreement.state == "accepted" and near:
        return deadline(agreement.due_on, agreement.left), urgency(agreement.left)
    return badges(agreement)[0]


def _state(agreement):
    if agreement.withdrawn_at:
        return "withdrawn"
    if agreement.is_done:
        return "done"
    return {None: "unanswered", True: "accepted", False: "refused"}[agreement.accepted]


def badges(agreement):
    """How an agreement stands in words, with their meaning; a last day is a badge of its own."""
    if agreement.state == "unanswered":
        silence = ngettext("no answer yet, {days} working day", "no answer yet, {days} working days", agreement.silent)
        words = silence.format(days=agreement.silent) if agreement.silent else _("waits for an answer")
        return [(words, "due" if agreement.silent >= LONG_SILENCE else "plain")]
    words = {
        "withdrawn": (_("lapsed"), "plain"),
        "done": (_("done"), "good"),
        "refused": (_("not agreed"), "wrong"),
        "accepted": (_("agreed"), "house"),
    }
    return [words[agreement.state]]


def counted(agreements):
    """How far a plan is: done of the whole, what is late, and in words what else stands out."""
    held = [row for row in agreements if row.state != "withdrawn"]
    late = sum(row.state in ("unanswered", "accepted") and row.left < 0 for row in held)
    states = [row.state for row in held]
    silent, refused = states.count("unanswered"), states.count("refused")
    rest = [_("{count} without an answer").format(count=silent)] if silent else []
    rest += [_("{count} not agreed").format(count=refused)] if refused else []
    return {
        "done": states.count("done"), "whole": len(held), "late": bool(late), "rest": " · ".join(rest),
        "words": _("{done} of {whole} agreements done").format(done=states.count("done"), whole=len(held)),
        "left": _("{count} over the date").format(count=late) if late else "",
    }  # fmt: skip
