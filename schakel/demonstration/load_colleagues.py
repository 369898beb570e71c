"""What colleagues keep for themselves, who was invited to make an account, and who left."""

from datetime import timedelta

from schakel.signin.invitations import invite
from schakel.worklists.models import SavedView

from .events import INVITED, LEFT


def load_colleagues(loading):
    for person in loading.world.people.values():
        for view in person.view:
            _view(loading, loading.people[person.key], view)
        if person.invited_by:
            _invite(loading, loading.people[person.key], by=loading.people[person.invited_by])
        if person.left:
            _leave(loading, loading.people[person.key])


def _view(loading, professional, given):
    row = SavedView(
        professional=professional, list=given.list, name=given.name, query=given.query, is_first=given.first
    )
    loading.put(row, loading.yesterday())


def _invite(loading, professional, *, by):
    """Today, because it counts for a day; the code was told, and is nowhere."""
    invite(professional_id=professional.pk, invited_by=by.pk, using="default")
    loading.act(INVITED, by=by, at=loading.now, file_id=None, subject_id=professional.pk)


def _leave(loading, professional):
    """Said by the contact a week before."""
    contact = loading.contacts[professional.organisation_id]
    at = loading.yesterday() - timedelta(days=7)
    loading.act(LEFT, by=contact, at=at, file_id=None, subject_id=professional.pk)
