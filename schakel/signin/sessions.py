"""Sessions that are worth nothing to who can read the table."""

from hashlib import sha256

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from .models import Session


class SessionStore(DatabaseStore):
    """The row is found by the hash of the cookie, and its content is signed for that cookie alone."""

    @classmethod
    def get_model_class(cls):
        return Session

    @property
    def key_salt(self):
        return f"schakel.session.{self.session_key}"

    def _get_session_from_db(self):
        from django.utils import timezone

        try:
            return Session.objects.get(session_key=stored(self.session_key), expire_date__gt=timezone.now())
        except Session.DoesNotExist:
            self._session_key = None

    def exists(self, session_key):
        return super().exists(stored(session_key))

    def delete(self, session_key=None):
        if key := session_key or self.session_key:
            super().delete(stored(key))

    def create_model_instance(self, data):
        row = super().create_model_instance(data)
        row.session_key = stored(row.session_key)
        return row


def stored(session_key):
    return sha256(session_key.encode()).hexdigest()[:40]  # the column holds 40
