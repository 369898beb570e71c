"""One question for every file that somebody brings."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from . import kinds
from .archives import examine_office
from .images import examine_jpeg, examine_png
from .names import ending_of, proper_name
from .pdf import examine_pdf
from .refusing import Unacceptable
from .text import examine_text

BY_KIND = {
    "pdf": examine_pdf,
    "png": examine_png,
    "jpg": examine_jpeg,
    "txt": examine_text,
}


@dataclass(frozen=True)
class Examined:
    """A file that is what it says: its proper name and its kind."""

    name: str
    kind: kinds.Kind


def examine(name, content):
    """What this file is; raises Unacceptable, with the reason, for whatever does not come in.

    `name` as the browser gave it, `content` all its bytes. Work is bounded: nothing is unpacked beyond fixed limits,
    and a PDF is read by a process of its own with limits on time and memory.
    """
    name = proper_name(name)
    kind = kinds.BY_ENDING.get(ending_of(name))
    if kind is None:
        raise Unacceptable(_("Files of this kind do not come in. What does: {endings}.").format(endings=kinds.ACCEPTED))
    if not content:
        raise Unacceptable(_("This file is empty."))
    if len(content) > kinds.LARGEST:
        limit = kinds.LARGEST // kinds.MEGABYTE
        raise Unacceptable(_("This file is too large: at most {limit} MB.").format(limit=limit))
    check = BY_KIND.get(kind.ending)
    if check:
        check(content)
    else:
        examine_office(content, kind)
    return Examined(name, kind)
