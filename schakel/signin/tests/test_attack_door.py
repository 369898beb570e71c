"""Guessing passwords, keeping a session, coming in where one should not."""

from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from schakel.signin.models import FREE_MISSES, LONGEST_WAIT, Account, Session

from .test_signing_in import PASSWORD, account  # noqa: F401


def tried(client, password, username="pim"):
    return client.post("/inloggen/", {"username": username, "password": password})


def missed(client, times):
    for _ in range(times):
        assert tried(client, "mis").status_code == 422


def wait(seconds):
    one = Account.objects.get(username="pim")
    one.missed_at -= timedelta(seconds=seconds)
    one.save(update_fields=["missed_at"])


class TestGuessing:
    def test_is_slowed_down_after_some_mistakes(self, client, account):  # noqa: F811
        missed(client, FREE_MISSES)

        assert tried(client, PASSWORD).status_code == 422, "the right one is not heard either: a guess learns nothing"

    def test_makes_nobody_wait_after_a_mistake_or_two(self, client, account):  # noqa: F811
        missed(client, FREE_MISSES - 1)

        assert tried(client, PASSWORD).status_code == 302

    def test_keeps_nobody_out_for_good(self, client, account):  # noqa: F811
        for _ in range(FREE_MISSES + 20):
            missed(client, 1)
            wait(LONGEST_WAIT)

        assert tried(client, PASSWORD).status_code == 302

    def test_takes_ever_longer(self, client, account):  # noqa: F811
        now = timezone.now()
        waits = [Account(misses=FREE_MISSES + more, missed_at=now - timedelta(seconds=3)) for more in (0, 1, 2, 30)]

        assert [one.has_to_wait for one in waits] == [False, False, True, True]

    def test_is_forgotten_once_somebody_came_in(self, client, account):  # noqa: F811
        missed(client, FREE_MISSES - 1)
        tried(client, PASSWORD)
        missed(client, FREE_MISSES - 1)

        assert tried(client, PASSWORD).status_code == 302

    def test_does_not_tell_which_names_exist(self, client, account):  # noqa: F811
        missed(client, FREE_MISSES)
        pages = [tried(client, PASSWORD, name).text.replace(name, "") for name in ("pim", "niemand")]

        assert [page.count("horen niet bij elkaar") for page in pages] == [1, 1]


@pytest.mark.parametrize("persona", ["\0", "pim\0", "x" * 3000, ""])
def test_a_persona_that_cannot_be_is_nobody(client, account, settings, persona):  # noqa: F811
    settings.DEMONSTRATION = True

    assert client.post("/inloggen/", {"persona": persona}).status_code == 422


class TestTheSession:
    def test_is_a_new_one_for_who_comes_in(self, client, account):  # noqa: F811
        client.cookies["schakel"] = "chosen-by-somebody-else-in-advance"
        tried(client, PASSWORD)

        assert client.session.session_key != "chosen-by-somebody-else-in-advance"

    def test_is_gone_for_who_went_out_also_for_who_kept_the_cookie(self, client, account):  # noqa: F811
        tried(client, PASSWORD)
        kept = client.session.session_key
        client.post("/uitloggen/")
        client.cookies["schakel"] = kept

        assert client.get("/").url.startswith("/inloggen/")

    def test_ends_with_the_account(self, client, account):  # noqa: F811
        tried(client, PASSWORD)
        with connections["door"].cursor() as cursor:
            cursor.execute("RESET ROLE")
            cursor.execute("UPDATE signin_account SET is_active = false")
            cursor.execute("SET ROLE schakel_door")

        assert client.get("/").url.startswith("/inloggen/")

    def test_says_nothing_to_who_reads_the_table(self, client, account):  # noqa: F811
        tried(client, PASSWORD)
        rows = list(Session.objects.values_list("session_key", "session_data"))

        assert rows and all(client.session.session_key not in key + data for key, data in rows)
