"""The rulebook: who may see and do what, written from the code into docs/generated/. `--check` only compares."""

import inspect
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GENERATED = ROOT / "docs/generated"
OF_OTHERS = """
## Tables of others

Jobs (`procrastinate_…`): see `schakel/jobs/rights.sql`.
`django_migrations`, `django_content_type` and `auth_…`: nobody, at run time.
"""
NOTE = "Written by `bin/rulebook` from the code; do not edit.\n"


def main(arguments):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schakel.config.settings")
    import django

    django.setup()
    if "--check" not in arguments:
        GENERATED.mkdir(parents=True, exist_ok=True)
        for name, text in pages().items():
            (GENERATED / name).write_text(text)
        return 0
    different = out_of_date()
    print(
        f"Out of date, run bin/rulebook: {', '.join(different)}" if different else "The rulebook is that of the code."
    )
    return 1 if different else 0


def out_of_date():
    """Names of the generated documents that no longer say what the code says."""
    found = {path.name: path.read_text() for path in GENERATED.glob("*.md")}
    wanted = pages()
    return sorted(name for name in found | wanted if found.get(name) != wanted.get(name))


def pages():
    from django.utils import translation

    with translation.override("en"):
        return {
            "who-may-see-what.md": tables(), "functions.md": functions(), "pages.md": urls(), "acts.md": acts()
        }  # fmt: skip


def tables():
    from schakel.access.policies import policies_of
    from schakel.access.stamps import Stamped

    from .checks import ours

    text = f"# Who may touch which rows\n\n{NOTE}"
    for model in ours():
        text += f"\n## `{model._meta.db_table}`\n\n{about(model)}\n\n"
        text += f"Holds: {getattr(model, 'holds', 'not said')}.\n\n"
        text += "".join(policy(one) for one in policies_of(model)) or "Nobody, at run time.\n"
        text += "".join(stamped(one) for one in model._meta.constraints if isinstance(one, Stamped))
        text += "".join(f"- {one}\n" for one in deliberately_absent(model)) + fields(model)
    return text + OF_OTHERS


def deliberately_absent(model):
    """The comments among the constraints that say what there is not, and why."""
    comments = re.findall(r"^ *# ((?:No|Not) .+(?:\n *# .+)*)$", inspect.getsource(model), re.M)
    return [flat(comment.replace("# ", "")) for comment in comments]


def fields(model):
    """Its fields by sensitivity; keys and references are not listed."""
    by_kind = {}
    for field, kind in model.classified.by_field.items():
        by_kind.setdefault(kind, []).append(f"`{field}`")
    rows = "".join(f"| {kind} | {', '.join(found)} |\n" for kind, found in by_kind.items())
    return f"\n| sensitivity | fields |\n|---|---|\n{rows}" if rows else ""


def policy(one):
    columns = f" of {', '.join(one.columns)}" if one.columns else ""
    lines = [f"- **{one.name}** – {one.command}{columns}, `{one.role}`"]
    lines += [f"  - which rows: `{flat(one.using)}`"] if one.using else []
    checked = "what may be added" if one.command == "INSERT" else "what they may become"
    lines += [f"  - {checked}: `{flat(one.check_expression)}`"] if one.check_expression else []
    return "\n".join(lines) + "\n"


def stamped(one):
    return f"- **{one.name}**: {', '.join(one.columns)} – the clock of the database, once\n"


def functions():
    from schakel.config.sight import functions as defined

    note = "Each runs with the rights of the owner of the tables, unless it says otherwise."
    text = f"# The questions that row policies ask\n\n{NOTE}\n{note}\n"
    for one in defined():
        who = ", ".join(f"`{role}`" for role in sorted(one.roles)) or "only the other functions"
        text += f"\n## `{one.name}({one.arguments})`\n\n{one.comment}\n\nMay ask: {who}."
        text += "\n" if one.definer else " With the rights of whoever asks.\n"
    return text


def urls():
    from django.urls import get_resolver

    rows = [f"| `/{route}` | {name} | {rule} |" for route, name, rule in walk(get_resolver().url_patterns, "", "")]
    return f"# Who may come to which page\n\n{NOTE}\n| page | name | rule |\n|---|---|---|\n" + "\n".join(rows) + "\n"


def walk(patterns, prefix, namespace):
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from walk(pattern.url_patterns, route, inner)
        else:
            yield route, f"{namespace}{pattern.name}", getattr(pattern.callback, "rule", "not said")


def acts():
    from django.utils import translation
    from django.utils.module_loading import autodiscover_modules

    from schakel.audit.record import ACTS

    autodiscover_modules("actions")
    with translation.override("nl"):
        rows = [
            f"| {act.event} | … {translation.gettext(act.sentence)} | {rule(act)} | {where(act.function)} |"
            for _, act in sorted(ACTS.items())
        ]
    head = "| event | in the log | who may | act |\n|---|---|---|---|\n"
    return f"# What can be done\n\n{NOTE}\n{head}" + "\n".join(rows) + "\n"


def rule(act):
    """The questions of rules.py that the act asks, by itself or in the functions beside it."""
    asked = re.findall(r"\b(may_\w+)\(", source(inspect.unwrap(act.function)))
    return ", ".join(f"`{name}`" for name in dict.fromkeys(asked)) or "the row policies alone"


def source(function, seen=()):
    """The text of a function with that of the private functions of its module that it calls."""
    text = inspect.getsource(function)
    called = [function.__globals__.get(name) for name in dict.fromkeys(re.findall(r"\b(_\w+)\(", text))]
    new = [one for one in called if inspect.isfunction(one) and one is not function and one not in seen]
    return text + "".join(source(one, (*seen, function)) for one in new)


def where(function):
    return f"`{function.__module__.removeprefix('schakel.')}.{function.__name__}`"


def about(model):
    return flat((model.__doc__ or "").split("\n\n")[0])


def flat(text):
    return re.sub(r"\s+", " ", str(text)).strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
