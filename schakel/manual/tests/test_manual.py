"""The manual says what is there: every picture exists, every page it names resolves, and nothing comes through raw."""

import re

import pytest
from django.urls import resolve

from conftest import as_, as_owner
from schakel.audit.models import Entry
from schakel.manual.actions import end_tour
from schakel.manual.chapters import CHAPTERS, FOLDER, chapter_called, for_whom
from schakel.manual.markdown import page_of
from schakel.manual.models import TourEnding
from schakel.manual.tours import PARTNER, TOURS, tour_for
from schakel.network.models import Appointment

FILES = sorted(FOLDER.glob("*.md"))
LARGEST = 60 * 1024


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_picture_and_every_page_that_is_named_exists(file):
    text = file.read_text()
    for words, name in re.findall(r"!\[(.*?)\]\((.+?)\)", text):
        assert len(words) > 20, f"{name} needs words for who does not see it"
        assert (FOLDER / name).stat().st_size <= LARGEST, name
    for target in re.findall(r"(?<!!)\[[^\]]+\]\((.+?)\)", text):
        name, _, anchor = target.partition("#")
        if target.startswith("/"):
            resolve(name)
            continue
        there = FOLDER / name if name else file
        assert not anchor or anchor in [found for _words, found in page_of(there.read_text()).headings], target


def test_every_file_is_a_chapter_and_no_picture_is_left_over():
    assert {file.stem for file in FILES} == {chapter.slug for chapter in CHAPTERS} | {"index"}
    index = (FOLDER / "index.md").read_text()
    assert all(f"({chapter.slug}.md)" in index for chapter in CHAPTERS)
    named = {name for file in FILES for name in re.findall(r"\(images/(.+?)\)", file.read_text())}
    assert {picture.name for picture in FOLDER.glob("images/*")} == named


def test_only_what_is_allowed_comes_through():
    page = page_of("# T\n\nLead.\n\n<script>a()</script>\n\n[x](javascript:a()) [y](http://elders.nl) **v**\n")
    assert "<script" not in page.html
    assert 'href="javascript' not in page.html
    assert 'href="http:' not in page.html
    assert "<strong>v</strong>" in page.html
    assert (page.title, page.lead) == ("T", "Lead.")


def test_ones_own_chapters_come_first():
    role = Appointment.Role
    assert [one.slug for one in for_whom([])[0]] == ["iedereen", "partnerprofessional"]
    assert [one.slug for one in for_whom([(role.CONTACT, None)])[0]][1:] == ["partnerprofessional", "contactpersoon"]
    assert [one.slug for one in for_whom([(role.TRIAGE, "a house")])[0]] == ["iedereen", "triage"]
    fits, others = for_whom([(role.MANAGER, "a house")])
    assert {*fits, *others} == {*CHAPTERS}


def test_everybody_signed_in_reads_every_chapter(client_of, world):
    client = client_of(world.pim)
    for chapter in CHAPTERS:
        assert chapter.page.title in client.get(f"/handleiding/{chapter.slug}/").text
    assert client.get("/handleiding/bestaat-niet/").status_code == 404


def test_the_tour_comes_by_itself_until_it_is_ended(client_of, world):
    client = client_of(world.pim, toured=True)
    assert "stap 1 van" not in client.get("/casussen/").text
    assert "stap 1 van 5" in client.get("/").text
    answer = client.post("/rondleiding/", {"step": 2})
    assert answer.url == "/casussen/"
    assert "stap 2 van 5" in client.get(answer.url).text
    assert client.post("/rondleiding/stoppen/").url == "/"
    assert "stap" not in client.get("/").text
    assert "stap" not in client_of(world.pim, toured=True).get("/").text  # signed in anew
    assert "stap 1 van" in client_of(world.sanne, toured=True).get("/").text  # who did not end it


def test_a_step_that_is_none_is_refused_and_one_too_far_is_the_last(client_of, world):
    client = client_of(world.pim, toured=True)
    for step in ("", "0", "-1", "x", "100"):
        assert client.post("/rondleiding/", {"step": step}).status_code == 400
    assert client.post("/rondleiding/", {"step": 99}).url == "/handleiding/"


def test_ending_is_written_down_and_ending_twice_is_ending_once(world):
    with as_(world.pim):
        assert end_tour(by=world.pim) == end_tour(by=world.pim)
    with as_(world.sanne):
        assert not TourEnding.objects.exists()
    with as_owner():
        assert Entry.objects.filter(event="tour.ended", actor_id=world.pim.pk).count() == 2


def test_who_is_more_than_one_thing_gets_the_tour_of_what_is_most_theirs():
    role = Appointment.Role
    assert tour_for([(role.CONTACT, None), (role.TRIAGE, "a house")]) is TOURS[role.TRIAGE]
    assert tour_for([]) is PARTNER
    for tour in [*TOURS.values(), PARTNER]:
        assert 3 <= len(tour.steps) <= 6
        assert chapter_called(tour.chapter)
