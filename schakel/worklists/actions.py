"""Saving a view of a list, and what one does with it."""

from uuid import uuid4

from django.utils import timezone
from django.utils.translation import gettext_noop

from schakel.audit.once import made_once, one_at_a_time
from schakel.audit.record import act, record

from .models import SavedView
from .rules import may_be_called, may_save


@made_once(SavedView, signed="professional")
@act("view.saved", gettext_noop("saved a view of a list"))
def save_view(*, by, list, name, query, key=None):
    """Keep what a list shows under a name. (nl: weergave bewaren)"""
    may_be_called(name).enforce()
    may_save(query, SavedView.objects.filter(list=list).count()).enforce()
    view = SavedView.objects.create(id=key or uuid4(), professional=by, list=list, name=name, query=query)
    record(by=by, about=view)
    return view


@act("view.renamed", gettext_noop("renamed a saved view"))
def rename_view(*, by, view, name):
    """Call a saved view something else. (nl: weergave hernoemen)"""
    may_be_called(name).enforce()
    view.name = name
    view.save(update_fields=["name"])
    record(by=by, about=view)


@act("view.first", gettext_noop("chose with which view a list begins"))
def put_first(*, by, view, first=True):
    """Let a list begin with this view, or with none. (nl: weergave vooraan zetten)"""
    one_at_a_time("views", by.pk, view.list)
    for other in SavedView.objects.filter(list=view.list, is_first=True):
        other.is_first = False
        other.save(update_fields=["is_first"])
    view.is_first = first
    view.save(update_fields=["is_first"])
    record(by=by, about=view)


@act("view.removed", gettext_noop("removed a saved view"))
def remove_view(*, by, view):
    """Remove a saved view; neither its name nor its choices stay. (nl: weergave verwijderen)"""
    view.name, view.query, view.is_first, view.removed_at = "", "", False, timezone.now()
    view.save(update_fields=["name", "query", "is_first", "removed_at"])
    record(by=by, about=view)
