"""After a recall its page shows who was asked and who confirmed, to whom that is told; who did not is asked again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conftest import as_, as_owner
from schakel.cases.actions import recall, stop_using
from schakel.cases.models import NoLongerUsed
from schakel.cases.tests import scene as scenes
from schakel.cases.tests.test_who_learnt import look
from schakel.documents import actions
from schakel.documents.reading import who_was_asked
from schakel.documents.tests.test_documents import bring, fetch
from schakel.network.models import House
from schakel.work.tests.test_statements import MOST, counts, statements

pytestmark = pytest.mark.django_db(databases=["default", "door"])


@pytest.fixture
def scene(world):
    return scenes.open_case(world)


def taken_back(scene, *readers, about=("mother",)):
    contribution = scenes.bring_in(scene, "pim", "Over de moeder.", about=about)
    look(scene, *readers)
    with as_(scene.world.pim, reading=scene.case):
        recall(by=scene.world.pim, contribution=contribution, reason="Klopt niet.")
    return contribution


def confirms(scene, name):
    somebody = getattr(scene.world, name)
    with as_(somebody):
        stop_using(by=somebody, asked=NoLongerUsed.objects.get())


def told(scene, name, kind, thing):
    with as_(getattr(scene.world, name), reading=scene.case):
        return [
            (one.organisation, one.function, one.who, bool(one.confirmed_at)) for one in who_was_asked(kind, thing.pk)
        ]


def test_exactly_who_learnt_it_who_did_not_confirm_first_and_by_name_only_colleagues(scene, world):
    contribution = taken_back(scene, "sem", "sanne", "lieke")
    confirms(scene, "sem")
    ggz, house = "GGZ Test", "Zorg- en Veiligheidshuis Test"
    expected = [(ggz, world.sanne.function, "", False), (house, world.sem.function, "", True)]
    assert told(scene, "pim", "contribution", contribution) == expected
    expected[1] = (house, world.sem.function, "Sem", True)
    assert told(scene, "noor", "contribution", contribution) == expected
    assert told(scene, "sanne", "contribution", contribution) == []


def test_of_a_document_whoever_downloaded_it(scene, world):
    document = bring(scene)
    fetch(scene, "sanne", document)
    look(scene, "sem")
    with as_(world.pim, reading=scene.case):
        actions.recall_document(by=world.pim, document=document, reason="Verkeerd.")
    expected = [("GGZ Test", world.sanne.function, "", False)]
    assert told(scene, "pim", "document", document) == told(scene, "noor", "document", document) == expected
    assert told(scene, "sanne", "document", document) == told(scene, "lieke", "document", document) == []


def test_who_put_it_on_paper_is_asked_although_they_opened_the_file_before_it_came_in(scene, world):
    """Between opening and printing something came in: it is on the paper."""
    from schakel.audit.reading import write_opening

    write_opening(by=world.noor, file_id=scene.case.pk, purpose="x")
    with as_(world.sem, reading=scene.case):
        contribution = scenes.bring_in(scene, "pim", "Over de moeder.", about=["mother"])
        actions.put_on_paper(by=world.sem, case=scene.case)
    with as_(world.pim, reading=scene.case):
        recall(by=world.pim, contribution=contribution, reason="Klopt niet.")
    with as_owner():
        assert [row.professional.name for row in NoLongerUsed.objects.all()] == ["Sem"]


@pytest.mark.parametrize(("ago", "days", "again"), [(6, 7, None), (8, 7, 7), (30, 7, 28), (30, 0, None), (3, 1, 3)])
def test_who_does_not_confirm_is_asked_again_after_each_term_of_the_house(scene, world, ago, days, again):
    contribution = taken_back(scene, "sanne")
    first = timezone.now() - timedelta(days=ago, minutes=5)
    with as_owner():
        House.objects.filter(pk=world.house.pk).update(recall_again_days=days)
        NoLongerUsed.objects.update(asked_at=first)
    with as_(world.pim, reading=scene.case):
        [one] = who_was_asked("contribution", contribution.pk)
    assert one.again_at == (first + timedelta(days=again) if again else None)


def test_who_confirmed_is_not_asked_again(scene, world):
    contribution = taken_back(scene, "sanne")
    with as_owner():
        NoLongerUsed.objects.update(asked_at=timezone.now() - timedelta(days=30))
    confirms(scene, "sanne")
    with as_(world.pim, reading=scene.case):
        assert who_was_asked("contribution", contribution.pk)[0].again_at is None


class TestPages:
    def test_it_is_linked_from_the_recall_and_shows_both(self, scene, world, client_of):
        contribution = taken_back(scene, "sem", "sanne")
        confirms(scene, "sem")
        visitor, where = client_of(world.noor), f"/casussen/{scene.case.number}/inbreng/"
        page = f"{where}{contribution.pk}/bevestigd/"
        assert page in visitor.get(where).content.decode()
        assert len([one for one in statements(visitor, page) if counts(one)]) <= MOST
        said = visitor.get(page).content.decode()
        assert "1 van 2 bevestigden" in said and "nog niet" in said and "Sanne" not in said

    def test_to_others_in_the_circle_it_says_who_sees_this(self, scene, world, client_of):
        contribution = taken_back(scene, "sem", "sanne")
        address = f"/casussen/{scene.case.number}/inbreng/{contribution.pk}/bevestigd/"
        answer = client_of(world.sanne).get(address)
        assert answer.status_code == 403 and "wie de casus leidt" in answer.content.decode()
        assert client_of(world.lieke).get(address).status_code == 404

    def test_of_a_document_too(self, scene, world, client_of):
        document = bring(scene)
        fetch(scene, "sanne", document)
        with as_(world.pim, reading=scene.case):
            actions.recall_document(by=world.pim, document=document, reason="Verkeerd.")
        visitor, where = client_of(world.pim), f"/casussen/{scene.case.number}/documenten/"
        assert f"{where}{document.pk}/bevestigd/" in visitor.get(where).content.decode()
        assert "GGZ Test" in visitor.get(f"{where}{document.pk}/bevestigd/").content.decode()
