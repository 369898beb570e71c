from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from schakel.audit.once import made_once
from schakel.audit.record import act

from ..changes import changed
from ..models import IntakeQuestion
from ..wording import in_words
from .base import last_position, move, my_house, retire, standing

FIELDS = ["text", "help", "kind", "choices", "required", "regime"]


@made_once(IntakeQuestion)
@act("question.asked", gettext_noop("added a question for whoever refers"))
def ask(*, by, house, key=None, **values):
    """Ask whoever refers a question of the house's own. (nl: aanmeldvraag)"""
    house = my_house(by, house)
    made = _new(by, house, last_position(house.intake_questions.all()), key, values)
    changed(
        by=by,
        house=house,
        event="question.asked",
        about=made,
        what=_("Questions at intake"),
        after=in_words(made, FIELDS),
    )
    return made


@act("question.reworded", gettext_noop("reworded a question for whoever refers"))
def reword_question(*, by, question, **values):
    """Ask it in other words: a new question in the same place; earlier answers keep the old one. (nl: aanmeldvraag)"""
    house = my_house(by, question.house)
    question = standing(question)
    retire(question)
    made = _new(by, house, question.position, None, values)
    changed(
        by=by,
        house=house,
        event="question.reworded",
        about=made,
        what=_("Questions at intake"),
        before=in_words(question, FIELDS),
        after=in_words(made, FIELDS),
    )
    return made


@act("question.retired", gettext_noop("no longer asks a question of whoever refers"))
def retire_question(*, by, question):
    """Ask it no more; what was answered stays readable. (nl: aanmeldvraag)"""
    house = my_house(by, question.house)
    question = standing(question)
    retire(question)
    changed(
        by=by,
        house=house,
        event="question.retired",
        about=question,
        what=_("Questions at intake"),
        before=in_words(question, FIELDS),
    )


@act("question.moved", gettext_noop("changed the order of the questions for whoever refers"))
def move_question(*, by, question, up):
    """Ask it one place earlier or later. (nl: aanmeldvraag)"""
    house = my_house(by, question.house)
    move(standing(question), house.intake_questions.all(), up)
    changed(by=by, house=house, event="question.moved", about=question, what=_("Questions at intake"), after=question)


def _new(by, house, position, key, values):
    own = {"pk": key} if key else {}
    return IntakeQuestion.objects.create(**own, house=house, author=by, position=position, **values)
