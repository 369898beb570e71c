"""What stands beside a case: other cases that have to do with it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, made_now
from schakel.access.models import Record
from schakel.access.policies import RowPolicy, first_in_sight
from schakel.access.stamps import Stamped
from schakel.network.models import Professional, Regime

from .case import SIGNED, Case

BOTH_MINE = "ARRAY[case_id, other_id] <@ (SELECT access.my_sight())"
ONE_OF_BOTH_LIES_OPEN = "ARRAY[case_id, other_id] && (SELECT access.opened())"
I_RUN_ONE = "ARRAY[case_id, other_id] && (SELECT access.cases_i_run())"


class CaseLink(Record):
    """Two cases that have to do with each other, for who takes part in both. (nl: verbonden casus)

    The reason is sealed in the row itself, under the key of the first case: a text in the vault would lie in one of the
    two files, and so be a trace of the other to whoever opens that one.
    """

    class Kind(models.TextChoices):
        FAMILY = "family", _("the same family")
        SAME_PERSON = "person", _("the same person")
        GROUP = "group", _("the same group or area")
        FOLLOWS = "follows", _("the one follows from the other")

    holds = Holds.CONTENT
    classified = Classified(special="kind sealed", ordinary="linked_at ended_at")

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    other = models.ForeignKey(Case, models.PROTECT, related_name="+")
    author = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    sealed = models.BinaryField()
    linked_at = MomentField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["linked_at"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(case=models.F("other")), name="a_case_has_others_beside_it"),
            RowPolicy(
                "who takes part in both cases sees that they are linked",
                "SELECT",
                using=first_in_sight(BOTH_MINE, ONE_OF_BOTH_LIES_OPEN),
            ),
            RowPolicy(
                "who runs one and takes part in both links two cases",
                "INSERT",
                check=f"{SIGNED} AND {BOTH_MINE} AND {I_RUN_ONE} AND ended_at IS NULL AND {made_now('linked_at')}",
            ),
            RowPolicy(
                "who runs one and takes part in both ends the link",
                "UPDATE",
                using=f"{BOTH_MINE} AND {I_RUN_ONE} AND ended_at IS NULL",
                check=f"{BOTH_MINE} AND {I_RUN_ONE}",
                columns=["ended_at"],
            ),
            Stamped("a link ends now", columns=["ended_at"]),
        ]

    @property
    def place(self):
        """Where its reason is sealed: bound to this row."""
        return f"{self.pk}|reason"

    def beside(self, case):
        """The other one of the two, seen from this case."""
        return self.other if self.case_id == case.pk else self.case


class Continuation(Record):
    """A new test that began from an earlier case. (nl: heropening)

    The referral is tested like any other; only who takes part in both sees that the one came before the other. It goes
    with the earlier case: then nothing says that there was one.
    """

    class Kind(models.TextChoices):
        AGAIN = "again", _("again, after it was closed")
        ANOTHER_REGIME = "regime", _("under another kind of approach")

    holds = Holds.FRAME
    classified = Classified(ordinary="kind referral_id disclosure_id begun_at")

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    referral_id = models.UUIDField()  # no foreign key: the referral has other readers and a shorter life
    disclosure_id = models.UUIDField(null=True)  # what the first case disclosed to the other kind of approach
    author = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    regime = models.ForeignKey(Regime, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    begun_at = MomentField()

    class Meta:
        ordering = ["-begun_at"]
        constraints = [
            RowPolicy(
                "who sees the earlier and the later sees what links them",
                "SELECT",
                using="id = ANY ((SELECT access.continuations_i_see())::uuid[])",
            ),
            RowPolicy(
                "the process director of the earlier case begins a new test",
                "INSERT",
                check=f"{SIGNED} AND case_id = ANY ((SELECT access.cases_i_direct())::uuid[]) "
                "AND referral_id = ANY ((SELECT access.referrals_i_write())::uuid[]) "
                f"AND access.may_continue(case_id, kind, regime_id, disclosure_id) AND {made_now('begun_at')}",
            ),
        ]
