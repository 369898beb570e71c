"""Finding a referral or a case by its number."""

import re

from django.urls import reverse

from schakel.access.urls import NumberConverter
from schakel.cases.models import Case
from schakel.referrals.models import Referral


def found_by_number(text):
    """The address of the file with this number, typed with or without capitals and hyphen; None when there is none."""
    signs = re.sub(r"[\s-]", "", text[:20]).upper()
    number = f"{signs[:4]}-{signs[4:]}"
    if not re.fullmatch(NumberConverter.regex, number):
        return None
    if Case.objects.mine().filter(number=number).exists():
        return reverse("work:case_overview", args=[number])
    if Referral.objects.filter(number=number).exists():
        return reverse("referrals:referral", args=[number])
    return None
