"""Server logs hold nothing about persons: where something went wrong, never with which values."""

import logging
import traceback


class WithoutValues(logging.Formatter):
    """One line a record. An error is named by its class and its place: its message may quote a row of a table."""

    def format(self, record):
        line = f"{self.formatTime(record)} {record.levelname} {record.name} {record.msg}"
        if record.name.startswith(("django.request", "django.security")):
            line = f"{self.formatTime(record)} {record.levelname} {record.name} {getattr(record, 'status_code', '')}"
        if not record.exc_info or not record.exc_info[0]:
            return line
        frames = traceback.extract_tb(record.exc_info[2])[-6:]
        places = " < ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in reversed(frames))
        return f"{line} {record.exc_info[0].__name__} at {places}"


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"without_values": {"()": "schakel.config.logs.WithoutValues"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "without_values"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        # A page that is not there is an answer, not an event; and its path may name a file.
        "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
        "uvicorn.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
