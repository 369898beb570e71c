"""Keys, without a database: what is sealed opens at its own place, with its own keys, and nowhere else."""

from uuid import uuid4

import pytest
from cryptography.exceptions import InvalidTag

from schakel.vault.keys import blind_index, decrypted, encrypted, key_for, new_key, unwrapped, wrapped

HOUSE, FILE, PERSON = uuid4(), uuid4(), uuid4()
WHOSE = {"house_id": HOUSE, "file_id": FILE, "person_id": PERSON}


def test_what_is_sealed_opens_at_its_place():
    key = new_key()
    assert decrypted(key, encrypted(key, b"De buurman belde.", "row|text"), "row|text") == b"De buurman belde."


def test_moved_to_another_place_it_does_not_open():
    key = new_key()
    with pytest.raises(InvalidTag):
        decrypted(key, encrypted(key, b"De buurman belde.", "row|text"), "other row|text")


def test_with_one_bit_changed_it_does_not_open():
    key = new_key()
    sealed = bytearray(encrypted(key, b"De buurman belde.", "row|text"))
    sealed[-1] ^= 1
    with pytest.raises(InvalidTag):
        decrypted(key, bytes(sealed), "row|text")


def test_the_same_words_sealed_twice_have_nothing_in_common():
    key = new_key()
    assert encrypted(key, b"Ja.", "row|text") != encrypted(key, b"Ja.", "row|text")


def test_a_wrapped_key_opens_for_its_own_house_file_and_person_only():
    key = new_key()
    blob = wrapped(key, **WHOSE)
    assert unwrapped(blob, **WHOSE) == key
    for name in WHOSE:
        with pytest.raises(InvalidTag):
            unwrapped(blob, **WHOSE | {name: uuid4()})


def test_with_another_master_key_no_key_opens(settings):
    blob = wrapped(new_key(), **WHOSE)
    settings.MASTER_KEY = bytes(32)
    with pytest.raises(InvalidTag):
        unwrapped(blob, **WHOSE)


def test_without_one_of_several_keys_theirs_cannot_be_made():
    file, mother, child = new_key(), new_key(), new_key()
    both = key_for([file, mother, child], "row|text")
    assert both not in (key_for([file, mother], "row|text"), key_for([file, new_key(), child], "row|text"))


def test_two_equal_numbers_meet_by_the_key_of_the_vault_alone(settings):
    found = blind_index("999990019")
    assert found == blind_index("999990019") != blind_index("999990020")
    settings.VAULT_KEY = bytes(32)
    assert found != blind_index("999990019")
