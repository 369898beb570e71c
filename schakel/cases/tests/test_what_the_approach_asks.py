"""What the kind of approach asks of who takes part: kinds of organisation, phases, covenants, mandates."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, transaction
from django.utils import timezone

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.cases import actions
from schakel.cases.models import Case, Seat


class TestWhatTheApproachAsks:
    def give(self, scene, world):
        case = Case.objects.select_related("regime", "house").get(pk=scene.case.pk)
        with transaction.atomic():
            return actions.give_seat(
                by=world.noor, case=case, capacity=world.capacities["college"], role="participant", why="x"
            )

    @pytest.mark.parametrize(
        "asks",
        [{"kinds": ["police"]}, {"phases": {"conference": ["police"]}}, {"asks_covenants": True}],
    )
    def test_who_does_not_fit_gets_no_seat(self, scene, world, asks):
        with as_owner():
            type(world.regime).objects.filter(pk=world.regime.pk).update(**asks)
        with as_(world.noor), pytest.raises(Refused):
            self.give(scene, world)

    def test_with_the_python_removed_neither(self, scene, world):
        with as_owner():
            type(world.regime).objects.filter(pk=world.regime.pk).update(kinds=["police"])
        with as_(world.noor), pytest.raises(ProgrammingError, match="row-level"), transaction.atomic():
            Seat.objects.create(
                case=scene.case, capacity=world.capacities["college"], author=world.noor,
                starts_at=timezone.now() + timedelta(hours=1),
            )  # fmt: skip

    def test_without_a_mandate_nobody_is_named(self, scene, world):
        with as_owner():
            type(world.regime).objects.filter(pk=world.regime.pk).update(asks_mandates=True)
        with as_(world.linda), pytest.raises(Refused):
            actions.name_occupant(by=world.linda, seat=scene.seats["pim"], professional=world.polly)
