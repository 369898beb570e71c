"""Letters of a case, in the words of its house, as whoever runs it made them."""

from schakel.documents.models import Letter, Recipient
from schakel.houses.texts import text_of
from schakel.paper.letters import dated
from schakel.people.showing import display_name

from .events import WRITTEN, WRITTEN_TO_ORGANISATION


def load_letters(loading):
    for given in loading.world.kept.letter:
        _letter(loading, loading.scenes[given.case], given)


def _letter(loading, scene, given):
    """To a person of the case, or to an organisation that has a seat in it."""
    to = scene.people.get(given.person) or scene.seats[given.capacity][0][0]
    by, at = loading.people[given.by], loading.at(given.at)
    letter = Letter(
        case=scene.case, author=by, kind=given.kind, about=[to.pk] if given.person else [scene.case.pk],
        recipient=Recipient.PERSON if given.person else Recipient.ORGANISATION,
    )  # fmt: skip
    whose = display_name(to) if given.person else str(to.capacity)
    text = text_of(
        scene.house, given.kind, number=scene.case.number, date=dated(at), approach=scene.case.regime.name,
        sender=f"{by.name}, {by.function}", name=given.name,
        organisation=scene.house.name if given.person else whose,
    )  # fmt: skip
    loading.put(letter, at, ring=scene.ring, text=text, addressee=whose)
    event = WRITTEN if given.person else WRITTEN_TO_ORGANISATION
    loading.act(event, by=by, at=at, file_id=scene.case.pk, subject_id=to.pk)
