"""Contributions and recalls in one list, as the reader may see them."""

from collections import namedtuple
from itertools import groupby

from django.core.paginator import Paginator
from django.db import connection
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from schakel.people.showing import display_name
from schakel.vault.words import DESTROYED, Keyring

from .forms_contribution import readable_date
from .models import Confirmation, Contribution, Recall, SecrecyWeighing
from .rules import RUNNING

PER_PAGE = 25
Stopped = namedtuple("Stopped", "organisation own asked confirmed waiting")


def contribution_in(case, key):
    """One contribution of this opened case with its words, if it concerns and reaches me; otherwise there is none."""
    rows = Contribution.objects.select_related("capacity__organisation", "author")
    contribution = get_object_or_404(rows, pk=key, case=case)
    contribution.case = case
    return Keyring.of(case).reveal([contribution])[0]


def contributions_page(case, circle, reader, number, by_domain=False, near=None):
    """One page; each row knows its words, whom it is about, and what the reader may do with it.

    `near` is a contribution to open the page at.
    """
    contributions = list(Contribution.objects.filter(case=case).select_related("capacity__organisation"))
    recalls = list(Recall.objects.filter(case=case).select_related("capacity__organisation"))
    rows = _in_order([*contributions, *_stubs(recalls, contributions)], by_domain)
    place = next((place for place, row in enumerate(rows) if row.pk == near), None)
    page = Paginator(rows, PER_PAGE).get_page(number if place is None else place // PER_PAGE + 1)
    shown = [row for row in page.object_list if isinstance(row, Contribution)]
    ring = Keyring.of(case)
    ring.reveal([*shown, *recalls])
    describing = _Describing(case, circle, reader, contributions, recalls)
    describing.describe(shown)
    describing.add_weighings(ring, shown)
    for recall in recalls:
        recall.stopped = describing.stopped.get(recall.contribution_id, [])
    heading = _domain if by_domain else lambda row: ""
    page.groups = [(domain, list(part)) for domain, part in groupby(page.object_list, heading)]
    return page


def versions_of(case, circle, reader, contribution):
    """What was brought in first and every correction of it that the reader may see, in order, described."""
    rows = list(Contribution.objects.filter(case=case).select_related("capacity__organisation"))
    by_id = {row.pk: row for row in rows}
    first = by_id[contribution.pk]
    while first.replaces_id in by_id:
        first = by_id[first.replaces_id]
    next_of = {row.replaces_id: row for row in rows if row.replaces_id}
    chain = [first]
    while chain[-1].pk in next_of:
        chain.append(next_of[chain[-1].pk])
    Keyring.of(case).reveal(chain)
    _Describing(case, circle, reader, rows, []).describe(chain)
    return chain


def own_contributions(case, circle, reader):
    """What the reader's own organisation brought in, oldest first, for its own file; recalled ones say so."""
    own = {seat.capacity_id for seat in circle.of(reader)}
    return described(case, circle, reader, Contribution.objects.filter(capacity__in=own))[::-1]


def described(case, circle, reader, contributions):
    """These of the case, newest first, each with its words and what the reader may do with it."""
    rows = list(contributions.filter(case=case).select_related("capacity__organisation"))
    recalls = list(Recall.objects.filter(case=case).select_related("capacity__organisation"))
    Keyring.of(case).reveal([*rows, *recalls])
    _Describing(case, circle, reader, rows, recalls).describe(rows)
    return rows


def _stubs(recalls, contributions):
    """Of what the reader cannot see any more only that it was recalled."""
    visible = {contribution.pk for contribution in contributions}
    return [recall for recall in recalls if recall.contribution_id not in visible]


def _in_order(rows, by_domain):
    rows.sort(key=_moment, reverse=True)
    if by_domain:
        rows.sort(key=lambda row: (_domain(row) == "", _domain(row)))
    return rows


def _moment(row):
    return getattr(row, "brought_in_at", None) or row.recalled_at


def _domain(row):
    return getattr(row, "life_domain", "")


def _who_stopped_using():
    """For each recall: per organisation how many were asked and confirmed; empty for whom that is not told."""
    told = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM access.who_stopped_using()")
        for contribution, organisation, own, asked, confirmed, waiting in cursor.fetchall():
            row = Stopped(organisation, own, asked, confirmed, ", ".join(waiting or []))
            told.setdefault(contribution, []).append(row)
    return told


class _Describing:
    """What every row needs, asked once."""

    def __init__(self, case, circle, reader, contributions, recalls):
        self.case = case
        self.names = {person.pk: display_name(person) for person in circle.persons}
        self.seated = {seat.capacity_id: str(seat.capacity) for seat in circle}
        mine = circle.of(reader)
        self.capacities = {seat.capacity_id for seat in mine}
        self.runs = any(seat.role in RUNNING for seat in mine)
        self.replaced = {row.replaces_id for row in contributions if row.replaces_id}
        self.recalled = {recall.contribution_id: recall for recall in recalls}
        spoken_for = [row.pk for row in contributions if row.on_behalf]
        confirmed = Confirmation.objects.filter(contribution__in=spoken_for) if spoken_for else []
        self.confirmed = {row.contribution_id: row for row in confirmed}
        self.stopped = _who_stopped_using() if recalls else {}

    def describe(self, rows):
        for row in rows:
            row.about_whom = self._about(row)
            row.for_whom = self._for_whom(row)
            row.when = readable_date(row.fact_date)
            row.is_destroyed = row.text is DESTROYED
            row.is_recalled, row.is_replaced = row.pk in self.recalled, row.pk in self.replaced
            row.recall, row.stopped = self.recalled.get(row.pk), self.stopped.get(row.pk, [])
            self._standing(row)
            own = row.capacity_id in self.capacities or row.on_behalf and self.runs
            row.can_recall = own and not row.is_recalled
            row.can_correct = row.can_recall and not row.is_replaced

    def _standing(self, row):
        """Of what was written down on behalf of an organisation: whether that organisation confirmed it, or can."""
        row.confirmation = self.confirmed.get(row.pk)
        stands = row.on_behalf and not row.is_recalled and not row.is_replaced
        row.is_unconfirmed = stands and not row.confirmation
        row.can_confirm = row.is_unconfirmed and row.capacity_id in self.capacities and not self.case.is_closed

    def add_weighings(self, ring, rows):
        """How one's own organisation weighed secrecy; to others there is nothing."""
        own = [row.pk for row in rows if row.capacity_id in self.capacities]
        found = SecrecyWeighing.objects.filter(contribution__in=own) if own else []
        weighings = {row.contribution_id: row for row in ring.reveal(found)} if own else {}
        for row in rows:
            row.weighing = weighings.get(row.pk)

    def _about(self, row):
        if row.concerns_the_whole:
            return _("the situation")
        return ", ".join(self.names[one] for one in row.about if one in self.names)

    def _for_whom(self, row):
        """Empty for everybody; otherwise the organisations, as far as the reader knows that they sit here."""
        if row.audience == [self.case.pk]:
            return ""
        return ", ".join(sorted(self.seated[one] for one in row.audience if one in self.seated))
