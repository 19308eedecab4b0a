"""A wording is one text in both languages, and is filled in both."""

from __future__ import annotations

from tui.text.language import LANGUAGES, Wording, other_language


def test_each_language_has_its_text_and_its_other() -> None:
    wording = Wording("医", "care")
    assert [wording.of(language) for language in LANGUAGES] == ["医", "care"]
    assert [other_language(language) for language in LANGUAGES] == ["en", "zh"]


def test_places_are_filled_with_what_each_language_says() -> None:
    said = Wording("{who}有{count}人", "{who}: {count} people")
    filled = said.format(who=Wording("京东健康", "JD Health"), count=3)
    assert filled == Wording("京东健康有3人", "JD Health: 3 people")


def test_braces_in_what_is_filled_in_stay_as_they_are() -> None:
    assert Wording("{a}", "{a}").format(a="{b}{0}{") == Wording("{b}{0}{", "{b}{0}{")
