"""Server logs hold nothing about persons."""

import logging
import sys

from schakel.config.logs import WithoutValues


def logged(name, message, *arguments, error=None, **extra):
    record = logging.LogRecord(name, logging.ERROR, __file__, 1, message, arguments, error)
    vars(record).update(extra)
    return WithoutValues().format(record)


def test_what_an_error_says_is_not_logged_but_where_it_happened_is():
    try:
        raise ValueError("Key (name)=(Jansen) already exists")
    except ValueError:
        line = logged("schakel", "refused", error=sys.exc_info())
    assert "Jansen" not in line
    assert "ValueError at test_logs.py:" in line


def test_values_put_into_a_message_are_not_logged():
    assert "Jansen" not in logged("schakel", "cannot find %s", "Jansen")


def test_the_path_of_a_failing_page_is_not_logged():
    assert "/casussen" not in logged(
        "django.request", "Internal Server Error: /casussen/1?zoek=Jansen", status_code=500
    )
