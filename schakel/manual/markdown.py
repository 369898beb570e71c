"""The manual's Markdown as a page of our own components. No HTML of its own comes through."""

from dataclasses import dataclass

import nh3
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token

PICTURES = "manual/pictures/"
CLASSES = {
    "h2": "nl-heading nl-heading--level-2",
    "h3": "nl-heading nl-heading--level-3",
    "a": "nl-link",
    "blockquote": "manual__note",
    "table": "manual__table",
}
ALLOWED = {
    "h2": {"class", "id"}, "h3": {"class"}, "a": {"class", "href"}, "blockquote": {"class"}, "p": set(), "ul": set(),
    "ol": {"start"}, "li": set(), "strong": set(), "em": set(), "code": set(), "img": {"src", "alt", "loading"},
    "table": {"class"}, "thead": set(), "tbody": set(), "tr": set(), "th": set(), "td": set(), "hr": set(),
}  # fmt: skip


@dataclass(frozen=True)
class Page:
    """A chapter: its title, what it says first, its headings with their anchors, and all of it as HTML."""

    title: str
    lead: str
    headings: list
    html: str


def page_of(text):
    """The first heading and the paragraph after it stand above the page; the rest is the page."""
    tokens = reader().parse(text)
    title, lead, rest = tokens[1].content, plain(tokens[4]), tokens[6:]
    headings = list(dressed(rest))
    html = reader().renderer.render(rest, reader().options, {})
    return Page(title, lead, headings, mark_safe(clean(html)))  # noqa: S308 – `clean` leaves the allowed HTML only


def reader():
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def clean(html):
    return nh3.clean(html, tags=set(ALLOWED), attributes=ALLOWED, link_rel=None, url_schemes={"https"})


def dressed(tokens):
    """Give every element its class, every address its place; yields the headings of the second level."""
    for number, token in enumerate(tokens):
        if token.type.endswith("_open") and token.tag in CLASSES:
            token.attrJoin("class", CLASSES[token.tag])
        if token.type == "heading_open" and token.tag == "h2":
            words = plain(tokens[number + 1])
            token.attrSet("id", slugify(words))
            yield words, slugify(words)
        if token.children:
            token.children = [part for child in token.children for part in placed(child)]


def placed(token):
    """Chapters and pictures are named as they lie in the folder; here they are pages and static files."""
    if token.type == "link_open":
        token.attrJoin("class", CLASSES["a"])
        token.attrSet("href", address(token.attrGet("href")))
    if token.type != "image":
        return [token]
    source = picture(token.attrGet("src").removeprefix("images/"))
    token.attrSet("src", source)
    token.attrSet("loading", "lazy")
    large = Token("link_open", "a", 1, attrs={"href": source})  # for a small screen: the picture alone
    return [large, token, Token("link_close", "a", -1)]


def picture(name):
    """Where it is served; a picture that was never taken shows its words, and a test says that it is missing."""
    try:
        return static(PICTURES + name)
    except ValueError:
        return ""


def address(href):
    """`triage.md#termijn` is the chapter on triage; `/aanmeldingen/` stays what it is."""
    file, _, anchor = href.partition("#")
    if not file.endswith(".md"):
        return href
    name = file.removesuffix(".md")
    page = reverse("manual:index") if name == "index" else reverse("manual:chapter", args=[name])
    return f"{page}#{anchor}" if anchor else page


def plain(token):
    """The words of a line without their marks."""
    return "".join(child.content for child in token.children or () if child.type in ("text", "code_inline")).strip()
