from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.network.models import House, Regime

from .base import OF_THAT_HOUSE, SetUp, set_up_by_the_administrator


class IntakeQuestion(SetUp):
    """A question of the house's own to whoever refers. (nl: aanmeldvraag)

    An answer keeps its question: another wording is another question, and the old one is retired.
    """

    class Kind(models.TextChoices):
        TEXT = "text", _("text")
        CHOICE = "choice", _("a choice")
        YES_NO = "yes_no", _("yes or no")
        DATE = "date", _("a date")

    holds = Holds.SETUP
    classified = Classified(ordinary="text help kind choices required position since retired_at")

    house = models.ForeignKey(House, models.PROTECT, related_name="intake_questions")
    regime = models.ForeignKey(Regime, models.PROTECT, null=True, blank=True, related_name="intake_questions")
    text = models.CharField(max_length=200)
    help = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.TEXT)
    choices = ArrayField(models.CharField(max_length=120), default=list, blank=True)
    required = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "since"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="choice") ^ models.Q(choices=[]), name="a_choice_has_its_choices"
            ),
            *set_up_by_the_administrator("question", "questions at intake", "position", also=OF_THAT_HOUSE),
        ]

    def __str__(self):
        return self.text
