"""What a mail says: numbers and a link. No name, no case, no approach."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def subject():
    return _("Something is ready for you in Schakel")


def sentence(questions, conferences, news):
    """ "3 vragen, 1 overleg": what there is none of is left out."""
    parts = [
        (questions, ngettext("{count} question", "{count} questions", questions)),
        (conferences, ngettext("{count} conference", "{count} conferences", conferences)),
        (news, ngettext("{count} piece of news", "{count} pieces of news", news)),
    ]
    return ", ".join(words.format(count=count) for count, words in parts if count)


def text(questions, conferences, news):
    start = _("Something is ready for you in Schakel: {what}.").format(what=sentence(questions, conferences, news))
    choice = _("You choose on which days you get this mail: {address}").format(address=f"{settings.ADDRESS}/meldingen/")
    return f"{start}\n\n{settings.ADDRESS}/\n\n{choice}\n"
