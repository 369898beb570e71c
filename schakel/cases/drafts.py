"""What I typed and did not bring in yet, as the forms and the page of contributions need it."""

from uuid import UUID

from schakel.vault.words import Keyring

from .actions.drafts import typed_in
from .circle import in_my_sight
from .forms_contribution import SITUATION
from .models import ContributionDraft

MOST = 25  # that one page offers to go on with; who finishes some sees the others
NOT_TYPED = {"csrfmiddlewaretoken", "once", "draft", "keep"}


def my_drafts(case):
    """Those I did not finish, newest first; no words of them."""
    return list(ContributionDraft.objects.filter(case=case, ended_at=None)[:MOST])


def as_id(text):
    """What came with a request, if it is an id."""
    try:
        return UUID(str(text))
    except ValueError:
        return None


def find_draft(case, key):
    """A draft of mine in this case, or None."""
    draft = ContributionDraft.objects.filter(pk=as_id(key), case=case, ended_at=None).first()
    if draft:
        draft.case = case
    return draft


def draft_that_answers(case, question_id):
    """What I typed last to answer this question, or None."""
    draft = ContributionDraft.objects.filter(case=case, answers_id=question_id, ended_at=None).first()
    if draft:
        draft.case = case
    return draft


def typed_from(data):
    """What stands in the fields, as it came; nothing when nothing was typed."""
    typed = {name: data.getlist(name) for name in data if name not in NOT_TYPED}
    return typed if any("".join(typed.get(name, [])).strip() for name in ("text", "source", "spoken_by")) else {}


def initial_of(draft, fields):
    """What a form begins with, to go on where one was."""
    Keyring.of(draft.case).reveal([draft])
    typed = typed_in(draft)
    lists = {name for name, field in fields.items() if hasattr(field.widget, "allow_multiple_selected")}
    lists = {name for name in lists if fields[name].widget.allow_multiple_selected}
    found = {name: values if name in lists else (values or [""])[0] for name, values in typed.items()}
    return found | {"draft": draft.pk}


def about_typed(case, typed):
    """Whom the typed words are about: those who were ticked, or else everybody I see; their keys seal it."""
    seen = {str(one): one for one in Keyring.of(case).persons}
    ticked = typed.get("about", [])
    whole = [case.pk] if in_my_sight([case.pk]) else []
    chosen = [seen[one] for one in ticked if one in seen]
    if SITUATION in ticked or not seen:
        chosen = chosen or whole
    return chosen or [*seen.values(), *whole]
