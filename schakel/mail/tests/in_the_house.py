"""Mail, for the promises over all tables: everybody has their own choice and their own notices, and sees no other's."""

from django.utils import timezone

from schakel.access.tests.proper_rows import may, me
from schakel.mail.models import MailChoice, Notice

OTHERS = "noor sem sanne lieke jelmer bilal polly linda hanneke coen gea ankie".split()


def furnish(house):
    house.add(MailChoice.objects.create(professional=house.world.pim, days=[0, 2]), whose="pim")
    for name, state in (("pim", "sent"), ("sanne", "waiting"), ("lieke", "nothing")):
        numbers = {"questions": 1, "conferences": 0, "news": 0, "state": state, "day": timezone.localdate()}
        house.add(Notice.objects.create(professional=me(house, name), **numbers), whose=name, shows=state != "nothing")


def my_choice(house, name):
    """Pim chose already; for somebody else he may not."""
    return {"professional_id": me(house, "polly" if name == "pim" else name).pk, "days": [1]}


ROWS = {
    "mail_mailchoice": may(
        *OTHERS, write=my_choice, refused=lambda house: [{"professional_id": house.world.jelmer.pk}, {"days": [5]}]
    )
}
CHANGES = {"mail_mailchoice": ("days = '{}'", lambda house, name, one: one.whose == name, ["days = '{6}'"])}
EXISTS = {
    "mail_mailchoice": lambda name, opened, one, contact: one.whose == name,
    "mail_notice": lambda name, opened, one, contact: one.whose == name and one.shows,
}
OPEN = ["mail:notices"]
