"""Persons in templates: `{% load people %}`."""

from django import template

from schakel.people import showing
from schakel.people.dates import parse_registry

register = template.Library()
register.filter(showing.display_name)
register.filter(showing.life_line)
register.filter("age", showing.age_of)


@register.filter
def partial_date(text):
    """A date of eight digits in words: "12 november 1999", "1968", "onbekend"; nothing for no date."""
    return parse_registry(text) or ""


@register.filter
def address_line(address):
    """An address on one line, or nothing."""
    if not address:
        return ""
    last = " ".join(part for part in (address.postcode, address.place) if part)
    return ", ".join(part for part in (*address.lines.splitlines(), last, address.country) if part)


@register.inclusion_tag("people/person.html")
def file_person(person, address=None, url=""):
    """Somebody a file is about: name, dates, what to know, address; `url` leads to changing it."""
    return {"person": person, "address": address, "url": url}
