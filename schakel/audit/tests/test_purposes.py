"""Why a file is opened: every page that opens one says so, and whoever reads the log reads it in Dutch."""

import pytest
from django.urls import get_resolver
from django.utils.translation import gettext, override


def purposes(patterns=None):
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if hasattr(pattern, "url_patterns"):
            yield from purposes(pattern.url_patterns)
        elif hasattr(pattern.callback, "purpose"):
            yield pattern.callback.purpose


@pytest.mark.parametrize("purpose", sorted(set(purposes())))
def test_every_purpose_has_its_dutch_words(purpose):
    with override("nl"):
        assert gettext(purpose) != purpose


def test_there_are_pages_that_open_files():
    assert len(list(purposes())) > 40
