"""Asking a partner what it brings: who sees the question, who answers it, in how many pages."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.audit.models import Entry
from schakel.cases.models import Contribution, ContributionDraft
from schakel.cases.tests import scene as scenes
from schakel.requests import actions
from schakel.requests.models import InformationRequest, RequestAnswer
from schakel.requests.waiting import asked_of_us, waits_for_me
from schakel.vault.models import Text

pytestmark = pytest.mark.django_db(databases=["default", "door"])
SOON = timezone.localdate() + timedelta(days=7)


@pytest.fixture
def scene(world):
    return scenes.open_case(world)


def ask(scene, capacity="ggz", about=("mother",), **more):
    """By Noor."""
    world = scene.world
    values = {"kind": "known", "question": "Loopt er een behandeling?", "due_on": SOON} | more
    with as_(world.noor, reading=scene.case):
        return actions.ask(
            by=world.noor, case=scene.case, capacity=world.capacities[capacity],
            people=[scene.people[one] for one in about], **values,
        )  # fmt: skip


def late(request):
    with as_owner():
        InformationRequest.objects.filter(pk=request.pk).update(due_on=SOON - timedelta(days=30))


def overdue():
    return [(one.number, one.how_many) for one in waits_for_me(9) if not one.mine]


def bring(**more):
    return {"text": "Ja, sinds maart.", "kind": "fact", "fact_date": "20260301"} | more


class TestAsking:
    def test_the_asked_organisation_sees_its_question_and_nobody_else_who_takes_part(self, scene, world):
        asked = ask(scene)
        for name, sees in (("sanne", True), ("noor", True), ("sem", True), ("pim", False), ("lieke", False)):
            with as_(getattr(world, name), reading=scene.case):
                assert InformationRequest.objects.filter(pk=asked.pk).exists() == sees, name

    def test_each_of_several_gets_its_own(self, scene, world):
        with as_(world.noor, reading=scene.case):
            capacities = [world.capacities["ggz"], world.capacities["police"]]
            values = {"kind": "known", "question": "Wat weet u?", "due_on": SOON, "people": [scene.people["mother"]]}
            for _twice in range(2):
                actions.ask_each(by=world.noor, case=scene.case, capacities=capacities, once=scene.case.pk, **values)
            assert InformationRequest.objects.count() == 2
        with as_(world.sanne, reading=scene.case):
            assert [one.capacity_id for one in InformationRequest.objects.all()] == [world.capacities["ggz"].pk]

    def test_nobody_is_asked_about_whom_they_do_not_sit_there_for(self, scene):
        with pytest.raises(Refused):
            ask(scene, "ggz", about=["child"])

    def test_a_day_that_is_past_is_no_deadline(self, scene):
        with pytest.raises(Refused):
            ask(scene, due_on=SOON - timedelta(days=30))

    def test_who_does_not_run_the_case_asks_nothing(self, scene, world):
        with as_(world.pim, reading=scene.case), pytest.raises(Refused):
            actions.ask(
                by=world.pim, case=scene.case, capacity=world.capacities["ggz"], kind="known", question="?",
                due_on=SOON, people=[scene.people["mother"]],
            )  # fmt: skip

    def test_it_is_in_the_log(self, scene, world):
        asked = ask(scene)
        with as_owner():
            entry = Entry.objects.get(event="request.asked", subject_id=asked.pk)
        assert (entry.actor_id, entry.file_id) == (world.noor.pk, scene.case.pk)


class TestAnswering:
    def test_a_contribution_answers_and_is_linked(self, scene, world):
        asked = ask(scene)
        with as_(world.sanne, reading=scene.case):
            given = actions.answer(by=world.sanne, request=asked, people=[scene.people["mother"]], **bring())
        with as_(world.noor, reading=scene.case):
            assert RequestAnswer.objects.get().contribution == Contribution.objects.get() == given.contribution

    def test_nothing_known_is_an_answer(self, scene, world):
        asked = ask(scene)
        with as_(world.sanne, reading=scene.case):
            actions.say_nothing_known(by=world.sanne, request=asked)
            assert asked_of_us(9) == []
        with as_(world.noor, reading=scene.case):
            assert RequestAnswer.objects.get().contribution is None

    def test_what_is_typed_is_kept_for_who_types_alone_until_the_answer_is_given(self, scene, world, client_of):
        asked = ask(scene)
        sanne, page = client_of(world.sanne), f"/casussen/{scene.case.number}/uitvragen/{asked.pk}/"
        keep = f"/casussen/{scene.case.number}/inbreng/concept/?beantwoordt={asked.pk}"
        draft = re.search(r'name="draft" value="([^"]+)"', sanne.post(keep, {"text": "Half af"}).text)[1]
        assert "Half af" in sanne.get(page).text, "who comes back goes on where they were"
        assert page in sanne.get(f"/casussen/{scene.case.number}/inbreng/").text
        assert "Half af" not in client_of(world.noor).get(page).text
        form = bring(once=str(uuid4()), draft=draft, about=str(scene.people["mother"].pk), fact_date="1-3-2026")
        form |= {"use": "here_only", "reach": "everybody", "ground": "none"}
        assert sanne.post(page, form).status_code == 302
        with as_owner():
            row = ContributionDraft.objects.get()
            assert row.ended_at and not Text.objects.filter(of_row=row.pk).exists()

    def test_kept_by_hand_it_is_there_without_javascript_and_nothing_known_destroys_it(self, scene, world, client_of):
        asked = ask(scene)
        sanne, page = client_of(world.sanne), f"/casussen/{scene.case.number}/uitvragen/{asked.pk}/"
        sanne.post(page, {"text": "Nog niet af", "keep": "1"})
        assert "Nog niet af" in sanne.get(page).text
        sanne.post(f"{page}niets-bekend/")
        with as_owner():
            row = ContributionDraft.objects.get()
            assert row.answers_id == asked.pk and not Text.objects.filter(of_row=row.pk).exists()

    def test_it_is_given_once(self, scene, world):
        asked = ask(scene)
        with as_(world.sanne, reading=scene.case):
            actions.say_nothing_known(by=world.sanne, request=asked)
            with pytest.raises(Refused):
                actions.answer(by=world.sanne, request=asked, people=[scene.people["mother"]], **bring())
            assert not Contribution.objects.exists()

    def test_nobody_answers_for_another_organisation(self, scene, world):
        asked = ask(scene)
        with as_(world.noor, reading=scene.case), pytest.raises(Refused):
            actions.say_nothing_known(by=world.noor, request=asked)

    def test_what_was_taken_back_needs_no_answer(self, scene, world):
        asked = ask(scene)
        with as_(world.noor, reading=scene.case):
            actions.withdraw(by=world.noor, request=asked)
        with as_(world.sanne, reading=scene.case), pytest.raises(Refused):
            actions.say_nothing_known(by=world.sanne, request=InformationRequest.objects.get())


class TestWaiting:
    def test_my_work_shows_number_kind_and_date_to_who_is_asked_alone(self, scene, world):
        asked = ask(scene)
        with as_(world.sanne):
            (one,) = asked_of_us(9)
        assert (one.key, one.number, one.due_on, one.how_many) == (asked.pk, scene.case.number, SOON, 0)
        for name in ("noor", "pim", "lieke", "gea"):
            with as_(getattr(world, name)):
                assert asked_of_us(9) == [], name

    def test_reminders_count(self, scene, world):
        asked = ask(scene)
        with as_(world.noor, reading=scene.case):
            actions.remind(by=world.noor, request=asked)
            actions.remind(by=world.noor, request=asked)
        with as_(world.sanne):
            assert asked_of_us(9)[0].how_many == 2

    def test_who_runs_the_case_sees_what_is_overdue_and_nobody_else(self, scene, world):
        late(ask(scene))
        with as_(world.noor):
            assert overdue() == [(scene.case.number, 1)]
        for name in ("pim", "sanne", "lieke", "gea"):
            with as_(getattr(world, name)):
                assert overdue() == [], name

    def test_a_seat_for_the_child_counts_nothing_about_the_mother(self, scene, world):
        ask(scene, "police", about=["mother"])
        with as_(world.lieke, reading=scene.case):
            assert asked_of_us(9) == [] and not InformationRequest.objects.exists()


class TestPages:
    def page(self, scene, asked=None, more=""):
        return f"/casussen/{scene.case.number}/uitvragen/{f'{asked.pk}/' if asked else ''}{more}"

    def test_from_my_work_a_partner_answers_on_the_second_page(self, scene, world, client_of):
        asked = ask(scene)
        client = client_of(world.sanne)
        first = client.get("/").content.decode()
        assert self.page(scene, asked) in first and "behandeling" not in first
        form = client.get(self.page(scene, asked))
        assert "Loopt er een behandeling?" in form.content.decode()
        given = form.context["form"].initial | bring()
        given |= {"once": form.context["form"]["once"].value(), "use": "here_only", "reach": "everybody"}
        given |= {"ground": "none", "fact_date": "1-3-2026"}
        third = client.post(self.page(scene, asked), given, follow=True)
        assert third.redirect_chain == [("/", 302)]
        with as_owner():
            assert RequestAnswer.objects.get().contribution.capacity_id == world.capacities["ggz"].pk

    def test_nothing_known_is_one_press(self, scene, world, client_of):
        asked = ask(scene)
        assert client_of(world.sanne).post(self.page(scene, asked, "niets-bekend/")).status_code == 302
        with as_owner():
            assert RequestAnswer.objects.get().contribution is None

    def test_who_runs_the_case_asks_reminds_and_takes_back(self, scene, world, client_of):
        client = client_of(world.noor)
        form = client.get(self.page(scene, more="nieuw/")).context["form"]
        values = {
            "once": form["once"].value(), "capacities": [str(world.capacities["ggz"].pk)], "kind": "state",
            "about": [str(scene.people["mother"].pk)], "question": "Hoe gaat het?", "due_on": f"{SOON:%d-%m-%Y}",
        }  # fmt: skip
        assert client.post(self.page(scene, more="nieuw/"), values).status_code == 302
        with as_owner():
            asked = InformationRequest.objects.get()
        assert "Hoe gaat het?" in client.get(self.page(scene)).content.decode()
        assert client.post(self.page(scene, asked, "herinneren/")).status_code == 302
        assert "1 keer" in (text := client.get(self.page(scene, asked)).content.decode()) or "één keer" in text
        assert client.post(self.page(scene, asked, "intrekken/")).status_code == 302

    def test_the_list_asks_no_more_for_more_questions(self, scene, world, client_of, django_assert_max_num_queries):
        for _number in range(6):
            ask(scene)
        client = client_of(world.noor)
        client.get(self.page(scene))
        with django_assert_max_num_queries(28):  # session, identity and log included
            client.get(self.page(scene))

    def test_a_question_to_another_organisation_is_not_there(self, scene, world, client_of):
        asked = ask(scene)
        assert client_of(world.pim).get(self.page(scene, asked)).status_code == 404
