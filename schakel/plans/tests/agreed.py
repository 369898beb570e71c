"""A plan of the family case, as the tests find it."""

from datetime import timedelta

from django.utils import timezone

from schakel.plans import actions


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def goal(scene, *, about=(), by="noor", **changes):
    """Noor sets a goal about the whole, or about `about`; the file is open."""
    arguments = {"case": scene.case, "text": "Het huis blijft behouden.", "life_domain": "Huisvesting"}
    people = [scene.people[name] for name in about]
    return actions.set_goal(by=getattr(scene.world, by), people=people, **arguments | changes)


def agree(scene, owner="pim", *, about=(), by="noor", **changes):
    """Noor writes down what the organisation of `owner` will do; the file is open."""
    arguments = {
        "case": scene.case, "title": "Contact leggen", "text": "Pim belt aan.", "seat": scene.seats[owner],
        "owner": getattr(scene.world, owner), "due_on": in_days(14),
        "people": [scene.people[name] for name in about],
    }  # fmt: skip
    return actions.agree(by=getattr(scene.world, by), **arguments | changes)
