from django.db import models
from django.db.models import BooleanField, F, Func, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import StartField
from schakel.access.models import Record
from schakel.access.policies import RowPolicy
from schakel.access.stamps import Fires
from schakel.network.models import Capacity, Professional
from schakel.people.models import Person
from schakel.vault.words import Worded

from .case import IN_A_CASE_I_DIRECT, SIGNED, Case
from .lapsing import Lapsing

FROM_NOW_ON = "starts_at >= now()"  # who sat there yesterday is not decided today
ENDS_FROM_NOW_ON = "ends_at >= now()"  # and so an end is not taken away: nothing is not from now on
A_SEAT_I_SEE = "seat_id = ANY ((SELECT access.seats_i_see())::uuid[])"
A_SEAT_I_FILL = "seat_id = ANY ((SELECT access.seats_i_fill())::uuid[])"
REPLACES_ME = "id = ANY ((SELECT access.replacements_of_me())::uuid[])"
A_NEW_SEAT_OF_OUR_OWN = (
    "(seat_id = ANY ((SELECT access.seats_i_found())::uuid[]) AND access.is_colleague(seat_id, (SELECT access.me())))"
)


class ByMoment(models.QuerySet):
    """What holds from one moment until another."""

    def now(self):
        """Those that hold at this moment."""
        return self.not_over().filter(starts_at__lte=timezone.now())

    def not_over(self):
        """Those that hold, or will."""
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=timezone.now()))


class SitsThere(Func):
    """Do I sit on this seat at this moment? As the row policies have it, and counted once instead of for each row."""

    template = "%(expressions)s = ANY ((SELECT access.my_seats())::uuid[])"
    output_field = BooleanField()


class SeatQuerySet(Lapsing, ByMoment):
    def not_over(self):
        """Those that hold, or will, and rest on a covenant that runs where one was signed."""
        return super().not_over().counting()


class OccupancyQuerySet(ByMoment):
    def now(self):
        """Those that hold at this moment; who replaces somebody, as long as that one would sit there."""
        moment = timezone.now()
        lasting = Q(replaces__ends_at=None) | Q(replaces__ends_at__gt=moment)
        return super().now().filter(Q(replaces=None) | Q(replaces__starts_at__lte=moment) & lasting)


class Seat(Worded):
    """A place for an organisation in the circle around a case: the house decides, with the reason. (nl: plaats)"""

    class Role(models.TextChoices):
        PROCESS_DIRECTOR = "process_director", _("process director")
        PROCESS_SUPPORT = "process_support", _("process support")
        LEAD = "lead", _("lead on the content")
        PARTICIPANT = "participant", _("participant")
        ADVISER = "adviser", _("adviser")

    class Because(models.TextChoices):
        NOT_INVOLVED = "not_involved", _("no part in it any more")
        NO_TASK = "no_task", _("no task of ours")
        NO_ROOM = "no_room", _("no room for it now")
        ELSEWHERE = "elsewhere", _("another organisation took over")
        LEFT = "left", _("takes no part in the house any more")
        COVENANT = "covenant", _("the covenant ended")

    words = ("why",)
    holds = Holds.FRAME
    classified = Classified(
        ordinary="role whole_case starts_at ends_at given_at asks_statement returned_because edition"
    )

    case = models.ForeignKey(Case, models.PROTECT, related_name="seats")
    capacity = models.ForeignKey(Capacity, models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=Role, default=Role.PARTICIPANT)
    whole_case = models.BooleanField(default=True)  # otherwise: the persons in SeatPerson
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    given_at = StartField()
    follows = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")  # the seat that this one continues
    asks_statement = models.BooleanField(default=False, editable=False)  # the database says so, when it is given
    returned_because = models.CharField(max_length=12, choices=Because, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at"]
        indexes = [models.Index(F("case"), name="seats_of_a_case")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gte=F("starts_at")), name="seat_has_a_period"
            ),
            models.CheckConstraint(
                condition=~Q(role="adviser") | Q(ends_at__isnull=False), name="an_adviser_sits_until_a_day"
            ),
            RowPolicy(
                "the circle sees the seats that are no secret to it",
                "SELECT",
                using="id = ANY ((SELECT access.seats_i_see())::uuid[])",
            ),
            RowPolicy(
                "the process director gives seats in an open case",
                "INSERT",
                check=f"{SIGNED} AND given_at = now() AND {FROM_NOW_ON} AND {IN_A_CASE_I_DIRECT} "
                "AND case_id = ANY ((SELECT access.my_open_cases())::uuid[]) AND returned_because = '' "
                "AND role <> 'lead' AND access.may_be_seated(case_id, capacity_id)",
            ),
            RowPolicy(
                "the process director ends seats, never begins one again",
                "UPDATE",
                using=f"{IN_A_CASE_I_DIRECT} AND case_id = ANY ((SELECT access.my_open_cases())::uuid[]) "
                "AND (ends_at IS NULL OR ends_at > now())",
                check=f"{ENDS_FROM_NOW_ON} AND ends_at <= now() + interval '2 years'",
                columns=["ends_at"],
            ),
            Fires("who sits here signs first", moment="BEFORE INSERT", function="access.ask_for_a_statement"),
            Fires("an end is not put off", moment="BEFORE UPDATE", function="access.end_no_later"),
        ]

    @property
    def file_id(self):
        return self.case_id

    @property
    def about(self):
        """Whom the reason of this seat is about; who does not see them does not read it."""
        if self.whole_case:
            return [self.case_id]
        return [row.person_id for row in self.persons.all()]

    @property
    def audience(self):
        return [self.case_id]


class SeatPerson(Record):
    """For which person of the case a seat is. (nl: plaats voor een persoon)"""

    holds = Holds.FRAME
    classified = Classified()

    seat = models.ForeignKey(Seat, models.PROTECT, related_name="persons")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint("seat", "person", name="a_seat_names_a_person_once"),
            RowPolicy(
                "who sees seat and person sees that they belong together",
                "SELECT",
                using=f"{A_SEAT_I_SEE} AND person_id = ANY ((SELECT access.my_sight())::uuid[])",
            ),
            RowPolicy(
                "the process director says for whom a seat is, when giving it",
                "INSERT",
                check=f"{IN_A_CASE_I_DIRECT} AND seat_id = ANY (access.seats_i_found_in(case_id)) "
                "AND person_id = ANY (access.my_sight_in(case_id))",
            ),
        ]


class Occupant(Record):
    """Who sits on a seat, from and until: the organisation's contact decides. (nl: wie er zit)"""

    holds = Holds.FRAME
    classified = Classified(ordinary="starts_at ends_at named_at")

    seat = models.ForeignKey(Seat, models.PROTECT, related_name="occupants")
    professional = models.ForeignKey(Professional, models.PROTECT, related_name="occupancies")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    named_by = models.ForeignKey(Professional, models.PROTECT, related_name="+")
    named_at = StartField()
    replaces = models.ForeignKey("self", models.PROTECT, null=True, related_name="replacements")

    objects = OccupancyQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at"]
        indexes = [models.Index(F("professional"), name="occupancies_of_somebody")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gte=F("starts_at")), name="occupant_has_a_period"
            ),
            models.CheckConstraint(
                condition=Q(replaces=None) | Q(ends_at__isnull=False), name="who_replaces_sits_until_a_moment"
            ),
            RowPolicy("who sees the seat sees who sits there", "SELECT", using=A_SEAT_I_SEE),
            RowPolicy(
                "the contact names colleagues, a colleague a fixed replacement",
                "INSERT",
                check=f"named_by_id = (SELECT access.me()) AND named_at = now() AND {FROM_NOW_ON} "
                f"AND (({A_SEAT_I_FILL} OR {A_NEW_SEAT_OF_OUR_OWN} "
                "OR access.went_on_sitting(seat_id, professional_id)) "
                "AND access.is_colleague(seat_id, professional_id) "
                "AND (replaces_id IS NULL OR access.is_replaced_on(seat_id, professional_id, replaces_id)) "
                "OR access.is_my_stand_in_on(seat_id, professional_id, replaces_id))",
            ),
            RowPolicy(
                "the contact, or who is replaced, ends an occupation for good",
                "UPDATE",
                using=f"({A_SEAT_I_FILL} OR {REPLACES_ME}) AND (ends_at IS NULL OR ends_at > now())",
                check=ENDS_FROM_NOW_ON,
                columns=["ends_at"],
            ),
        ]
