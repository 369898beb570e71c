"""What stands in an office file: its words and pictures, and no programs, other files or calls to elsewhere."""

import re
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _

from .refusing import Unacceptable

PICTURES = ("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "emf", "wmf", "svg")
OOXML_MAIN = {
    "docx": ("word/document.xml", "wordprocessingml.document.main+xml"),
    "xlsx": ("xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
}
MACROS = re.compile(r"vbaproject|vbadata|macrosheets|(^|/)(basic|scripts)/", re.I)
PROGRAMS = (
    ".bin",
    ".exe",
    ".dll",
    ".js",
    ".vbs",
    ".bat",
    ".cmd",
    ".ps1",
    ".jar",
    ".class",
    ".hta",
    ".html",
    ".htm",
    ".swf",
    ".ole",
)
HARMLESS = re.compile(r"(^|/)(printerSettings\d*\.bin|layout-cache)$", re.I)
PACKED = (".zip", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".rar", ".7z", ".gz", ".docm", ".xlsm", ".pdf")
OUTSIDE = re.compile(r"^\s*(https?|ftp|file|smb|ldap|data|javascript|mailto|//|\\\\)", re.I)
LINK = "{http://www.w3.org/1999/xlink}href"
RUN = {
    "script", "event-listener", "object-ole", "plugin", "applet", "floating-frame", "ddelink", "dde-source",
    "oleobject",
}  # fmt: skip
FETCHED = {"image", "object", "fill-image", "table-source", "section-source"}
FETCHING = re.compile(r"\b(dde|ddeauto|includetext|includepicture|webservice)\b", re.I)
READ = (".xml", ".rels", ".rdf", ".svg", ".vml")


def examine_parts(kind, parts):
    """`parts`: name and a function that reads it. Raises Unacceptable as soon as something does not belong."""
    for name in parts:
        _belongs(name)
    if kind.ending in OOXML_MAIN:
        _is_ooxml(kind, parts)
    else:
        _is_opendocument(kind, parts)
    for name, read in parts.items():
        if name.lower().endswith(READ):
            _calls_nobody(name, read())


def _belongs(name):
    lowered = name.lower()
    if MACROS.search(name):
        raise Unacceptable(_("In this file stands a program (a macro). Save it without."))
    if HARMLESS.search(name):
        return
    if lowered.endswith(PROGRAMS) or "embeddings/" in lowered or "objectreplacements/object" in lowered:
        raise Unacceptable(_("In this file stands another file or a program. Bring that in itself."))
    if lowered.endswith(PACKED):
        raise Unacceptable(_("In this file stands another file. Bring that in itself."))


def _is_ooxml(kind, parts):
    main, content_type = OOXML_MAIN[kind.ending]
    if "[Content_Types].xml" not in parts or main not in parts or "mimetype" in parts:
        raise _something_else(kind)
    types = parts["[Content_Types].xml"]().decode("utf-8", "replace")
    if re.search(r"macroenabled|vnd\.ms-office\.vba|activex", types, re.I):
        raise Unacceptable(_("In this file stands a program (a macro). Save it without."))
    if content_type not in types:
        raise _something_else(kind)


def _is_opendocument(kind, parts):
    needed = {"mimetype", "content.xml", "META-INF/manifest.xml"}
    if not needed <= set(parts) or "[Content_Types].xml" in parts:
        raise _something_else(kind)
    if parts["mimetype"]().strip() != kind.media_type.encode():
        raise _something_else(kind)
    if b"encryption-data" in parts["META-INF/manifest.xml"]():
        raise Unacceptable(_("This file is locked with a password. Save it without one."))


def _calls_nobody(name, content):
    for element in _xml(content).iter():
        tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
        if name.endswith(".rels"):
            _relation_stays_inside(element)
        elif tag in RUN:
            raise Unacceptable(_("In this file stands a program or another file. Save it without."))
        elif _fetches(tag, element):
            raise _calls_out()


def _fetches(tag, element):
    if tag in FETCHED:
        return bool(OUTSIDE.match(element.get(LINK, "")))
    return tag in ("instrtext", "f") and bool(FETCHING.search(element.text or ""))


def _relation_stays_inside(element):
    """A link that a reader follows may lead outside; a part that is fetched by itself may not."""
    if element.get("TargetMode", "").lower() == "external" and not element.get("Type", "").lower().endswith(
        "/hyperlink"
    ):
        raise _calls_out()


def _xml(content):
    try:
        return fromstring(content, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise Unacceptable(_("This file defines signs of its own, which can hide something. Save it again.")) from None
    except (ParseError, LookupError, ValueError, RecursionError):
        raise Unacceptable(_("This file is damaged or not complete.")) from None


def _calls_out():
    return Unacceptable(_("This file fetches something from elsewhere as soon as it is opened. Save it without."))


def _something_else(kind):
    return Unacceptable(_("This file is called {name}, but it is something else.").format(name=kind.ending))
