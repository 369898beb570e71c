from itertools import chain, combinations

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schakel.network.formula import (
    Criterion,
    Every,
    FormulaError,
    Some,
    criteria,
    evaluate,
    in_words,
    minimal_sets,
    normal_form,
    parse,
)

REGIME = "(1 and 2 and 3) or 4"
FORMULAS = st.recursive(
    st.integers(1, 6).map(Criterion),
    lambda inner: st.builds(
        lambda whole, parts: whole(tuple(parts)),
        st.sampled_from([Every, Some]),
        st.lists(inner, min_size=2, max_size=3),
    ),
    max_leaves=10,
)


def every_set(numbers):
    return map(set, chain.from_iterable(combinations(numbers, size) for size in range(len(numbers) + 1)))


@pytest.mark.parametrize(
    ("met", "expected"), [({1, 2, 3}, True), ({4}, True), ({1, 2}, False), ({1, 2, 4}, True), (set(), False)]
)
def test_the_formula_of_a_complex_case_decides(met, expected):
    assert evaluate(parse(REGIME), met) is expected


@pytest.mark.parametrize(
    "text", ["(1 en 2 en 3) of 4", "4 OR (3 AND 2 AND 1)", "4 of 1 en 2 en 3", "((1 and 2) and 3)or(4)"]
)
def test_different_ways_of_writing_have_one_normal_form(text):
    assert normal_form(parse(text)) == REGIME


def test_and_binds_more_tightly_than_or():
    assert normal_form(parse("1 or 2 and 3")) == "1 or (2 and 3)"


def test_what_can_be_left_out_is_left_out():
    assert minimal_sets(parse("1 or (1 and 2) or (2 and (3 or 2))")) == [{1}, {2}]


def test_the_formula_reads_as_a_sentence():
    names = {1: "several problems", 2: "several chains", 3: "impact", 4: "area"}
    with translation.override("en"):
        assert in_words(parse(REGIME), names) == "(several problems and several chains and impact) or area"


def test_a_single_criterion_is_a_formula():
    assert normal_form(parse(" 7 ")) == "7"
    assert criteria(parse("7")) == {7}


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("", None),
        ("   ", None),
        ("1 and", 6),
        ("and 1", 1),
        ("1 2", 3),
        ("(1 or 2", 1),
        ("(1 2)", 4),
        ("1 or 2)", 7),
        ("()", 2),
        ("1 xor 2", 3),
        ("1 && 2", 3),
        ("1 and 9", 7),
        ("not 1", 1),
        ("1\ud800", 2),
        ("__import__('os')", 1),
        ("1 or " * 100 + "1", None),
        ("(" * 11 + "1" + ")" * 11, 11),
        ("(" * 200, 11),
        (" and ".join(map(str, range(1, 14))), None),
        ("9" * 299, 1),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(text, position):
    with pytest.raises(FormulaError) as refusal:
        parse(text, known=range(1, 14) if "13" in text else {1, 2, 3, 4})
    assert refusal.value.position == position
    assert str(refusal.value).encode("utf-8")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(FORMULAS)
def test_the_normal_form_means_the_same_and_is_stable(formula):
    again = parse(normal_form(formula))
    assert normal_form(again) == normal_form(formula)
    for met in every_set(criteria(formula)):
        assert evaluate(again, met) == evaluate(formula, met)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(FORMULAS)
def test_nothing_can_be_left_out_of_a_minimal_set(formula):
    for chosen in minimal_sets(formula):
        assert evaluate(formula, chosen)
        assert not any(evaluate(formula, chosen - {number}) for number in chosen)
