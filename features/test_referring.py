"""A partner refers within three pages, is called away and signed out meanwhile, and loses nothing."""

import re

from features.ground.doing import choose, fill_in, press, text_of
from features.ground.jobs import WHAT, begin_referral, refer_at_once
from features.ground.looking import look


def test_a_partner_refers_on_three_pages(visitors):
    # Given a police officer who knows what to say; when they begin
    police = visitors.sign_in("politie")
    police.goto("/aanmeldingen/nieuw/")
    look(police, "refer-1-where")
    choose(police, "Complexe casus")
    press(police, "Alles op één pagina")
    look(police, "refer-2-everything")
    # And say everything on one page, and send it
    refer_at_once(police, WHAT, "123", "Floor", "Fazantema", "1990")
    look(police, "refer-3-check")
    press(police, "Versturen")
    # Then they read that it arrived, without a word of what it says
    look(police, "refer-4-receipt")
    assert "Ontvangen" in text_of(police)
    assert "Fazantema" not in text_of(police)


def test_what_is_typed_is_kept_also_when_one_was_signed_out_meanwhile(visitors):
    # Given a draft in which somebody types
    police = visitors.sign_in("politie")
    number = begin_referral(police)
    police.goto(f"/aanmeldingen/{number}/wat/")
    police.get_by_label(re.compile("^Wat gebeurt er")).press_sequentially("Zeven meldingen")
    police.get_by_text("Vastgehouden terwijl u typt").wait_for()
    look(police, "typing-1-kept")
    # When the session ends while they go on
    visitors.expect(401)
    session = police.context.cookies()
    police.context.clear_cookies()
    police.get_by_label(re.compile("^Wat gebeurt er")).press_sequentially(" op de galerij")
    police.get_by_text("U bent uitgelogd").wait_for()
    look(police, "typing-2-signed-out")
    # And they sign in again elsewhere, and type on
    police.context.add_cookies([one for one in session if "csrf" not in one["name"]])
    police.get_by_label(re.compile("^Wat gebeurt er")).press_sequentially(".")
    police.get_by_text("Vastgehouden terwijl u typt").wait_for()
    # Then it can be saved from the same page
    fill_in(police, {"Sinds wanneer": "2025"})
    press(police, "Opslaan en verder")
    police.goto(f"/aanmeldingen/{number}/wat/")
    assert police.get_by_label(re.compile("^Wat gebeurt er")).input_value() == "Zeven meldingen op de galerij."
