"""Asking an organisation what it brings, reminding it, taking the question back, and answering."""

from uuid import uuid4, uuid5

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from schakel.audit.once import made_once, one_at_a_time
from schakel.audit.record import act, record
from schakel.cases import actions as cases
from schakel.cases.actions.drafts import done_with
from schakel.cases.circle import about_of
from schakel.cases.drafts import draft_that_answers
from schakel.cases.rules import RUNNING, seats_of
from schakel.vault.words import Keyring

from .models import InformationRequest, RequestAnswer, RequestReminder
from .rules import may_answer, may_ask, may_be_asked, may_remind, may_withdraw


@made_once(InformationRequest)
@act("request.asked", gettext_noop("asked an organisation what it brings"))
def ask(*, by, case, capacity, kind, question, due_on, people=(), key=None):
    """Ask one seated organisation what it brings, by a day; no people means the situation. (nl: uitvragen)"""
    may_ask(by, case).enforce()
    may_be_asked(case, capacity, people, due_on).enforce()
    ours = next(seat.capacity_id for seat in seats_of(by, case) if seat.role in RUNNING)
    request = InformationRequest.objects.create(
        id=key or uuid4(), case=case, author=by, capacity=capacity, kind=kind, due_on=due_on,
        about=about_of(case, people), audience=sorted({capacity.pk, ours}),
    )  # fmt: skip
    Keyring.of(case).write(request, question=question)
    record(by=by, file=case, about=request)
    return request


@transaction.atomic
def ask_each(*, by, case, capacities, once, **question):
    """Ask several organisations the same, each its own question: all of them, or none."""
    return [ask(by=by, case=case, capacity=one, key=uuid5(once, str(one.pk)), **question) for one in capacities]


@act("request.reminded", gettext_noop("reminded an organisation of a question"))
def remind(*, by, request):
    """Remind an organisation of a question that waits; each time counts. (nl: aan een uitvraag herinneren)"""
    may_remind(by, request).enforce()
    reminder = RequestReminder.objects.create(**_like(request), author=by)
    record(by=by, file=request.case, about=request)
    return reminder


@act("request.withdrawn", gettext_noop("took a question back"))
def withdraw(*, by, request):
    """No answer is needed any more. (nl: uitvraag intrekken)"""
    one_at_a_time("request", request.pk)
    may_withdraw(by, request).enforce()
    request.withdrawn_at = timezone.now()
    request.save(update_fields=["withdrawn_at"])
    record(by=by, file=request.case, about=request)


@act("request.nothing_known", gettext_noop("answered that nothing is known"))
def say_nothing_known(*, by, request):
    """Answer that one's organisation knows nothing: that is an answer. (nl: niets bekend antwoorden)"""
    answer = _answered(by, request)
    done_with(draft_that_answers(request.case, request.pk))
    record(by=by, file=request.case, about=request)
    return answer


@act("request.answered", gettext_noop("answered a question with a contribution"))
def answer(*, by, request, key=None, **contribution):
    """Bring in what was asked for, as `cases.actions.bring_in` takes it, and link it. (nl: uitvraag beantwoorden)"""
    one_at_a_time("request", request.pk)
    may_answer(by, request).enforce()
    brought = cases.bring_in(by=by, case=request.case, capacity=request.capacity, key=key, **contribution)
    given = _answered(by, request, brought)
    record(by=by, file=request.case, about=request)
    return given


def _answered(by, request, contribution=None):
    one_at_a_time("request", request.pk)
    may_answer(by, request).enforce()
    return RequestAnswer.objects.create(**_like(request), author=by, contribution=contribution)


def _like(request):
    """About whom and for whom, as the question says."""
    return {
        "case": request.case, "request": request, "capacity": request.capacity, "about": request.about,
        "audience": request.audience,
    }  # fmt: skip
