"""How persons are related, said from both sides."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .models import Relation

KIND = Relation.Kind
BOTH_ALIKE = {KIND.PARTNER, KIND.FORMER_PARTNER, KIND.SIBLING, KIND.FAMILY, KIND.OTHER}
# What the first is to the second, and the second to the first.
BOTH_WAYS = {
    "parent": (gettext_lazy("parent"), gettext_lazy("child")),
    "step_parent": (gettext_lazy("step-parent"), gettext_lazy("stepchild")),
    "foster_parent": (gettext_lazy("foster parent"), gettext_lazy("foster child")),
    "grandparent": (gettext_lazy("grandparent"), gettext_lazy("grandchild")),
    "partner": (gettext_lazy("partner"), gettext_lazy("partner")),
    "former_partner": (gettext_lazy("former partner"), gettext_lazy("former partner")),
    "sibling": (gettext_lazy("brother or sister"), gettext_lazy("brother or sister")),
    "guardian": (gettext_lazy("guardian"), gettext_lazy("under guardianship")),
    "family": (gettext_lazy("family"), gettext_lazy("family")),
    "victim": (gettext_lazy("victim"), gettext_lazy("perpetrator")),
    "other": (gettext_lazy("acquaintance"), gettext_lazy("acquaintance")),
}


def ties_of(person, relations, names):
    """What this person is to each of the others: a word and a name; `names` by id."""
    return [tie_words(relation, person.pk, names) for relation in relations if person.pk in relation.about]


def is_to(relation, person_id, other_id):
    """What the one is to the other, in one word; nothing when this relation is between others."""
    first, second = BOTH_WAYS[relation.kind]
    label = getattr(relation, "label", "")
    if (relation.person_id, relation.other_id) == (person_id, other_id):
        return label or str(first)
    if (relation.other_id, relation.person_id) == (person_id, other_id):
        return label or str(second)
    return ""


def tie_words(relation, person_id, names):
    """What this one is to the other, with the other's name."""
    other = relation.other_id if relation.person_id == person_id else relation.person_id
    words = _("{relation} with {name}") if relation.kind == KIND.OTHER else _("{relation} of {name}")
    if relation.kind == KIND.VICTIM and relation.other_id == person_id:
        words = _("{name} is the victim")
    return words.format(relation=is_to(relation, person_id, other), name=names[other])
