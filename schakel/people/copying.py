"""What holds for the persons of a referral goes along into the case: copies, sealed again under the case's own keys."""

from django.db.models import Q
from django.utils import timezone

from .models import Alert, Authority, Informing, LegalFrame, Relation

FRAME = ["kind", "authority", "since", "until", "ended_on"]
INFORMING = ["moment", "done", "on_day", "how", "language", "ground", "until"]


def copy_what_holds(copies, *, source, target, ring_of_source, ring, by):
    """Copy frames, informing, alerts, relations and authority of these persons with their words.

    `copies` are the persons of `target` by the id of whom they were in `source`. Who opens the case signs the copies;
    the organisation something came from stays. An alert that has ended stays behind.
    """
    today = timezone.localdate()
    old = [
        *_in(LegalFrame, source, copies),
        *reversed(_in(Informing, source, copies)),  # in the order in which they were told: the newest counts
        *(alert for alert in Alert.objects.filter(file_id=source.file_id) if alert.holds_on(today)),
        *Relation.objects.standing().filter(person__in=copies, other__in=copies),
    ]
    subjects = copies | {source.file_id: target}
    for row in ring_of_source.reveal(old):
        if set(row.about) <= set(subjects):
            new = _copy(row, subjects, target, by)
            ring.write(new, **{word: str(getattr(row, word)) for word in row.words})
    _copy_authority(copies, target)


def _in(model, file, copies):
    return list(model.objects.filter(file_id=file.file_id, person__in=copies))


def _copy(row, subjects, target, by):
    facts = {"file_id": target.file_id, "author": by}
    if isinstance(row, Relation):
        facts |= {"person": subjects[row.person_id], "other": subjects[row.other_id], "kind": row.kind}
    elif isinstance(row, Alert):
        facts |= {"about": [subjects[one].pk for one in row.about], "until": row.until, "capacity_id": row.capacity_id}
    else:
        names = FRAME if isinstance(row, LegalFrame) else INFORMING
        facts |= {name: getattr(row, name) for name in names}
        facts |= {"person": subjects[row.person_id], "capacity_id": row.capacity_id}
    return type(row).objects.create(**facts)


def _copy_authority(copies, target):
    held = Q(holder=None) | Q(holder__in=copies)
    for row in Authority.objects.standing().filter(held, person__in=copies):
        Authority.objects.create(
            file_id=target.file_id, person=copies[row.person_id], holder=copies.get(row.holder_id),
            institution=row.institution,
        )  # fmt: skip
