"""Promises over everything that is in the database, so that nobody has to remember them."""

import psycopg
import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from conftest import as_owner
from schakel.access.ordinary import EXTRAORDINARY, refuse_extraordinary_roles
from schakel.access.policies import policies_of
from schakel.config.sight import functions

pytestmark = pytest.mark.django_db(databases=["default", "door"])
OURS = [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("schakel.")]
RUN_TIME_ROLES = ["app", "door", "log", "worker", "auditor", "insight"]
EVERYTHING = {"SELECT", "INSERT", "UPDATE", "DELETE"}
OTHERS = {  # tables and sequences without sentences, why, and exactly what the run-time roles may do there
    # What happens by itself, ids only; the worker alone. See schakel/jobs/rights.sql.
    "procrastinate_jobs": {"worker": EVERYTHING}, "procrastinate_workers": {"worker": EVERYTHING},
    "procrastinate_periodic_defers": {"worker": EVERYTHING}, "procrastinate_events": {"worker": {"INSERT"}},
    "procrastinate_jobs_id_seq": {"worker": {"USAGE"}}, "procrastinate_events_id_seq": {"worker": {"USAGE"}},
    "procrastinate_workers_id_seq": {"worker": {"USAGE"}},
    "procrastinate_periodic_defers_id_seq": {"worker": {"USAGE"}},
    # Of Django, and nobody's at run time: accounts have no groups and no permissions, there is no admin.
    **dict.fromkeys(["django_migrations", "django_content_type", "auth_group", "auth_permission"], {}),
    **dict.fromkeys(["auth_group_permissions"], {}),
    **{f"{name}_id_seq": {} for name in ("django_migrations", "django_content_type", "auth_group", "auth_permission")},
    "auth_group_permissions_id_seq": {},
    # The key that seals identities: read by definer functions only. The log counts by itself.
    "seal": {}, "audit_entry_position_seq": {},
}  # fmt: skip
SCHEMAS = {"access": {"app", "worker"}, "audit": {"app", "log", "worker"}, "work": {"app"}, "mail": {"worker"},
           "public": {"public"}}  # fmt: skip


def rows(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def short(role):
    return role.removeprefix("schakel_")


def partitions():
    return {name for (name,) in rows("SELECT relname FROM pg_class WHERE relispartition AND relkind = 'r'")}


def test_the_database_holds_exactly_the_sentences_in_the_code():
    """Not only their names: dropping and writing them again changes nothing."""
    everything = "SELECT * FROM pg_policies ORDER BY tablename, policyname"
    with as_owner():
        before = rows(everything)
        connection.check_constraints()
        with connection.schema_editor() as editor:
            for model, policy in [(one, policy) for one in OURS for policy in policies_of(one)]:
                editor.execute(policy.remove_sql(model, editor))
                editor.execute(policy.create_sql(model, editor))
        after = rows(everything)

    assert before == after
    assert len(before) == sum(len(policies_of(model)) for model in OURS)


def test_nobody_holds_a_grant_without_a_sentence():
    """Over every table, view, sequence and column there is, ours or not."""
    granted = rows("""
        SELECT relname, pg_get_userbyid(grantee), privilege_type, NULL FROM pg_class, aclexplode(relacl)
        WHERE relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema') AND grantee <> relowner
        UNION ALL
        SELECT relname, pg_get_userbyid(grantee), privilege_type, attname
        FROM pg_attribute JOIN pg_class c ON c.oid = attrelid, aclexplode(attacl)
        WHERE relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema') AND grantee <> relowner""")
    promised = {
        (table, f"schakel_{role}", command, None)
        for table, roles in OTHERS.items()
        for role, commands in roles.items()
        for command in commands
    }
    for model in OURS:
        for one in policies_of(model):
            promised |= {(model._meta.db_table, one.role, one.command, column) for column in one.columns or [None]}

    assert set(granted) == promised


def test_there_is_no_table_that_nobody_answers_for():
    there = rows("""
        SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
        AND relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema', 'pg_toast')""")
    assert {name for (name,) in there} - partitions() == {model._meta.db_table for model in OURS} | set(OTHERS)


def test_there_are_no_views_that_could_show_what_tables_hide():
    found = rows("""SELECT relname FROM pg_class WHERE relkind IN ('v', 'm')
                    AND relnamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')""")
    assert found == []


def test_row_security_is_on_wherever_there_is_a_sentence_and_on_every_partition():
    ours = [model._meta.db_table for model in OURS] + sorted(partitions())
    assert partitions()
    assert rows("SELECT relname FROM pg_class WHERE relname = ANY(%s) AND NOT relrowsecurity", ours) == []


def test_row_security_is_not_forced_on_the_owner():
    """Definer functions would ask themselves, until the stack ends."""
    assert rows("SELECT relname FROM pg_class WHERE relforcerowsecurity") == []


def test_schemas_are_used_by_whom_they_are_for_and_made_in_by_nobody():
    found = rows("""
        SELECT nspname, CASE grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(grantee) END, privilege_type
        FROM pg_namespace, aclexplode(nspacl) WHERE nspname !~ '^pg_|^information' AND grantee <> nspowner""")
    assert found
    assert {privilege for _, _, privilege in found} == {"USAGE"}
    used = {}
    for schema, role, _ in found:
        used.setdefault(schema, set()).add(short(role))
    assert used == SCHEMAS


def test_functions_are_asked_by_exactly_whom_the_code_says():
    found = rows("""
        SELECT nspname || '.' || proname, CASE grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(grantee) END
        FROM pg_proc JOIN pg_namespace n ON n.oid = pronamespace,
             aclexplode(coalesce(proacl, acldefault('f', proowner)))
        WHERE nspname = ANY(%s) AND grantee <> proowner""", [name for name in SCHEMAS if name != "public"])  # fmt: skip
    assert set(found) == {(one.name, role) for one in functions() for role in one.roles}


def test_in_the_common_schema_there_are_only_the_functions_of_jobs():
    found = rows("SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace")
    assert all(name.startswith("procrastinate_") for (name,) in found)


def test_every_function_that_steps_over_row_policies_has_a_fixed_search_path():
    fixed = "search_path=pg_catalog, pg_temp"
    loose = rows(
        """SELECT proname, proconfig FROM pg_proc WHERE prosecdef AND pronamespace <> 'pg_catalog'::regnamespace
           AND NOT coalesce(proconfig, '{}') @> ARRAY[%s]""",
        fixed,
    )
    # Of others: its own schema first, where nobody may make anything, and temporary things last, which nobody may make.
    assert loose == [("procrastinate_defer_jobs_v1", ["search_path=public, pg_temp"])]


def test_what_postgresql_gives_everybody_is_taken_back():
    for role in RUN_TIME_ROLES:
        for privilege in ("TEMPORARY", "CREATE"):
            found = rows("SELECT has_database_privilege(%s, current_database(), %s)", f"schakel_{role}", privilege)
            assert found == [(False,)], role
        assert rows("SELECT has_schema_privilege(%s, 'public', 'CREATE')", f"schakel_{role}") == [(False,)]


def test_a_function_made_tomorrow_is_nobodys():
    with as_owner():
        connection.cursor().execute("CREATE FUNCTION access.tomorrow() RETURNS int LANGUAGE sql AS 'SELECT 1'")
    assert rows("SELECT has_function_privilege('schakel_app', 'access.tomorrow()', 'EXECUTE')") == [(False,)]


def test_the_run_time_roles_own_and_bypass_and_belong_to_nothing():
    roles = [f"schakel_{role}" for role in RUN_TIME_ROLES]
    powerful = "rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication"
    assert rows(f"SELECT rolname FROM pg_roles WHERE rolname = ANY(%s) AND ({powerful})", roles) == []
    assert rows("SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = ANY(%s)", roles) == []
    assert rows("SELECT proname FROM pg_proc WHERE pg_get_userbyid(proowner) = ANY(%s)", roles) == []
    assert rows("SELECT nspname FROM pg_namespace WHERE pg_get_userbyid(nspowner) = ANY(%s)", roles) == []
    assert rows("SELECT roleid FROM pg_auth_members WHERE member::regrole::text = ANY(%s)", roles) == []


def test_this_suite_runs_as_the_application_as_nobody():
    assert rows("SELECT current_user::text, access.me()") == [("schakel_app", None)]


def test_every_request_is_one_transaction():
    assert all(settings.DATABASES[alias]["ATOMIC_REQUESTS"] for alias in ("default", "door"))


@pytest.mark.parametrize("role", RUN_TIME_ROLES)
def test_a_server_starts_only_under_an_ordinary_role(role):
    with as_owner(), pytest.raises(SystemExit, match="may become, schakel_owner"):
        refuse_extraordinary_roles()  # the session of this suite belongs to the owner: rightly refused

    found = {
        key: value for key, value in connection.get_connection_params().items() if key in ("host", "port", "dbname")
    }
    with psycopg.connect(**found, user=f"schakel_{role}") as login:
        assert login.execute(EXTRAORDINARY).fetchall() == []
