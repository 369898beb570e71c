"""What persons of my files ask of me, told without saying who: a kind, a number, a day."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from schakel.network.workdays import workdays_left

from .ask import Ask

SOON = timedelta(days=7)  # so long before its day postponed informing comes back


def informing_that_comes_back(desk):
    """Whoever was not told yet, and should be now or this week."""
    for one in desk.coming_for_people:
        if one.kind == "informing" and one.on <= timezone.localdate() + SOON:
            name = _("Somebody was not informed yet")
            yield Ask(name, file_of(one), place_of(one), _("Look at it"), one.on, workdays_left(one.on))


def file_of(one):
    words = _("case {number}") if one.in_a_case else _("referral {number}")
    return words.format(number=one.number)


def place_of(one):
    return reverse("cases:people" if one.in_a_case else "referrals:referral", args=[one.number])
