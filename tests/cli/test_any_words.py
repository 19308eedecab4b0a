"""Whatever is typed: an exit code that says something, no traceback, nothing that steers the
terminal."""

from __future__ import annotations

import os
import subprocess
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.command import COMMAND, Medbrief
from tests.cli.inside import run
from tests.conftest import REAL_CONTENT
from tui.store import Store

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
    ["compare", "jd-health"],
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
_STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.fixture(autouse=True, scope="module")
def _real(real_store: Store) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MEDBRIEF_CONTENT", str(REAL_CONTENT))
        yield


def _check(code: object, out: str, err: str, typed: str) -> None:
    assert code in {0, 1, 2}, err
    assert "Traceback" not in err
    assert len(err) < 2000
    for text in (out, err):
        # What the briefing itself says may hold a joiner; it is not what was typed.
        found = {char for char in text if unicodedata.category(char) in _STEERING} - {"\n"}
        assert found & set(typed) == set()
        assert not found & set("\x1b\x9b\r\x07\x00\u202e\u2066")


@pytest.mark.parametrize("line", _LINES, ids=" ".join)
@given(typed=_TEXT)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_any_words_are_answered(line: list[str], typed: str) -> None:
    if "\0" in typed:  # no argument of a process can hold it
        return
    # As the system hands it over: what is no UTF-8 comes as surrogates.
    try:
        typed = os.fsdecode(os.fsencode(typed))
    except UnicodeEncodeError:  # a surrogate that no bytes stand for
        return
    said = run(*line, typed)
    _check(said.code, said.out, said.err, typed)


@pytest.mark.parametrize("line", [["find"], ["show"], ["open"], ["list", "--lang"], []])
@pytest.mark.parametrize(
    "typed",
    [b"\xff\xfe", b"\x1b[2J\xe5\x8c", "\u202e医保\u2066".encode(), b"z" * 100_000, b"-\xff"],
)
def test_bytes_of_any_kind_are_answered(medbrief: Medbrief, line: list[str], typed: bytes) -> None:
    done = subprocess.run(
        [os.fsencode(COMMAND), *(os.fsencode(word) for word in line), typed],
        env=dict(medbrief.environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    _check(done.returncode, done.stdout.decode(), done.stderr.decode(), os.fsdecode(typed))
