"""Promises over every model, without a database."""

import re
from collections import Counter

import pytest
from django.apps import apps

from schakel.access.classification import Holds
from schakel.access.policies import APPLICATION_ROLE, policies_of

OURS = [model for model in apps.get_models(include_auto_created=True) if model.__module__.startswith("schakel.")]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
class TestEveryModel:
    def test_says_in_sentences_who_may_touch_it(self, model):
        assert policies_of(model)

    def test_has_one_sentence_for_each_command_and_role(self, model):
        assert all(number == 1 for number in Counter((one.command, one.role) for one in policies_of(model)).values())

    def test_says_what_it_holds(self, model):
        assert isinstance(model.holds, Holds)

    def test_classifies_every_field(self, model):
        """Keys and references say nothing by themselves."""
        unclassified = {
            field.name for field in model._meta.concrete_fields if not field.primary_key and not field.is_relation
        }
        assert unclassified - set(model.classified.by_field) == set()
        assert set(model.classified.by_field) - {field.name for field in model._meta.concrete_fields} == set()

    def test_asks_what_its_content_asks_for(self, model):
        question = {Holds.CONTENT: "access.opened()", Holds.NAMES: "access.shown()"}.get(model.holds, "")
        for one in policies_of(model):
            if one.command == "SELECT" and one.role == APPLICATION_ROLE:
                assert question in one.using
                assert "access." in one.using, "a sentence that asks nothing is no sentence"

    def test_never_asks_a_function_once_for_each_row_that_is_read(self, model):
        """Ten to a thousand times slower, and the waiting time tells how much is hidden."""
        for one in policies_of(model):
            if one.command == "SELECT":
                bare = re.sub(r"\(SELECT access\.\w+\([^()]*\)( \|\| access\.\w+\([^()]*\))*\)", "", one.using)
                assert "access." not in bare

    def test_compares_ids_and_times_only(self, model):
        assert not any(re.search(r"ILIKE|@@|~", one.using + one.check_expression) for one in policies_of(model))
