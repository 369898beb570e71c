"""What stands on paper: gathered from what the reader sees, so that it holds nothing else."""

from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from schakel.cases.brought_in import described, own_contributions
from schakel.cases.models import Contribution
from schakel.design.parts.words import day, moment
from schakel.paper import typeset
from schakel.people.showing import display_name
from schakel.plans.queries import of_case
from schakel.vault.words import Keyring

TYPST = Path(__file__).parent / "typst"


def own_paper(case, circle, reader):
    """Contributions and agreements of the reader's own organisation, each marked with what may be done with it."""
    with override("nl"):
        own = {seat.capacity_id for seat in circle.of(reader)}
        rows = [row for row in own_contributions(case, circle, reader) if not row.is_recalled]
        agreed = [row for row in of_case(case) if row.seat.capacity_id in own]
        whose = sorted({str(seat.capacity) for seat in circle.of(reader)})
        data = _head(case, reader, _("What we brought in and agreed"))
        data["facts"] += [[_("Organisation"), ", ".join(whose)]]
        data["note"] = _("Only what your own organisation brought in and agreed; what others said stays in the case.")
        return typeset(TYPST / "case.typ", data | _content(case, rows, agreed))


def case_paper(case, circle, reader):
    """Everything that stands and that the reader sees."""
    with override("nl"):
        rows = described(case, circle, reader, Contribution.objects.filter(replaced_by=None))
        rows = [row for row in rows if not row.is_recalled]
        data = _head(case, reader, _("The case on paper"))
        people = "" if case.is_area else ", ".join(display_name(person) for person in circle.persons)
        data["facts"] += [[_("About"), people]] if people else []
        data["note"] = _("As far as the reader sees the case. Use it for the approach of this case only.")
        return typeset(TYPST / "case.typ", data | _content(case, rows, of_case(case)))


def _head(case, reader, title):
    when = moment(timezone.now())
    made = _("Made on {when} by {organisation}").format(when=when, organisation=reader.organisation.name)
    return {
        "title": f"{title} · {case.number}", "house": case.house.name, "mark": _("Confidential"), "made": made,
        "facts": [
            [_("Case"), case.number], [_("Approach"), case.regime.name],
            [_("Phase"), str(case.get_phase_display())],
        ],
    }  # fmt: skip


def _content(case, rows, agreements):
    Keyring.of(case).reveal(agreements)
    return {
        "words": {
            "brought": _("Contributions"), "agreed": _("Agreements"), "nothing": _("Nothing stands here."),
            "columns": [_("Agreement"), _("By whom"), _("No later than"), _("How it stands")],
        },
        "brought": [_contribution(row) for row in rows],
        "agreed": [
            [row.title, str(row.seat.capacity), day(row.due_on), str(row.status)] for row in agreements
        ],
    }  # fmt: skip


def _contribution(row):
    about = _("about {whom}").format(whom=row.about_whom)
    head = [str(row.capacity), str(row.get_kind_display()), row.when, about, row.life_domain]
    below = [_("Source: {source}.").format(source=row.source) if row.source else "", _standing(row)]
    return {
        "head": " · ".join(part for part in head if part), "text": _("This text was destroyed.")
        if row.is_destroyed else str(row.text), "below": " ".join(part for part in below if part),
        "use": str(row.get_use_display()),
    }  # fmt: skip


def _standing(row):
    if row.is_unconfirmed:
        return _("Written down on its behalf; not confirmed yet.")
    return _("Corrected afterwards.") if row.is_replaced else ""
