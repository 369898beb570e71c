from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models

from schakel.access.classification import Classified, Holds
from schakel.access.models import Record
from schakel.access.policies import RowPolicy

DOOR = "schakel_door"


def the_door_only(command, what, **expressions):
    return RowPolicy(f"the door {what}", command, role=DOOR, **expressions)


class AccountManager(BaseUserManager):
    def get_by_natural_key(self, username):
        return self.get(username=username)


class Account(AbstractBaseUser, Record):
    """The way in of one professional; the application's own role cannot touch it. (nl: account)"""

    holds = Holds.DOOR
    classified = Classified(identifying="username", ordinary="password last_login professional_id is_active")

    username = models.CharField(max_length=60, unique=True)  # only the door can try, and it knows them all
    professional_id = models.UUIDField()
    is_active = models.BooleanField(default=True)

    objects = AccountManager()
    USERNAME_FIELD = "username"

    class Meta:
        constraints = [
            the_door_only("SELECT", "knows the accounts", using="true"),
            the_door_only(
                "UPDATE",
                "keeps password and last sign-in",
                using="true",
                check="true",
                columns=["password", "last_login"],
            ),
            # No INSERT or DELETE: accounts are made by whoever administers the installation.
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
