"""The start-up check: servers and workers call it before they take a first request."""

from django.db import connections

EXTRAORDINARY = """
SELECT rolname FROM pg_roles
WHERE pg_has_role(session_user, oid, 'MEMBER')
  AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
       OR oid IN (SELECT relowner FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm')))
"""


def extraordinary_roles(alias="default"):
    """Roles that this connection is, or may become, and to whom row policies say nothing."""
    with connections[alias].cursor() as cursor:
        cursor.execute(EXTRAORDINARY)
        return [name for (name,) in cursor.fetchall()]


def refuse_extraordinary_roles(alias="default"):
    if roles := extraordinary_roles(alias):
        raise SystemExit(f"Refusing to start: this database role is, or may become, {', '.join(roles)}.")
