"""What kinds of organisation there are, in words. A kind that is not here keeps its own name: houses differ."""

from django.utils.translation import gettext_lazy as _

KINDS = {
    "municipality": _("municipality"),
    "police": _("police"),
    "prosecution": _("public prosecution"),
    "child_protection": _("child protection board"),
    "probation": _("probation"),
    "prison": _("prison"),
    "forensic_clinic": _("forensic clinic"),
    "victim_support": _("victim support"),
    "halt": _("Halt"),
    "mental_health": _("mental health care"),
    "addiction_care": _("addiction care"),
    "public_health": _("public health service"),
    "domestic_violence_centre": _("Veilig Thuis"),
    "certified_institution": _("certified institution (youth protection)"),
    "youth_care": _("youth care"),
    "youth_work": _("youth work"),
    "disability_care": _("care for people with a disability"),
    "shelter": _("shelter and sheltered housing"),
    "housing_association": _("housing association"),
    "school": _("school"),
    "school_attendance": _("school attendance"),
    "financial_guardian": _("financial guardian"),
    "house": _("care and safety house"),
    "other": _("another kind"),
}
CHOICES = sorted((item for item in KINDS.items() if item[0] not in ("house", "other")), key=lambda item: item[0])
CHOICES = [*CHOICES, ("other", KINDS["other"])]


def in_words(kind):
    return KINDS.get(kind, kind)
