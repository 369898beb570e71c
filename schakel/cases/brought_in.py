"""Contributions and recalls in one list, as the reader may see them."""

from itertools import groupby

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from schakel.people.showing import display_name
from schakel.vault.words import DESTROYED, Keyring

from .forms_contribution import readable_date
from .models import Contribution, Recall
from .rules import RUNNING

PER_PAGE = 25


def contributions_page(case, circle, reader, number, by_domain=False):
    """One page; each row knows its words, whom it is about, and what the reader may do with it."""
    contributions = list(Contribution.objects.filter(case=case).select_related("capacity__organisation"))
    recalls = list(Recall.objects.filter(case=case).select_related("capacity__organisation"))
    rows = _in_order([*contributions, *_stubs(recalls, contributions)], by_domain)
    page = Paginator(rows, PER_PAGE).get_page(number)
    shown = [row for row in page.object_list if isinstance(row, Contribution)]
    Keyring.of(case).reveal(shown)
    _Describing(case, circle, reader, contributions, recalls).describe(shown)
    heading = _domain if by_domain else lambda row: ""
    page.groups = [(domain, list(part)) for domain, part in groupby(page.object_list, heading)]
    return page


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
        self.recalled = {recall.contribution_id for recall in recalls}

    def describe(self, rows):
        for row in rows:
            row.about_whom = self._about(row)
            row.for_whom = self._for_whom(row)
            row.when = readable_date(row.fact_date)
            row.is_destroyed = row.text is DESTROYED
            row.is_recalled, row.is_replaced = row.pk in self.recalled, row.pk in self.replaced
            own = row.capacity_id in self.capacities or row.on_behalf and self.runs
            row.can_recall = own and not row.is_recalled
            row.can_correct = row.can_recall and not row.is_replaced

    def _about(self, row):
        if row.concerns_the_whole:
            return _("the situation")
        return ", ".join(self.names[one] for one in row.about if one in self.names)

    def _for_whom(self, row):
        """Empty for everybody; otherwise the organisations, as far as the reader knows that they sit here."""
        if row.audience == [self.case.pk]:
            return ""
        return ", ".join(sorted(self.seated[one] for one in row.audience if one in self.seated))
