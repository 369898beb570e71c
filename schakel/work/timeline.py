"""What happened in a case, from its beginning: a line with events, and the list beside it.

Everything comes from rows that the reader sees; what they do not see is not counted either.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from schakel.cases.models import Closing, Disclosure, HouseOffer, LeadOffer, Seat
from schakel.conferences.models import CaseConference

from .happened import Event, happened
from .overview import met

MOST = 300


@dataclass
class Month:
    """The events of one month, for the line: how many, of what the reader sees."""

    name: object
    events: list


def timeline(case, most=MOST):
    """Every event of an opened case that I may see, the newest first."""
    conferences = list(CaseConference.objects.filter(case=case).order_by("-starts_at")[:most])
    found = [
        Event(_("Case opened"), case.opened_at, case.number, meaning="house"),
        *happened(case, most), *met(case, conferences),
        *_seats(case, most), *_leads(case), *_offers(case), *_left(case, most), *_closed(case),
    ]  # fmt: skip
    return sorted(found, key=lambda event: event.at, reverse=True)[:most]


def by_month(events):
    """The same, oldest month first."""
    months = {}
    for event in reversed(events):
        months.setdefault(event.at.replace(day=1).date(), []).append(event)
    return [Month(name, found) for name, found in months.items()]


def _seats(case, most):
    page = reverse("cases:circle", args=[case.number])
    for seat in Seat.objects.filter(case=case).select_related("capacity__organisation")[:most]:
        role = str(seat.get_role_display())
        yield Event(_("{organisation} takes part").format(organisation=seat.capacity), seat.starts_at, role, page)
        if seat.ends_at and seat.ends_at > seat.starts_at:
            yield Event(
                _("{organisation} no longer takes part").format(organisation=seat.capacity), seat.ends_at, role, page
            )


def _leads(case):
    page = reverse("cases:lead", args=[case.number])
    offers = LeadOffer.objects.filter(case=case).select_related("seat__capacity__organisation", "answer")
    for offer in offers:
        whose = str(offer.seat.capacity)
        yield Event(_("Lead on the content offered"), offer.offered_at, whose, page)
        if hasattr(offer, "answer"):
            words = _("Lead on the content accepted") if offer.answer.accepted else _("Lead on the content refused")
            yield Event(words, offer.answer.answered_at, whose, page, "good" if offer.answer.accepted else "due")
        if offer.ended_at:
            yield Event(_("Lead on the content ended"), offer.ended_at, whose, page)


def _offers(case):
    page = reverse("cases:course", args=[case.number])
    for offer in HouseOffer.objects.filter(case=case).select_related("to_house"):
        yield Event(_("Offered to another house"), offer.offered_at, str(offer.to_house), page)


def _left(case, most):
    page = reverse("cases:disclosures", args=[case.number])
    for row in Disclosure.objects.filter(case=case)[:most]:
        yield Event(_("Disclosure recorded"), row.recorded_at, str(row.get_outcome_display()), f"{page}#{row.pk}")


def _closed(case):
    for row in Closing.objects.filter(case=case):
        yield Event(_("Case closed"), row.closed_at, row.reason, reverse("cases:course", args=[case.number]))
