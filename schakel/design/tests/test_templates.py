"""What holds for every template and for what every page brings along."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(ROOT.glob("*/templates/**/*.html"))
STYLES = ["tokens", "frame", "components", "forms", "tables", "drawings", "print"]
LEFT_FOR_THE_PAGE = 25_000


def names(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", TEMPLATES, ids=names)
def test_no_template_carries_what_the_security_policy_refuses(path):
    text = path.read_text()
    assert not re.search(r"<[^>]*\s(style|on[a-z]+)\s*=", text), "no inline style or script attributes"
    assert not re.search(r"<style|<script(?![^>]*nonce=)", text), "no inline style, no script without the nonce"
    assert "javascript:" not in text


@pytest.mark.parametrize("path", TEMPLATES, ids=names)
def test_htmx_attributes_come_from_the_tag_that_knows_the_nonce(path):
    assert not re.search(r"\s(data-)?hx-[a-z]+=", path.read_text())


@pytest.mark.parametrize("path", TEMPLATES, ids=names)
def test_nothing_is_asked_of_another_host(path):
    assert not re.search(r"""(src|href|action)=["'](https?:)?//""", path.read_text())


def test_what_every_page_brings_along_leaves_room_for_the_page_itself():
    files = [f"design/{name}.css" for name in STYLES] + ["vendor/nlds.css", "vendor/htmx.js", "vendor/hx-csp.js"]
    packed = sum(len(gzip.compress(Path(finders.find(name)).read_bytes())) for name in files)
    fonts = sum(Path(finders.find(f"vendor/{name}.woff2")).stat().st_size for name in ("noto-sans", "noto-sans-ext"))
    assert packed + fonts <= 100_000 - LEFT_FOR_THE_PAGE


def test_the_base_page_links_every_style_once():
    base = (ROOT / "design/templates/design/base.html").read_text()
    assert all(base.count(f"design/{name}.css") == 1 for name in STYLES)
