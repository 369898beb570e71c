"""Paper that leaves the case. Taking it is a reading of what is on it, and stands in the log and in the case."""

from uuid import uuid4

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import refuse
from schakel.audit.once import made_once
from schakel.audit.record import act, record
from schakel.cases.circle import Circle
from schakel.cases.rules import may_correct_people
from schakel.paper.letters import as_odt, as_pdf, pages_of
from schakel.people.showing import display_name
from schakel.vault.words import DESTROYED, Keyring

from .. import letters, papers, rules
from ..models import Letter, Printout, Recipient

PDF, ODT = Printout.Form.PDF, Printout.Form.ODT


@act("paper.own_made", gettext_noop("made the paper of their own organisation"))
def make_own_paper(*, by, case):
    """What one's own organisation brought and agreed, for its own file. (nl: papier voor het eigen dossier)"""
    circle = _circle_of(by, case)
    pdf = papers.own_paper(case, circle, by)
    _taken(by, case, circle, kind=Printout.Kind.OWN, recipient=Recipient.OWN_FILE, form=PDF, pages=pages_of(pdf))
    record(by=by, file=case, about=case)
    return pdf


@act("paper.case_made", gettext_noop("put the case on paper"))
def put_on_paper(*, by, case):
    """The case as far as one sees it, as PDF. (nl: casus op papier)"""
    circle = _circle_of(by, case)
    pdf = papers.case_paper(case, circle, by)
    _taken(by, case, circle, kind=Printout.Kind.CASE, recipient=Recipient.OWN_FILE, form=PDF, pages=pages_of(pdf))
    record(by=by, file=case, about=case)
    return pdf


@made_once(Letter)
@act("letter.made", gettext_noop("made a letter"))
def make_letter(*, by, case, kind, person, name, key=None):
    """A letter from the texts of the house to a person of the case; `name` as it addresses them. (nl: brief maken)"""
    may_correct_people(by, case).enforce()
    rules.may_write_to(person).enforce()
    text = letters.text_for(case, by, kind, name=name)
    letter = _written(by, case, kind, Recipient.PERSON, [person.pk], key, text=text, addressee=display_name(person))
    record(by=by, file=case, about=person)
    return letter


@made_once(Letter)
@act("letter.invitation_made", gettext_noop("made an invitation to take part"))
def make_invitation(*, by, case, seat, key=None):
    """A letter that invites an organisation to fill its seat; it says nothing of what it is about. (nl: uitnodiging)"""
    may_correct_people(by, case).enforce()
    whose = str(seat.capacity)
    text = letters.text_for(case, by, letters.INVITATION, organisation=whose)
    about = [case.pk] if seat.whole_case else sorted(seat.only)
    letter = _written(by, case, letters.INVITATION, Recipient.ORGANISATION, about, key, text=text, addressee=whose)
    record(by=by, file=case, about=seat)
    return letter


@act("letter.taken", gettext_noop("took a letter on paper"))
def take_letter(*, by, letter, form):
    """The letter as PDF, or as a text that the house finishes in its own stationery. (nl: brief meenemen)"""
    circle = _circle_of(by, letter.case)
    if letter.text is DESTROYED:
        refuse(_("What stood in this letter was destroyed.")).enforce()
    paper = letters.on_paper(letter)
    content = as_odt(paper) if form == ODT else as_pdf(paper)
    _taken(
        by, letter.case, circle, kind=Printout.Kind.LETTER, letter=letter, recipient=letter.recipient, form=form,
        pages=None if form == ODT else pages_of(content), about=letter.about,
    )  # fmt: skip
    record(by=by, file=letter.case, about=letter)
    return content


def _written(by, case, kind, recipient, about, key, **words):
    letter = Letter.objects.create(id=key or uuid4(), case=case, author=by, kind=kind, recipient=recipient, about=about)
    Keyring.of(case).write(letter, **words)
    letter.case = case
    return letter


def _taken(by, case, circle, about=(), **what):
    """Write down that it was taken, for whoever sees all that the taker sees."""
    seats = circle.of(by)
    about = about or (
        [case.pk] if any(seat.whole_case for seat in seats) else sorted({p for s in seats for p in s.only})
    )
    return Printout.objects.create(case=case, author=by, capacity=seats[0].capacity, about=about, **what)


def _circle_of(by, case):
    circle = Circle(case)
    if not circle.of(by):
        refuse(_("Only who sits in the circle puts the case on paper.")).enforce()
    return circle
