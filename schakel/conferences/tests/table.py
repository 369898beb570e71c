"""A conference of the family case, as the tests find it: convened, begun or held."""

from datetime import timedelta

from django.utils import timezone

from conftest import as_
from schakel.conferences import actions

NEXT_WEEK = timedelta(days=7)


def convene(scene, by="noor", *, about=(), **changes):
    """Noor convenes about the whole, or about `about`; the file is open."""
    by = getattr(scene.world, by)
    arguments = {
        "case": scene.case, "starts_at": timezone.now() + NEXT_WEEK, "minutes": 45, "place": "Kamer 2",
        "question": "Wat is er nodig zodat het standhoudt?", "people": [scene.people[name] for name in about],
    }  # fmt: skip
    return actions.convene(by=by, **arguments | changes)


def meeting(scene, *, about=(), ended=False):
    """A conference that began just now, or was held."""
    with as_(scene.world.noor, reading=scene.case):
        conference = actions.start(by=scene.world.noor, conference=convene(scene, about=about))
        if ended:
            conference = actions.end(by=scene.world.noor, conference=conference)
    return conference
