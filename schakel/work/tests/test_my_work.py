"""The first page: what is asked, due, coming and new, without a name."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from conftest import as_, as_owner
from schakel.cases.tests.scene import bring_in
from schakel.conferences.models import CaseConference
from schakel.network.workdays import on_or_after
from schakel.plans.models import Agreement
from schakel.referrals.models import Referral
from schakel.referrals.tests.scene import sent
from schakel.work.asked import asked_of
from schakel.work.desk import Desk
from schakel.work.news import news


def agreement(scene, title="Intake plannen", days=-9, seat="pim"):
    with as_owner():
        return Agreement.objects.create(
            case=scene.case, author=scene.world.noor, about=[scene.case.pk], title=title, seat=scene.seats[seat],
            due_on=timezone.localdate() + timedelta(days=days),
        )  # fmt: skip


def test_what_is_asked_stands_on_top_with_its_number_and_without_a_name(client_of, scene):
    agreement(scene)
    page = client_of(scene.world.pim).get("/").text

    assert "Intake plannen" in page
    assert scene.case.number in page
    assert "Testvogel" not in page


def test_what_is_late_shows_to_who_directs(client_of, scene):
    agreement(scene, title="Crisiskaart opstellen")

    assert "Crisiskaart opstellen" in client_of(scene.world.noor).get("/").text


def test_a_conference_of_today_is_counted(client_of, scene):
    with as_owner():
        CaseConference.objects.create(
            case=scene.case, author=scene.world.noor, about=[scene.case.pk], starts_at=timezone.now(), place="Kamer 2",
            chair=scene.world.noor,
        )  # fmt: skip
    page = client_of(scene.world.pim).get("/").text

    assert "Vandaag één overleg." in page
    assert "Kamer 2" in page


def test_who_sits_nowhere_finds_an_empty_friendly_page(client_of, scene):
    agreement(scene)
    page = client_of(scene.world.gea).get("/").text

    assert "Er wacht niets op u" in page
    assert scene.case.number not in page


def test_news_is_of_others_and_only_what_one_could_read(scene):
    bring_in(scene, "sanne", "Over de moeder.", about=["mother"])
    bring_in(scene, "pim", "Voor de politie zelf.", audience=["police"])
    bring_in(scene, "noor", "De situatie.")
    with as_(scene.world.pim):
        assert sorted(new.organisation for new in news()) == ["GGZ Test", "Zorg- en Veiligheidshuis Test"]
    with as_(scene.world.lieke):
        assert news() == []
    with as_(scene.world.gea):
        assert news() == []


def test_the_first_page_needs_few_questions(client_of, scene):
    for day in range(-12, 12):
        agreement(scene, days=day)
    client = client_of(scene.world.pim)
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/").status_code == 200
    assert len([query for query in asked if "SAVEPOINT" not in query["sql"]]) <= 15


def test_the_overview_tells_why_what_and_who(client_of, scene):
    agreement(scene)
    bring_in(scene, "sanne", "Over de moeder.", about=["mother"])
    page = client_of(scene.world.noor).get(f"/casussen/{scene.case.number}/").text

    assert "Intake plannen" in page
    assert "Inbreng van GGZ Test" in page


def test_the_overview_of_the_seat_for_the_child_betrays_nothing_of_the_mother(client_of, scene):
    bring_in(scene, "sanne", "Over de moeder.", about=["mother"])
    page = client_of(scene.world.lieke).get(f"/casussen/{scene.case.number}/").text

    assert "Child" in page
    assert "Mother" not in page
    assert "GGZ" not in page


def test_an_urgent_referral_waits_for_an_answer_today(world):
    referral = sent(world)
    with as_owner():
        Referral.objects.filter(pk=referral.pk).update(urgent=True)
    with as_(world.hanneke):
        [ask] = asked_of(Desk(world.hanneke))
        assert ask.due == on_or_after(timezone.localdate())


def test_who_is_contact_no_more_is_not_led_to_taking_part(client_of, world):
    assert "/deelname/" in client_of(world.linda).get("/").text
    with as_owner():
        world.linda.appointments.update(until=timezone.localdate() - timedelta(days=1))
    assert "/deelname/" not in client_of(world.linda).get("/").text
