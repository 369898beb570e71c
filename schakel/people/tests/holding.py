"""What holds for the persons of the scene: rows as the tests write them, by their acts."""

from datetime import timedelta

from django.utils import timezone

from schakel.people import actions
from schakel.people.holding import Holding
from schakel.people.models import Person

TODAY = timezone.localdate()
DAY = timedelta(days=1)


def source(scene, name):
    return scene.seats[name].capacity


def frame(scene, name="noor", whom="mother", **fields):
    facts = {"kind": "gebiedsverbod", "until": TODAY + 30 * DAY, "conditions": "Niet in de wijk."} | fields
    return actions.add_frame(
        by=getattr(scene.world, name), file=scene.case, person=scene.people[whom], capacity=source(scene, name), **facts
    )


def told(scene, name="noor", whom="mother", said="Alles verteld.", **fields):
    facts = {"moment": "before", "on_day": TODAY, "how": "talk", "who": "Noor", "said": said} | fields
    return actions.inform(
        by=getattr(scene.world, name), file=scene.case, person=scene.people[whom], capacity=source(scene, name), **facts
    )


def postponed(scene, whom="mother", until=TODAY + DAY, **fields):
    facts = {"moment": "before", "ground": "de veiligheid van iemand anders", "why": "Zij loopt gevaar."} | fields
    return actions.postpone(
        by=scene.world.noor, file=scene.case, person=scene.people[whom], capacity=source(scene, "noor"), until=until,
        **facts,
    )  # fmt: skip


def alert(scene, whom=None, until=TODAY + DAY):
    person = scene.people[whom] if whom else None
    return actions.give_alert(
        by=scene.world.noor, file=scene.case, person=person, capacity=source(scene, "pim"), text="Hond.", until=until
    )


def holding(scene):
    return Holding(scene.case, Person.objects.filter(file_id=scene.case.pk))
