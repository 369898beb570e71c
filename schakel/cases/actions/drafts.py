"""What is typed and not brought in yet is kept, for whoever types alone. See docs/decisions/0013."""

import json

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from schakel.access.verdict import refuse
from schakel.audit.record import act, record
from schakel.vault.words import Keyring

from ..models import ContributionDraft
from ..rules_contribution import may_keep_draft

LONGEST_TYPED = 100_000  # signs of one form, as they are sealed


@act("contribution.draft_begun", gettext_noop("began typing something to bring in"))
def begin_draft(*, by, case, about, typed, corrects_id=None, answers_id=None):
    """Keep what is being typed, from its first words: about whom (ids), and the fields. (nl: concept beginnen)"""
    may_keep_draft(by, case).enforce()
    draft = ContributionDraft.objects.create(
        case=case, author=by, about=sorted(about), corrects_id=corrects_id, answers_id=answers_id
    )
    Keyring.of(case).write(draft, typed=_sealable(typed))
    record(by=by, file=case, about=draft)
    return draft


@transaction.atomic
def keep_draft(*, by, draft, about, typed):
    """Some words later: still the same act, so no entry of its own. What it replaces is destroyed."""
    may_keep_draft(by, draft.case).enforce()
    draft.edition, draft.about = draft.edition + 1, sorted(about)
    draft.save(update_fields=["edition", "about"])
    Keyring.of(draft.case).write(draft, typed=_sealable(typed))
    _forget(draft)
    return draft


@act("contribution.draft_dropped", gettext_noop("threw away what was typed and not brought in"))
def drop_draft(*, by, draft):
    """Destroy what was typed. (nl: concept weggooien)"""
    done_with(draft)
    record(by=by, file=draft.case, about=draft)


def done_with(draft):
    """What was typed was brought in, or is not wanted: it is destroyed. A piece of the act that says so."""
    if draft and not draft.ended_at:
        draft.ended_at = timezone.now()
        draft.save(update_fields=["ended_at"])
        _forget(draft)


def typed_in(draft):
    """The fields as they were typed: name, and a list of what was filled in."""
    return json.loads(draft.typed or "{}")


def _forget(draft):
    with connection.cursor() as cursor:
        cursor.execute("SELECT access.forget_draft(%s)", [draft.pk])


def _sealable(typed):
    text = json.dumps(typed)
    if len(text) > LONGEST_TYPED:
        refuse(_("This is too much for one contribution; bring it in in parts.")).enforce()
    return text
