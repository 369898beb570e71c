"""Formulas over numbered criteria, such as "(1 and 2 and 3) or 4" or in Dutch "(1 en 2 en 3) of 4".

A formula is data of a regime: a functional administrator writes it, nothing executes it. It knows no "not", so meeting
one criterion more can never close the door.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

LONGEST = 300  # characters
DEEPEST = 10  # parentheses inside each other
MOST_CRITERIA = 12  # different ones: keeps the number of minimal sets small (at most 924)

TOKEN = re.compile(r"\s*(?:(?P<number>[0-9]+)|(?P<word>[^\W\d_]+)|(?P<mark>\S))")
CONJUNCTIONS = {"and": "and", "en": "and", "or": "or", "of": "or"}


class FormulaError(ValueError):
    """A formula that cannot be read: says why and, counted from 1, at which character."""

    def __init__(self, message, position: int | None = None, **values):
        super().__init__(message)
        self.message = message
        self.position = position
        self.values = values

    def __str__(self) -> str:
        reason = str(self.message) % self.values if self.values else str(self.message)
        if self.position is None:
            return reason
        return str(_("At character %(position)s: %(reason)s")) % {"position": self.position, "reason": reason}


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion, by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Every:
    """All parts must be met."""

    parts: tuple["Formula", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part must be met."""

    parts: tuple["Formula", ...]


Formula = Criterion | Every | Some


def parse(text: str, known: Collection[int] | None = None) -> Formula:
    """The formula that a text says; `known` are the numbers of the criteria that exist."""
    if len(text) > LONGEST:
        raise FormulaError(_("A formula has at most %(most)s characters."), most=LONGEST)
    tokens = _tokens(text)
    if not tokens:
        raise FormulaError(_("The formula is empty."))
    formula = _Reader(tokens, len(text) + 1, known).formula()
    if len(criteria(formula)) > MOST_CRITERIA:
        raise FormulaError(_("A formula uses at most %(most)s different criteria."), most=MOST_CRITERIA)
    return formula


def criteria(formula: Formula) -> frozenset[int]:
    """The numbers that the formula uses."""
    if isinstance(formula, Criterion):
        return frozenset({formula.number})
    return frozenset().union(*(criteria(part) for part in formula.parts))


def evaluate(formula: Formula, met: Collection[int]) -> bool:
    """Whether these criteria together satisfy the formula."""
    if isinstance(formula, Criterion):
        return formula.number in met
    answers = (evaluate(part, met) for part in formula.parts)
    return all(answers) if isinstance(formula, Every) else any(answers)


def minimal_sets(formula: Formula) -> list[frozenset[int]]:
    """The smallest sets of criteria that satisfy the formula; nothing can be left out of any of them."""
    return sorted(_minimal(formula), key=lambda chosen: (min(chosen), len(chosen), sorted(chosen)))


def normal_form(formula: Formula) -> str:
    """The one way to write every formula that means the same: its minimal sets, "(1 and 2 and 3) or 4"."""
    return _written(formula, str, "and", "or")


def in_words(formula: Formula, names: Mapping[int, str]) -> str:
    """The formula with the names of the criteria instead of their numbers."""
    return _written(formula, lambda number: names[int(number)], str(_("and")), str(_("or")))


def _written(formula: Formula, named, conjunction: str, disjunction: str) -> str:
    sets = minimal_sets(formula)
    alternatives = [f" {conjunction} ".join(named(number) for number in sorted(chosen)) for chosen in sets]
    if len(sets) > 1:
        alternatives = [
            f"({written})" if len(chosen) > 1 else written for chosen, written in zip(sets, alternatives, strict=True)
        ]
    return f" {disjunction} ".join(alternatives)


def _minimal(formula: Formula) -> set[frozenset[int]]:
    if isinstance(formula, Criterion):
        return {frozenset({formula.number})}
    parts = [_minimal(part) for part in formula.parts]
    if isinstance(formula, Some):
        return _without_larger(set().union(*parts))
    result = {frozenset()}
    for part in parts:
        result = _without_larger({left | right for left in result for right in part})
    return result


def _without_larger(sets: set[frozenset[int]]) -> set[frozenset[int]]:
    kept: list[frozenset[int]] = []
    for candidate in sorted(sets, key=len):
        if not any(smaller <= candidate for smaller in kept):
            kept.append(candidate)
    return set(kept)


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # "number", "and", "or", "(" or ")"
    text: str
    position: int


def _tokens(text: str) -> list[_Token]:
    return [_token(match) for match in TOKEN.finditer(text)]


def _token(match: re.Match) -> _Token:
    text, position = match[match.lastgroup], match.start(match.lastgroup) + 1
    if match.lastgroup == "number":
        return _Token("number", text, position)
    kind = CONJUNCTIONS.get(text.lower(), text if text in "()" else "")
    if not kind:
        shown = text if text.isprintable() else "\N{REPLACEMENT CHARACTER}"
        raise FormulaError(
            _('"%(text)s" is not understood; use numbers, and, or and parentheses.'), position, text=shown
        )
    return _Token(kind, text, position)


class _Reader:
    """Recursive descent: `or` of `and` of numbers and parentheses."""

    def __init__(self, tokens: list[_Token], end: int, known: Collection[int] | None):
        self.tokens = tokens
        self.end = end
        self.known = known
        self.place = 0
        self.depth = 0

    def formula(self) -> Formula:
        result = self._some()
        if self._kind() == ")":
            raise FormulaError(_("This closing parenthesis has no opening one."), self._position())
        if self._kind():
            raise FormulaError(_('Between two criteria stands "and" or "or".'), self._position())
        return result

    def _some(self) -> Formula:
        return self._joined("or", Some, self._every)

    def _every(self) -> Formula:
        return self._joined("and", Every, self._single)

    def _joined(self, kind: str, whole: type, read) -> Formula:
        parts = [read()]
        while self._kind() == kind:
            self.place += 1
            parts.append(read())
        return parts[0] if len(parts) == 1 else whole(tuple(parts))

    def _single(self) -> Formula:
        if self._kind() == "(":
            return self._in_parentheses()
        if self._kind() != "number":
            raise FormulaError(_("A criterion is missing here."), self._position())
        return self._criterion()

    def _criterion(self) -> Criterion:
        token = self.tokens[self.place]
        number = int(token.text)
        if self.known is not None and number not in self.known:
            raise FormulaError(_("Criterion %(number)s does not exist."), token.position, number=token.text)
        self.place += 1
        return Criterion(number)

    def _in_parentheses(self) -> Formula:
        opening = self._position()
        self.depth += 1
        if self.depth > DEEPEST:
            raise FormulaError(_("At most %(most)s parentheses may stand inside each other."), opening, most=DEEPEST)
        self.place += 1
        result = self._some()
        if self._kind() == "number" or self._kind() == "(":
            raise FormulaError(_('Between two criteria stands "and" or "or".'), self._position())
        if self._kind() != ")":
            raise FormulaError(_("This opening parenthesis is never closed."), opening)
        self.place += 1
        self.depth -= 1
        return result

    def _kind(self) -> str:
        return self.tokens[self.place].kind if self.place < len(self.tokens) else ""

    def _position(self) -> int:
        return self.tokens[self.place].position if self.place < len(self.tokens) else self.end
