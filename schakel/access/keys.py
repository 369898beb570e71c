"""Putting the key that seals identities where PostgreSQL can check with it."""

from django.conf import settings
from django.db import connection

from .seal import pads


def install_seal_key():
    """Make this installation's key the only one that counts; the owner does it, with every migration."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM access.seal")
        cursor.execute("INSERT INTO access.seal VALUES (%s, %s)", pads(settings.IDENTITY_KEY))
