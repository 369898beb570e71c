"""Reads one PDF from its input and says in one word what it is. Started alone, with little time and memory."""

import io
import resource
import sys

MEMORY, SECONDS = 800 * 1024 * 1024, 10
MOST_OBJECTS = 200_000
ACTIVE = {
    "/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/RichMedia", "/XFA", "/SubmitForm", "/ImportData", "/GoToR",
    "/GoToE", "/Movie", "/Sound", "/Rendition", "/3D", "/ResetForm", "/SetOCGState",
}  # fmt: skip
HARMLESS = {"/OpenAction"}  # when it only says which page comes first
ATTACHED = {"/EmbeddedFile", "/EmbeddedFiles", "/Filespec", "/FileAttachment", "/EF"}


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def verdict(content):
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(content), suppress_warnings=True) as pdf:
            if pdf.is_encrypted:
                return "encrypted"
            return verdict_on(pdf, pikepdf)
    except pikepdf.PasswordError:
        return "encrypted"
    except (MemoryError, RecursionError):
        return "long"
    except Exception:  # whatever a hostile file makes the library say
        return "damaged"


def verdict_on(pdf, pikepdf):
    if not pdf.pages:
        return "damaged"
    for count, one in enumerate(pdf.objects):
        if count > MOST_OBJECTS:
            return "long"
        if answer := told_by(one, pikepdf):
            return answer
    return "fine"


def told_by(top, pikepdf):
    """Of an object and what stands in it directly; what it refers to comes by itself."""
    waiting = [(top, 0)]
    while waiting:
        one, depth = waiting.pop()
        if depth > 100:
            return "long"
        if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)):
            found = dict(one.items() if isinstance(one, pikepdf.Dictionary) else one.stream_dict.items())
            if answer := named(found, pikepdf):
                return answer
            waiting += [(value, depth + 1) for value in found.values() if not _is_elsewhere(value)]
        elif isinstance(one, pikepdf.Array):
            waiting += [(value, depth + 1) for value in one if not _is_elsewhere(value)]
    return ""


def named(found, pikepdf):
    names = set(found) | {str(value) for key, value in found.items() if key in ("/S", "/Type", "/Subtype", "/FT")}
    if names & ATTACHED:
        return "attached"
    acts = names & ACTIVE
    if acts == HARMLESS:
        opening = found["/OpenAction"]
        is_place = isinstance(opening, pikepdf.Array) or str(opening.get("/S", "")) == "/GoTo"
        return "" if is_place else "active"
    return "active" if acts else ""


def _is_elsewhere(value):
    return getattr(value, "is_indirect", False)


if __name__ == "__main__":
    limit()
    print(verdict(sys.stdin.buffer.read()))
