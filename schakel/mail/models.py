from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import StartField
from schakel.access.models import Record
from schakel.access.policies import RowPolicy
from schakel.network.models import Professional

MINE = "professional_id = (SELECT access.me())"
MY_WORKDAYS = f"{MINE} AND days <@ '{{0,1,2,3,4}}'"


class MailChoice(Record):
    """On which working days somebody wants the mail; none at all switches it off. (nl: mailvoorkeur)"""

    holds = Holds.FRAME
    classified = Classified(ordinary="days")

    professional = models.OneToOneField(Professional, models.PROTECT, related_name="+")
    days = ArrayField(models.PositiveSmallIntegerField(), default=list)  # as Python counts them, Monday is 0

    class Meta:
        constraints = [
            RowPolicy("each sees on which days they want mail", "SELECT", using=MINE),
            RowPolicy("each says on which days they want mail", "INSERT", check=MY_WORKDAYS),
            RowPolicy(
                "each changes on which days they want mail", "UPDATE", using=MINE, check=MY_WORKDAYS, columns=["days"]
            ),
        ]


class Notice(Record):
    """What one mail told one colleague on one day: how many questions, conferences, news. (nl: meldingsmail)

    The worker makes these by the functions of sight.sql alone. `SENDING` is committed before a mail server hears of it,
    and what a killed worker leaves there is not sent again: the next mail counts it once more.
    """

    class State(models.TextChoices):
        NOTHING = "nothing", _("nothing new")
        WAITING = "waiting", _("waits to be sent")
        SENDING = "sending", _("was being sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("could not be sent")

    holds = Holds.FRAME
    classified = Classified(ordinary="day questions conferences news state attempts made_at sending_at sent_at")

    professional = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    day = models.DateField()
    questions = models.PositiveIntegerField()
    conferences = models.PositiveIntegerField()
    news = models.PositiveIntegerField()
    state = models.CharField(max_length=8, choices=State)
    attempts = models.PositiveSmallIntegerField(default=0)
    made_at = StartField()
    sending_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-day"]
        indexes = [models.Index(models.F("state"), models.F("made_at"), name="notices_to_send")]
        constraints = [
            models.UniqueConstraint("professional", "day", name="one_mail_a_day"),
            RowPolicy("each sees the mails that were for them", "SELECT", using=f"{MINE} AND state <> 'nothing'"),
            # No INSERT, no UPDATE: the worker counts and sends by definer functions; nobody else makes a mail.
        ]
