"""Keys: one per file and one per person in it, wrapped by their house's key, which is not in the database.

Destroying a row of `vault_contentkey` destroys, everywhere and in every backup, what was written under it.
"""

import hmac
from os import urandom

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

NONCE = 12  # bytes


def new_key():
    return AESGCM.generate_key(256)


def wrapped(key, *, house_id, file_id, person_id):
    """The key as it may lie in the database: readable only with this house's key, for this file and person."""
    return encrypted(_house_key(house_id), key, f"{file_id}|{person_id}")


def unwrapped(blob, *, house_id, file_id, person_id):
    return decrypted(_house_key(house_id), blob, f"{file_id}|{person_id}")


def key_for(keys, place):
    """One key out of several, for one place only: without any of them it cannot be made again."""
    return _derived(b"".join(keys), f"schakel content {place}")


def blind_index(citizen_service_number):
    """What two equal numbers share without being readable: HMAC-SHA256 under the vault's own key."""
    return hmac.digest(settings.VAULT_KEY, citizen_service_number.encode(), "sha256")


def secret_of(purpose, text):
    """What can be made again from the master key, and by nobody without it: so it is kept nowhere."""
    return hmac.digest(_derived(settings.MASTER_KEY, f"schakel {purpose}"), str(text).encode(), "sha256")


def encrypted(key, plain, place):
    """AES-256-GCM, bound to its place: moved to another row it does not open."""
    nonce = urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, place.encode())


def decrypted(key, blob, place):
    blob = bytes(blob)
    return AESGCM(key).decrypt(blob[:NONCE], blob[NONCE:], place.encode())


def _house_key(house_id):
    return _derived(settings.MASTER_KEY, f"schakel house {house_id}")


def _derived(secret, purpose):
    return HKDF(SHA256(), 32, salt=None, info=purpose.encode()).derive(secret)
