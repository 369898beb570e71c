"""One answer to "may this professional do this now?", for the act, the button and the test."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied


class Refused(PermissionDenied):
    """Somebody may not do this now; the message is the reason, in words for a colleague."""


@dataclass(frozen=True)
class Verdict:
    """Yes, or no with the reason."""

    refusal: str = ""

    def __bool__(self):
        return not self.refusal

    def enforce(self):
        if self.refusal:
            raise Refused(self.refusal)


ALLOWED = Verdict()


def refuse(reason):
    return Verdict(refusal=str(reason))


class Conflict(Exception):
    """Somebody else changed this thing meanwhile: `saved` is the version that stands now. Nothing was changed."""

    def __init__(self, saved):
        super().__init__()
        self.saved = saved
