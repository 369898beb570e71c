"""Fills an empty house with the fictitious region: everything as if its people had done it themselves.

The acts of the application refuse what lies in the past, so the rows are laid down directly, as the owner.
"""

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate

from schakel.network.models import House

from .case_checks import is_running
from .load_absences import load_absences
from .load_asking import load_asking
from .load_cases import load_case
from .load_colleagues import load_colleagues
from .load_documents import load_documents
from .load_letters import load_letters
from .load_network import load_network
from .load_referrals import load_referral
from .load_triage import load_meetings
from .loading import Loading
from .reading import read_world


class NotADemonstrationError(RuntimeError):
    """Somebody tried to put fictitious people into a house that is real."""


def is_loaded():
    """Whether there is a house already, of the demonstration or not."""
    return House.objects.exists()


def load(*, in_tests=False, today=None):
    """Make the houses of the demonstration, in one transaction; False and nothing done when there is one already."""
    if not (settings.DEMONSTRATION or in_tests):
        raise NotADemonstrationError("Fictitious people belong in a demonstration only (SCHAKEL_DEMONSTRATION).")
    with transaction.atomic():
        if is_loaded():
            return False
        loading = Loading(read_world(), today or localdate())
        load_network(loading)
        for written in loading.world.cases.values():
            referral = load_referral(loading, written)
            if is_running(written):
                load_case(loading, written, referral)
        load_asking(loading)
        load_documents(loading)
        load_letters(loading)
        load_absences(loading)
        load_colleagues(loading)
        load_meetings(loading)
        loading.store()
    return loading
