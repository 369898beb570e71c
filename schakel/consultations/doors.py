"""The door of a question for advice: for who asked it and for who answers at the house."""

from functools import partial

from django.http import Http404

from schakel.audit.opening import opens

from .models import Consultation


def find_consultation(number, **rest):
    """The question with this number that exists for me; its words show after the log has it."""
    found = Consultation.objects.filter(number=number).select_related("house__capacity", "author__organisation").first()
    if found is None:
        raise Http404
    return found, rest


opens_consultation = partial(
    opens, find_consultation, "who asked for advice, and the staff of the house who answer, open the question"
)
