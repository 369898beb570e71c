"""Pages that need nothing: the catalogue and the errors."""

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from schakel.design import catalogue, errors

pytestmark = pytest.mark.urls("schakel.design.tests.urls")


@pytest.fixture(autouse=True)
def dutch():
    with translation.override("nl"):
        yield


@pytest.fixture
def request_():
    request = RequestFactory().get("/onderdelen/")
    request.csp_nonce = "abc"
    request._messages = []
    request.user = None
    return request


@pytest.mark.parametrize("slug", [part.slug for part in catalogue.PARTS])
def test_every_component_has_its_page(request_, slug):
    html = catalogue.part(request_, slug).content.decode()
    assert catalogue.OF_SLUG[slug].when.split(":")[0] in html.replace("&amp;", "&")
    assert " style=" not in html and "onclick" not in html


@pytest.mark.parametrize("kind", ["voorzitter", "muur"])
def test_the_wall_shows_the_current_item_and_nothing_of_the_others(request_, kind):
    html = catalogue.room(request_, kind).content.decode()
    assert "Kan Ruben per 1 december" in html
    assert ("M3QF-2LSA" in html) == (kind == "voorzitter")


def test_the_index_names_every_component(request_):
    html = catalogue.index(request_).content.decode()
    assert all(part.name in html for part in catalogue.PARTS)


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500", "503"])
def test_error_pages_need_no_context_and_no_request(name):
    html = render_to_string(f"{name}.html")
    assert '<html lang="nl">' in html
    assert "<script" not in html


def test_a_refusal_shows_its_reason_and_who_can_help():
    html = render_to_string("403.html", {"exception": "Alleen de <procesregisseur> kan dit."})
    assert "Alleen de &lt;procesregisseur&gt; kan dit." in html
    assert "Wie kan helpen?" in html


def test_without_the_log_files_stay_closed_and_the_page_says_so():
    response = errors.log_unavailable()
    assert response.status_code == 503
    assert "Dossiers gaan pas weer open als elke inzage kan worden vastgelegd." in response.content.decode()
