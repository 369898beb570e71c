"""One mail a day that says how much is ready and nothing else, to nobody twice."""

from contextlib import contextmanager
from datetime import timedelta
from smtplib import SMTPRecipientsRefused, SMTPServerDisconnected

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from conftest import _role, as_, as_owner
from schakel.cases.models import NoLongerUsed
from schakel.cases.tests.scene import bring_in
from schakel.conferences.models import CaseConference
from schakel.mail import sending
from schakel.mail.actions import choose_days
from schakel.mail.models import Notice
from schakel.network.models import House, Professional, Regime
from schakel.plans.models import Agreement
from schakel.referrals.tests.scene import sent
from schakel.triage.tests.asked import ask


@contextmanager
def as_worker():
    _role("RESET ROLE")
    _role("SET ROLE schakel_worker")
    yield
    _role("RESET ROLE")
    _role("SET ROLE schakel_app")


@pytest.fixture
def mailed(scene, world):
    """Everybody has an address."""
    with as_owner():
        for one in Professional.objects.all():
            Professional.objects.filter(pk=one.pk).update(email=f"{one.name.lower()}@example.nl")
    return scene


def agreement(scene, seat="pim", about=None):
    with as_owner():
        return Agreement.objects.create(
            case=scene.case, author=scene.world.noor, about=about or [scene.case.pk], title="Intake plannen",
            seat=scene.seats[seat], due_on=timezone.localdate(),
        )  # fmt: skip


def bundled(world):
    """Who gets which numbers, when the worker counts now."""
    with as_worker():
        sending.ask("SELECT mail.bundle(%s, 500)", world.house.pk)
    with as_owner():
        rows = Notice.objects.filter(state="waiting").select_related("professional")
        return {row.professional.name: (row.questions, row.conferences, row.news) for row in rows}


def send(deliver):
    with as_worker():
        sending.send(deliver)


def test_it_counts_questions_conferences_and_news_for_whom_they_are(mailed, world):
    agreement(mailed)
    bring_in(mailed, "noor", "De situatie.")
    with as_owner():
        CaseConference.objects.create(
            case=mailed.case, author=world.noor, about=[mailed.case.pk], place="Kamer 2", chair=world.noor,
            starts_at=timezone.now() + timedelta(days=2),
        )  # fmt: skip
    assert bundled(world) == {"Pim": (1, 1, 1), "Noor": (0, 1, 0), "Sem": (0, 1, 0)}


def test_it_says_how_much_and_never_what_who_or_where(mailed, world):
    agreement(mailed)
    bundled(world)
    mails = []
    send(mails.append)
    [mail] = mails
    assert mail["To"] == "pim@example.nl" and mail["Subject"] == "Er staat iets voor u klaar in Schakel"
    assert "klaar in Schakel: 1 vraag." in mail.get_content()
    for secret in (mailed.case.number, "Testvogel", "Intake", "Politie", "Noor", "Complexe"):
        assert secret not in mail.as_string()


def test_the_seat_for_the_child_gets_no_number_of_the_mother(mailed, world):
    mother = [mailed.people["mother"].pk]
    agreement(mailed, seat="sanne", about=mother)
    bring_in(mailed, "sanne", "Behandeling.", about=["mother"])
    assert "Lieke" not in bundled(world)


def test_of_a_hidden_approach_nothing_is_counted(mailed, world):
    agreement(mailed)
    bring_in(mailed, "noor", "De situatie.")
    with as_owner():
        Regime.objects.filter(pk=world.regime.pk).update(hidden=True)
    assert bundled(world) == {}


def test_asked_whether_somebody_is_known_it_says_a_question(mailed, world):
    ask(world, sent(world))
    assert bundled(world) == {"Coen": (1, 0, 0), "Hanneke": (1, 0, 0)}
    mails = []
    send(mails.append)
    for mail in mails:
        assert "bekend" not in mail.as_string() and "meedenken" not in mail.as_string()


def test_who_did_not_confirm_a_recall_is_asked_again_after_the_term_of_the_house(mailed, world):
    week = timedelta(days=7)
    with as_owner():
        NoLongerUsed.objects.create(
            recall_id=mailed.case.pk, file_id=mailed.case.pk, number=mailed.case.number, professional=world.sanne,
            recalled_at=timezone.now() - week, asked_at=timezone.now() - week + timedelta(hours=1),
        )  # fmt: skip
        Notice.objects.create(
            professional=world.sanne, day=timezone.localdate() - timedelta(days=2), state="sent", questions=1,
            conferences=0, news=0,
        )  # fmt: skip
        Notice.objects.update(made_at=timezone.now() - timedelta(days=2))
    assert bundled(world) == {}
    with as_owner():
        Notice.objects.filter(day=timezone.localdate()).delete()
        NoLongerUsed.objects.update(asked_at=timezone.now() - week - timedelta(hours=1))
    assert bundled(world) == {"Sanne": (1, 0, 0)}


def test_without_news_there_is_no_mail_and_there_is_one_a_day(mailed, world):
    assert bundled(world) == {}
    agreement(mailed)
    assert bundled(world) == {}, "who was looked at today is looked at again tomorrow"


def test_what_was_told_is_not_told_again(mailed, world):
    agreement(mailed)
    assert bundled(world) == {"Pim": (1, 0, 0)}
    send(lambda mail: None)
    with as_owner():
        Notice.objects.update(day=timezone.localdate() - timedelta(days=1), made_at=timezone.now())
    assert bundled(world) == {}


def test_who_switched_it_off_without_an_address_or_gone_gets_none(mailed, world):
    agreement(mailed)
    with as_(world.pim):
        choose_days(by=world.pim, days=[])
    bring_in(mailed, "pim", "De situatie.")
    with as_owner():
        Professional.objects.filter(pk=world.noor.pk).update(email="")
        Professional.objects.filter(pk=world.sem.pk).update(left_on=timezone.localdate() - timedelta(days=1))
    assert bundled(world) == {}


class Killed(BaseException):
    """As kill -9: nothing after it runs."""


def test_a_worker_that_is_killed_after_the_server_took_it_sends_nothing_twice(mailed, world):
    agreement(mailed)
    bundled(world)
    mails = []

    def take_and_die(mail):
        mails.append(mail)
        raise Killed

    with pytest.raises(Killed):
        send(take_and_die)
    _role("RESET ROLE")
    send(mails.append)
    assert len(mails) == 1


def test_a_line_that_broke_is_not_tried_again_and_a_refusal_is(mailed, world):
    agreement(mailed)
    bundled(world)
    tried = []

    def refuse(mail):
        tried.append(mail["Message-ID"])
        raise SMTPRecipientsRefused({})

    def break_off(mail):
        tried.append(mail["Message-ID"])
        raise SMTPServerDisconnected

    send(refuse)
    with as_owner():
        Notice.objects.filter(state="waiting").update(sending_at=timezone.now() - timedelta(hours=1))
    send(break_off)
    send(refuse)
    assert len(tried) == 2 and len(set(tried)) == 1


def test_the_worker_counts_by_four_functions_and_is_nobody_afterwards(mailed, world):
    agreement(mailed)
    bundled(world)
    with as_worker():
        assert sending.ask("SELECT access.me()") == [(None,)]
        for refused in (
            "SELECT * FROM mail_notice", "SELECT * FROM network_professional", "SELECT * FROM cases_case",
            f"SELECT mail.counted_for('{world.pim.pk}', now())",
        ):  # fmt: skip
            with pytest.raises(DatabaseError), transaction.atomic():
                sending.ask(refused)


@pytest.mark.parametrize("question", ["mail.take()", "mail.houses_at(9)", "mail.bundle(gen_random_uuid(), 1)"])
def test_the_application_makes_no_mail(world, question):
    with as_(world.noor), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SELECT {question}")


@pytest.mark.parametrize("works", [True, False])
def test_it_goes_out_at_the_hour_of_the_house_on_its_working_days(mailed, world, monkeypatch, works):
    agreement(mailed)
    monkeypatch.setattr(sending, "is_workday", lambda day, calendar: works)
    with as_owner():
        House.objects.update(mail_hour=0)
    with as_worker():
        sending.bundle()
    with as_owner():
        assert Notice.objects.filter(state="waiting").exists() == works


def test_each_reads_their_own_mailbox_in_a_demonstration_only(mailed, world, client_of, settings):
    agreement(mailed)
    bundled(world)
    assert "1 vraag" not in client_of(world.pim).get("/meldingen/").text
    settings.DEMONSTRATION = True
    assert "klaar in Schakel: 1 vraag." in client_of(world.pim).get("/meldingen/").text
    page = client_of(world.gea).get("/meldingen/").text
    assert "1 vraag" not in page and "Nog geen mail" in page


def test_one_chooses_days_and_the_page_keeps_them(world, client_of):
    pim = client_of(world.pim)
    for days in (["0", "3"], ["1"]):
        assert pim.post("/meldingen/", {"days": days}).status_code == 302
    assert 'value="1" ' in pim.get("/meldingen/").text
    assert pim.post("/meldingen/", {"days": ["6"]}).status_code == 422
