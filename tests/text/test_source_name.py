"""The name of a source in a text, and a title without it."""

from __future__ import annotations

import pytest

from tui.text.source_name import is_named_last, names_source, without_source


@pytest.mark.parametrize(
    ("title", "source", "expected"),
    [
        ("白杨研究2023：夜间问诊增长", "白杨研究2023", "夜间问诊增长"),
        ("白杨研究称夜间问诊增长", "白杨研究2023", "夜间问诊增长"),
        ("白杨研究称：夜间问诊增长", "白杨研究", "夜间问诊增长"),
        ("Baize 2023: after ten years", "Baize 2023", "After ten years"),
        ("白杨研究与松桥称：夜间问诊增长", "白杨研究2023", "白杨研究与松桥称：夜间问诊增长"),
        ("夜间问诊增长", "白杨研究2023", "夜间问诊增长"),
        ("白杨研究：", "白杨研究2023", "白杨研究："),
    ],
)
def test_a_title_without_its_source(title: str, source: str, expected: str) -> None:
    assert without_source(title, source) == expected


def test_a_source_is_named_only_in_the_sentence() -> None:
    assert names_source("据白杨研究，夜间问诊增长。", "白杨研究2023")
    assert names_source("One undated excerpt says so.", "Excerpts")
    assert not names_source("夜间问诊增长。白杨研究另有说法。", "白杨研究2023")
    assert is_named_last("夜间问诊增长。白杨研究称（见：", "白杨研究2023")
    assert not is_named_last("白杨研究称夜间问诊增长。另见：", "白杨研究2023")
