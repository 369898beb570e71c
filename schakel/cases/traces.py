"""What betrays a person in a text about an area; what is looked for stands with the persons."""

from schakel.people.traces import personal_traces

__all__ = ["personal_traces"]
