"""The tour, for the promises over all tables: each ends their own, and nobody sees who else did."""

from schakel.access.tests.proper_rows import may, me
from schakel.manual.models import TourEnding

OTHERS = "noor sem sanne lieke jelmer bilal polly linda hanneke coen gea ankie".split()


def furnish(house):
    house.add(TourEnding.objects.create(professional=house.world.pim), whose="pim")


def my_ending(house, name):
    """Pim ended it already; for somebody else he may not."""
    return {"professional_id": me(house, "polly" if name == "pim" else name).pk}


ROWS = {
    "manual_tourending": may(
        *OTHERS, write=my_ending, refused=lambda house: [{"professional_id": house.world.jelmer.pk}]
    )
}
EXISTS = {"manual_tourending": lambda name, opened, one, contact: one.whose == name}
OPEN = ["manual:index"]
