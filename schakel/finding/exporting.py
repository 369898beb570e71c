"""My lists as a file for a spreadsheet: what the page shows, all of it, and no content.

Names only where somebody asked for them; either way it stands in the log, of every file, before there is a row.
"""

from dataclasses import dataclass

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from schakel.audit.opening import names_listed
from schakel.cases.lists import CasesChoice
from schakel.people.models import Person
from schakel.people.showing import display_name
from schakel.plans import queries
from schakel.plans.views.lists import FILTERS
from schakel.referrals import lists
from schakel.sheets.writing import MIMETYPE, as_csv, as_ods

MOST = 1_000  # rows; a longer list is narrowed first
PLAIN = gettext_noop("export of a list, without names")
NAMED = gettext_noop("export of a list, with names")


@dataclass(frozen=True)
class Exportable:
    """A list that can be taken along: what it is called, its rows, and what stands in them."""

    title: str
    address: str
    find: object
    headings: tuple
    cells: object
    file_of: object
    has_names: bool = False


def exported(kind, parameters, ending, *, by, names=False):
    """Name, type and bytes of this list as it is for me now."""
    names = names and kind.has_names
    found = list(kind.find(by, parameters))[:MOST]
    headings = [str(one) for one in kind.headings] + ([str(_("About"))] if names else [])
    rows = _rows(kind, found, by, names)
    title = str(kind.title)
    name = f"{title.lower()}-{localdate().isoformat()}.{ending}"
    if ending == "ods":
        return name, MIMETYPE, as_ods(title, headings, rows)
    return name, "text/csv; charset=utf-8", as_csv(headings, rows)


def _rows(kind, found, by, names):
    files = {kind.file_of(one).file_id: kind.file_of(one) for one in found}
    if not files:
        return []
    with names_listed(files.values(), by=by, purpose=NAMED if names else PLAIN):
        called = _names(files) if names else {}
        return [
            [*kind.cells(one), *([", ".join(called.get(kind.file_of(one).file_id, []))] if names else [])]
            for one in found
        ]


def _names(files):
    called = {}
    for person in Person.objects.filter(file_id__in=files, role=Person.Role.SUBJECT):
        called.setdefault(person.file_id, []).append(display_name(person))
    return called


def _cases(by, parameters):
    return CasesChoice(by, parameters).cases().select_related("regime")[: MOST + 1]


def _case(case):
    kind = _("area") if case.is_area else _("persons")
    closed = localdate(case.closed_at) if case.closed_at else None
    return [case.number, str(kind), case.regime.name, str(case.get_phase_display()), localdate(case.opened_at), closed]


def _referrals(by, parameters):
    houses, shown = lists.houses_i_triage(by), parameters.get("toon")
    found = {"beoordelen": lists.to_assess, "beantwoord": lists.answered}.get(shown)
    if found is None and not shown and houses:
        found = lists.to_assess
    return lists.with_terms(list((found(houses) if found else lists.mine(by))[: MOST + 1]))


def _referral(referral):
    sent = localdate(referral.sent_at) if referral.sent_at else None
    return [referral.number, str(referral.capacity), referral.regime.name, referral.status.text, sent, referral.due]


def _agreements(by, parameters):
    shown = parameters.get("toon")
    _label, find = FILTERS[shown if shown in FILTERS else "lopend"]
    return find(by).order_by("due_on", "pk")[: MOST + 1]


def _agreement(agreement):
    queries.stand(agreement)
    done = _("done") if agreement.is_done else _("not done yet")
    return [agreement.title, agreement.case.number, str(agreement.seat.capacity), agreement.due_on, str(done)]


KINDS = {
    "casussen": Exportable(
        _("Cases"), "cases:cases", _cases,
        (_("Case"), _("Kind"), _("Approach"), _("Phase"), _("Opened on"), _("Closed on")), _case,
        file_of=lambda case: case, has_names=True,
    ),
    "aanmeldingen": Exportable(
        _("Referrals"), "referrals:referrals", _referrals,
        (_("Referral"), _("Organisation"), _("Approach"), _("State"), _("Sent on"), _("Answer before")), _referral,
        file_of=lambda referral: referral, has_names=True,
    ),
    "afspraken": Exportable(
        _("Agreements"), "plans:agreements", _agreements,
        (_("Agreement"), _("Case"), _("Organisation"), _("Before"), _("State")), _agreement,
        file_of=lambda agreement: agreement.case,
    ),
}  # fmt: skip
