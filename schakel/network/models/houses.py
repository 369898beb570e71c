from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.models import Record
from schakel.access.policies import RowPolicy

from .organisations import Capacity
from .sight import for_whoever_is_signed_in

OF_MY_HOUSE = "id = ANY ((SELECT access.my_houses('administrator'))::uuid[])"


class Weekday(models.IntegerChoices):
    """As Python counts them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")


class House(Record):
    """One of the thirty regional networks. (nl: Zorg- en Veiligheidshuis)"""

    class Triage(models.TextChoices):
        CONTINUOUS = "continuous", _("all week, each referral within a number of working days")
        LIST = "list", _("by list: what is in before it closes is assessed at the next meeting")

    class LiberationDay(models.TextChoices):
        LUSTRUM = "lustrum", _("once in five years")
        ALWAYS = "always", _("every year")
        NEVER = "never", _("never")

    holds = Holds.SETUP
    classified = Classified(
        ordinary="name region motto contact_point slug triage_way triage_workdays list_closes_on list_closes_at "
        "list_meets_on list_meets_at urgent good_friday liberation_day answered_days inquiries_at_once "
        "inquiries_at_most questions_stop_term mail_hour stall_weeks covenant_days advice_months "
        "recall_again_days edition"
    )

    name = models.CharField(max_length=120)
    region = models.CharField(max_length=60)
    slug = models.SlugField(blank=True)  # the address of its public page; without one it has none
    motto = models.CharField(max_length=200, blank=True)
    contact_point = models.TextField(blank=True)
    capacity = models.OneToOneField(Capacity, models.PROTECT, related_name="house")
    triage_way = models.CharField(max_length=10, choices=Triage, default=Triage.CONTINUOUS)
    triage_workdays = models.PositiveSmallIntegerField(default=5)  # parameter: not a term from a law
    list_closes_on = models.PositiveSmallIntegerField(choices=Weekday, null=True, blank=True)
    list_closes_at = models.TimeField(null=True, blank=True)
    list_meets_on = models.PositiveSmallIntegerField(choices=Weekday, null=True, blank=True)
    list_meets_at = models.TimeField(null=True, blank=True)
    urgent = models.CharField(max_length=300, blank=True)  # what a referrer does when it cannot wait
    good_friday = models.BooleanField(default=True)  # is the house closed on it?
    liberation_day = models.CharField(max_length=8, choices=LiberationDay, default=LiberationDay.LUSTRUM)
    answered_days = models.PositiveSmallIntegerField(default=30)  # parameter: how long triage still sees an answer
    inquiries_at_once = models.PositiveSmallIntegerField(default=1)  # parameter: unanswered "known with you?" at a time
    inquiries_at_most = models.PositiveSmallIntegerField(default=5)  # parameter: organisations asked about one referral
    questions_stop_term = models.BooleanField(default=False)  # parameter: does the term wait for the referrer?
    mail_hour = models.PositiveSmallIntegerField(default=8)  # parameter: from when the daily mail with news goes out
    stall_weeks = models.PositiveSmallIntegerField(default=4)  # parameter: weeks without anything new; then it stalls
    covenant_days = models.PositiveSmallIntegerField(default=56)  # parameter: how long before its end one is warned
    advice_months = models.PositiveSmallIntegerField(default=24)  # parameter: how long a question for advice is kept
    recall_again_days = models.PositiveSmallIntegerField(default=7)  # parameter: who did not confirm is asked again
    edition = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(triage_way="list")
                | models.Q(
                    list_closes_on__isnull=False, list_closes_at__isnull=False, list_meets_on__isnull=False,
                    list_meets_at__isnull=False,
                ),
                name="a_list_has_its_moments",
            ),
            models.CheckConstraint(condition=models.Q(mail_hour__lte=23), name="the_mail_goes_at_an_hour"),
            for_whoever_is_signed_in("the houses"),
            RowPolicy(
                "the functional administrator says how their house works",
                "UPDATE",
                using=OF_MY_HOUSE,
                check=OF_MY_HOUSE,
                columns=[
                    "motto", "contact_point", "triage_way", "triage_workdays", "list_closes_on", "list_closes_at",
                    "list_meets_on", "list_meets_at", "urgent", "good_friday", "liberation_day", "answered_days",
                    "inquiries_at_once", "inquiries_at_most", "questions_stop_term", "mail_hour", "stall_weeks",
                    "covenant_days", "advice_months", "recall_again_days", "edition",
                ],
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.name
