"""The kinds of file that come in, by the ending of their name."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024
LARGEST = 20 * MEGABYTE  # parameter: what a letter or report needs; a film is no document


@dataclass(frozen=True)
class Kind:
    ending: str
    media_type: str
    also: tuple[str, ...] = ()  # other endings of the same kind


OOXML = "application/vnd.openxmlformats-officedocument"
KINDS = [
    Kind("pdf", "application/pdf"),
    Kind("docx", f"{OOXML}.wordprocessingml.document"),
    Kind("xlsx", f"{OOXML}.spreadsheetml.sheet"),
    Kind("odt", "application/vnd.oasis.opendocument.text"),
    Kind("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    Kind("png", "image/png"),
    Kind("jpg", "image/jpeg", also=("jpeg",)),
    Kind("txt", "text/plain"),
]
BY_ENDING = {ending: kind for kind in KINDS for ending in (kind.ending, *kind.also)}
ACCEPTED = ", ".join(kind.ending for kind in KINDS)
