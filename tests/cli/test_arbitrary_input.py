"""Any input gives a documented exit code, no traceback, and no control characters in the output."""

from __future__ import annotations

import os
import subprocess
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.command import COMMAND, Medbrief
from tests.cli.inside import run
from tui.text.control_characters import lines_without_controls

_LINES = [
    ["find"],
    ["find", "--json"],
    ["find", "--explain", "--limit", "3"],
    ["show"],
    ["open"],
    ["list"],
    ["brief"],
    ["help"],
    ["completion"],
    ["sources"],
    ["disagreements"],
    ["find", "医保", "--limit"],
    ["list", "--lang"],
    ["list", "--tag"],
    ["list", "--since"],
    ["timeline", "--type"],
    ["compare", "qinghe-health"],
    ["list", "--width"],
    ["find", "--"],
    [],
]
_PIECES = [
    *("\x1b[31m", "\x1b]0;x\x07", "\x9b2J", "\x00"[:0], "\x7f", "\r", "\n", "\t", "\x07"),
    *("\u202e", "\u2066", "\u200f", "\u200e", "\u200b", "\ufeff", "\u2028", "\x85", "\xad"),
    *("\udcff", "\ud800", "\udfff"),
    *(".*", "(?:", "[", "\\", "^$", "*" * 20, "{", "%s", "{0}", "' OR 1=1 --", '"', "NEAR("),
    *("医保", "市场规模", "2022", "ＪＤ", "㎡", "é", "👨\u200d👩\u200d👧", "𠮷", "Ⅷ", "½"),
    *("-", "--", "-x", "--=", "@file", "=", "/dev/null", "~"),
]
_TEXT = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(_PIECES), max_size=6).map("".join),
    st.text(st.characters(categories=["Cc", "Cf", "Cs", "Co", "Zl", "Zp"]), max_size=8),
    st.builds(lambda piece, times: piece * times, st.sampled_from(_PIECES), st.just(10_000)),
)
_CONTROL = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_TAGS = {*map(chr, range(0xE0020, 0xE0080))}
"""Characters that, behind a black flag, are the flag of a region."""


def _check(code: object, out: str, err: str, typed: str) -> None:
    assert code in {0, 1, 2}, err
    assert "Traceback" not in err
    assert len(err) < 2000
    for text in (out, err):
        assert lines_without_controls(text) == text
        found = {char for char in text if unicodedata.category(char) in _CONTROL}
        assert found <= set("\n\u200c\u200d") | _TAGS, typed


@pytest.mark.parametrize("line", _LINES, ids=" ".join)
@given(typed=_TEXT)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_words_get_a_documented_exit_code(line: list[str], typed: str) -> None:
    if "\0" in typed:  # impossible in an argument of a process
        return
    # As the system passes arguments: bytes that are not UTF-8 become surrogates.
    try:
        typed = os.fsdecode(os.fsencode(typed))
    except UnicodeEncodeError:  # a surrogate that no byte decodes to
        return
    result = run(*line, typed)
    _check(result.code, result.out, result.err, typed)


@pytest.mark.parametrize("line", [["find"], ["show"], ["open"], ["list", "--lang"], []])
@pytest.mark.parametrize(
    "typed",
    [b"\xff\xfe", b"\x1b[2J\xe5\x8c", "\u202e医保\u2066".encode(), b"z" * 100_000, b"-\xff"],
)
def test_any_bytes_get_a_documented_exit_code(
    medbrief: Medbrief, line: list[str], typed: bytes
) -> None:
    done = subprocess.run(
        [os.fsencode(COMMAND), *(os.fsencode(word) for word in line), typed],
        env=dict(medbrief.environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    _check(done.returncode, done.stdout.decode(), done.stderr.decode(), os.fsdecode(typed))
