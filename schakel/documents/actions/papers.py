"""Paper that leaves the case. Making it is a reading of the case and stands in the log: who, when, what for whom."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import refuse
from schakel.audit.record import act, record
from schakel.cases.circle import Circle
from schakel.cases.rules import may_correct_people, seats_of

from .. import papers


@act("paper.own_made", gettext_noop("made the paper of their own organisation"))
def make_own_paper(*, by, case):
    """What one's own organisation brought and agreed, for its own file. (nl: papier voor het eigen dossier)"""
    _sits(by, case)
    pdf = papers.own_paper(case, Circle(case), by)
    record(by=by, file=case, about=case)
    return pdf


@act("paper.case_made", gettext_noop("put the case on paper"))
def put_on_paper(*, by, case):
    """The case as far as one sees it, as PDF. (nl: casus op papier)"""
    _sits(by, case)
    pdf = papers.case_paper(case, Circle(case), by)
    record(by=by, file=case, about=case)
    return pdf


@act("letter.made", gettext_noop("made a letter"))
def make_letter(*, by, case, kind, person, name):
    """A letter from the texts of the house to a person of the case: who made it, for whom. (nl: brief maken)"""
    may_correct_people(by, case).enforce()
    pdf = papers.letter(case, kind, name)
    record(by=by, file=case, about=person)
    return pdf


def _sits(by, case):
    if not seats_of(by, case):
        refuse(_("Only who sits in the circle puts the case on paper.")).enforce()
