"""My cases, and the seats of my organisation: lists without opening a file."""

from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext

from conftest import as_owner
from schakel.audit.models import Entry
from schakel.cases.models import Occupant, Seat

from .scene import give_seat, open_case


def page_of(scene, path):
    return f"/casussen/{scene.case.number}/{path}"


class TestMyCases:
    def test_each_sees_their_own_with_the_names_of_whom_they_see(self, scene, client_of):
        assert "Mother Testvogel, Child Testvogel" in client_of(scene.world.noor).get("/casussen/").text
        page = client_of(scene.world.lieke).get("/casussen/").text
        assert scene.case.number in page and "Child Testvogel" in page and "Mother" not in page
        assert scene.case.number not in client_of(scene.world.gea).get("/casussen/").text

    def test_that_the_names_were_listed_stands_in_the_log_for_this_page_only(self, world, client_of):
        scenes = [open_case(world) for _number in range(27)]
        client_of(world.noor).get("/casussen/")
        with as_owner():
            listed = Entry.objects.get(kind="listed", actor_id=world.noor.pk).file_ids
        assert len(listed) == 25
        assert set(listed) < {scene.case.pk for scene in scenes}

    def test_the_list_needs_at_most_fifteen_queries(self, world, client_of):
        for _number in range(27):
            open_case(world)
        client = client_of(world.noor)
        with CaptureQueriesContext(connection) as queries:
            client.get("/casussen/")
        asked = [query["sql"] for query in queries if " FROM " in query["sql"] and "set_config" not in query["sql"]]
        assert len(asked) <= 15, "\n".join(asked)

    def test_a_browser_that_fetches_ahead_lists_nothing_in_anybodys_name(self, scene, world, client_of):
        response = client_of(world.sem).get("/casussen/", headers={"Sec-Purpose": "prefetch"})
        assert response.status_code == 503
        with as_owner():
            assert not Entry.objects.filter(kind="listed", actor_id=world.sem.pk).exists()

    def test_by_phase(self, scene, client_of):
        client = client_of(scene.world.noor)
        assert scene.case.number in client.get("/casussen/?fase=overleg").text
        assert scene.case.number not in client.get("/casussen/?fase=plan").text

    def test_nonsense_in_the_address_is_no_error(self, scene, client_of):
        noor = client_of(scene.world.noor)
        for query in ("?page=999", "?page=x", "?fase=%00", "?page=%F0%28", "?fase[]=1"):
            assert noor.get(f"/casussen/{query}").status_code == 200
            assert noor.get(page_of(scene, f"inbreng/{query}")).status_code == 200
            assert noor.get(page_of(scene, f"deelnemers/{query}")).status_code == 200

    def test_who_only_fills_a_seat_has_no_case_in_the_list(self, scene, client_of):
        assert scene.case.number not in client_of(scene.world.linda).get("/casussen/").text


class TestTakingPart:
    def test_the_contact_names_a_colleague(self, scene, world, client_of):
        linda, seat = client_of(world.linda), scene.seats["pim"]
        values = {"once": str(uuid4()), "professional": str(world.polly.pk)}
        assert linda.post(f"/deelname/{seat.pk}/", values).status_code == 302
        assert linda.post(f"/deelname/{seat.pk}/", values).status_code == 302
        assert "Polly" in linda.get(f"/deelname/{seat.pk}/").text
        with as_owner():
            assert Occupant.objects.filter(professional=world.polly).count() == 1

    def test_without_a_name_of_whom_it_is_about(self, scene, world, client_of):
        linda = client_of(world.linda)
        assert "Testvogel" not in linda.get("/deelname/").text + linda.get(f"/deelname/{scene.seats['pim'].pk}/").text

    def test_anothers_seat_is_not_there(self, scene, world, client_of):
        for somebody in (world.gea, world.pim, world.coen, world.noor):
            client = client_of(somebody)
            here, nowhere = client.get(f"/deelname/{scene.seats['pim'].pk}/"), client.get(f"/deelname/{uuid4()}/")
            assert here.status_code == nowhere.status_code == 404
            assert here.content == nowhere.content

    def test_a_colleague_elsewhere_is_no_choice(self, scene, world, client_of):
        values = {"once": str(uuid4()), "professional": str(world.sanne.pk)}
        assert client_of(world.linda).post(f"/deelname/{scene.seats['pim'].pk}/", values).status_code == 422

    def test_ending_it(self, scene, world, client_of):
        occupant = scene.seats["pim"].occupants
        with as_owner():
            key = occupant.get().pk
        assert client_of(world.linda).post(f"/deelname/bezetting/{key}/beeindigen/").status_code == 302
        assert client_of(world.pim).get(page_of(scene, "inbreng/")).status_code == 404

    def test_the_house_gives_and_ends_a_seat(self, scene, world, client_of):
        noor = client_of(world.noor)
        values = {
            "once": str(uuid4()),
            "capacity": str(world.capacities["college"].pk),
            "role": "participant",
            "why": "Wmo.",
        }
        assert noor.post(page_of(scene, "deelnemers/toevoegen/"), values).status_code == 302
        with as_owner():
            seat = Seat.objects.get(capacity=world.capacities["college"])
        assert "Wmo." in noor.get(page_of(scene, f"deelnemers/{seat.pk}/beeindigen/")).text
        assert noor.post(page_of(scene, f"deelnemers/{seat.pk}/beeindigen/"), {"why": "Klaar."}).status_code == 302

    def test_a_colleague_on_leave_is_seen_with_the_period(self, scene, world, client_of):
        with as_owner():
            give_seat(scene, "bilal", "college")
        page = client_of(world.noor).get(page_of(scene, "deelnemers/")).text
        assert "Bilal" in page
