"""A document is examined, sealed, scanned, read by whom it is for, and can be taken back."""

from re import fullmatch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.cases.models import NoLongerUsed
from schakel.cases.tests import scene as scenes
from schakel.documents import actions
from schakel.documents.actions import documents as acts
from schakel.documents.models import Document, DocumentContent
from schakel.documents.scanning import Found
from schakel.documents.tests.hostile_files import FILES
from schakel.documents.tests.made_files import pdf
from schakel.vault.models import ContentKey

PAPER = pdf()
pytestmark = pytest.mark.django_db(databases=["default", "door"])


@pytest.fixture
def scene(world):
    return scenes.open_case(world)


def bring(scene, name="pim", about=("mother",), audience=(), content=None, file="Rapport van Jansen.pdf"):
    world, somebody = scene.world, getattr(scene.world, name)
    with as_(somebody, reading=scene.case):
        return actions.bring_document(
            by=somebody, case=scene.case, capacity=scene.seats[name].capacity, name=file, content=content or PAPER,
            subject="Verslag", people=[scene.people[one] for one in about],
            audience=[world.capacities[one] for one in audience],
        )  # fmt: skip


def fetch(scene, name, document):
    somebody = getattr(scene.world, name)
    with as_(somebody, reading=scene.case):
        return actions.download(by=somebody, document=Document.objects.get(pk=document.pk))


def answers(monkeypatch, found):
    monkeypatch.setattr(acts, "scan", lambda content: found)


def documents_of(scene, name):
    with as_(getattr(scene.world, name), reading=scene.case):
        return set(Document.objects.values_list("pk", flat=True))


class TestKeeping:
    def test_it_comes_out_as_it_went_in_and_lies_sealed(self, scene):
        document = bring(scene)
        assert fetch(scene, "sanne", document) == PAPER
        with as_owner():
            sealed = bytes(DocumentContent.objects.get().sealed)
        assert b"PDF" not in sealed and PAPER[:20] not in sealed

    def test_without_the_key_of_who_it_is_about_nothing_opens(self, scene, world):
        document = bring(scene)
        with as_owner():
            ContentKey.objects.filter(person_id=scene.people["mother"].pk).delete()
        with pytest.raises(Refused, match="vernietigd"):
            fetch(scene, "noor", document)

    def test_who_sees_the_child_alone_sees_no_document_about_the_mother(self, scene):
        bring(scene)
        assert documents_of(scene, "lieke") == set()

    def test_it_is_for_whom_it_is_meant(self, scene):
        document = bring(scene, audience=["ggz"])
        seen = {name: documents_of(scene, name) for name in ("pim", "sanne", "noor")}
        assert seen == {"pim": {document.pk}, "sanne": {document.pk}, "noor": set()}

    def test_sent_twice_it_is_there_once(self, scene, world):
        for _twice in range(2):
            with as_(world.pim, reading=scene.case):
                actions.bring_document(
                    by=world.pim, case=scene.case, capacity=scene.seats["pim"].capacity, name="a.pdf", content=PAPER,
                    key=scene.case.pk,
                )  # fmt: skip
        assert len(documents_of(scene, "pim")) == 1

    def test_a_next_version_replaces_it_once(self, scene, world):
        document = bring(scene)
        with as_(world.pim, reading=scene.case):
            newer = actions.replace_document(by=world.pim, document=document, name="b.pdf", content=PAPER)
            assert newer.replaces_id == document.pk and newer.about == document.about
            with pytest.raises(Refused):
                actions.replace_document(by=world.pim, document=document, name="c.pdf", content=PAPER)


class TestQuarantine:
    def test_while_the_scanner_is_down_nobody_opens_it(self, scene, monkeypatch):
        answers(monkeypatch, Found.NOT_SCANNED)
        document = bring(scene)
        for name in ("noor", "pim"):
            with pytest.raises(Refused, match="quarantaine"):
                fetch(scene, name, document)

    def test_the_database_hands_what_is_in_it_to_its_author_alone(self, scene, world, monkeypatch):
        answers(monkeypatch, Found.NOT_SCANNED)
        bring(scene)
        for name, held in (("pim", 1), ("noor", 0)):
            with as_(getattr(world, name), reading=scene.case):
                assert DocumentContent.objects.count() == held

    def test_scanned_again_and_clean_it_opens(self, scene, world, monkeypatch):
        answers(monkeypatch, Found.NOT_SCANNED)
        document = bring(scene)
        answers(monkeypatch, Found.CLEAN)
        with as_(world.pim, reading=scene.case):
            actions.scan_again(by=world.pim, document=document)
        assert fetch(scene, "noor", document) == PAPER

    def test_scanned_again_without_an_answer_it_stays(self, scene, world, monkeypatch):
        answers(monkeypatch, Found.NOT_SCANNED)
        document = bring(scene)
        with as_(world.pim, reading=scene.case), pytest.raises(Refused):
            actions.scan_again(by=world.pim, document=document)

    def test_what_is_infected_is_not_kept(self, scene, monkeypatch):
        answers(monkeypatch, Found.INFECTED)
        with pytest.raises(Refused):
            bring(scene)
        assert documents_of(scene, "pim") == set()


class TestRecalling:
    def take_back(self, scene, document):
        with as_(scene.world.pim, reading=scene.case):
            return actions.recall_document(by=scene.world.pim, document=document, reason="Verkeerde persoon.")

    def test_who_downloaded_it_is_asked_and_nobody_else(self, scene):
        document = bring(scene)
        fetch(scene, "sanne", document)
        fetch(scene, "sanne", document)
        fetch(scene, "pim", document)
        documents_of(scene, "noor")
        self.take_back(scene, document)
        with as_owner():
            assert [one.professional.name for one in NoLongerUsed.objects.all()] == ["Sanne"]

    def test_nobody_else_sees_it_any_more(self, scene):
        document = bring(scene)
        self.take_back(scene, document)
        assert documents_of(scene, "noor") == set()
        with pytest.raises(Refused):
            fetch(scene, "pim", document)

    def test_nobody_takes_back_what_another_organisation_brought(self, scene, world):
        document = bring(scene)
        with as_(world.noor, reading=scene.case), pytest.raises(Refused):
            actions.recall_document(by=world.noor, document=document, reason="x")


class TestPages:
    def page(self, scene, more=""):
        return f"/casussen/{scene.case.number}/documenten/{more}"

    def values(self, scene, client, paper):
        form = client.get(self.page(scene, "toevoegen/")).context["form"]
        return {
            "once": form["once"].value(), "paper": paper, "about": [str(scene.people["mother"].pk)],
            "use": "here_only", "reach": "everybody", "subject": "Verslag",
        }  # fmt: skip

    def test_a_download_is_in_the_log_and_runs_nowhere(self, scene, world, client_of):
        document = bring(scene)
        answer = client_of(world.noor).post(self.page(scene, f"{document.pk}/downloaden/"))
        assert answer.content == PAPER and not answer.streaming
        assert answer["Content-Disposition"].startswith("attachment; filename=") and "Jansen" not in str(answer.headers)
        assert answer["X-Content-Type-Options"] == "nosniff" and "sandbox" in answer["Content-Security-Policy"]
        with as_owner():
            entries = Entry.objects.filter(actor_id=world.noor.pk, file_id=scene.case.pk)
            assert entries.filter(event="document.downloaded", subject_id=document.pk).count() == 1
            assert entries.filter(kind="opened").exists()

    def test_nothing_is_downloaded_when_the_log_cannot_be_written(self, scene, world, client_of, monkeypatch):
        document = bring(scene)

        def broken(**_entry):
            raise RuntimeError

        monkeypatch.setattr(acts, "record", broken)
        client = client_of(world.noor)
        client.raise_request_exception = False
        answer = client.post(self.page(scene, f"{document.pk}/downloaden/"))
        assert answer.status_code == 500 and PAPER not in answer.content

    def test_it_is_added_through_the_form(self, scene, world, client_of):
        client = client_of(world.pim)
        values = self.values(scene, client, SimpleUploadedFile("Brief.pdf", PAPER))
        assert client.post(self.page(scene, "toevoegen/"), values).status_code == 302
        assert "Brief.pdf" in client.get(self.page(scene)).content.decode()

    def test_hostile_files_come_back_with_the_reason_and_leave_nothing(self, scene, world, client_of):
        client = client_of(world.pim)
        for name, content in hostile_ones():
            values = self.values(scene, client, SimpleUploadedFile(name, content))
            answer = client.post(self.page(scene, "toevoegen/"), values)
            assert answer.status_code == 422 and answer.context["form"].errors, name
        with as_owner(), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM documents_document")
            assert cursor.fetchone() == (0,)

    def test_the_child_seat_sees_nothing_of_the_mother_on_the_page(self, scene, world, client_of):
        client = client_of(world.lieke)
        before = client.get(self.page(scene)).content.decode()
        bring(scene)
        assert "Rapport" not in client.get(self.page(scene)).content.decode() and "Rapport" not in before

    def test_every_page_with_a_form_shows(self, scene, world, client_of):
        document, client = bring(scene), client_of(world.pim)
        for more in ("", "toevoegen/", f"{document.pk}/vervangen/", f"{document.pk}/intrekken/"):
            assert client.get(self.page(scene, more)).status_code == 200, more
        assert client.post(self.page(scene, f"{document.pk}/intrekken/"), {"reason": "Fout."}).status_code == 302
        assert "trok" in client_of(world.noor).get(self.page(scene)).content.decode()


def hostile_ones():
    """Some of each kind with an ordinary name; all of them are held against the examination itself."""
    return [(name, content) for name, content in FILES.values() if fullmatch(r"\w+\.\w+", name)][::8]
