"""The checks of `bin/` find what they are there for."""

import ast
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path

import pytest

BIN = Path(__file__).resolve().parents[3] / "bin"


def tool(name):
    loader = SourceFileLoader(name, str(BIN / name))
    module = module_from_spec(spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


lints, translations = tool("lints"), tool("translations")


def found(code, name="views.py"):
    return list(lints.problems_in_code(Path(name), name, ast.parse(code)))


@pytest.mark.parametrize("write", ["create(x=1)", "save()", "delete()", "update(x=1)", "bulk_create([])"])
@pytest.mark.parametrize("name", ["views.py", "views_plan.py", "forms.py"])
def test_a_write_in_a_view_or_form_is_found(name, write):
    assert found(f"Case.objects.{write}", name)


def test_a_dictionary_may_be_updated_and_an_act_may_write():
    assert not found("words.update({1: 2})")
    assert not found("Case.objects.create()", "actions.py")


def test_ignoring_conflicts_is_found_anywhere():
    assert found("Case.objects.bulk_create([], ignore_conflicts=True)", "actions.py")


def test_a_view_has_at_most_twenty_lines_without_its_docstring():
    body = "\n".join("    x = 1" for _ in range(19))
    assert not found(f'def page(request):\n    """A\n\n    B\n    """\n{body}')
    assert found(f"def page(request):\n{body}\n    y = 1")


@pytest.mark.parametrize("line", ["see /home" + "/anna/notes", "from https://cdn.jsdelivr" + ".net/x"])
def test_a_path_of_one_machine_and_a_third_partys_host_are_found(tmp_path, monkeypatch, line):
    monkeypatch.setattr(lints, "ROOT", tmp_path)
    (tmp_path / "notes.md").write_text(line)
    assert list(lints.problems_of(tmp_path / "notes.md"))


@pytest.fixture
def app(tmp_path, monkeypatch):
    """An app with one text in code, one in a template and one counted."""
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    folder = tmp_path / "schakel/seats"
    (folder / "templates").mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "rules.py").write_text('_("No seat.")\nngettext("%d seat", "%d seats", n)\n')
    (folder / "templates/seat.html").write_text('<p>\n  {% translate "Who sits here" %}\n{{ x }}</p>')
    return folder


def test_texts_of_code_and_templates_are_asked_for(app):
    assert {text for _, text in translations.used(app)} == {"No seat.", "%d seat", "Who sits here"}


def test_missing_untranslated_and_unused_texts_are_named(app, capsys):
    assert translations.check() == 1
    assert "seats: missing 'No seat.'" in capsys.readouterr().out
    translations.update(app)
    (app / "rules.py").write_text("")
    assert translations.check() == 1
    told = capsys.readouterr().out
    assert "seats: unused 'No seat.'" in told
    assert "seats: untranslated 'Who sits here'" in told


def test_updating_keeps_what_is_there_and_in_its_order(app):
    translations.update(app)
    before = translations.po(app).read_text()
    (app / "more.py").write_text('_("Another text")')
    translations.update(app)
    assert translations.po(app).read_text().startswith(before)
