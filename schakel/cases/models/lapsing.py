"""Seats that count no more: their covenant ended, or their organisation left the house; as access.lapsed() has it."""

from django.db.models import DateField, DateTimeField, Exists, ExpressionWrapper, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import TruncDate
from django.utils import timezone

from schakel.network.models import Covenant, Partnership


class Lapsing(QuerySet):
    """Seats, with what became of what they rest on."""

    def counting(self):
        return self.filter(~Exists(_ended_covenants()), ~Exists(_ended_parts()))

    def with_covenant(self):
        """Each with `lapsed`, and `covenant_until`: the day until which its covenant runs, where that was said."""
        theirs = Covenant.objects.not_over().filter(capacity=OuterRef("capacity"), regime=OuterRef("case__regime"))
        last = theirs.order_by(F("until").desc(nulls_first=True)).values("until")[:1]
        lapsed = Exists(_ended_covenants()) | Exists(_ended_parts())
        return self.annotate(lapsed=lapsed, covenant_until=Subquery(last, output_field=DateField()))


def _ended_covenants():
    running = Covenant.objects.today().filter(capacity=OuterRef("capacity"), regime=OuterRef("regime"))
    ended = Covenant.objects.filter(
        capacity=OuterRef("capacity"), regime=OuterRef("case__regime"), until__lt=timezone.localdate()
    )
    return ended.exclude(capacity=F("regime__house__capacity")).filter(~Exists(running))


def _ended_parts():
    running = Partnership.objects.today().filter(house=OuterRef("house"), organisation=OuterRef("organisation"))
    given_at = ExpressionWrapper(OuterRef("given_at"), output_field=DateTimeField())
    ended = Partnership.objects.filter(
        house=OuterRef("case__house"), organisation=OuterRef("capacity__organisation"), until__lt=timezone.localdate(),
        until__gte=TruncDate(given_at),
    )  # fmt: skip
    return ended.exclude(house__capacity=OuterRef("capacity")).filter(~Exists(running))
