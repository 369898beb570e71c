"""What this capability adds to the promises over all tables, part by part."""

from . import course_in_the_house, course_rows, house_of_contributions, house_of_the_circle

PARTS = [house_of_contributions, house_of_the_circle, course_in_the_house, course_rows]


def furnish(house):
    for part in PARTS:
        getattr(part, "furnish", bool)(house)


def merged(name):
    return {key: value for part in PARTS for key, value in getattr(part, name, {}).items()}


ROWS, CHANGES, EXISTS, READERS = merged("ROWS"), merged("CHANGES"), merged("EXISTS"), merged("READERS")
QUESTIONS = [one for part in PARTS for one in getattr(part, "QUESTIONS", ())]
