"""The tour for each kind of person: a few steps over the pages of their main job, without a word about anybody."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from schakel.network.models import Appointment

Role = Appointment.Role


@dataclass(frozen=True)
class Step:
    title: str
    text: str
    page: str  # the name of the page it is about


@dataclass(frozen=True)
class Tour:
    chapter: str  # of the manual, where one reads on
    steps: tuple


MY_WORK = Step(
    _("My work: what is asked of you"),
    _("Here you see each day what waits for you, what is due and what is new. You find numbers and dates, never names. "
      "Everything has one button that leads to what you must do."),
    "work:my_work",
)  # fmt: skip
CASES = Step(
    _("Open a case"),
    _("These are your cases. Open one and you see why it is there, who takes part and what is agreed. That you opened "
      "it is written in the log, and everybody in the case can see that."),
    "cases:cases",
)  # fmt: skip
AGREEMENTS = Step(
    _("Agreements"),
    _("What was agreed, who does it and when. Answer whether your organisation agrees, and report how it goes."),
    "plans:agreements",
)
MANUAL = Step(
    _("This is where you read on"),
    _("The manual has a short chapter for your work. Here you can also begin this tour again."),
    "manual:index",
)
PARTNERS = Step(
    _("Whom do I call?"),
    _("Every partner says what you may expect and whom you call. Search by organisation or colleague."),
    "network:partners",
)

TOURS = {
    Role.PROCESS_DIRECTOR: Tour("procesregisseur", (
        MY_WORK,
        CASES,
        Step(_("Conferences"),
             _("The conferences of all your cases, in order. Open one to lead it. You get one screen, the wall "
               "another."),
             "conferences:coming"),
        Step(_("Who does not deliver"),
             _("All agreements of your cases. “Overdue” shows where you remind an organisation."),
             "plans:agreements"),
        MANUAL,
    )),
    Role.TRIAGE: Tour("triage", (
        MY_WORK,
        Step(_("Referrals to decide on"),
             _("What waits longest against its term stands on top. Open a referral, judge the criteria, and decide "
               "with a reason and an answer that the referrer understands."), "triage:worklist"),
        Step(_("Triage meetings"),
             _("Discuss several referrals in one meeting; the first round can be without a name."), "triage:meetings"),
        Step(_("Advice instead of a case"),
             _("Questions without anybody in them. Answer, or bring people into contact."), "consultations:worklist"),
        MANUAL,
    )),
    Role.SUPPORT: Tour("procesondersteuner", (
        MY_WORK,
        Step(_("Conferences"),
             _("The conferences of your cases. In a case you plan a new one; during it you record who is there, and "
               "what is concluded."), "conferences:coming"),
        CASES,
        AGREEMENTS,
        MANUAL,
    )),
    Role.ADMINISTRATOR: Tour("functioneel-beheerder", (
        Step(_("Set up: how your house works"),
             _("Terms, tables, lists, questions and texts. What you change holds from now on. You see no cases."),
             "houses:mine"),
        Step(_("Partners of the house"),
             _("Who takes part, under which covenant, and who has which role."), "network:register"),
        Step(_("Look up a colleague"),
             _("On the page of a colleague you give a role. Invite somebody new on the page of their organisation."),
             "network:partners"),
        MANUAL,
    )),
    Role.PRIVACY_OFFICER: Tour("privacy", (
        Step(_("What you see, and what you do not see"),
             _("You see no cases. Who takes part in a case sees in it who looked, when and why."), "work:my_work"),
        PARTNERS,
        MANUAL,
    )),
    Role.MANAGER: Tour("manager", (
        Step(_("What you see, and what you do not see"),
             _("You see no cases and no names. Who works on a case does."), "work:my_work"),
        PARTNERS,
        MANUAL,
    )),
    Role.CONTACT: Tour("contactpersoon", (
        MY_WORK,
        Step(_("Taking part: who sits for your organisation"),
             _("The house decides that your organisation is needed, you decide who. Also during leave, and when "
               "somebody goes."), "cases:taking_part"),
        CASES,
        AGREEMENTS,
        MANUAL,
    )),
}  # fmt: skip
PARTNER = Tour("partnerprofessional", (
    MY_WORK,
    CASES,
    AGREEMENTS,
    Step(_("Refer somebody"),
         _("Does your organisation get stuck? Then refer here. You can stop and go on later. Only you, your contact "
           "and the triage read it."), "referrals:referrals"),
    MANUAL,
))  # fmt: skip
# Somebody who is more than one thing gets the tour of what is most theirs.
ORDER = [*TOURS]


def tour_for(held):
    """The tour for who holds these roles (pairs of role and house)."""
    roles = {role for role, _house in held}
    return next((TOURS[role] for role in ORDER if role in roles), PARTNER)
