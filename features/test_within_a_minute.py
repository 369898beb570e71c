"""Who comes twice a week is done in a minute: what is asked, an answer, an agreement, a referral; steps are counted."""

import pytest

from features.ground.counting import Steps, begin_counting, steps_of
from features.ground.days import typed
from features.ground.doing import choose, fill_in, follow, press, text_of
from features.ground.jobs import WHAT, say_everything
from features.ground.looking import look

PAGES = 3  # on which something is done, the first after signing in among them
CLICKS = 20  # what fits a minute, beside reading and typing
AGREEMENT = "Signaleringsplan als afspraak op locatie: politie"


@pytest.fixture
def begin(visitors):
    def at_my_work(persona):
        page = visitors.sign_in(persona)
        begin_counting(page)
        page.goto("/")
        return page

    return at_my_work


def test_what_is_asked_stands_on_the_first_page_and_one_click_away(begin):
    # Given a nurse who signs in; then she reads what is asked, where and by when, without any step
    nurse = begin("ggz")
    for words in ("Van u gevraagd", "Crisiskaart opstellen", "dagen te laat", "Vraag aan uw organisatie"):
        assert words in text_of(nurse), words
    assert steps_of(nurse) == Steps(clicks=0, typed=0, pages=0)
    # And the whole of it is one click away
    follow(nurse, "Melden")
    assert "De GGZ maakt met Ruben een crisiskaart" in text_of(nurse)
    assert steps_of(nurse) == Steps(clicks=1, typed=0, pages=1)


def test_a_question_is_answered_on_the_page_where_it_is_read(begin):
    # Given a nurse of whom something is asked
    nurse = begin("ggz")
    # When she answers it
    follow(nurse, "Antwoorden")
    assert "Hoe staat het met de crisiskaart" in text_of(nurse)
    choose(nurse, "feit", "alleen hier", "iedereen die voor deze personen deelneemt", "dit valt niet onder")
    fill_in(nurse, {"Wat brengt u in": "De kaart ligt klaar.", "Datum van het feit": typed(-1)})
    look(nurse, "minute-1-answer")
    press(nurse, "Antwoorden")
    # Then it does not wait for her any more
    assert "Vraag aan uw organisatie" not in text_of(nurse)
    done_within_a_minute(nurse, pages=2)


def test_that_nothing_is_known_is_an_answer_of_two_clicks(begin):
    # Given a police officer who is asked what he does not know; when he says so
    police = begin("politie")
    follow(police, "Antwoorden")
    press(police, "Bij ons is niets bekend")
    # Then that was all
    assert "niets bekend" in police.locator("body").inner_text()
    assert steps_of(police) == Steps(clicks=2, typed=0, pages=2)


def test_an_agreement_is_accepted_and_reported_on(begin):
    # Given a police officer who is asked to agree
    police = begin("politie")
    asked = police.locator("main .rows__row").filter(has_text=AGREEMENT)
    # When he accepts, and says how it goes
    with police.expect_navigation():
        asked.get_by_role("link").click()
    press(police, "Akkoord")
    look(police, "minute-2-accepted")
    fill_in(police, {"Hoe het gaat": "Besproken in de briefing van vanochtend."})
    press(police, "Voortgang vastleggen")
    # Then both stand with the agreement
    assert "Besproken in de briefing van vanochtend." in text_of(police)
    done_within_a_minute(police, pages=PAGES)


def test_a_short_referral_is_sent_from_its_one_page(begin):
    # Given a police officer who knows what to say; when he refers on the short form
    police = begin("politie")
    follow(police, "Nieuwe aanmelding")
    choose(police, "Complexe casus")
    press(police, "Alles op één pagina")
    say_everything(police, WHAT, "123", "Floor", "Fazantema", "1990")
    look(police, "minute-3-referral")
    press(police, "Meteen versturen")
    # Then it was sent, and the page says so without a word of it
    assert "Ontvangen" in text_of(police)
    assert "Fazantema" not in text_of(police)
    done_within_a_minute(police, pages=PAGES)


def done_within_a_minute(page, pages):
    steps = steps_of(page)
    assert steps.pages == pages <= PAGES, steps
    assert steps.clicks <= CLICKS, steps
