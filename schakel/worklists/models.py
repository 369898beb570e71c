from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, made_now
from schakel.access.models import Record
from schakel.access.policies import RowPolicy
from schakel.access.stamps import Stamped
from schakel.network.models import Professional

MINE = "professional_id = (SELECT access.me())"
STANDING = f"{MINE} AND removed_at IS NULL"


class Standing(models.Manager):
    """The views that were not removed."""

    def get_queryset(self):
        return super().get_queryset().filter(removed_at=None)


class SavedView(Record):
    """A list as somebody narrowed it, under a name of their own. (nl: bewaarde weergave)

    What was removed keeps neither name nor choices: only that there was one.
    """

    class List(models.TextChoices):
        CASES = "casussen", _("Cases")
        TRIAGE = "triage", _("Triage")
        REFERRALS = "aanmeldingen", _("Referrals")
        AGREEMENTS = "afspraken", _("Agreements")

    holds = Holds.FRAME
    classified = Classified(ordinary="list name query is_first made_at removed_at")

    professional = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    list = models.CharField(max_length=20, choices=List)
    name = models.CharField(max_length=40)
    query = models.CharField(max_length=500)  # as it stands in an address: codes, days and ids, never a name
    is_first = models.BooleanField(default=False)  # the list begins with it
    made_at = MomentField()
    removed_at = models.DateTimeField(null=True)

    objects = Standing()
    every = models.Manager()

    class Meta:
        ordering = ["-is_first", "name", "made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["professional", "list"], condition=models.Q(is_first=True), name="a_list_begins_with_one_view"
            ),
            RowPolicy("each sees the views they saved", "SELECT", using=MINE),
            RowPolicy("each saves views for themselves", "INSERT", check=f"{STANDING} AND {made_now('made_at')}"),
            RowPolicy(
                "each renames or removes their views",
                "UPDATE",
                using=STANDING,
                check=MINE,
                columns=["name", "query", "is_first", "removed_at"],
            ),
            Stamped("a saved view is removed now", columns=["removed_at"]),
        ]

    def __str__(self):
        return self.name
