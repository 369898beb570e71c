"""Pim asks the house for advice; Noor answers, Gea has nothing to do with it."""

from conftest import as_, as_owner
from schakel.consultations import actions
from schakel.consultations.models import Consultation

QUESTION = "Een bewoner met schulden maakt overlast. Welke ingang is er?"
ADVICE = "Begin bij de schuldhulp, dan bij het wijkteam."


def ask(world, by=None, question=QUESTION, kind="situation", **more):
    by = by or world.pim
    with as_(by):
        consultation = actions.ask(by=by, house=world.house, kind=kind, question=question, **more)
    with as_owner():
        return Consultation.objects.select_related("house__capacity", "author").get(pk=consultation.pk)


def advise(world, consultation, by=None, kind="advice", text=ADVICE, **more):
    by = by or world.noor
    with as_(by, reading=consultation):
        return actions.advise(by=by, consultation=consultation, kind=kind, text=text, **more)


def ask_on(world, consultation, by=None, text="En als dat niet lukt?"):
    by = by or world.pim
    with as_(by, reading=consultation):
        return actions.ask_on(by=by, consultation=consultation, text=text)
