"""What an opened question for advice says."""

from schakel.vault.words import Keyring


def opened(consultation):
    """The responses with their words; the question has its own as `question`."""
    responses = list(consultation.responses.select_related("author__organisation", "organisation", "colleague"))
    Keyring.of(consultation).reveal([consultation, *responses])
    return responses
