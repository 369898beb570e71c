"""A database that is gone for a moment."""

import pytest
from django.db import InterfaceError, OperationalError

from schakel.design.errors import went_wrong


@pytest.mark.parametrize("error, status, words", [
    (OperationalError("the connection is lost"), 503, "even niet bereikbaar"),
    (InterfaceError("?"), 500, ""),
    (ValueError("ours"), 500, ""),
])  # fmt: skip
def test_that_it_is_gone_is_said_and_that_it_comes_back(rf, error, status, words):
    try:
        raise error
    except Exception:
        answer = went_wrong(rf.get("/"))
    assert answer.status_code == status
    assert words in answer.text
    assert "connection" not in answer.text and "ours" not in answer.text
