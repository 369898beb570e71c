"""What leaves on paper is what the reader sees, kept and readable aloud; making it stands in the log."""

import io
from datetime import date

import pikepdf
import pytest

from conftest import as_, as_owner
from schakel.audit.models import Entry
from schakel.cases.models import NoLongerUsed
from schakel.cases.tests import scene as scenes
from schakel.documents import actions, papers
from schakel.plans.models import Agreement

pytestmark = pytest.mark.django_db(databases=["default", "door"])


@pytest.fixture
def scene(world):
    scene = scenes.open_case(world)
    scenes.bring_in(scene, "pim", "Melding over de moeder.", about=["mother"])
    scenes.bring_in(scene, "lieke", "Verzuim van het kind.", about=["child"])
    with as_owner():
        for name, about in (("pim", "mother"), ("lieke", "child")):
            Agreement.objects.create(
                case=scene.case, author=world.noor, seat=scene.seats[name], title=f"Afspraak {name}",
                about=[scene.people[about].pk], due_on=date(2026, 12, 1),
            )  # fmt: skip
    return scene


@pytest.fixture
def data(monkeypatch):
    """What the paper was made of."""
    given = []
    real = papers.typeset
    monkeypatch.setattr(papers, "typeset", lambda template, data: given.append(data) or real(template, data))
    return given


def made(scene, name, act):
    somebody = getattr(scene.world, name)
    with as_(somebody, reading=scene.case):
        return act(by=somebody, case=scene.case)


def test_ones_own_paper_holds_what_ones_own_organisation_brought_and_agreed(scene, data):
    made(scene, "pim", actions.make_own_paper)
    assert [row["text"] for row in data[0]["brought"]] == ["Melding over de moeder."]
    assert [row[0] for row in data[0]["agreed"]] == ["Afspraak pim"]
    assert all(row["use"] for row in data[0]["brought"])


def test_the_case_on_paper_shows_the_child_seat_nothing_about_the_mother(scene, data):
    made(scene, "lieke", actions.put_on_paper)
    said = str(data[0])
    assert "Verzuim" in said and "Afspraak lieke" in said
    assert not any(word in said for word in ("moeder", "Mother", "Afspraak pim", "GGZ"))


def test_it_can_be_kept_and_be_read_aloud_and_its_title_names_nobody(scene):
    with pikepdf.open(io.BytesIO(made(scene, "noor", actions.put_on_paper))) as pdf:
        assert str(pdf.Root.Lang) == "nl" and pdf.Root.MarkInfo.Marked and "/StructTreeRoot" in pdf.Root
        with pdf.open_metadata() as said:
            assert (said["pdfaid:part"], said["pdfaid:conformance"], said["pdfuaid:part"]) == ("2", "A", "1")
            assert "Testvogel" not in said["dc:title"] and scene.case.number in said["dc:title"]


def test_making_it_stands_in_the_log(scene, world):
    made(scene, "noor", actions.put_on_paper)
    with as_owner():
        assert Entry.objects.filter(event="paper.case_made", file_id=scene.case.pk, actor_id=world.noor.pk).exists()


def test_who_put_on_paper_what_was_recalled_is_asked_not_to_use_it(world, client_of):
    from schakel.cases.actions import recall

    scene = scenes.open_case(world)
    contribution = scenes.bring_in(scene, "pim", "Over de moeder.", about=["mother"])
    answer = client_of(world.sanne).post(f"/casussen/{scene.case.number}/documenten/casus/")
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF-")
    with as_(world.pim, reading=scene.case):
        recall(by=world.pim, contribution=contribution, reason="Klopt niet.")
    with as_owner():
        assert [one.professional.name for one in NoLongerUsed.objects.all()] == ["Sanne"]
