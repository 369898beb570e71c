"""Nothing typed is lost, nobody else reads it, and it is gone when it was brought in or thrown away."""

import pytest
from django.db import DatabaseError, transaction

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.cases.actions import begin_draft, bring_in, drop_draft, keep_draft
from schakel.cases.actions.drafts import typed_in
from schakel.cases.models import Contribution, ContributionDraft
from schakel.vault.models import Text
from schakel.vault.words import Keyring


def begin(scene, name, text="Half af", about=("mother",)):
    somebody = getattr(scene.world, name)
    ids = [scene.people[one].pk for one in about] or [scene.case.pk]
    return begin_draft(by=somebody, case=scene.case, about=ids, typed={"text": [text]})


def texts(draft):
    with as_owner():
        return Text.objects.filter(of_row=draft.pk).count()


class TestKeeping:
    def test_who_typed_it_reads_it_back(self, scene, world):
        with as_(world.pim, reading=scene.case):
            begin(scene, "pim")
            (draft,) = Keyring.of(scene.case).reveal(ContributionDraft.objects.all())
            assert typed_in(draft) == {"text": ["Half af"]}

    def test_nobody_else_reads_it_not_a_colleague_and_not_who_runs_the_case(self, scene, world):
        with as_(world.pim):
            draft = begin(scene, "pim")
        for name in ("noor", "sem", "gea", "sanne"):
            with as_(getattr(world, name), reading=scene.case):
                assert not ContributionDraft.objects.exists()
                try:
                    with transaction.atomic():
                        assert not Text.objects.filter(of_row=draft.pk).exists()
                except DatabaseError as error:
                    assert name == "gea" and "no case file" in str(error)

    def test_typing_on_leaves_one_text_and_no_second_entry(self, scene, world):
        with as_(world.pim):
            draft = begin(scene, "pim")
            for text in ("Half af en", "Half af en verder"):
                keep_draft(by=world.pim, draft=draft, about=draft.about, typed={"text": [text]})
        assert texts(draft) == 1
        with as_owner():
            assert Entry.objects.filter(kind="act", subject_id=draft.pk).count() == 1

    def test_who_sits_nowhere_keeps_nothing(self, scene, world):
        with as_(world.gea), pytest.raises(Refused):
            begin(scene, "gea")

    def test_too_much_is_refused_in_words(self, scene, world):
        with as_(world.pim), pytest.raises(Refused, match="te veel"):
            begin(scene, "pim", "x" * 200_000)


class TestBeingDone:
    def test_brought_in_it_is_destroyed(self, scene, world):
        with as_(world.pim, reading=scene.case):
            draft = begin(scene, "pim")
            bring_in(
                by=world.pim, case=scene.case, capacity=world.capacities["police"], text="Af.", kind="fact",
                fact_date="20261101", draft=draft,
            )  # fmt: skip
        assert texts(draft) == 0

    def test_thrown_away_it_is_destroyed(self, scene, world):
        with as_(world.pim, reading=scene.case):
            draft = begin(scene, "pim")
            drop_draft(by=world.pim, draft=draft)
        assert texts(draft) == 0


class TestThePages:
    def address(self, scene, path=""):
        return f"/casussen/{scene.case.number}/inbreng/{path}"

    def test_what_is_typed_is_kept_as_one_draft_and_taken_up_again(self, scene, world, client_of):
        pim = client_of(world.pim)
        page = pim.post(self.address(scene, "concept/"), {"text": "Half", "about": str(scene.people["mother"].pk)})
        with as_owner():
            draft = ContributionDraft.objects.get()
        assert f'value="{draft.pk}"' in page.text and draft.about == [scene.people["mother"].pk]
        pim.post(self.address(scene, "concept/"), {"text": "Half af", "draft": str(draft.pk)})
        with as_owner():
            assert ContributionDraft.objects.count() == 1
        assert "Nog niet ingebracht" in pim.get(self.address(scene)).text
        page = pim.get(self.address(scene, f"toevoegen/?concept={draft.pk}"))
        assert "Half af</textarea>" in page.text

    def test_without_script_a_button_keeps_it(self, scene, world, client_of):
        pim = client_of(world.pim)
        page = pim.post(self.address(scene, "toevoegen/"), {"text": "Half", "keep": "1"}, follow=True)
        assert "Voor u bewaard" in page.text and "Nog niet ingebracht" in page.text
        with as_owner():
            assert not Contribution.objects.exists()

    def test_nothing_typed_makes_no_draft(self, scene, world, client_of):
        assert client_of(world.pim).post(self.address(scene, "concept/"), {"kind": "fact"}).status_code == 204
        with as_owner():
            assert not ContributionDraft.objects.exists()

    def test_keeping_reads_nothing_and_so_leaves_no_reading(self, scene, world, client_of):
        pim = client_of(world.pim)
        with as_owner():
            before = Entry.objects.filter(kind="opened").count()
        pim.post(self.address(scene, "concept/"), {"text": "Half"})
        with as_owner():
            assert Entry.objects.filter(kind="opened").count() == before

    def test_anothers_draft_is_neither_taken_up_nor_thrown_away(self, scene, world, client_of):
        with as_(world.pim):
            draft = begin(scene, "pim", "Geheim", about=())
        noor = client_of(world.noor)
        assert "Geheim" not in noor.get(self.address(scene, f"toevoegen/?concept={draft.pk}")).text
        assert noor.post(self.address(scene, f"concept/{draft.pk}/weggooien/")).status_code == 404
        noor.post(self.address(scene, "concept/"), {"text": "Van mij", "draft": str(draft.pk)})
        with as_owner():
            assert ContributionDraft.objects.count() == 2

    def test_thrown_away_on_the_page(self, scene, world, client_of):
        pim = client_of(world.pim)
        with as_(world.pim):
            draft = begin(scene, "pim")
        page = pim.post(self.address(scene, f"concept/{draft.pk}/weggooien/"), follow=True)
        assert "weggegooid" in page.text and "Nog niet ingebracht" not in page.text
