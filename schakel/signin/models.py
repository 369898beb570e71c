from datetime import timedelta

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.db.models.functions import Least
from django.utils import timezone

from schakel.access.classification import Classified, Holds
from schakel.access.fields import StartField
from schakel.access.models import Record
from schakel.access.policies import RowPolicy

DOOR = "schakel_door"
FREE_MISSES = 5  # wrong passwords in a row before one has to wait
LONGEST_WAIT = 60  # seconds: 1,440 guesses a day at most, and nobody is kept out for good
A_DAY = timedelta(days=1)  # how long an invitation counts
MOST_TRIES = 5  # with the wrong code; then one is invited anew
INVITED = (
    "misses = 0 AND EXISTS (SELECT FROM signin_invitation i WHERE i.professional_id = signin_account.professional_id "
    f"AND i.used_at IS NULL AND i.expires_at > now() AND i.tries < {MOST_TRIES})"
)
WITHOUT_ACCOUNT = (
    "NOT EXISTS (SELECT FROM signin_account a WHERE a.professional_id = signin_invitation.professional_id)"
)


def the_door_only(command, what, **expressions):
    return RowPolicy(f"the door {what}", command, role=DOOR, **expressions)


class AccountManager(BaseUserManager):
    def get_by_natural_key(self, username):
        return self.get(username=username)


class Account(AbstractBaseUser, Record):
    """The way in of one professional; the application's own role cannot touch it. (nl: account)"""

    holds = Holds.DOOR
    classified = Classified(
        identifying="username", ordinary="password last_login professional_id is_active misses missed_at"
    )

    username = models.CharField(max_length=60, unique=True)  # only the door can try, and it knows them all
    professional_id = models.UUIDField(unique=True)  # one way in for everybody
    is_active = models.BooleanField(default=True)
    misses = models.PositiveSmallIntegerField(default=0)  # wrong passwords since the last right one
    missed_at = models.DateTimeField(null=True)

    objects = AccountManager()
    USERNAME_FIELD = "username"

    class Meta:
        constraints = [
            the_door_only("SELECT", "knows the accounts", using="true"),
            the_door_only(
                "UPDATE",
                "keeps password, misses and last sign-in",
                using="true",
                check="true",
                columns=["password", "last_login", "misses", "missed_at"],
            ),
            the_door_only("INSERT", "makes an account for who was invited", check=INVITED),
            # No DELETE: who left is kept out by what the network says, and stays named in the log.
        ]

    @property
    def has_to_wait(self):
        """After some wrong passwords ever longer, so that guessing takes years; what is tried meanwhile counts not."""
        if self.misses < FREE_MISSES:
            return False
        wait = timedelta(seconds=min(2 ** (self.misses - FREE_MISSES), LONGEST_WAIT))
        return timezone.now() < self.missed_at + wait

    def note_miss(self):
        self.misses, self.missed_at = Least(models.F("misses") + 1, FREE_MISSES + 10), timezone.now()
        self.save(update_fields=["misses", "missed_at"])

    def forget_misses(self):
        if self.misses:
            self.misses = 0
            self.save(update_fields=["misses"])


class Invitation(Record):
    """The way in of somebody without an account: a link by mail and a code by telephone, both. (nl: uitnodiging)

    For a day, once, and with a few tries. The link is made from the master key when the mail goes, and kept nowhere.
    """

    holds = Holds.DOOR
    classified = Classified(
        ordinary="professional_id invited_by token code tries made_at expires_at used_at mailing_at mailed_at"
    )

    professional_id = models.UUIDField()
    invited_by = models.UUIDField(null=True)
    token = models.CharField(max_length=64, unique=True)  # its hash: who reads the table can use none
    code = models.CharField(max_length=128)  # its hash
    tries = models.PositiveSmallIntegerField(default=0)  # with a wrong code
    made_at = StartField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)  # used, or replaced by a newer one
    mailing_at = models.DateTimeField(null=True)  # when the worker last tried to mail the link
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            the_door_only("SELECT", "finds invitations", using="true"),
            the_door_only(
                "INSERT",
                "invites who has no account, for a day",
                check=f"{WITHOUT_ACCOUNT} AND used_at IS NULL AND made_at = now() "
                "AND expires_at <= now() + interval '1 day' AND tries = 0 AND code <> '' AND mailing_at IS NULL "
                "AND mailed_at IS NULL",
            ),
            the_door_only(
                "UPDATE",
                "says that an invitation was used, or a code was wrong",
                using=f"used_at IS NULL AND tries < {MOST_TRIES}",
                check="used_at BETWEEN now() AND clock_timestamp() OR used_at IS NULL AND tries > 0",
                columns=["used_at", "tries"],
            ),
        ]


class Session(AbstractBaseSession):
    """That somebody is signed in: the key is a hash, the content fits one cookie only. (nl: sessie)"""

    holds = Holds.DOOR
    classified = Classified(ordinary="session_key session_data expire_date")

    objects = BaseSessionManager()

    class Meta:
        constraints = [
            the_door_only("SELECT", "finds sessions", using="true"),
            the_door_only("INSERT", "begins sessions", check="true"),
            the_door_only(
                "UPDATE", "keeps sessions", using="true", check="true", columns=["session_data", "expire_date"]
            ),
            the_door_only("DELETE", "ends sessions", using="true"),
        ]

    @classmethod
    def get_session_store_class(cls):
        from .sessions import SessionStore

        return SessionStore
