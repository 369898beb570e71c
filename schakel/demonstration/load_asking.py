"""What organisations are asked within a case, and questions for advice in which nobody stands."""

from schakel.cases.models import Contribution
from schakel.consultations.models import Consultation, Response
from schakel.requests.models import InformationRequest, RequestAnswer, RequestReminder
from schakel.vault.models import ContentKey
from schakel.vault.words import Keyring


def load_asking(loading):
    for given in loading.world.asking.request:
        _request(loading, loading.scenes[given.case], given)
    for given in loading.world.asking.consultation:
        _consultation(loading, given)


def _request(loading, scene, given):
    """Read by who asks and who is asked; what it was answered with is a contribution, or nothing at all."""
    capacity = loading.capacities[loading.world.people[given.of].capacities[0]]
    row = InformationRequest(
        case=scene.case, author=scene.director, capacity=capacity, kind=given.kind, due_on=loading.on(given.due),
        about=[scene.people[given.person].pk] if given.person else [scene.case.pk],
        audience=sorted({capacity.pk, scene.house.capacity_id}),
    )  # fmt: skip
    loading.put(row, loading.at(given.asked), ring=scene.ring, question=given.question)
    like = {"case": row.case, "request": row, "capacity": capacity, "about": row.about, "audience": row.audience}
    for moment in given.reminded:
        loading.put(RequestReminder(**like, author=scene.director), loading.at(moment))
    if given.answer:
        found = _brought_in(loading, row) if given.answer == "contribution" else None
        loading.put(
            RequestAnswer(**like, author=loading.people[given.of], contribution=found), loading.at(given.answered)
        )


def _brought_in(loading, request):
    """What that organisation brought in last in this case."""
    rows = [
        (at, row) for row, at in loading.rows[Contribution]
        if (row.case, row.capacity) == (request.case, request.capacity)
    ]  # fmt: skip
    return max(rows, key=lambda dated: dated[0])[1]


def _consultation(loading, given):
    at = loading.at(given.asked)
    row = Consultation(
        author=loading.people[given.by], house=loading.houses[given.house], kind=given.kind, number=loading.number()
    )
    ring = Keyring.new(row)
    loading.put(row, at, ring=ring, question=given.question)
    loading.made_at(at, row.pk, ContentKey)
    for one in given.response:
        response = Response(
            consultation=row, author=loading.people[one.by], kind=one.kind, minutes=one.minutes,
            organisation=loading.organisations.get(one.organisation),
        )  # fmt: skip
        loading.put(response, loading.at(one.at), ring=ring, text=one.text)
