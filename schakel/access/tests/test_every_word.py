"""Promises over every page, act, refusal and term, read from the code itself."""

import ast
import inspect
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.apps import apps
from django.urls import get_resolver
from django.utils.module_loading import autodiscover_modules

from schakel.audit.record import ACTS

autodiscover_modules("actions")
SCHAKEL = Path(__file__).resolve().parents[2]
GLOSSARY = (SCHAKEL.parent / "docs/glossary.md").read_text()
OURS = [model for model in apps.get_models() if model.__module__.startswith("schakel.")]
ENTRIES = re.compile(r"\b(record|record_presence)\(")


@cache
def dutch():
    """Every English text that has a Dutch one, from all apps."""
    found = {}
    for path in SCHAKEL.glob("*/locale/nl/LC_MESSAGES/django.po"):
        with path.open("rb") as file:
            for message in read_po(file, locale="nl"):
                text = message.string if isinstance(message.string, str) else "".join(message.string)
                english = message.id if isinstance(message.id, str) else message.id[0] if message.id else ""
                if text and not message.fuzzy:
                    found[english] = text
    return found


def views(patterns=None, prefix=""):
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from views(pattern.url_patterns, route)
        else:
            yield route, pattern.callback


def refusals():
    """The text of every `refuse(_("…"))`, with where it stands."""
    for path in sorted(SCHAKEL.glob("*/**/*.py")):
        if "tests" not in path.parts:
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "refuse":
                    yield f"{path.relative_to(SCHAKEL)}:{node.lineno}", node.args[0]


@pytest.mark.parametrize(("route", "view"), list(views()), ids=lambda value: value if isinstance(value, str) else "")
def test_every_page_says_who_may_come(route, view):
    assert getattr(view, "rule", ""), f"/{route} has no rule"


def test_no_page_is_public_without_a_reason():
    public = [view for _, view in views() if getattr(view, "login_required", True) is False]
    assert public and all(re.match(r"public: \w+ \w+", view.rule) for view in public)


@pytest.mark.parametrize("event", sorted(ACTS))
class TestEveryAct:
    def test_leaves_its_entry(self, event):
        """The decorator refuses an act without one; this finds it before somebody does."""
        assert ENTRIES.search(with_what_it_calls(ACTS[event].function)), f"{event} records nothing"

    def test_has_a_dutch_sentence(self, event):
        assert dutch().get(ACTS[event].sentence), f"no Dutch for: {ACTS[event].sentence}"

    def test_is_done_by_somebody(self, event):
        parameters = inspect.signature(inspect.unwrap(ACTS[event].function)).parameters
        assert "by" in parameters
        assert all(one.kind in (one.KEYWORD_ONLY, one.VAR_KEYWORD) for one in parameters.values())

    def test_has_a_name_that_says_of_what(self, event):
        assert re.fullmatch(r"[a-z_]+\.[a-z_]+", event)

    def test_begins_with_a_sentence_of_the_domain(self, event):
        term(ACTS[event].function)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_model_begins_with_a_sentence_of_the_domain(model):
    term(model)


def term(thing):
    """The Dutch term in its docstring, which stands in the glossary."""
    first = " ".join((inspect.getdoc(thing) or "").split("\n\n")[0].split())
    found = re.search(r"\(nl: ([^)]+)\)", first)
    assert found, "the first sentence ends in (nl: …)"
    assert found[1].lower() in GLOSSARY.lower(), f"not in docs/glossary.md: {found[1]}"


def with_what_it_calls(function):
    """Its source, and that of the functions of its own module that it calls."""
    source = inspect.getsource(inspect.unwrap(function))
    module = inspect.getmodule(inspect.unwrap(function))
    called = [getattr(module, name, None) for name in set(re.findall(r"\b(\w+)\(", source))]
    return source + "".join(inspect.getsource(one) for one in called if inspect.isfunction(one))


@pytest.mark.parametrize(
    ("where", "reason"), list(refusals()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_refusal_has_a_reason_in_dutch(where, reason):
    texts = [node.args[0].value for node in ast.walk(reason) if is_translated(node)]
    assert texts or not isinstance(reason, ast.Constant | ast.JoinedStr), f"{where}: the reason is no translated text"
    assert all(dutch().get(text) for text in texts), f"{where}: no Dutch for {texts}"


def is_translated(node):
    names = ("_", "gettext", "gettext_lazy", "ngettext")
    return (
        isinstance(node, ast.Call) and getattr(node.func, "id", "") in names and isinstance(node.args[0], ast.Constant)
    )
