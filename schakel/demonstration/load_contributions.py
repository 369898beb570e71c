"""What was brought in, by whom and for whom, and what became of it: confirmed, weighed, corrected, recalled."""

from datetime import timedelta

from django.db.models import F

from schakel.cases.house_lists import words_for
from schakel.cases.models import (
    Confirmation,
    Contribution,
    Correction,
    NoLongerUsed,
    Recall,
    SecrecyWeighing,
)
from schakel.people.models import Person

from .case_checks import MANNERS, RELIABILITIES
from .loading import everybody

LITTLE = timedelta(minutes=1)
READ_BEFORE = timedelta(minutes=23)  # before it was recalled


def load_contributions(loading, scene):
    for given in scene.written.contribution:
        row = _contribution(loading, scene, given)
        if given.confirmed:
            _confirm(loading, scene, row, given)
        if given.secrecy:
            _weigh(loading, scene, row, given)
        if given.recalled:
            _recall(loading, scene, row, given.recalled)
    for correction in scene.written.correction:
        _correct(loading, scene, correction)


def _contribution(loading, scene, given):
    """One piece of information; what was told by telephone stands under who wrote it down, on behalf of who told it."""
    case, capacity = scene.case, loading.capacities[given.capacity]
    audience = [case.pk]
    if not everybody(given.audience):
        audience = [loading.capacities[key].pk for key in given.audience] + [capacity.pk]
    contribution = Contribution(
        case=case, about=scene.about(given.about), audience=sorted(set(audience)), capacity=capacity, kind=given.kind,
        use=given.use, fact_date=f"{loading.on(given.fact_date):%Y%m%d}", life_domain=loading.label(given.domain),
        obtained=words_for(case, "obtained")[MANNERS.index(given.manner)],
        reliability=words_for(case, "reliability")[RELIABILITIES.index(given.reliability)],
        on_behalf=bool(given.recorded_by), author=loading.people[given.recorded_by or given.by],
    )  # fmt: skip
    words = {"text": given.text, "source": given.source}
    if given.recorded_by:
        words["spoken_by"] = loading.people[given.by].name
    return loading.put(contribution, loading.at(given.brought), ring=scene.ring, **words)


def _confirm(loading, scene, contribution, given):
    """The organisation stands by what was written down on its behalf."""
    row = Confirmation(
        contribution=contribution, author=loading.people[given.by], capacity=contribution.capacity,
        **_as(contribution, scene), audience=contribution.audience,
    )  # fmt: skip
    loading.put(row, max(loading.at(given.confirmed), loading.at(given.brought) + LITTLE))


def _weigh(loading, scene, contribution, given):
    """Read by the own organisation alone."""
    row = SecrecyWeighing(
        contribution=contribution, author=loading.people[given.by], capacity=contribution.capacity,
        **_as(contribution, scene), audience=[contribution.capacity_id], ground=given.secrecy.ground,
    )  # fmt: skip
    loading.put(row, loading.at(given.brought), ring=scene.ring, reasoning=given.secrecy.reasoning)


def _recall(loading, scene, contribution, given):
    """Everybody who read it is asked not to use it any more; some said so, some did not yet."""
    at = loading.at(given.at)
    row = Recall(
        contribution_id=contribution.pk, capacity=contribution.capacity, author=loading.people[given.by],
        **_as(contribution, scene), audience=contribution.audience,
    )  # fmt: skip
    loading.put(row, at, ring=scene.ring, reason=given.why)
    for step, key in enumerate([*given.confirmed, *given.waiting], start=1):
        reader = loading.people[key]
        loading.opening(by=reader, at=at - READ_BEFORE * step, file_id=scene.case.pk, purpose="contributions")
        asked = NoLongerUsed(
            recall_id=row.pk, file_id=scene.case.pk, number=scene.case.number, professional=reader, recalled_at=at,
            asked_at=at + LITTLE,
        )  # fmt: skip
        if key in given.confirmed:
            asked.confirmed_at = at + timedelta(hours=1, minutes=17 * step)
            loading.act(
                "recall.no_longer_used", by=reader, at=asked.confirmed_at, file_id=scene.case.pk, subject_id=asked.pk
            )
        loading.put(asked, at)


def _as(contribution, scene):
    return {"case": scene.case, "about": contribution.about}


def _correct(loading, scene, given):
    """The data say what is right; what was wrong is gone, that it was corrected is not."""
    person = scene.people[given.person]
    row = Correction(case=scene.case, about=[person.pk], author=loading.people[given.by])
    loading.put(row, loading.at(given.at), ring=scene.ring, reason=given.why)
    Person.objects.filter(pk=person.pk).update(edition=F("edition") + 1)
