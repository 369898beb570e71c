"""Every page from the resolver, with every id there is, and what an answer is when chance is taken out."""

import re
from itertools import cycle, islice
from uuid import UUID, uuid4

from django.apps import apps
from django.urls import get_resolver

from conftest import as_owner
from schakel.access.classification import Holds

NO_NUMBER = "ZZZZ-ZZZZ"  # of the same form, and of nobody
OF_OTHERS = {"cases_case", "people_person", "referrals_referral", "vault_contentkey"}
CHANCE = [
    (re.compile(r"\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT"), "A-MOMENT"),
    (re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"), "AN-ID"),
    (re.compile(r'nonce="[^"]+"|nonce-[^\';]+'), "A-NONCE"),
    (re.compile(r'name="csrfmiddlewaretoken" value="\w+"|csrf=\w+|X-CSRFToken&quot;: &quot;\w+'), "A-TOKEN"),
    (re.compile(r"schakel=\w+|expires=[^;]+;"), "A-SESSION"),
    (re.compile(r"zojuist|vandaag, \d{1,2}\.\d\d uur"), "TODAY"),
    (re.compile(r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}"), "A-NUMBER"),
]


def pages(patterns=None, prefix="", namespace=""):
    """Path, name and what stands in the path, of every page."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from pages(pattern.url_patterns, route, inner)
        else:
            yield route, f"{namespace}{pattern.name}", re.findall(r"<(\w+):(\w+)>", route)


def with_parameters():
    return [(route, name) for route, name, parameters in pages() if parameters]


def fill(route, values):
    return "/" + re.sub(r"<\w+:(\w+)>", lambda found: str(values[found[1]]), route)


def invented(route):
    """The same page for things that do not exist."""
    kinds = {"number": lambda: NO_NUMBER, "uuid": uuid4, "int": lambda: 999, "str": lambda: "x", "slug": lambda: "x"}
    return fill(route, {name: kinds[kind]() for kind, name in re.findall(r"<(\w+):(\w+)>", route)})


def existing(route, numbers, ids):
    """Every number there is, every one of the page's own kind of id, and one of other tables: each at least once."""
    parameters = re.findall(r"<(\w+):(\w+)>", route)
    choices = [numbers if kind == "number" else of_kind(name, ids) for kind, name in parameters]
    longest = max(map(len, choices))
    names = [name for _, name in parameters]
    return [
        fill(route, dict(zip(names, values, strict=True)))
        for values in islice(zip(*map(cycle, choices), strict=False), longest)
    ]


def of_kind(name, ids):
    """In an order that pairs them with the first number as well: of the page's own kind, then of others."""
    own = next((found for table, found in ids.items() if table.endswith(name)), [])
    return [*own[:6], *(found[0] for table, found in ids.items() if table in OF_OTHERS)]


def every_id():
    """By table, of what is not open to whoever is signed in."""
    found = {}
    with as_owner():
        for model in apps.get_models():
            if getattr(model, "holds", Holds.SETUP) not in (Holds.SETUP, Holds.DOOR, Holds.LOG):
                found[model._meta.db_table] = list(model.objects.values_list("pk", flat=True))
    return {table: keys for table, keys in found.items() if keys and isinstance(keys[0], UUID)}


def answer(response):
    """Status, headers and body, without what chance or the clock put there."""
    headers = "\n".join(f"{name}: {value}" for name, value in sorted(response.headers.items()))
    cookies = str(response.cookies)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    text = f"{response.status_code}\n{headers}\n{cookies}\n{body.decode(errors='replace')}"
    for pattern, instead in CHANCE:
        text = pattern.sub(instead, text)
    return re.sub(r"Content-Length: \d+", "", text)
