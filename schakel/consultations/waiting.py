"""What waits for somebody, for "my work": a kind, a number and a day, no words."""

from .lists import to_answer


def advice_to_give(professional, houses, at_most):
    """Questions for advice that these houses have to answer, the oldest first."""
    return list(to_answer(professional, houses)[:at_most])
