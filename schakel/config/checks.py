"""What `schakel check-setup` checks. Each check returns None, or why it is not in order, in Dutch."""

import psycopg
from django.apps import apps
from django.conf import settings
from django.db import connection, connections

from schakel.access.policies import policies_of

OLDEST_POSTGRES = 150000
EXTENSIONS = ["pg_trgm", "unaccent"]
MORE_THAN_ORDINARY = """
SELECT role.rolname, other.rolname FROM pg_roles AS role
JOIN pg_roles AS other ON pg_has_role(role.oid, other.oid, 'MEMBER')
WHERE role.rolname LIKE 'schakel\\_%' AND role.rolname <> 'schakel_owner'
  AND (other.rolsuper OR other.rolbypassrls OR other.rolcreaterole OR other.rolcreatedb OR other.rolreplication
       OR other.oid IN (SELECT relowner FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm')))
ORDER BY 1, 2
"""


def real_settings():
    if settings.DEMONSTRATION and settings.EMBEDDED is None:
        return "SCHAKEL_DEMONSTRATION staat aan op een echte database: iedereen kan zonder wachtwoord binnenkomen"
    return None


def secure_address():
    if not settings.SECURE and settings.EMBEDDED is None:
        return f"SCHAKEL_ADDRESS ({settings.ADDRESS}) begint niet met https://"
    return None


def different_keys():
    keys = [settings.SECRET_KEY, settings.IDENTITY_KEY.hex(), settings.MASTER_KEY.hex(), settings.VAULT_KEY.hex()]
    return "twee sleutels zijn gelijk" if len(set(keys)) < len(keys) else None


def recent_postgres():
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        version = int(cursor.fetchone()[0])
    return f"PostgreSQL 15 of nieuwer is nodig, dit is {version // 10000}" if version < OLDEST_POSTGRES else None


def ordinary_roles():
    """Of every role of the programs: no superuser, no owner, and no way to become one."""
    with connection.cursor() as cursor:
        cursor.execute(MORE_THAN_ORDINARY)
        found = [f"{role} is {other}" if role != other else role for role, other in cursor.fetchall()]
    return f"meer dan gewoon: {', '.join(found)}" if found else None


def roles_answer():
    """The three roles of a web process sign in, each for itself."""
    for alias in connections:
        connections[alias].ensure_connection()
    psycopg.connect(**settings.LOG_DATABASE).close()


def nothing_in_front():
    """A temporary table could stand in front of a real one."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_database_privilege(current_database(), 'TEMPORARY'), "
            "has_database_privilege(current_database(), 'CREATE'), has_schema_privilege('public', 'CREATE')"
        )
        return "de webrol mag tabellen maken (zie roles.sql)" if any(cursor.fetchone()) else None


def tables_there():
    with connection.cursor() as cursor:
        present = set(connection.introspection.table_names(cursor))
    missing = {model._meta.db_table for model in ours()} - present
    return f"er ontbreken tabellen ({', '.join(sorted(missing))}): schakel migrate" if missing else None


def policies_there():
    """The sentences in the code and those in the database are the same ones."""
    in_code = {(model._meta.db_table, policy.name) for model in ours() for policy in policies_of(model)}
    tables = {model._meta.db_table for model in ours()}
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename, policyname FROM pg_policies")
        in_database = {(table, name) for table, name in cursor.fetchall() if table in tables}
    different = sorted(f"{table}: {name}" for table, name in in_code ^ in_database)
    return f"anders dan in de code: {'; '.join(different)}" if different else None


def row_security_on():
    guarded = {model._meta.db_table for model in ours() if policies_of(model)}
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relrowsecurity")
        open_tables = guarded & {name for (name,) in cursor.fetchall()}
    return f"rijbeveiliging staat uit op {', '.join(sorted(open_tables))}" if open_tables else None


def names_searchable():
    """What searching over names asks of PostgreSQL, in a schema of its own."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT extname FROM pg_extension WHERE extnamespace = to_regnamespace('extensions') AND extname = ANY(%s)",
            [EXTENSIONS],
        )
        missing = set(EXTENSIONS) - {name for (name,) in cursor.fetchall()}
    return f"uitbreidingen ontbreken ({', '.join(sorted(missing))}): zie docs/installing.md" if missing else None


def rulebook_current():
    from .rulebook import GENERATED, out_of_date

    if not GENERATED.exists():  # an installed package has no documents
        return None
    different = out_of_date()
    return f"docs/generated zegt iets anders ({', '.join(different)}): bin/rulebook" if different else None


def styles_there():
    missing = not settings.DEVELOPMENT and not (settings.STATIC_ROOT / "staticfiles.json").exists()
    return "stijlen en lettertypen ontbreken: manage.py collectstatic" if missing else None


def ours():
    return [model for model in apps.get_models() if model.__module__.startswith("schakel.") and model._meta.managed]


CHECKS = [
    ("Demonstratiestand alleen waar dat mag", real_settings),
    ("Adres is versleuteld bereikbaar", secure_address),
    ("Sleutels verschillen van elkaar", different_keys),
    ("PostgreSQL is nieuw genoeg", recent_postgres),
    ("De rollen van de webserver bereiken de database", roles_answer),
    ("Databaserollen zijn gewoon: rijbeveiliging geldt voor alle", ordinary_roles),
    ("De webrol kan niets vóór een tabel zetten", nothing_in_front),
    ("Alle tabellen zijn er", tables_there),
    ("Zoeken op naam kan", names_searchable),
    ("Rijbeveiliging staat aan", row_security_on),
    ("Regels in de database zijn die van de code", policies_there),
    ("Het regelboek is dat van de code", rulebook_current),
    ("Stijlen en lettertypen zijn er", styles_there),
]
