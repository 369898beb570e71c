"""What the circle page lets the director end, and why not."""


def page_of(scene, client_of, name):
    return client_of(getattr(scene.world, name)).get(f"/casussen/{scene.case.number}/deelnemers/").text


def test_the_last_seat_that_directs_shows_why_it_cannot_end(scene, client_of, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        page = page_of(scene, client_of, "noor")
    assert f"/deelnemers/{scene.seats['pim'].pk}/beeindigen/" in page
    assert f"/deelnemers/{scene.seats['noor'].pk}/beeindigen/" not in page
    assert "Zonder deze plaats" in page


def test_who_does_not_direct_is_offered_no_end(scene, client_of):
    assert "/beeindigen/" not in page_of(scene, client_of, "pim")
