"""What an organisation can answer to the triage; nobody but the triage ever reads which it was."""

from django.utils.translation import gettext_lazy as _

KNOWN = {
    "known": (_("Known with us"), _("The triage may ask you for a part in it later; you tell nothing more now.")),
    "not_known": (_("Not known with us"), ""),
    "call": (_("Call me"), _("You rather explain it yourself, or may not answer in writing.")),
}
CARE = {
    "known": (_("I will think along"), _("That you know somebody follows from it; the triage reads it, nobody else.")),
    "not_known": (_("I cannot contribute"), ""),
    "call": (_("Call me"), _("You rather explain it yourself, or secrecy forbids to answer in writing.")),
}
ANONYMOUS = {
    "needed": (_("We are needed here"), ""),
    "not_needed": (_("We are not needed here"), ""),
    "offer": (_("We can offer something"), _("Say what in the explanation.")),
}
POSSIBLE = {"known": KNOWN, "anonymous": ANONYMOUS}


def answers_for(kind, care):
    """The possible answers, as this organisation reads them: a care organisation is asked to think along."""
    return ANONYMOUS if kind == "anonymous" else CARE if care else KNOWN


def in_words(kind, given):
    """What was answered, for the triage; nothing as long as nothing was."""
    return POSSIBLE[kind][given][0] if given else _("no answer yet")


def question_for(kind, care):
    """The question in a few words, for whoever is asked."""
    if kind == "anonymous":
        return _("A question without a name")
    return _("Will you think along?") if care else _("Known with you?")
