"""How a page is looked at: rules of accessibility, pictures at two widths, nothing that sticks out of a small one."""

from functools import cache

from PIL import Image

from schakel.config.settings_test import ROOT

from .browser import NARROW, WIDE

PICTURES = ROOT / "var/screenshots"
AXE = ROOT / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
SMALLEST = {"width": 320, "height": 640}
RUN_AXE = """async tags => {
    const found = await axe.run(document, {runOnly: tags, resultTypes: ["violations"]});
    const places = one => one.nodes.map(node => node.html).slice(0, 3).join("  ");
    return found.violations.map(one => `${one.id}: ${one.help} – ${places(one)}`);
}"""
STICKS_OUT = """() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const scrolls = one => one && (getComputedStyle(one).overflowX !== "visible" || scrolls(one.parentElement));
    const wide = [...document.body.querySelectorAll("*")].filter(
        one => one.getBoundingClientRect().right > room + 1 && !scrolls(one.parentElement));
    return wide.slice(0, 4).map(one => one.outerHTML.slice(0, 120));
}"""


def look(page, name):
    """Look at a page at 1280, 390 and 320 px: pictures in var/screenshots, no violation, nothing sticks out."""
    page.bring_to_front()  # a window behind another is not always painted
    faults = violations(page)
    picture(page, name, WIDE)
    picture(page, name, NARROW)
    faults += [f"at {page.viewport_size['width']} px this sticks out: {part}" for part in sticks_out(page, SMALLEST)]
    page.set_viewport_size(WIDE)
    assert not faults, f"{name} ({page.url}):\n" + "\n".join(faults)


def violations(page):
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(axe())
    return page.evaluate(RUN_AXE, TAGS)


def picture(page, name, size):
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.set_viewport_size(size)
    page.evaluate("() => scrollTo(0, 0)")
    page.screenshot(path=PICTURES / f"{name}-{size['width']}.png", full_page=True, animations="disabled")


def beside_each_other(name, pictures):
    """Lay wide pictures of the same page side by side, in one picture."""
    found = [Image.open(PICTURES / f"{one}-{WIDE['width']}.png") for one in pictures]
    together = Image.new("RGB", (sum(one.width for one in found), max(one.height for one in found)), "white")
    for place, one in enumerate(found):
        together.paste(one, (place * WIDE["width"], 0))
    together.save(PICTURES / f"{name}.png")


def sticks_out(page, size):
    page.set_viewport_size(size)
    return page.evaluate(STICKS_OUT)


@cache
def axe():
    return AXE.read_text()
