"""Letters say what the house says, are taken along in two forms, and give no address away."""

import io
import zipfile

import pytest

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.cases.tests import scene as scenes
from schakel.documents import actions
from schakel.documents.actions import papers as acts
from schakel.documents.letters import letter_in
from schakel.documents.models import Letter, Printout
from schakel.houses.models import HouseText
from schakel.people.models import Address, Person
from schakel.vault.models import ContentKey
from schakel.work.tests.test_statements import MOST, counts, statements

pytestmark = pytest.mark.django_db(databases=["default", "door"])
HOME = "Testpad 1\n"


@pytest.fixture
def scene(world):
    return scenes.open_case(world)


@pytest.fixture
def set_on(monkeypatch):
    """What the paper was made of."""
    given = []
    real = acts.as_pdf
    monkeypatch.setattr(acts, "as_pdf", lambda letter: given.append(letter) or real(letter))
    return given


def lives(scene, name, *, secret=False, heard=None):
    with as_owner():
        Person.objects.filter(pk=scene.people[name].pk).update(secret_address=secret)
        scene.people[name].refresh_from_db()
        Address.objects.create(
            file_id=scene.case.pk, person=scene.people[name], lines=HOME, postcode="1234 AB", place="Testdam",
            secret=secret, audience=[scene.world.capacities[heard].pk if heard else scene.case.pk],
        )  # fmt: skip


def make(scene, *, by="noor", kind="informing_letter", person="mother", name="mevrouw Testvogel"):
    somebody = getattr(scene.world, by)
    with as_(somebody, reading=scene.case):
        return actions.make_letter(by=somebody, case=scene.case, kind=kind, person=scene.people[person], name=name)


def take(scene, letter, by="noor", form="pdf"):
    somebody = getattr(scene.world, by)
    with as_(somebody, reading=scene.case):
        return actions.take_letter(by=somebody, letter=letter_in(scene.case, letter.pk), form=form)


class TestMaking:
    def test_it_speaks_in_the_words_of_the_house_and_stands_in_the_log_with_whom_it_is_for(self, scene, world, set_on):
        with as_owner():
            words = "Beste {naam}, dit is {nummer} van {huis}, van {afzender}."
            HouseText.objects.create(house=world.house, author=world.ankie, key="informing_letter", text=words)
        letter = make(scene)
        take(scene, letter)
        whose = f"{world.house.name}, van Noor, {world.noor.function}"
        said = f"Beste mevrouw Testvogel, dit is {scene.case.number} van {whose}."
        assert (set_on[0].text, set_on[0].title) == (said, "Samenwerking rond uw situatie")
        with as_owner():
            made = Entry.objects.get(kind="act", event="letter.made")
            taken = Entry.objects.get(kind="act", event="letter.taken")
        mother = scene.people["mother"].pk
        assert (made.actor_id, made.file_id, made.subject_id) == (world.noor.pk, scene.case.pk, mother)
        assert (taken.actor_id, taken.file_id, taken.subject_id) == (world.noor.pk, scene.case.pk, letter.pk)

    def test_who_does_not_run_the_case_writes_none(self, scene):
        with pytest.raises(Refused, match="procesregisseur"):
            make(scene, by="pim")

    def test_nobody_writes_to_the_dead(self, scene):
        scene.people["mother"].death_date = "20260101"
        with pytest.raises(Refused, match="overleden"):
            make(scene)

    def test_sent_twice_it_is_one_letter(self, scene, world):
        key = Letter().pk
        with as_(world.noor, reading=scene.case):
            values = {"kind": "closing_letter", "person": scene.people["child"], "name": "Kind", "key": key}
            first = actions.make_letter(by=world.noor, case=scene.case, **values)
            assert actions.make_letter(by=world.noor, case=scene.case, **values) == first
            assert Letter.objects.count() == 1

    def test_also_when_the_case_is_closed_for_then_the_closing_letter_goes_out(self, scene):
        scenes.close(scene)
        assert make(scene, kind="closing_letter").pk

    def test_an_invitation_names_nobody_of_the_case_and_shows_to_who_sees_the_same(self, scene, world, set_on):
        with as_(world.noor, reading=scene.case):
            from schakel.cases.circle import Circle

            seat = next(one for one in Circle(scene.case) if one.pk == scene.seats["lieke"].pk)
            letter = actions.make_invitation(by=world.noor, case=scene.case, seat=seat)
        take(scene, letter)
        assert "Testvogel" not in set_on[0].text and scene.case.number in set_on[0].text
        assert set_on[0].addressee == (str(seat.capacity),)
        assert seen(scene, "lieke") == {letter.pk} and seen(scene, "sanne") == set()


def seen(scene, name):
    with as_(getattr(scene.world, name), reading=scene.case):
        return set(Letter.objects.values_list("pk", flat=True))


class TestWhere:
    def test_an_address_that_one_may_know_is_printed(self, scene, set_on):
        lives(scene, "mother")
        take(scene, make(scene))
        assert set_on[0].addressee == ("Mother Testvogel", "Testpad 1", "1234 AB Testdam")

    def test_a_secret_address_stands_on_no_letter_whoever_takes_it(self, scene, set_on):
        lives(scene, "mother")
        lives(scene, "mother", secret=True, heard="zvh")
        take(scene, make(scene))
        assert set_on[0].addressee == ("Mother Testvogel",)

    def test_an_address_that_became_secret_leaves_the_letter_that_was_made_before(self, scene, set_on):
        lives(scene, "mother")
        letter = make(scene)
        lives(scene, "mother", secret=True, heard="zvh")
        take(scene, letter)
        assert set_on[0].addressee == ("Mother Testvogel",)

    def test_who_may_not_know_an_address_takes_the_letter_without(self, scene, set_on):
        lives(scene, "mother", heard="zvh")
        letter = make(scene)
        for name in ("sanne", "noor"):
            take(scene, letter, by=name)
        assert [len(one.addressee) for one in set_on] == [1, 3]


class TestTaking:
    def test_each_time_stands_in_the_case_with_form_and_pages(self, scene):
        letter = make(scene)
        assert take(scene, letter).startswith(b"%PDF-")
        assert zipfile.ZipFile(io.BytesIO(take(scene, letter, by="pim", form="odt"))).read("mimetype")
        with as_(scene.world.noor, reading=scene.case):
            rows = [(one.form, one.pages, one.author.name, one.recipient) for one in Printout.objects.all()]
        assert rows == [("odt", None, "Pim", "person"), ("pdf", 1, "Noor", "person")]

    def test_who_sits_for_the_child_knows_of_no_letter_to_the_mother_and_of_nothing_taken(self, scene, world):
        take(scene, make(scene))
        with as_(world.noor, reading=scene.case):
            actions.put_on_paper(by=world.noor, case=scene.case)
        with as_(world.lieke, reading=scene.case):
            actions.put_on_paper(by=world.lieke, case=scene.case)
            assert [one.author.name for one in Printout.objects.all()] == ["Lieke"]
        assert seen(scene, "lieke") == set() and seen(scene, "sanne") != set()

    def test_with_the_key_of_the_person_the_words_of_the_letter_are_gone(self, scene):
        letter = make(scene)
        with as_owner():
            ContentKey.objects.filter(person_id=scene.people["mother"].pk).delete()
        with pytest.raises(Refused, match="vernietigd"):
            take(scene, letter)


class TestPages:
    def test_the_page_says_what_to_do_when_there_is_no_address(self, scene, world, client_of):
        lives(scene, "mother", secret=True, heard="zvh")
        lives(scene, "child")
        page = client_of(world.noor).get(f"/casussen/{scene.case.number}/documenten/brief/").content.decode()
        assert "Het adres is geheim" in page and "Testpad 1" in page
        assert page.count("Testpad 1") == 1

    def test_from_the_form_to_the_letter_and_both_forms_of_it(self, scene, world, client_of):
        visitor, where = client_of(world.noor), f"/casussen/{scene.case.number}/documenten/"
        sent = {"kind": "informing_letter", "person": str(scene.people["mother"].pk), "name": "mevrouw Testvogel"}
        answer = visitor.post(f"{where}brief/", sent | {"once": str(Letter().pk)})
        page = visitor.get(answer["Location"]).content.decode()
        assert "mevrouw Testvogel" in page and "Testvogel" not in answer["Location"]
        for form in ("pdf", "odt"):
            answer = visitor.post(f"{page_of(answer, where, visitor)}{form}/")
            assert answer["Content-Disposition"].endswith(f'.{form}"') and "Testvogel" not in str(answer.headers)

    def test_a_name_that_paper_cannot_show_is_refused_with_what_to_do(self, scene, world, client_of):
        sent = {"kind": "informing_letter", "person": str(scene.people["mother"].pk), "name": "\u0639\u0628\u062f"}
        answer = client_of(world.noor).post(f"/casussen/{scene.case.number}/documenten/brief/", sent)
        assert answer.status_code == 422 and "Latijnse letters" in answer.content.decode()

    def test_the_tab_lists_what_was_made_and_taken_without_names_of_other_colleagues(self, scene, world, client_of):
        take(scene, make(scene))
        visitor, where = client_of(world.pim), f"/casussen/{scene.case.number}/documenten/"
        assert len([one for one in statements(visitor, where) if counts(one)]) <= MOST
        page = visitor.get(where).content.decode()
        assert "Brieven en papier" in page and "meegenomen als" in page
        assert "Brief die" in visitor.get(f"{where}papier/").content.decode()


def page_of(answer, where, visitor):
    letter = Letter.objects
    with as_owner():
        return f"{where}brieven/{letter.get().pk}/"
