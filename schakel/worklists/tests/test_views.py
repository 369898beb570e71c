"""Saved views: a list as somebody narrowed it, for them alone."""

from uuid import uuid4

import pytest

from conftest import as_owner
from schakel.audit.models import Entry
from schakel.worklists.models import SavedView

NEW = "/weergaven/nieuw/casussen/"


def save(client, name="Plan", query="fase=plan"):
    return client.post(f"{NEW}?{query}", {"name": name, "once": str(uuid4())})


def views(**which):
    with as_owner():
        return list(SavedView.every.filter(**which).order_by("made_at"))


def test_a_saved_view_opens_renames_and_goes_without_a_trace_of_its_name(world, client_of):
    noor = client_of(world.noor)
    assert save(noor).url == "/casussen/?fase=plan"
    assert ">Plan</a>" in noor.get("/casussen/").text
    [view] = views()
    noor.post(f"/weergaven/{view.pk}/", {"name": "Plannen"})
    assert "Plannen" in noor.get("/weergaven/").text and "Plannen" in noor.get("/casussen/").text
    noor.post(f"/weergaven/{view.pk}/verwijderen/")
    [view] = views()
    assert (view.name, view.query) == ("", "") and view.removed_at
    assert "Plannen" not in noor.get("/weergaven/").text
    with as_owner():
        events = set(Entry.objects.filter(event__startswith="view.").values_list("event", flat=True))
    assert events == {"view.saved", "view.renamed", "view.removed"}


def test_nobody_else_sees_opens_renames_or_removes_it(world, client_of):
    save(client_of(world.noor))
    [view] = views()
    sem = client_of(world.sem)
    assert "Plan</a>" not in sem.get("/casussen/").text and "Plan" not in sem.get("/weergaven/").text
    assert sem.get(f"/weergaven/{view.pk}/").status_code == 404
    for act in ("", "vooraan/", "verwijderen/"):
        assert sem.post(f"/weergaven/{view.pk}/{act}", {"name": "Van Sem"}).status_code == 404
    assert views()[0].name == "Plan"


def test_a_list_begins_with_the_first_view_and_with_one_only(world, client_of):
    noor = client_of(world.noor)
    save(noor)
    save(noor, "Monitoring", "fase=monitoring")
    one, other = views()
    noor.post(f"/weergaven/{one.pk}/vooraan/")
    noor.post(f"/weergaven/{other.pk}/vooraan/")
    assert noor.get("/casussen/").url == "/casussen/?fase=monitoring"
    assert [view.name for view in views(is_first=True)] == ["Monitoring"]
    assert noor.get("/casussen/?alles").status_code == 200, "everything is still there"
    noor.post(f"/weergaven/{other.pk}/vooraan/")
    assert noor.get("/casussen/").status_code == 200


def test_sent_twice_it_is_saved_once(world, client_of):
    noor, form = client_of(world.noor), {"name": "Plan", "once": str(uuid4())}
    for _time in range(2):
        assert noor.post(f"{NEW}?fase=plan", form).status_code == 302
    assert len(views()) == 1


@pytest.mark.parametrize("query", ["", "naam=Jan%20Jansen", "x" * 600, "fase=plan&fase", "a=b\x00c"])
def test_only_choices_of_a_list_are_saved_never_words(world, client_of, query):
    answer = save(client_of(world.noor), query=query)
    assert answer.status_code == 422 and "Kies eerst" in answer.text
    assert not views()


def test_a_name_that_points_to_a_person_is_refused(world, client_of):
    answer = save(client_of(world.noor), name="mevrouw Jansen")
    assert answer.status_code == 422 and "persoon" in answer.text


def test_of_one_list_one_saves_twenty_at_most(world, client_of):
    noor = client_of(world.noor)
    with as_owner():
        SavedView.objects.bulk_create(
            SavedView(professional=world.noor, list="casussen", name=str(one), query="fase=plan") for one in range(20)
        )
    assert "verwijder er eerst een" in save(noor).text


def test_there_is_no_view_of_a_list_that_is_none(world, client_of):
    assert client_of(world.noor).get("/weergaven/nieuw/gesprekken/?fase=plan").status_code == 404
