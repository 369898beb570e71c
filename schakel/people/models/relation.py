from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, made_now
from schakel.access.models import Record
from schakel.access.policies import RowPolicy, first_in_sight
from schakel.access.stamps import Stamped
from schakel.vault.words import Worded

from .of_a_file import IN_A_FILE_I_KEEP, IN_A_FILE_OF_MINE, OPENED, SIGNED, WHERE_PEOPLE_MAY_COME
from .person import Person

BOTH_IN_SIGHT = "ARRAY[person_id, other_id] <@ (SELECT access.my_sight())"
CHILD_AND_HOLDER = "ARRAY[person_id, coalesce(holder_id, person_id)]"
CHILD_AND_HOLDER_IN_SIGHT = f"{CHILD_AND_HOLDER} <@ (SELECT access.my_sight())"


class Standing(models.QuerySet):
    def standing(self):
        """What was not taken back."""
        return self.filter(undone_at=None)


class Relation(Worded):
    """How two persons of one file are related. (nl: relatie)

    Kinship says nothing about parental authority: see Authority.
    """

    class Kind(models.TextChoices):
        PARENT = "parent", _("parent of")
        STEP_PARENT = "step_parent", _("step-parent of")
        FOSTER_PARENT = "foster_parent", _("foster parent of")
        GRANDPARENT = "grandparent", _("grandparent of")
        PARTNER = "partner", _("partner of")
        FORMER_PARTNER = "former_partner", _("former partner of")
        SIBLING = "sibling", _("brother or sister of")
        GUARDIAN = "guardian", _("guardian of")
        FAMILY = "family", _("family of")
        VICTIM = "victim", _("victim of")
        OTHER = "other", _("other relation with")

    words = ("label",)
    holds = Holds.CONTENT
    classified = Classified(special="kind", ordinary="file_id edition undone_at")

    author = models.ForeignKey("network.Professional", models.PROTECT, null=True, related_name="+")
    file_id = models.UUIDField(db_index=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="relations")
    other = models.ForeignKey(Person, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind)
    undone_at = models.DateTimeField(null=True)

    objects = Standing.as_manager()

    class Meta:
        constraints = [
            RowPolicy(
                "who sees both persons sees how they are related",
                "SELECT",
                using=first_in_sight(f"{IN_A_FILE_OF_MINE} AND {BOTH_IN_SIGHT}", OPENED),
            ),
            RowPolicy(
                "who keeps the file says how two persons are related",
                "INSERT",
                check=f"{SIGNED} AND {WHERE_PEOPLE_MAY_COME} AND undone_at IS NULL "
                "AND ARRAY[person_id, other_id] <@ access.my_sight_in(file_id)",
            ),
            RowPolicy(
                "who keeps the file takes a relation back",
                "UPDATE",
                using=f"{BOTH_IN_SIGHT} AND {IN_A_FILE_I_KEEP}",
                check=f"{BOTH_IN_SIGHT} AND {IN_A_FILE_I_KEEP}",
                columns=["undone_at"],
            ),
            Stamped("a relation is taken back now", columns=["undone_at"]),
        ]

    @property
    def about(self):
        return [self.person_id, self.other_id]

    @property
    def audience(self):
        return [self.file_id]


class Authority(Record):
    """Who has parental authority over a child: a person of the file, or an institution by its name. (nl: gezag)"""

    holds = Holds.CONTENT
    classified = Classified(special="institution", ordinary="file_id recorded_at undone_at")

    file_id = models.UUIDField(db_index=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    institution = models.CharField(max_length=200, blank=True)
    recorded_at = MomentField()
    undone_at = models.DateTimeField(null=True)

    objects = Standing.as_manager()

    class Meta:
        ordering = ["recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(holder=None) & ~Q(institution="") | Q(holder__isnull=False, institution=""),
                name="a_person_or_an_institution_has_authority",
            ),
            RowPolicy(
                "who sees child and holder sees who has authority",
                "SELECT",
                using=first_in_sight(f"{IN_A_FILE_OF_MINE} AND {CHILD_AND_HOLDER_IN_SIGHT}", OPENED),
            ),
            RowPolicy(
                "who keeps the file says who has authority",
                "INSERT",
                check=f"{WHERE_PEOPLE_MAY_COME} AND undone_at IS NULL AND {made_now('recorded_at')} "
                f"AND {CHILD_AND_HOLDER} <@ access.my_sight_in(file_id)",
            ),
            RowPolicy(
                "who keeps the file ends authority",
                "UPDATE",
                using=f"{CHILD_AND_HOLDER_IN_SIGHT} AND {IN_A_FILE_I_KEEP}",
                check=f"{CHILD_AND_HOLDER_IN_SIGHT} AND {IN_A_FILE_I_KEEP}",
                columns=["undone_at"],
            ),
            Stamped("authority ends now", columns=["undone_at"]),
        ]
