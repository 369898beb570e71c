from django.db import models

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, made_now
from schakel.access.models import Record
from schakel.access.policies import RowPolicy
from schakel.network.models import Professional

MINE = "professional_id = (SELECT access.me())"


class TourEnding(Record):
    """That somebody has seen the tour or wants none: it comes by itself no more. (nl: einde van de rondleiding)

    At which step one is belongs to the visit, and lies in the session.
    """

    holds = Holds.FRAME
    classified = Classified(ordinary="ended_at")

    professional = models.OneToOneField(Professional, models.PROTECT, related_name="+")
    ended_at = MomentField()

    class Meta:
        constraints = [
            RowPolicy("each sees whether they ended the tour", "SELECT", using=MINE),
            RowPolicy("each ends their own tour", "INSERT", check=f"{MINE} AND {made_now('ended_at')}"),
            # No UPDATE: walking the tour again changes nothing about having ended it.
        ]
