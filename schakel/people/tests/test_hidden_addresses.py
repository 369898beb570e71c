"""An address that only some may know: who reads it, and who does not any more."""

import pytest

from conftest import as_, as_owner
from schakel.access.verdict import Refused
from schakel.people import actions
from schakel.people.keeping import latest_addresses
from schakel.people.models import Address

from .holding import holding, source


class TestHiddenAddresses:
    HOME = {"lines": "Pad 1", "postcode": "1234 AB", "place": "Testdam"}

    def hide(self, scene, *names):
        capacities = [source(scene, name) for name in names]
        actions.hide_address(by=scene.world.noor, file=scene.case, person=scene.people["mother"], capacities=capacities)

    def seen_by(self, scene, name):
        with as_(getattr(scene.world, name), reading=scene.case):
            return [one.lines for one in Address.objects.all()], latest_addresses(scene.case.pk)

    def test_it_reaches_who_is_named_and_the_house_and_nobody_else(self, scene, world):
        with as_owner():
            Address.objects.create(
                file_id=scene.case.pk, person=scene.people["mother"], audience=[scene.case.pk], **self.HOME
            )
        with as_(world.noor, reading=scene.case):
            self.hide(scene, "pim")
        assert self.seen_by(scene, "sanne") == ([], {})
        assert self.seen_by(scene, "pim")[0] == self.seen_by(scene, "noor")[0] == ["Pad 1"]

    def test_who_is_not_named_any_more_does_not_fall_back_on_what_was_there(self, scene, world):
        with as_owner():
            Address.objects.create(
                file_id=scene.case.pk, person=scene.people["mother"], audience=[scene.case.pk], **self.HOME
            )
        with as_(world.noor, reading=scene.case):
            self.hide(scene, "pim", "sanne")
            self.hide(scene, "sanne")
        assert self.seen_by(scene, "pim") == ([], {})
        assert self.seen_by(scene, "sanne")[0] == ["Pad 1"]
        with as_(world.pim, reading=scene.case):
            mother = next(one for one in holding(scene).people if one.given_names == "Mother")
            assert mother.secret_address and mother.address is None

    def test_what_is_not_known_is_not_hidden(self, scene, world):
        with as_(world.noor, reading=scene.case), pytest.raises(Refused):
            self.hide(scene, "pim")
