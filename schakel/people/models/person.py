from django.db import models
from django.utils.translation import gettext_lazy as _

from schakel.access.classification import Classified, Holds
from schakel.access.fields import IdsField, MomentField, made_now
from schakel.access.models import Record
from schakel.access.policies import RowPolicy, first_in_sight

from .of_a_file import IN_A_FILE_OF_MINE, OF_WHOM_I_SEE, OPENED

SHOWN_TO_ME = "file_id = ANY ((SELECT access.shown())::uuid[])"
KEPT_BY_ME = "file_id = ANY ((SELECT access.files_i_keep())::uuid[])"


class Person(Record):
    """Somebody a file is about, as that file knows them; never shared between files. (nl: betrokkene)

    Dates are partial, eight digits with zeros for what the registry does not know ("19680000").
    """

    class Role(models.TextChoices):
        SUBJECT = "subject", _("subject")
        SYSTEM = "system", _("family and network")
        VICTIM = "victim", _("victim")

    class Gender(models.TextChoices):
        MALE = "M", _("man")
        FEMALE = "V", _("woman")
        UNKNOWN = "O", _("unknown")
        OTHER = "X", _("other")

    class NameUse(models.TextChoices):
        OWN = "E", _("own name")
        PARTNER = "P", _("partner's name")
        PARTNER_FIRST = "V", _("partner's name before own name")
        OWN_FIRST = "N", _("own name before partner's name")

    holds = Holds.NAMES
    classified = Classified(
        identifying="given_names noble_title prefix surname partner_prefix partner_surname name_use birth_date "
        "death_date gender",
        special="role secret_address",
        ordinary="file_id position edition made_at",
    )

    file_id = models.UUIDField(db_index=True)
    role = models.CharField(max_length=10, choices=Role, default=Role.SUBJECT)
    given_names = models.CharField(max_length=200, blank=True)
    noble_title = models.CharField(max_length=2, blank=True)
    prefix = models.CharField(max_length=20, blank=True)
    surname = models.CharField(max_length=200, blank=True)
    partner_prefix = models.CharField(max_length=20, blank=True)
    partner_surname = models.CharField(max_length=200, blank=True)
    name_use = models.CharField(max_length=1, choices=NameUse, default=NameUse.OWN)
    birth_date = models.CharField(max_length=8, blank=True)
    death_date = models.CharField(max_length=8, blank=True)
    gender = models.CharField(max_length=1, choices=Gender, default=Gender.UNKNOWN)
    secret_address = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)
    edition = models.PositiveIntegerField(default=1)
    made_at = MomentField()

    CORRECTABLE = [
        "given_names", "noble_title", "prefix", "surname", "partner_prefix", "partner_surname", "name_use",
        "birth_date", "death_date", "gender", "secret_address",
    ]  # fmt: skip

    class Meta:
        ordering = ["position", "made_at"]
        constraints = [
            RowPolicy(
                "who opened or listed the file sees the persons who concern them",
                "SELECT",
                using=first_in_sight("id = ANY ((SELECT access.my_sight())::uuid[])", SHOWN_TO_ME),
            ),
            RowPolicy(
                "who keeps the file adds persons, to no area and no closed case",
                "INSERT",
                check=f"file_id = ANY ((SELECT access.files_that_take_people())::uuid[]) AND {made_now('made_at')} "
                "AND access.is_new(id)",
            ),
            RowPolicy(
                "who keeps the file corrects persons, also when it is closed",
                "UPDATE",
                using=KEPT_BY_ME,
                check=KEPT_BY_ME,
                columns=[
                    "given_names", "noble_title", "prefix", "surname", "partner_prefix", "partner_surname", "name_use",
                    "birth_date", "death_date", "gender", "secret_address", "edition",
                ],
            ),
            # No DELETE: a person leaves through retention.
        ]  # fmt: skip


class Address(Record):
    """Where somebody lives; a secret address reaches only who was named. (nl: adres)"""

    holds = Holds.CONTENT
    classified = Classified(
        identifying="lines postcode place country", special="secret", ordinary="file_id audience made_at"
    )

    file_id = models.UUIDField(db_index=True)
    person = models.ForeignKey(Person, models.PROTECT, related_name="addresses")
    lines = models.CharField(max_length=300)
    postcode = models.CharField(max_length=10, blank=True)
    place = models.CharField(max_length=120, blank=True)
    country = models.CharField(max_length=80, blank=True)
    secret = models.BooleanField(default=False)
    audience = IdsField()
    made_at = MomentField()

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            RowPolicy(
                "who opened the file sees the addresses that reach them",
                "SELECT",
                using=first_in_sight(
                    f"{IN_A_FILE_OF_MINE} AND {OF_WHOM_I_SEE}",
                    f"{OPENED} AND audience && (SELECT access.my_ears()) "
                    "AND (secret OR person_id <> ALL ((SELECT access.people_in_hiding())::uuid[])) "
                    "AND id <> ALL ((SELECT access.addresses_left_behind())::uuid[])",
                ),
            ),
            RowPolicy(
                "who keeps the file adds an address",
                "INSERT",
                check="file_id = ANY ((SELECT access.files_that_take_people())::uuid[]) "
                f"AND person_id = ANY (access.my_sight_in(file_id)) AND {made_now('made_at')}",
            ),
            # No UPDATE: the latest counts; who moved has two. Of who is in hiding only the latest shows, to whom it
            # names.
        ]


class CitizenNumber(Record):
    """A citizen service number in its vault: seen by nobody but matching. (nl: burgerservicenummer)

    Sealed under the person's own key; `blind` is a keyed hash by which two files can be matched.
    """

    holds = Holds.CONTENT
    classified = Classified(identifying="sealed blind", ordinary="file_id made_at")

    file_id = models.UUIDField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    blind = models.BinaryField()
    made_at = MomentField()

    class Meta:
        indexes = [models.Index(fields=["blind"], name="number_by_blind_index")]
        constraints = [
            RowPolicy(
                "who keeps the file puts a number into the vault",
                "INSERT",
                check="file_id = ANY ((SELECT access.files_that_take_people())::uuid[]) "
                f"AND person_id = ANY (access.my_sight_in(file_id)) AND {made_now('made_at')}",
            ),
            # No SELECT: nobody reads a number back. No UPDATE: the latest counts.
        ]
