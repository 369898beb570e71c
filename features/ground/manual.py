"""The manual is walked: what a chapter prints in bold stands on a page on the way, and pictures are of that page."""

import io
import os
import re

from PIL import Image

from schakel.config.settings_test import ROOT

from .doing import follow, press

FOLDER = ROOT / "docs/manual"
WRITES = bool(os.environ.get("SCHAKEL_MANUAL_PICTURES"))  # `make manual` takes the pictures anew
ROOM = {"width": 1180, "height": 900}
HIGHEST = 640  # px of a picture
MARGIN = 16
COLOURS = 48
LARGEST = 60 * 1024
STANDS_THERE = """() => [document.body.textContent, ...[...document.querySelectorAll("[placeholder], [aria-label]")]
    .flatMap(one => [one.placeholder, one.getAttribute("aria-label")])].join(" ")"""


class Walk:
    """Somebody who does what a chapter says, and remembers every word that stood on their way."""

    def __init__(self, page):
        self.page, self.words = page, ""
        page.set_viewport_size(ROOM)
        self.go("/")
        stop = page.get_by_role("button", name="Stoppen met de rondleiding")
        if stop.count():
            with page.expect_navigation():
                stop.click()
            self.go("/")

    def go(self, path):
        answer = self.page.goto(path)
        assert answer.status == 200, f"{path}: {answer.status}"
        self.remember()

    def follow(self, words):
        follow(self.page, words)
        self.remember()

    def press(self, words):
        press(self.page, words)
        self.remember()

    def remember(self):
        self.words += " " + even(self.page.evaluate(STANDS_THERE))

    def picture(self, name, of="main"):
        """What one sees from there on, without the menu; kept only when the pictures are taken anew."""
        place = self.page.locator(of).first
        place.evaluate("(one, margin) => scrollTo(0, one.getBoundingClientRect().top + scrollY - margin)", MARGIN)
        if WRITES:
            wide, top = self.page.locator("main").bounding_box(), max(place.bounding_box()["y"] - MARGIN, 0)
            top = max(top, wide["y"])
            clip = {**wide, "y": top, "height": min(wide["y"] + wide["height"] - top, HIGHEST)}
            write(self.page.screenshot(clip=clip, animations="disabled"), FOLDER / f"images/{name}.png")

    def knows(self, chapter):
        """Whatever the chapter prints in bold stood somewhere on the way."""
        bold = re.findall(r"\*\*(.+?)\*\*", (FOLDER / f"{chapter}.md").read_text())
        strange = sorted({words for words in bold if even(words) not in self.words})
        assert not strange, f"docs/manual/{chapter}.md says what stands on no page: {strange}"


def even(words):
    return " ".join(words.split()).casefold()


def write(taken, path):
    """Few colours make a small file."""
    Image.open(io.BytesIO(taken)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    assert path.stat().st_size <= LARGEST, f"{path.name}: {path.stat().st_size} bytes"
