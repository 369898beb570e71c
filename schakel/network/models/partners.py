from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.models import Record
from schakel.access.policies import RowPolicy

from .houses import House
from .organisations import Organisation
from .sight import ADMINISTER, ENDS, FOUND, FROM_TODAY, NOT_OVER, for_whoever_is_signed_in


class ByDay(models.QuerySet):
    """What holds from one day until another, both included."""

    def today(self):
        day = timezone.localdate()
        return self.filter(models.Q(until=None) | models.Q(until__gte=day), since__lte=day)

    def not_over(self):
        return self.filter(models.Q(until=None) | models.Q(until__gte=timezone.localdate()))


class Partnership(Record):
    """How an organisation takes part in a house. (nl: samenwerking)"""

    class Position(models.TextChoices):
        COVENANT = "covenant", _("under the covenant")
        PER_CASE = "per_case", _("per case")
        FLEXIBLE = "flexible", _("flexible shell")

    holds = Holds.SETUP
    classified = Classified(ordinary="position since until ended_because")

    house = models.ForeignKey(House, models.PROTECT, related_name="partnerships")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="partnerships")
    position = models.CharField(max_length=10, choices=Position)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    ended_because = models.CharField(max_length=300, blank=True)

    objects = ByDay.as_manager()

    class Meta:
        constraints = [
            for_whoever_is_signed_in("who takes part in which house"),
            RowPolicy(
                "the administrator brings partners in, staff the flexible shell",
                "INSERT",
                check=f"{FROM_TODAY} AND (house_id = ANY ({ADMINISTER}) OR position = 'flexible' "
                f"AND organisation_id = ANY ({FOUND}) "
                "AND house_id = ANY ((SELECT access.houses_i_work_for())::uuid[]))",
            ),
            RowPolicy(
                "the administrator says until when a partner takes part, and why",
                "UPDATE",
                using=f"house_id = ANY ({ADMINISTER}) AND ({NOT_OVER})",
                check=f"{ENDS} AND ended_because <> ''",
                columns=["until", "ended_because"],
            ),
        ]
