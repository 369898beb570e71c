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
    what = {"theme": "Verward gedrag", "since": "09-2026", "domains": ["Huisvesting"]}
    words = {word: WORDS[word] for word in ("happened", "goal")}
    return {"edition": edition, **what, **words} | changes


def chain_form(edition, **changes):
    return {"edition": edition, "tried": WORDS["tried"], "stuck": WORDS["stuck"], "views": ""} | changes


def judgement(met):
    answers = {f"met_{number}": "yes" if number in met else "no" for number in range(1, 5)}
    return answers | {f"ground_{number}": "Zo is het." for number in range(1, 5)}


def grounds(met=(1, 2, 3)):
    return {f"met_{number}": "on" for number in met} | {f"ground_{number}": f"Grond {number}." for number in met}
