"""When may who ask a house for advice, and answer? The database asks the same; here is the reason."""

from django.utils.translation import gettext as _

from schakel.access.verdict import ALLOWED, refuse
from schakel.network.models import Appointment, Partnership
from schakel.people.nameless import points_to_somebody

ROLES = [Appointment.Role.PROCESS_DIRECTOR, Appointment.Role.SUPPORT, Appointment.Role.TRIAGE]


def houses_that_i_answer_for(professional):
    """The ids of the houses whose questions for advice this professional answers."""
    held = Appointment.objects.today().filter(professional=professional, role__in=ROLES, house__isnull=False)
    return list(held.values_list("house_id", flat=True).distinct())


def may_see_what_waits(professional):
    if not houses_that_i_answer_for(professional):
        return refuse(_("Process directors, support and triage of a house answer its questions for advice."))
    return ALLOWED


def may_see_numbers(professional):
    """The manager of a house, too: numbers by kind hold nobody, so small ones are shown as they are."""
    manages = Appointment.objects.today().filter(professional=professional, role=Appointment.Role.MANAGER)
    return ALLOWED if manages.exists() else may_see_what_waits(professional)


def may_answer(professional, consultation):
    """The staff of the house answer, but not their own question."""
    if consultation.house_id not in houses_that_i_answer_for(professional):
        return refuse(_("Process directors, support and triage of a house answer its questions for advice."))
    if consultation.author_id == professional.pk:
        return refuse(_("You asked this yourself. A colleague answers it."))
    return ALLOWED


def may_ask_on(professional, consultation):
    if consultation.author_id != professional.pk:
        return refuse(_("Only who asked for advice can ask on."))
    return ALLOWED


def may_be_met(organisation, colleague, house):
    """Put in touch with somebody of the house or of its partners."""
    if organisation is None:
        return refuse(_("Say with which organisation you put them in touch."))
    if colleague and colleague.organisation_id != organisation.pk:
        return refuse(_("This colleague works for another organisation."))
    partner = Partnership.objects.today().filter(house=house, organisation=organisation).exists()
    if not partner and organisation.pk != house.capacity.organisation_id:
        return refuse(_("This organisation does not take part in the house now."))
    return ALLOWED


def may_be_written(text):
    """Nobody may be found in it, as far as a check can tell."""
    if found := points_to_somebody(text):
        return refuse(_("Nobody may be found in this text. Leave out: {what}.").format(what=", ".join(found)))
    return ALLOWED if text.strip() else refuse(_("Write what you want to ask or say."))
