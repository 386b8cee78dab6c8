"""Texts that UTF-8 cannot carry are shown all the same, with every offset as it was."""

from __future__ import annotations

from dataclasses import replace

from tests.made_case import made_case

from sayso.server.clean import clean, presentable
from sayso.server.index import AppIndex
from sayso.server.views.reader import find, page


def test_a_case_without_halves_is_itself() -> None:
    case = made_case()
    assert presentable(case) is case
    assert clean(case) is not None


def test_a_half_is_replaced_by_one_character() -> None:
    case = made_case()
    first = case.readings[0]
    text = first.text.replace("Home", "Ho\ud83de")
    broken = replace(case, readings=(replace(first, text=text), *case.readings[1:]))
    shown = presentable(broken)
    assert shown.readings[0].text == text.replace("\ud83d", "\N{REPLACEMENT CHARACTER}")
    assert len(shown.readings[0].text) == len(text)
    index = AppIndex(shown)
    found = find(index, first.document)
    assert found
    page(index, found).model_dump_json().encode("utf-8")
    assert broken.readings[0].text == text
