"""Every page that somebody reaches by following links is there, sound and readable: the net under all other stories."""

import re
from collections import Counter, deque
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Error

from features.ground.looking import look

# Those whose pages differ; of each kind of page, the first ones met are looked at, all are opened.
PERSONAS = [
    "procesregisseur", "triage", "politie", "ggz", "jeugd", "beheerder", "ondersteuner", "privacy", "manager",
    "reclassering", "buitenstaander",
]  # fmt: skip
OPENED = 2  # of one kind of page, by each persona
MANUAL = "/handleiding/"  # tells every kind of person what others do, too: its links into the house are not for each
looked_at = set()


@pytest.mark.parametrize("persona", PERSONAS)
def test_every_page_within_reach_is_sound(visitors, persona):
    # Given somebody who is signed in
    page = visitors.sign_in(persona)
    faults, opened, waiting, known = [], Counter(), deque(["/"]), {"/"}
    # When they follow every link from there
    while waiting:
        address = waiting.popleft()
        if opened[kind_of(address)] >= OPENED:
            continue
        opened[kind_of(address)] += 1
        fault, text = open_page(page, address, persona)
        faults += fault
        found = links_in(text, urljoin(page.url, address)) - known
        known |= found
        waiting.extend(sorted(found))
    # Then every page is there, and sound
    assert not faults, "\n".join(faults)


def open_page(page, address, persona):
    """The first page of a kind is looked at, by whoever comes first; the others are only opened."""
    kind = kind_of(address)
    if kind in looked_at:
        return open_only(page, address)
    looked_at.add(kind)
    try:
        answer = page.goto(address)
    except Error as refusal:
        if "Download is starting" not in str(refusal):
            raise
        return open_only(page, address)
    if answer.status != 200:
        looked_at.discard(kind)
        return [f"{address}: {answer.status}"], ""
    text = page.content()
    return look_at(page, f"page{kind.replace('/', '-').rstrip('-') or '-mijn-werk'}"), text


def open_only(page, address):
    """Whether it is there, and its text where it is a page and no file."""
    answer = page.request.get(address)
    is_page = answer.headers.get("content-type", "").startswith("text/html")
    return [] if answer.status == 200 else [f"{address}: {answer.status}"], answer.text() if is_page else ""


def look_at(page, name):
    try:
        look(page, name)
    except AssertionError as fault:
        return [str(fault)]
    return []


def links_in(text, base):
    """Where this page leads, within the house; the catalogue has a story of its own."""
    places = [urlsplit(urljoin(base, unescape(address))) for address in re.findall(r'<a [^>]*href="([^"#]+)', text)]
    ours = [place for place in places if place.netloc == urlsplit(base).netloc]
    if urlsplit(base).path.startswith(MANUAL):
        ours = [place for place in ours if place.path.startswith(MANUAL)]
    return {
        f"{one.path}{'?' if one.query else ''}{one.query}" for one in ours if not one.path.startswith("/onderdelen/")
    }


def kind_of(address):
    """The address without what differs between two pages of a kind."""
    address = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "een", address.split("?")[0])
    return re.sub(r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}", "nummer", address)
