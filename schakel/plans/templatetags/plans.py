"""What a plan lends to other pages: how an agreement stands, and the agreements of a conference."""

from uuid import uuid4

from django import template

from .. import queries
from ..forms import AgreementForm

register = template.Library()
register.filter("standing", queries.badges)


@register.inclusion_tag("plans/made_at.html", takes_context=True)
def agreements_made_at(context, conference):
    """What was agreed at this conference, for a card on its pages."""
    return {
        "agreements": queries.made_at(conference),
        "conference": conference,
        "case": conference.case,
        "may_plan": context["may_run"],
    }


@register.inclusion_tag("plans/new_at.html", takes_context=True)
def new_agreement_at(context, conference):
    """The line at the foot of the table where an agreement is made on the spot; the rest may be filled in later."""
    about = [] if conference.concerns_the_whole else conference.about
    form = AgreementForm(case=conference.case, goals=[], circle=context["circle"], initial={"once": uuid4()})
    return {
        "form": form,
        "about": about,
        "conference": conference,
        "case": conference.case,
        "csrf_token": context.get("csrf_token"),
        "may_plan": context["may_run"],
    }
