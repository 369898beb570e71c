"""What components promise: nothing typed becomes markup, a refusal has its reason, numbers are drawn as they are."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from schakel.design.forms import Form
from schakel.design.icons import ICONS
from schakel.design.parts.drawings import segments, sparkline
from schakel.design.parts.network import network

NASTY = '<script>alert("x")</script>'


def show(text, **values):
    return Template("{% load design %}" + text).render(Context(values))


class Refused:
    refusal = "Alleen de procesregisseur kan dit."

    def __bool__(self):
        return False


@pytest.mark.parametrize(
    "text",
    [
        "{% badge nasty %}",
        "{% person nasty detail=nasty %}",
        "{% card nasty note=nasty %}{% body %}{{ nasty }}{% endbody %}{% endcard %}",
        "{% row nasty meta=nasty text=nasty %}{{ nasty }}{% endrow %}",
        "{% fact nasty nasty %}",
        "{% term nasty %}{{ nasty }}{% endterm %}",
        "{% columns nasty %}{% line %}{% cell nasty %}{{ nasty }}{% endcell %}{% endline %}",
        "{% event nasty when=nasty %}{{ nasty }}{% endevent %}",
        "{% notice 'info' title=nasty %}{{ nasty }}{% endnotice %}",
        "{% act refused nasty %}",
        "{% act True nasty post='/x/' once=nasty %}",
        "{% fill_in form nasty back=nasty cancel=nasty lead=nasty notice=nasty post=nasty %}",
        "{% by_hand form nasty lead=nasty %}{{ nasty }}{% endby_hand %}",
        "{% why %}{{ nasty }}{% endwhy %}",
        "{% bring nasty nasty %}{{ nasty }}{% endbring %}",
        "{% segments pairs %}",
        "{% network nasty nodes %}",
        "{% conflict differences by=nasty %}{% endconflict %}",
        "{% hx get=nasty %}",
    ],
)
def test_what_somebody_typed_never_becomes_markup(text):
    html = show(
        text,
        nasty=NASTY,
        refused=Refused(),
        pairs=[(NASTY, 3)],
        nodes=[{"name": NASTY, "kind": "person"}],
        differences=[(NASTY, NASTY, "")],
        form=Form({}),
    )
    assert "<script" not in html
    assert "&lt;s" in html


def test_markup_of_a_part_inside_another_stays_markup():
    html = show("{% row 'Intake' %}{% badge 'te laat' 'wrong' %}{% endrow %}")
    assert '<span class="nl-data-badge badge--wrong">te laat</span>' in html


def test_a_refused_act_is_disabled_and_points_to_its_reason():
    html = show("{% act verdict 'Toevoegen' post='/x/' %}", verdict=Refused())
    reason_id = html.split('aria-describedby="')[1].split('"')[0]
    assert "disabled" in html and "<form" not in html
    assert f'id="{reason_id}">Alleen de procesregisseur kan dit.' in html


def test_two_refused_acts_have_reasons_of_their_own():
    html = show("{% act verdict 'A' %}{% act verdict 'B' %}", verdict=Refused())
    ids = [part.split('"')[0] for part in html.split('aria-describedby="')[1:]]
    assert len(set(ids)) == 2


def test_the_same_page_gives_the_same_ids_whatever_was_shown_before():
    pages = [show("{% act verdict 'A' %}", verdict=Refused(), request=RequestFactory().get("/")) for _ in range(2)]
    assert pages[0] == pages[1]


def test_an_allowed_act_posts_with_its_hidden_fields():
    html = show("{% act True 'Herinneren' post='/herinneren/' edition=3 %}")
    assert 'method="post" action="/herinneren/"' in html
    assert '<input type="hidden" name="edition" value="3">' in html


def test_an_act_without_a_known_meaning_fails_loudly():
    with pytest.raises(ValueError, match="A button is one of"):
        show("{% act True 'Weg' meaning='danger' %}")


def test_htmx_attributes_carry_nonce_and_csrf():
    request = RequestFactory().get("/")
    html = show("{% hx post='/x/' target='#a' %}", request=request, CSP_NONCE="abc")
    assert 'data-hx-nonce="abc"' in html
    assert "X-CSRFToken" in html
    assert "X-CSRFToken" not in show("{% hx get='/x/' %}", request=request, CSP_NONCE="abc")


def test_what_stands_in_the_head_of_one_card_does_not_return_in_the_next():
    html = show("{% card 'A' %}{% head %}<b>knop</b>{% endhead %}{% endcard %}{% card 'B' %}{% endcard %}")
    assert html.count("knop") == 1


def test_no_part_carries_a_style_or_a_script():
    html = show(
        "{% segments pairs %}{% progress 1 2 %}{% phases 'plan' %}{% sparkline scores %}",
        pairs=[("a", 1)],
        scores=[1, 3],
    )
    assert "style=" not in html and "<script" not in html


@pytest.mark.parametrize("name", sorted(ICONS))
def test_every_icon_is_decoration_unless_it_is_named(name):
    assert 'aria-hidden="true"' in show("{% icon name %}", name=name)
    assert 'role="img" aria-label="Zoeken"' in show("{% icon name label='Zoeken' %}", name=name)


def test_an_unknown_icon_fails_loudly():
    with pytest.raises(KeyError):
        show("{% icon 'unicorn' %}")


def test_the_parts_of_a_bar_fill_it_exactly():
    pieces = segments([("a", 3), ("b", 0), ("c", 17)])["pieces"]
    last = pieces[-1]
    assert last["x"] + last["width"] == pytest.approx(100, abs=0.05)
    assert pieces[1]["width"] == 0


def test_an_empty_bar_and_an_empty_line_draw_nothing():
    assert segments([])["total"] == 0
    assert sparkline([])["path"] == ""


def test_one_score_is_a_dot_and_no_history():
    drawn = sparkline([3])
    assert "L" not in drawn["path"] and drawn["direction"] == "flat"


@pytest.mark.parametrize("people", [0, 1, 2, 7, 12])
@pytest.mark.parametrize("organisations", [0, 1, 5, 11])
def test_nobody_in_the_network_stands_on_somebody_else(people, organisations):
    nodes = [{"name": f"Persoon {n}", "kind": "person"} for n in range(people)]
    nodes += [{"name": f"Organisatie {n}", "kind": "organisation"} for n in range(organisations)]
    for drawn in network("Ruben", nodes)["drawings"]:
        placed = drawn["people"] + drawn["organisations"]
        spots = [(0.0, 0.0)] + [(node["x"], node["y"]) for node in placed]
        for index, (x, y) in enumerate(spots):
            assert all(abs(x - a) > 70 or abs(y - b) > 38 for a, b in spots[index + 1 :])


def test_a_large_network_fits_on_a_phone():
    nodes = [{"name": f"Persoon {n} van den Ouden", "kind": "person"} for n in range(9)]
    nodes += [{"name": f"Maatschappelijke organisatie {n}", "kind": "organisation"} for n in range(12)]
    upright = network("Ruben", nodes)["drawings"][1]
    width, height = map(int, upright["box"].split()[2:])
    assert width <= 400 < height  # letters stay legible, because the drawing grows downwards only


def test_a_long_name_is_cut_in_the_drawing_and_whole_in_the_list():
    name = "Stichting Maatschappelijke Opvang Merreland-Noord"
    html = show("{% network 'Ruben' nodes %}", nodes=[SimpleNamespace(name=name, sub="", kind="organisation", tie="")])
    assert f"<b>{name}</b>" in html
    assert f">{name}</text>" not in html


def test_a_deadline_badge_holds_the_date_for_machines():
    assert '<time datetime="2026-11-30">' in show("{% deadline due 3 %}", due=date(2026, 11, 30))
