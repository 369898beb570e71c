from django.utils.translation import gettext_noop

from schakel.audit.once import one_at_a_time
from schakel.audit.record import act, record

from .models import TourEnding


@act("tour.ended", gettext_noop("ended the tour"))
def end_tour(*, by):
    """End the tour: it comes by itself no more, and ending it again changes nothing. (nl: rondleiding stoppen)"""
    one_at_a_time("tour", by.pk)
    ending = TourEnding.objects.filter(professional=by).first()
    if ending is None:
        ending = TourEnding.objects.create(professional=by)
    record(by=by, about=ending)
    return ending
