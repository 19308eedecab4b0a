"""Texts in both languages."""

from __future__ import annotations

from tui.text.language import LANGUAGES, Wording, chinese_list, other_language


def test_a_wording_has_a_text_for_each_language() -> None:
    wording = Wording("医", "care")
    assert [wording.of(language) for language in LANGUAGES] == ["医", "care"]
    assert [other_language(language) for language in LANGUAGES] == ["en", "zh"]


def test_wordings_as_values_are_filled_in_by_language() -> None:
    template = Wording("{who}有{count}人", "{who}: {count} people")
    filled = template.format(who=Wording("京东健康", "JD Health"), count=3)
    assert filled == Wording("京东健康有3人", "JD Health: 3 people")


def test_braces_in_values_are_not_changed() -> None:
    assert Wording("{a}", "{a}").format(a="{b}{0}{") == Wording("{b}{0}{", "{b}{0}{")


def test_no_comma_stands_between_quotation_marks_in_a_chinese_list() -> None:
    assert chinese_list(["医", "药", "险"]) == "医、药、险"
    assert chinese_list(["“医”", "“药”", "险"]) == "“医”“药”、险"
