"""A colleague leaves: what they hold, kind by kind, and where the contact of the organisation deals with it."""

from django.db import connection
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from schakel.access.doors import signed_in
from schakel.cases.rules_circle import is_contact_for, only_for_a_contact
from schakel.network.models import Professional


@signed_in("the contact of the organisation; kinds and numbers only")
@require_GET
def held(request, professional):
    """What a colleague leaves behind when they go."""
    person = get_object_or_404(Professional.objects.select_related("organisation"), pk=professional)
    if not is_contact_for(request.professional, person):
        only_for_a_contact().enforce()
    return render(request, "work/held.html", {"person": person, "rows": rows_of(person)})


def rows_of(person):
    """Each kind: its name, how many, what becomes of it, and where that is done."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM work.held_by(%s)", [person.pk])
        return [(how_many, *_words(person)[kind]) for kind, how_many in cursor.fetchall()]


def _words(person):
    seats, colleague = reverse("cases:let_go"), reverse("network:colleague", args=[person.pk])
    left = reverse("referrals:left") if person.has_left else ""
    waits = "" if left else _("Once they have left you hand them on; until then they finish these themselves.")
    return {
        "seats": (_("Places in cases"), _("Name who goes on, or leave the seat empty."), seats),
        "agreements": (_("Agreements"), _("They belong to the place and go along with it."), ""),
        "drafts": (_("Drafts of referrals"), waits or _("Hand them on or throw them away."), left),
        "referrals": (_("Referrals that wait for an answer"), waits or _("Hand them on."), left),
        "typed": (_("Typed in a case and not brought in"), _("Nobody else reads this; it goes with the case."), ""),
        "mandates": (_("Mandates"), _("They end with the last day."), colleague),
        "roles": (_("Roles"), _("They end with the last day. Does the organisation keep a contact?"), colleague),
    }
