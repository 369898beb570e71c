"""What lies on somebody's desk when they begin: everything the first page shows, each part asked once."""

from collections import namedtuple
from datetime import timedelta
from functools import cached_property

from django.db import connection
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from schakel.conferences import queries as conferences
from schakel.network.models import Appointment
from schakel.network.roles import held_today
from schakel.people.coming import coming_for_me
from schakel.people.lists import WARN_DAYS
from schakel.plans import queries as plans

from .asked.from_people import file_of, place_of

SHOWN = 10  # of each card beside what is asked; the lists have the rest
ENDS = 50
COMING = 25  # conferences of this week

Stalling = namedtuple("Stalling", "number since late")
Ending = namedtuple("Ending", "name meta url on")


class Desk:
    """One professional's first page."""

    def __init__(self, professional):
        self.professional = professional

    def houses_as(self, role):
        """The houses in which I hold this role today."""
        return [house for held, house in held_today(self.professional) if held == role and house]

    @cached_property
    def agreements(self):
        return plans.for_my_work(self.professional)

    @cached_property
    def coming_for_people(self):
        today = localdate()
        return coming_for_me(today, today + timedelta(days=WARN_DAYS), ENDS)

    @cached_property
    def endings(self):
        """What ends or changes for persons in my files, told without who or what: postponed informing is an ask."""
        words = {
            "frame": _("A legal frame ends"), "alert": _("An alert ends"), "birthday": _("Somebody turns {age}"),
        }  # fmt: skip
        shown = [one for one in self.coming_for_people if one.kind != "informing"][:SHOWN]
        return [Ending(words[one.kind].format(age=one.turns), file_of(one), place_of(one), one.on) for one in shown]

    @cached_property
    def stalling(self):
        """Cases I direct in which nothing happened for weeks; asked only of who directs."""
        if not self.houses_as(Appointment.Role.PROCESS_DIRECTOR):
            return []
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM work.stalls(%s)", [SHOWN])
            return [Stalling(*row) for row in cursor.fetchall()]

    @cached_property
    def conferences(self):
        return list(conferences.coming(days=7)[:COMING])

    @property
    def conferences_today(self):
        return [one for one in self.conferences if localtime(one.starts_at).date() == localdate()]
