"""Gender as registry (01.04.10) and messages say it; no title or salutation is derived from it."""

from enum import StrEnum


class Gender(StrEnum):
    MALE = "M"
    FEMALE = "V"
    OTHER = "X"  # only in messages: the registry has no code for it
    UNKNOWN = "O"
