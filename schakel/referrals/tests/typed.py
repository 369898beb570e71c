"""What people type into the pages of a referral."""

from uuid import uuid4

from .scene import NUMBER, WORDS


def at(referral, page=""):
    return f"/aanmeldingen/{referral.number}/{page}"


def person_form(**changes):
    return {
        "once": str(uuid4()), "role": "subject", "given_names": "Merel", "surname": "Testvogel", "name_use": "E",
        "birth_date": "11-1999", "citizen_number": NUMBER, "gender": "V",
    } | changes  # fmt: skip


def what_form(edition, **changes):
    return {"edition": edition, "theme": "Verward gedrag", "since": "09-2026", **WORDS, "views": ""} | changes


def judgement(met):
    answers = {f"met_{number}": "yes" if number in met else "no" for number in range(1, 5)}
    return answers | {f"ground_{number}": "Zo is het." for number in range(1, 5)}
