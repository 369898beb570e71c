"""What becomes of a contribution: confirmed by whom it speaks for, weighed against secrecy, no longer used."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import IdsField, MomentField, made_now
from schakel.access.models import Record
from schakel.access.policies import RowPolicy, first_in_sight
from schakel.access.stamps import Stamped
from schakel.network.models import Capacity, Professional

from .case import (
    ABOUT_WHOM_I_SEE_HERE,
    CONCERNS_ME,
    IN_AN_OPEN_CASE_OF_MINE,
    SIGNED,
    OfACase,
)
from .contribution import IN_MY_CAPACITY, REACHES_ME_IN_THE_FILE, Contribution

MINE = "professional_id = (SELECT access.me())"


class Confirmation(OfACase):
    """That an organisation stands by what was written down on its behalf. (nl: bevestiging)"""

    holds = Holds.CONTENT
    classified = Classified(ordinary="about audience confirmed_at edition")

    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="confirmations")
    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    audience = IdsField()
    confirmed_at = MomentField()

    class Meta:
        constraints = [
            models.UniqueConstraint("contribution", name="confirmed_once"),
            RowPolicy(
                "who reads what was written down reads that it was confirmed",
                "SELECT",
                using=first_in_sight(
                    CONCERNS_ME,
                    f"{REACHES_ME_IN_THE_FILE} AND contribution_id <> ALL ((SELECT access.recalled())::uuid[])",
                ),
            ),
            RowPolicy(
                "the organisation itself confirms what was said on its behalf",
                "INSERT",
                check=f"{SIGNED} AND {IN_MY_CAPACITY} AND {IN_AN_OPEN_CASE_OF_MINE} AND {made_now('confirmed_at')} "
                "AND access.said_on_our_behalf(contribution_id, case_id, capacity_id, about, audience)",
            ),
            # No UPDATE: who thinks better of it recalls.
        ]


class SecrecyWeighing(OfACase):
    """What professional secrecy allows to bring in, as the professional weighed it. (nl: weging beroepsgeheim)

    Seen by the own organisation only; Schakel asks and never decides.
    """

    class Ground(models.TextChoices):
        NONE = "none", _("this is not under professional secrecy")
        CONSENT = "consent", _("the person agrees")
        DUTY = "duty", _("a legal duty or right to speak")
        CONFLICT = "conflict", _("a conflict of duties")

    words = ("reasoning",)
    holds = Holds.CONTENT
    classified = Classified(special="ground", ordinary="about audience weighed_at edition")

    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="weighings")
    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    audience = IdsField()
    ground = models.CharField(max_length=10, choices=Ground)
    weighed_at = MomentField()

    class Meta:
        constraints = [
            RowPolicy(
                "the own organisation alone reads how secrecy was weighed",
                "SELECT",
                using=first_in_sight(CONCERNS_ME, REACHES_ME_IN_THE_FILE),
            ),
            RowPolicy(
                "who brings something in weighs what secrecy allows",
                "INSERT",
                check=f"{SIGNED} AND {IN_MY_CAPACITY} AND {ABOUT_WHOM_I_SEE_HERE} AND {made_now('weighed_at')} "
                "AND audience = ARRAY[capacity_id] AND access.i_may_recall(contribution_id, case_id, capacity_id)",
            ),
            # No UPDATE: a correction is weighed anew.
        ]


class NoLongerUsed(Record):
    """Somebody who learnt what was recalled is asked not to use it any more. (nl: bevestiging niet meer gebruiken)

    The database makes these rows from the log (`access.ask_who_learnt`). Each person sees their own, also without a
    seat: number, date and the question.
    """

    holds = Holds.FRAME
    classified = Classified(ordinary="recall_id file_id number recalled_at asked_at confirmed_at")

    # No foreign keys: who lost the seat sees neither case nor recall.
    recall_id = models.UUIDField()
    file_id = models.UUIDField()
    number = models.CharField(max_length=9)
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    recalled_at = models.DateTimeField()
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["recalled_at"]
        constraints = [
            models.UniqueConstraint("recall_id", "professional", name="each_is_asked_once"),
            RowPolicy("who learnt it sees that they are asked", "SELECT", using=MINE),
            RowPolicy(
                "who is asked confirms for themselves",
                "UPDATE",
                using=f"{MINE} AND confirmed_at IS NULL",
                check=f"{MINE} AND confirmed_at IS NOT NULL",
                columns=["confirmed_at"],
            ),
            Stamped("not using it any more is confirmed now", columns=["confirmed_at"]),
            # No INSERT: the log knows who learnt it, and nobody else says so.
        ]
