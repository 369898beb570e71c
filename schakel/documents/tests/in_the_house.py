"""Documents, what is in them, and recalls of them in the full house."""

from schakel.access.tests.proper_rows import capacity_of, elsewhere, may, me, not_about_others, of_case
from schakel.cases.models import Contribution
from schakel.documents.models import Document, DocumentContent, DocumentRecall, Letter, Printout

ABOUT = {"family": ["mother", "child"], "street": ["father"], "ended": ["son"]}


def furnish(house):
    house.papers = {}
    for label, names in ABOUT.items():
        for about in ({label}, *({name} for name in names)):
            for heard in (label, "police", "ggz"):
                _brought(house, label, about, heard, "clean")
                _brought(house, label, about, heard, "not_scanned")
                _brought(house, label, about, heard, "recalled")
            _brought(house, label, about, label, "infected")
            _written(house, label, about)
    _brought(house, "family", {"child"}, "family", "not_scanned", by="sanne")


def _written(house, label, about):
    """A letter of Noor's, and that it was taken along; that Pim took the case along."""
    world, common = house.world, {"case": house.cases[label], "about": sorted(house.id[name] for name in about)}
    letter = Letter.objects.create(**common, author=world.noor, kind="informing_letter", recipient="person")
    taken = {"form": "pdf", "pages": 1}
    of_house, police = world.capacities["zvh"], world.capacities["police"]
    rows = [
        letter,
        Printout.objects.create(
            **common, **taken, author=world.noor, capacity=of_house, kind="letter", recipient="person", letter=letter
        ),
        Printout.objects.create(
            **common, **taken, author=world.pim, capacity=police, kind="case", recipient="own_file"
        ),
    ]  # fmt: skip
    for row in rows:
        house.add(row, file=label, about=about)
    house.papers[("letter", label, *sorted(about))] = letter


def _brought(house, label, about, heard, state, by="pim"):
    """In the capacity of the police, mostly by Pim."""
    world, case = house.world, house.cases[label]
    audience = [world.capacities[heard].pk if heard in world.capacities else case.pk]
    ids = sorted(house.id[name] for name in about)
    common = {"case": case, "author": me(house, by), "about": ids, "audience": audience}
    police = world.capacities["police"]
    found = "clean" if state == "recalled" else state
    row = Document.objects.create(**common, capacity=police, ending="pdf", size=3, found=found)
    facts = {"file": label, "about": about, "heard": heard, "by": by}
    house.add(row, recalled=state == "recalled", state=state, **facts)
    content = DocumentContent.objects.create(**common, document=row, sealed=b"x")
    house.add(content, recalled=state == "recalled", state=state, **facts)
    if state == "recalled":
        recall = DocumentRecall.objects.create(**common, capacity=police, document_id=row.pk)
        house.add(recall, **facts)
    house.papers.setdefault((label, *sorted(about), heard, state), row)


def _left_quarantine(name, opened, one, contact):
    from schakel.access.tests.test_who_sees_what import reaches, sight_of, stands

    there = one.file == opened and one.about <= sight_of(name) and reaches(name, one) and stands(name, None, one)
    return there and (name == one.by or one.state in ("clean", "recalled"))


def _scanned_again(house, name, one):
    from schakel.access.tests.test_who_sees_what import files_of, sight_of

    seen = one.file in files_of(name) and one.about <= sight_of(name)
    return name == one.by and seen and one.state == "not_scanned"


def document(house, name):
    more = {"capacity_id": capacity_of(house, name), "audience": [house.id["family"]]}
    return of_case(about=["mother"], **more, use="here_only", ending="pdf", size=3, found="clean")(house, name)


def documents_refused(house):
    ended, ggz = house.id["ended"], house.world.capacities["ggz"].pk
    street = house.papers["street", "father", "street", "clean"].pk
    return [
        *elsewhere(house), {"capacity_id": ggz}, {"audience": [ggz]}, {"audience": []}, {"replaces_id": street},
        ("pim", {"case_id": ended, "about": [ended], "audience": [ended]}),
        ("noor", {"replaces_id": house.papers["family", "mother", "family", "clean"].pk}),
    ]  # fmt: skip


def documents_accepted(house):
    return [("pim", {"replaces_id": house.papers["family", "mother", "family", "clean"].pk})]


def content(house, name):
    """Of a document that has none yet."""
    from conftest import as_owner

    with as_owner():
        row = Document.objects.create(
            case=house.cases["family"], author=me(house, name), capacity_id=capacity_of(house, name), ending="pdf",
            about=[house.id["mother"]], audience=[house.id["family"]], size=3, found="clean",
        )  # fmt: skip
    more = {"audience": [house.id["family"]], "document_id": row.pk, "sealed": b"x"}
    return of_case(about=["mother"], **more)(house, name)


def contents_refused(house):
    of_others = content(house, "pim")["document_id"]
    return [
        *elsewhere(house), {"audience": [capacity_of(house, "sanne")]}, {"about": [house.id["child"]]},
        ("noor", {"document_id": of_others}),
    ]  # fmt: skip


def recalled(house, name):
    police = house.world.capacities["police"].pk
    paper = house.papers["family", "mother", "family", "clean"].pk
    return of_case(about=["mother"], capacity_id=police, audience=[police], document_id=paper)(house, name)


def recalls_refused(house):
    street = house.papers["street", "father", "street", "clean"].pk
    of_the_son = {
        "case_id": house.id["ended"], "about": [house.id["son"]],
        "document_id": house.papers["ended", "son", "ended", "clean"].pk,
    }  # fmt: skip
    return [
        *not_about_others(house), ("noor", {}), ("sanne", {}), {"document_id": street}, ("jelmer", of_the_son),
        {"document_id": next(one.pk for one in house.rows[Contribution] if one.file == "family")},
        ("sanne", {"capacity_id": capacity_of(house, "sanne")}), {"about": [house.id["father"]]},
    ]  # fmt: skip


def recalls_accepted(house):
    ended = house.papers["ended", "son", "ended", "clean"].pk
    return [("pim", {"case_id": house.id["ended"], "about": [house.id["son"]], "document_id": ended})]


def of_the_ended(house, **more):
    ended = house.id["ended"]
    return {"case_id": ended, "about": [ended], **more}


def printout(house, name):
    letter = house.papers["letter", "family", "mother"].pk
    more = {"kind": "letter", "form": "pdf", "recipient": "person", "letter_id": letter}
    return of_case(about=["mother"], capacity_id=capacity_of(house, name), **more)(house, name)


OWN = {"letter_id": None, "kind": "own", "recipient": "own_file"}


def printouts_refused(house):
    return [
        {**OWN, "about": []}, {**OWN, "about": [house.id["father"]]},
        *not_about_others(house), {"letter_id": house.papers["letter", "street", "father"].pk},
        {"letter_id": house.papers["letter", "family", "family"].pk},
        ("noor", {"letter_id": house.papers["letter", "family", "child"].pk}),
        ("sanne", {"about": [house.id["child"]], "letter_id": house.papers["letter", "family", "child"].pk}),
        {"capacity_id": house.world.capacities["ggz"].pk},
    ]  # fmt: skip


def printouts_accepted(house):
    return [("pim", OWN), ("pim", of_the_ended(house, **OWN))]


ROWS = {
    "documents_document": may(
        "noor", "sem", "pim", "sanne", write=document, refused=documents_refused, accepted=documents_accepted
    ),
    "documents_documentcontent": may("noor", "sem", "pim", "sanne", write=content, refused=contents_refused),
    "documents_letter": may(
        "noor", "sem", write=of_case(about=["mother"], kind="closing_letter", recipient="person"),
        refused=not_about_others, accepted=lambda house: [("noor", of_the_ended(house))],
    ),
    "documents_printout": may(
        "noor", "sem", "pim", "sanne", write=printout, refused=printouts_refused, accepted=printouts_accepted
    ),
    "documents_documentrecall": may("pim", write=recalled, refused=recalls_refused, accepted=recalls_accepted),
}  # fmt: skip
CHANGES = {
    "documents_document": (
        "found = 'clean'",
        _scanned_again,
        ["found = 'no_scanner'", "found = 'not_scanned'"],
    ),
}
EXISTS = {"documents_documentcontent": _left_quarantine}
QUESTIONS = [
    "access.in_quarantine()", "access.is_document_of_ours(%(known)s, %(known)s, %(known)s)",
    "access.is_my_document(%(known)s, %(known)s, '{}', '{}')", "access.ask_who_downloaded(%(known)s)",
    "access.is_letter_about(%(known)s, %(known)s, '{}')", "access.who_was_asked_about_document(%(known)s)",
]  # fmt: skip
