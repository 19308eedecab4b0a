from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.check.briefing import CLEAN, changed, write
from tests.check.findings import TODAY, codes
from tui.check import check_content
from tui.check.autofix import apply_fixes
from tui.load import load_content
from tui.model import Gap

_GAP = "content/gaps/gap-night-2022.toml"
_ZH = '"只有2021年的数。"'
_EN = '"Only 2021 is given."'
FIXABLE = {"T702", "T703", "T704", "T705", "F804"}

# Code, text before and text after the fix (both as TOML literals).
CHINESE = (
    ("T702", '"收入,支出"', '"收入，支出"'),
    ("T702", '"收入;支出:都有?都有!"', '"收入；支出：都有？都有！"'),
    ("T702", '"只有一年."', '"只有一年。"'),
    ("T702", '"收入(约半)上升"', '"收入（约半）上升"'),
    ("T702", '"收入（毛)上升"', '"收入（毛）上升"'),
    ("T702", '"“收入”,《支出》:都有"', '"“收入”，《支出》：都有"'),
    ("T702", '"《a,中》与“(b中)”,都有a:b"', '"《a,中》与“(b中)”，都有a:b"'),
    ("T702", "'收入,支出\"\\'", '"收入，支出\\"\\\\"'),
    ("T703", '"2021 年 3 月 收入"', '"2021年3月收入"'),
    ("T703", '"《收 入》 与 “支 出” 都有"', '"《收 入》与“支 出”都有"'),
    ("T703", '"用 open source 软件"', '"用open source软件"'),
    (
        "T703",
        '"收入 {fact:income@2021 125亿元} 。"',
        '"收入{fact:income@2021 125亿元}。"',
    ),
    ("T704", '" 收入"', '"收入"'),
    ("T704", '"收入　"', '"收入"'),
    ("T705", '"收\\u200b入\\u0007"', '"收入"'),
    ("T705", '"""\n收入，\\\n  支出。\n多"""', '"收入，支出。多"'),
    (
        "F804",
        '"{fact:visits@2022}与{fact:visits@2021:reported}"',
        '"{fact:visits@2022:forecast 80万次}与{fact:visits@2021 8万次}"',
    ),
)
ENGLISH = (
    ("T704", '"two  spaces   here "', '"two spaces here"'),
    ("T705", '"a\\u200bb"', '"ab"'),
    ("T705", '"a\\u202e\\u2060 b"', '"a b"'),
    ("T705", '"one\\ttwo\\nthree"', '"one two three"'),
    ("T705", '"""\none\ntwo"""', '"one two"'),
)
CASES = [("zh", *case) for case in CHINESE] + [("en", *case) for case in ENGLISH]


def _with(language: str, literal: str) -> bytes:
    """Return the record with that text, in an irregular format: comments, spacing, CRLF."""
    old = _ZH if language == "zh" else _EN
    text = CLEAN[_GAP].replace(old, literal)
    lines = text.replace('id = "gap', '# 甲 "乙"  ,\nid   =   "gap')
    return (lines + "\n# the end,  unchanged \t\n").replace("\n", "\r\n").encode()


def _fix(folder: Path, record: bytes) -> tuple[int, bytes]:
    """Fix a briefing with that record; return the number of fixes and the fixed record."""
    content = write(folder)
    (folder / _GAP).write_bytes(record)
    return apply_fixes(content, None, TODAY), (folder / _GAP).read_bytes()


@pytest.mark.parametrize(("language", "code", "before", "after"), CASES)
def test_fix_changes_the_text_and_no_other_byte(
    tmp_path: Path, language: str, code: str, before: str, after: str
) -> None:
    content = write(tmp_path)
    (tmp_path / _GAP).write_bytes(_with(language, before))
    found = codes(list(check_content(load_content(content), None, TODAY).findings))
    assert code in found
    assert set(found) <= FIXABLE

    assert apply_fixes(content, None, TODAY) >= 1
    assert (tmp_path / _GAP).read_bytes() == _with(language, after)
    assert apply_fixes(content, None, TODAY) == 0
    assert (tmp_path / _GAP).read_bytes() == _with(language, after)


def test_other_files_are_unchanged(tmp_path: Path) -> None:
    _fix(tmp_path, _with("zh", '"收入,支出"'))
    for name, text in CLEAN.items():
        if name != _GAP:
            assert (tmp_path / name).read_bytes() == text.encode()


def test_clean_briefing_is_unchanged(tmp_path: Path) -> None:
    count, record = _fix(tmp_path, CLEAN[_GAP].encode())
    assert (count, record) == (0, CLEAN[_GAP].encode())


def test_all_violations_in_one_text_are_fixed(tmp_path: Path) -> None:
    _, record = _fix(tmp_path, _with("zh", '" 收 入 ,\\u200b(支出 )\\t, 都  有 .\\u0007"'))
    assert record == _with("zh", '"收入，（支出），都有。"')


def test_violations_in_several_files_are_fixed(tmp_path: Path) -> None:
    content = write(tmp_path)
    term = tmp_path / "content/glossary/term-return-visit.toml"
    term.write_text(
        CLEAN["content/glossary/term-return-visit.toml"]
        .replace("已看过的病", "已看过的 病")
        .replace("A second visit", "A second  visit"),
        encoding="utf-8",
    )
    (tmp_path / _GAP).write_bytes(_with("en", '"Only  2021."'))
    assert apply_fixes(content, None, TODAY) == 3
    assert term.read_text(encoding="utf-8") == CLEAN["content/glossary/term-return-visit.toml"]
    assert (tmp_path / _GAP).read_bytes() == _with("en", '"Only 2021."')


def test_byte_order_mark_is_preserved(tmp_path: Path) -> None:
    _, record = _fix(tmp_path, b"\xef\xbb\xbf" + _with("en", '"two  spaces"'))
    assert record == b"\xef\xbb\xbf" + _with("en", '"two spaces"')


@pytest.mark.parametrize("literal", ['"\\u200b"', '"\\u200b \\u2060"'])
def test_text_that_would_become_empty_is_not_fixed(tmp_path: Path, literal: str) -> None:
    _fix(tmp_path, _with("en", literal))
    findings = check_content(load_content(tmp_path / "content"), None, TODAY).findings
    assert "T705" in codes(list(findings))


def test_rule_without_automatic_fix_changes_nothing(tmp_path: Path) -> None:
    record = _with("en", '"TODO 网上门诊"')
    assert _fix(tmp_path, record) == (0, record)


_INCOME = "content/statistics/income.toml"
_QUOTE = 'exact = "比上年增长30%"'


@pytest.mark.parametrize("typed", ["比上年增长 30%", "比上年增长３０％", "比上年，增长30%"])
def test_a_quote_that_differs_only_in_form_is_copied_from_the_original(
    tmp_path: Path, typed: str
) -> None:
    content = write(tmp_path, changed((_INCOME, _QUOTE, f'exact   = "{typed}"')))
    assert apply_fixes(content, tmp_path / "originals", TODAY) == 1
    fixed = (tmp_path / _INCOME).read_text(encoding="utf-8")
    assert fixed == CLEAN[_INCOME].replace(_QUOTE, _QUOTE.replace(" =", "   ="))


@pytest.mark.parametrize("typed", ["比上年增长3.0%", "比上年增长了30%", "比上年增长30"])
def test_a_quote_of_other_words_is_not_fixed(tmp_path: Path, typed: str) -> None:
    files = changed((_INCOME, _QUOTE, f'exact = "{typed}"'))
    assert apply_fixes(write(tmp_path, files), tmp_path / "originals", TODAY) == 0
    assert (tmp_path / _INCOME).read_text(encoding="utf-8") == files[_INCOME]


def test_a_full_disk_leaves_the_file_and_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:  # the error does not name the file
        raise OSError(errno.ENOSPC, "No space left on device")

    content = write(tmp_path)
    (tmp_path / _GAP).write_bytes(_with("en", '"two  spaces"'))
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as caught:
        apply_fixes(content, None, TODAY)
    assert (tmp_path / _GAP).read_bytes() == _with("en", '"two  spaces"')
    assert Path(caught.value.filename).resolve() == (tmp_path / _GAP).resolve()


_texts = st.lists(
    st.sampled_from(
        [
            *"收入a1 ,;:?!.()（），。“”《》、\\\"'\u3000\u200b\x07\t\n",
            "  ",
            "中文",
            "ab",
            "{fact:income}",
            "{fact:visits@2021 8万次}",
        ]
    ),
    min_size=1,
    max_size=24,
).map("".join)


@pytest.mark.slow
@given(zh=_texts, en=_texts)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_texts_are_fixed_completely_without_losing_letters(
    tmp_path: Path, zh: str, en: str
) -> None:
    finding = "".join(
        f"{name} = {_escaped('收' + text + '入')}\n" for name, text in (("zh", zh), ("en", en))
    )
    record = (
        CLEAN[_GAP].replace(f"finding = {{ zh = {_ZH}, en = {_EN} }}\n", "")
        + f"[finding]\n{finding}"
    )
    _fix(tmp_path, record.encode())
    loaded = load_content(tmp_path / "content")
    assert not FIXABLE & set(codes(list(check_content(loaded, None, TODAY).findings)))
    (fixed,) = (record.finding for record in loaded.records if isinstance(record, Gap))
    assert _letters(fixed.zh) == _letters("收" + zh + "入")
    assert _letters(fixed.en) == _letters("收" + en + "入")
    assert apply_fixes(tmp_path / "content", None, TODAY) == 0


def _escaped(text: str) -> str:
    return '"' + "".join(f"\\u{ord(char):04x}" for char in text) + '"'


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())
