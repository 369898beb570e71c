"""The questions of one opened case, as the reader may see them."""

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.cases.rules import RUNNING
from schakel.network.workdays import workdays_left
from schakel.people.showing import display_name
from schakel.vault.words import DESTROYED, Keyring

from .models import InformationRequest, RequestAnswer, RequestReminder

PER_PAGE = 25


def requests_page(case, circle, reader, number):
    """One page: what waits first, what is due first on top; each row knows its words and how it stands."""
    rows = sorted(map(_with_standing, _requests(case)), key=lambda row: (not row.waits, row.due_on))
    page = Paginator(rows, PER_PAGE).get_page(number)
    return described(page, case, circle, reader)


def request_in(case, circle, reader, key):
    """One question of this opened case with its words, if it concerns and reaches me; otherwise there is none."""
    request = _with_standing(get_object_or_404(_requests(case), pk=key))
    described([request], case, circle, reader)
    return request


def found_request(case, key):
    """The same for an act, without its words."""
    request = get_object_or_404(InformationRequest.objects.select_related("capacity__organisation"), pk=key, case=case)
    request.case = case
    return request


def described(rows, case, circle, reader):
    """Add words, about whom, how it stands, and whose turn it is."""
    Keyring.of(case).reveal(rows)
    names = {person.pk: display_name(person) for person in circle.persons}
    mine = circle.of(reader)
    capacities, runs = {seat.capacity_id for seat in mine}, any(seat.role in RUNNING for seat in mine)
    for row in rows:
        row.case = case
        row.about_whom = _about(row, case, names)
        row.is_destroyed = row.question is DESTROYED
        row.is_ours = row.capacity_id in capacities
        row.can_answer = row.waits and row.is_ours and not case.is_closed
        row.can_remind = row.waits and runs and not case.is_closed
    return rows


def _requests(case):
    related = [
        Prefetch("answers", RequestAnswer.objects.all(), to_attr="all_answers"),
        Prefetch("reminders", RequestReminder.objects.all(), to_attr="all_reminders"),
    ]
    found = InformationRequest.objects.filter(case=case).select_related("capacity__organisation", "author")
    return found.prefetch_related(*related)


def _with_standing(row):
    """Its answer (`given`), how often it was reminded, and whether it waits."""
    row.given = next(iter(row.all_answers), None)
    row.reminded = len(row.all_reminders)
    row.waits = not (row.given or row.withdrawn_at)
    row.is_overdue = row.waits and row.due_on < timezone.localdate()
    row.left = workdays_left(row.due_on)
    return row


def _about(row, case, names):
    if row.about == [case.pk]:
        return _("the situation")
    return ", ".join(names[one] for one in row.about if one in names)
