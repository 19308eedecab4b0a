"""A quote that names the first three quarters is not the evidence of a single quarter."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.briefing import changed, with_checksums
from tests.check.findings import codes, find

_NIGHT = "content/statistics/night-income.toml"
_PAPER = "originals/wanbao.txt"
_FIGURE = """[[observations]]
period = "{period}"
value = 7
unit = "亿元"
status = "reported"
citations = [{{ source = "wanbao", exact = "去年前三季度夜间收入7亿元" }}]

[[observations]]
"""


@pytest.mark.parametrize(
    ("period", "expected"),
    [("2021-Q3", ["Q208"]), ("2021-01/2021-09", [])],
)
def test_a_quarter_is_not_nine_months(tmp_path: Path, period: str, expected: list[str]) -> None:
    files = changed(
        (_PAPER, "接诊80万次", "接诊80万次，去年前三季度夜间收入7亿元"),
        (_NIGHT, "[[observations]]\n", _FIGURE.format(period=period)),
    )
    found = codes(find(tmp_path, with_checksums(files)))
    assert [code for code in found if code.startswith("Q")] == expected
