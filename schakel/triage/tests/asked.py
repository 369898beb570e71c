"""Hanneke asks about a referral of Pim; Coen is the contact of the ggz, Lieke of the school."""

from conftest import as_, as_owner
from schakel.people.models import Person
from schakel.triage import actions
from schakel.triage.models import Inquiry


def ask(world, referral, name="coen", organisation="ggz", **changes):
    with as_(world.hanneke, reading=referral):
        arguments = {
            "by": world.hanneke, "referral": referral, "organisation": world.organisations[organisation],
            "contact": getattr(world, name), "persons": list(Person.objects.filter(file_id=referral.pk)),
            "reason": "Er was eerder behandeling.",
        }  # fmt: skip
        inquiry = actions.ask_known(**arguments | changes)
    return numbered(inquiry)


def ask_without_name(world, referral, text="Iemand heeft schulden en maakt overlast."):
    ggz, school = world.organisations["ggz"], world.organisations["school"]
    asked = [(ggz, world.coen, "Behandeling."), (school, world.lieke, "Leerplicht.")]
    with as_(world.hanneke, reading=referral):
        found = actions.ask_without_name(by=world.hanneke, referral=referral, text=text, asked=asked)
    return [numbered(one) for one in found]


def numbered(inquiry):
    with as_owner():
        return Inquiry.objects.get(pk=inquiry.pk)


def say(world, inquiry, given="known", by=None, note=""):
    by = by or world.coen
    with as_(by, reading=inquiry):
        return actions.answer(by=by, inquiry=inquiry, given=given, note=note)
