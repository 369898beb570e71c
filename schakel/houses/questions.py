"""The house's own questions to whoever refers."""

from django.db.models import Q

from .models import IntakeQuestion


def questions_for(house, regime):
    """What this house asks now at a referral under this approach, in its order."""
    return list(IntakeQuestion.objects.filter(Q(regime=None) | Q(regime=regime), house=house))
