from datetime import timedelta

from django.db import models
from django.utils import timezone

from schakel.access.classification import Classified, Holds
from schakel.access.fields import StartField
from schakel.access.models import Record
from schakel.access.policies import RowPolicy
from schakel.access.stamps import Stamped

from .houses import House
from .organisations import Capacity, Organisation
from .partners import ByDay
from .professionals import Professional
from .regimes import Regime
from .sight import ADMINISTER, CONTACT, NOT_OVER, SIGNED, for_whoever_is_signed_in

FROM_TODAY_OR_WHY = "(since >= access.today() AND (until IS NULL OR until >= access.today()) OR reason <> '')"
SETS_UP = "regime_id = ANY ((SELECT access.regimes_i_set_up())::uuid[])"
KNOWS_WHAT_TO_EXPECT = f"(house_id = ANY ({ADMINISTER}) OR organisation_id = ANY ({CONTACT}))"


class Covenant(Record):
    """What an organisation signed, in one capacity, to take part in one kind of approach. (nl: convenant)

    Seats of this capacity in such cases count as long as one runs, or none ever did: access.lapsed() says which do not.
    """

    holds = Holds.SETUP
    classified = Classified(ordinary="version since until reason registered_at ended_at ended_because")

    regime = models.ForeignKey(Regime, models.PROTECT, related_name="covenants")
    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="covenants")
    version = models.CharField(max_length=120)  # which text was signed
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)  # why it begins, or ends, before it was registered
    registered_at = StartField(null=True)
    ended_at = models.DateTimeField(null=True, editable=False)  # when it was said until when it runs
    ended_because = models.CharField(max_length=300, blank=True)
    author = models.ForeignKey(Professional, models.PROTECT, related_name="+")

    objects = ByDay.as_manager()

    class Meta:
        constraints = [
            for_whoever_is_signed_in("who signed which covenant"),
            RowPolicy(
                "the administrator registers what was signed",
                "INSERT",
                check=f"{SIGNED} AND {SETS_UP} AND (until IS NULL OR until >= since) AND {FROM_TODAY_OR_WHY} "
                "AND registered_at = now() AND ended_at IS NULL AND ended_because = ''",
            ),
            RowPolicy(
                "the administrator says until when a covenant runs, and why",
                "UPDATE",
                using=f"{SETS_UP} AND ({NOT_OVER})",
                check="until >= since AND ended_because <> '' AND ended_at IS NOT NULL",
                columns=["until", "ended_because", "ended_at"],
            ),
            Stamped("the database says when the end of a covenant was said", columns=["ended_at"]),
        ]

    @property
    def was_backdated(self):
        """Until it was said, seats counted that no longer do; nobody reads here in which cases."""
        return bool(self.ended_at) and self.until < timezone.localdate(self.ended_at) - timedelta(days=1)

    @property
    def has_ended(self):
        return self.until is not None and self.until < timezone.localdate()


class PartnerProfile(Record):
    """What others in a house may expect of a partner, and whom they call. (nl: partnerprofiel)"""

    holds = Holds.SETUP
    classified = Classified(ordinary="offers call phone hours term ground edition")

    house = models.ForeignKey(House, models.PROTECT, related_name="profiles")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="profiles")
    offers = models.TextField()  # what it can supply and do
    call = models.CharField(max_length=200, blank=True)  # whom
    phone = models.CharField(max_length=30, blank=True)
    hours = models.CharField(max_length=200, blank=True)  # when
    term = models.CharField(max_length=200, blank=True)  # within what time one hears
    ground = models.TextField(blank=True)  # on which ground it shares: as the organisation itself says
    edition = models.PositiveIntegerField(default=1)
    author = models.ForeignKey(Professional, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint("house", "organisation", name="a_partner_has_one_profile_in_a_house"),
            for_whoever_is_signed_in("what may be expected of partners"),
            RowPolicy(
                "contact and administrator say what may be expected",
                "INSERT",
                check=f"{SIGNED} AND {KNOWS_WHAT_TO_EXPECT} AND access.takes_part(organisation_id, house_id)",
            ),
            RowPolicy(
                "contact and administrator keep what may be expected",
                "UPDATE",
                using=KNOWS_WHAT_TO_EXPECT,
                check=SIGNED,
                columns=["offers", "call", "phone", "hours", "term", "ground", "edition", "author_id"],
            ),
        ]
