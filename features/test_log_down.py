"""Without the log no file opens, and what holds no content goes on; when it is back, so are the files."""

from contextlib import contextmanager

from psycopg import sql

from features.ground.looking import look

ROLES = ("schakel_app", "schakel_door")


def test_files_stay_closed_while_the_log_is_down(visitors, merreland):
    # Given a process director who can open a case
    page = visitors.sign_in("procesregisseur")
    case = f"/casussen/{merreland.case_about('Kwartelaar')}/"
    assert page.goto(case).status == 200
    # When the log's role is locked out
    with the_log_locked_out(merreland):
        # Then the file does not open, and the page says why and that it passes
        visitors.expect(503)
        merreland.expected += ["psycopg.pool", "django.request 503"]
        answer = page.goto(case)
        assert answer.status == 503
        assert answer.headers["retry-after"] == "60"
        assert "Het logboek is niet bereikbaar" in page.locator("main").inner_text()
        assert "Kwartelaar" not in page.content()
        look(page, "log-down")
        # And what holds no content still works
        assert page.goto("/").status == 200
        look(page, "log-down-my-work")
    # And when the log is back, so is the file
    assert page.goto(case).status == 200


@contextmanager
def the_log_locked_out(merreland):
    """Out of this house's database only: roles belong to the whole server, databases to one story."""
    database = sql.Identifier(merreland.database)
    merreland.query(sql.SQL("REVOKE CONNECT ON DATABASE {} FROM PUBLIC").format(database))
    for role in ROLES:
        merreland.query(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, sql.Identifier(role)))
    merreland.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'schakel_log' AND datname = %s",
        merreland.database,
    )
    try:
        yield
    finally:
        merreland.query(sql.SQL("GRANT CONNECT ON DATABASE {} TO PUBLIC").format(database))
