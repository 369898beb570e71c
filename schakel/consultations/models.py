from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import MomentField, NumberField, made_now
from schakel.access.models import Record
from schakel.access.policies import RowPolicy
from schakel.network.models import House, Organisation, Professional
from schakel.vault.words import File, Worded

SIGNED = "author_id = (SELECT access.me())"
ANSWERED = "consultation_id = ANY ((SELECT access.consultations_i_answer())::uuid[])"
ASKED = "consultation_id = ANY ((SELECT access.consultations_i_asked())::uuid[])"


class Consultation(File):
    """A question to the staff of a house, about a case without anybody in it or about policy. (nl: adviesvraag)

    A small file of its own, of who asked and of who answers there. It holds no person by design; because somebody may
    be recognised in it all the same, its words are sealed, and reading them stands in the log.
    """

    class Kind(models.TextChoices):
        SITUATION = "situation", _("a situation, without names")
        POLICY = "policy", _("policy or a way of working")

    words = ("question",)
    holds = Holds.FRAME
    classified = Classified(ordinary="number kind asked_at edition")

    number = NumberField()
    kind = models.CharField(max_length=10, choices=Kind)
    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    asked_at = MomentField()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            RowPolicy(
                "who asked and who answers there see the question for advice",
                "SELECT",
                using="id = ANY ((SELECT access.my_consultations())::uuid[])",
            ),
            RowPolicy(
                "each asks a house for advice in their own name",
                "INSERT",
                check=f"{SIGNED} AND {made_now('asked_at')} AND access.is_new(id)",
                columns=["id", "author_id", "edition", "kind", "house_id", "asked_at"],
            ),
            # No UPDATE: who wants to add something asks on. No DELETE: destroyed after its term, keys and all.
        ]


class Response(Worded):
    """What the house answered, whom it put the asker in touch with, or what was asked on. (nl: reactie op advies)"""

    class Kind(models.TextChoices):
        ADVICE = "advice", _("advice")
        IN_TOUCH = "in_touch", _("put in touch")
        REFER = "refer", _("advice to refer")
        ASKED_ON = "asked_on", _("asked on")

    words = ("text",)
    holds = Holds.FRAME
    classified = Classified(ordinary="kind minutes responded_at edition")

    consultation = models.ForeignKey(Consultation, models.PROTECT, related_name="responses")
    kind = models.CharField(max_length=10, choices=Kind)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    colleague = models.ForeignKey(Professional, models.PROTECT, null=True, related_name="+")
    minutes = models.PositiveSmallIntegerField(default=0)
    responded_at = MomentField()

    class Meta:
        ordering = ["responded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="in_touch", organisation__isnull=False)
                | ~Q(kind="in_touch") & Q(organisation=None, colleague=None),
                name="in_touch_with_an_organisation",
            ),
            RowPolicy(
                "who sees the question for advice sees that it was answered",
                "SELECT",
                using="consultation_id = ANY ((SELECT access.my_consultations())::uuid[])",
            ),
            RowPolicy(
                "the house answers, the asker asks on",
                "INSERT",
                check=f"{SIGNED} AND {made_now('responded_at')} AND CASE WHEN kind = 'asked_on' "
                f"THEN {ASKED} AND minutes = 0 "
                f"ELSE {ANSWERED} AND (organisation_id IS NULL OR access.may_be_met(organisation_id, colleague_id, "
                "consultation_id)) END",
            ),
            # No UPDATE and no DELETE: who was mistaken says so in a next one.
        ]

    @property
    def file_id(self):
        return self.consultation_id

    @property
    def about(self):
        return [self.consultation_id]

    audience = about


class Tally(Record):
    """How many questions for advice a house had in a quarter, of those destroyed since. (nl: telling van adviesvragen)

    Kinds and numbers; who asked and who answered went with the question.
    """

    holds = Holds.FRAME
    classified = Classified(ordinary="quarter kind asked advice in_touch refer minutes")

    house = models.ForeignKey(House, models.PROTECT, related_name="+")
    quarter = models.DateField()  # its first day
    kind = models.CharField(max_length=10, choices=Consultation.Kind)
    asked = models.PositiveIntegerField(default=0)
    advice = models.PositiveIntegerField(default=0)
    in_touch = models.PositiveIntegerField(default=0)
    refer = models.PositiveIntegerField(default=0)
    minutes = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint("house", "quarter", "kind", name="a_quarter_is_counted_once"),
            RowPolicy(
                "who answers for a house, and its manager, see its numbers",
                "SELECT",
                using="house_id = ANY ((SELECT access.houses_i_count_advice_of())::uuid[])",
            ),
            # No INSERT, no UPDATE: only access.destroy_consultations() counts, when it destroys.
        ]
