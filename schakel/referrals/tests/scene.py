"""A referral of Pim of the police, as the tests find it; Linda is his contact where she is named, Gea is not."""

from contextlib import contextmanager
from datetime import date

from conftest import as_
from schakel.referrals import actions
from schakel.referrals.models import Claim, Referral
from schakel.triage.actions import decide as decide_on
from schakel.vault.words import Keyring

WORDS = {
    "happened": "Drie keer overlast.", "goal": "Rust in de straat.", "tried": "Gesprekken.",
    "stuck": "Hij doet de deur niet open.", "domains": "Huisvesting", "none_known": "frames\nalerts",
}  # fmt: skip
MOTHER = {"given_names": "Merel", "surname": "Testvogel", "birth_date": "19800000"}
NUMBER = "999990019"
TOLD = {"done": True, "on_day": date(2026, 1, 5), "how": "talk", "who": "Pim", "said": "Dat wij haar aanmelden."}


def criteria(world):
    return {criterion.number: criterion for criterion in world.regime.criteria.all()}


def start(world, **changes):
    """A draft, begun by Pim."""
    return actions.start(**{"by": world.pim, "regime": world.regime, "capacity": world.capacities["police"]} | changes)


def draft(world, *, met=(1, 2, 3), persons=1, contact=None):
    """A complete draft; who acts must be Pim, with nothing open."""
    referral = start(world, contact=contact)
    with as_(world.pim, reading=referral):
        claims = {criterion: (number in met, f"Grond {number}.") for number, criterion in criteria(world).items()}
        actions.write(
            by=world.pim, referral=referral, edition=1, theme="Verward gedrag", since="20260900", words=WORDS,
            claims=claims,
        )  # fmt: skip
        for _ in range(persons):
            person = actions.add_person(by=world.pim, referral=referral, names=MOTHER, number=NUMBER)
            actions.inform_before(by=world.pim, referral=referral, person=person, **TOLD)
    return referral


def sent(world, **changes):
    with as_(world.pim):
        referral = draft(world, **changes)
        with as_(world.pim, reading=referral):
            actions.send(by=world.pim, referral=referral)
    return referral


def findings(world, met):
    return {criterion: (number in met, f"Oordeel {number}.") for number, criterion in criteria(world).items()}


def decide(world, referral, met, outcome="case", **changes):
    """Hanneke decides; the file lies open for her."""
    arguments = {
        "by": world.hanneke, "referral": referral, "edition": referral.edition, "outcome": outcome,
        "findings": findings(world, met), "answer": "Wij nemen dit op.",
        "director": world.noor if outcome == "case" else None,
    }  # fmt: skip
    return decide_on(**arguments | changes)


@contextmanager
def opened(professional, referral):
    """The referral as this professional finds it, with its words."""
    with as_(professional, reading=referral):
        found = Referral.objects.get(pk=referral.pk)
        ring = Keyring.of(found)
        ring.reveal([found])
        found.grounds = {claim.criterion.number: claim.ground for claim in ring.reveal(Claim.objects.all())}
        yield found
