"""The rulebook: who may see and do what, written from the code into docs/generated/. `--check` only compares."""

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
        return {"tables.md": tables(), "fields.md": fields(), "pages.md": urls(), "acts.md": acts()}


def tables():
    from schakel.access.policies import policies_of

    text = f"# Who may touch which rows\n\n{NOTE}"
    for model in models():
        text += f"\n## `{model._meta.db_table}`\n\n{about(model)}\n\n"
        text += f"Holds: {getattr(model, 'holds', 'not said')}.\n\n"
        text += "".join(policy(one) for one in policies_of(model)) or "Nobody, at run time.\n"
    return text + OF_OTHERS


def policy(one):
    columns = f" of {', '.join(one.columns)}" if one.columns else ""
    lines = [f"- **{one.name}** – {one.command}{columns}, `{one.role}`"]
    lines += [f"  - which rows: `{flat(one.using)}`"] if one.using else []
    checked = "what may be added" if one.command == "INSERT" else "what they may become"
    lines += [f"  - {checked}: `{flat(one.check_expression)}`"] if one.check_expression else []
    return "\n".join(lines) + "\n"


def fields():
    text = f"# How sensitive each field is\n\n{NOTE}"
    for model in models():
        if classified := getattr(model, "classified", None):
            rows = "".join(f"| `{field}` | {kind} |\n" for field, kind in classified.by_field.items())
            text += f"\n## `{model._meta.db_table}`\n\n| field | |\n|---|---|\n{rows}"
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
    from django.utils.module_loading import autodiscover_modules

    from schakel.audit.record import ACTS

    autodiscover_modules("actions")
    rows = [f"| {act.event} | … {act.sentence} | {where(act.function)} |" for _, act in sorted(ACTS.items())]
    return f"# What can be done\n\n{NOTE}\n| event | in words | act |\n|---|---|---|\n" + "\n".join(rows) + "\n"


def where(function):
    return f"`{function.__module__.removeprefix('schakel.')}.{function.__name__}`"


def models():
    from django.apps import apps

    return [model for model in apps.get_models() if model.__module__.startswith("schakel.") and model._meta.managed]


def about(model):
    return flat((model.__doc__ or "").split("\n\n")[0])


def flat(text):
    return re.sub(r"\s+", " ", str(text)).strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
