"""Originals in another format than UTF-8 text: one finding, not one per quote."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from tests.check.briefing import CLEAN, write
from tests.check.findings import TODAY, codes
from tui.check import CheckResult, check_content
from tui.load import load_content

_PAPER = "originals/wanbao.txt"
_TEXT = CLEAN[_PAPER]


def _check(folder: Path, original: bytes) -> CheckResult:
    """Check the briefing with that original and a source record that fits it."""
    record = CLEAN["seeds/wanbao.toml"]
    record = re.sub(r"size = \d+", f"size = {len(original)}", record)
    record = re.sub(r'sha256 = ".*"', f'sha256 = "{sha256(original).hexdigest()}"', record)
    content = write(folder, {**CLEAN, "seeds/wanbao.toml": record})
    (folder / _PAPER).write_bytes(original)
    return check_content(load_content(content), folder / "originals", TODAY)


@pytest.mark.parametrize(
    ("original", "format_"),
    [
        (_TEXT.encode("gb18030"), "GB18030"),
        (_TEXT.encode("utf-16"), "UTF-16"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        (b"PK\x03\x04" + _TEXT.encode(), "ZIP"),
        (_TEXT.encode() + b"\0", "binary"),
        (_TEXT.encode() + b"\xff\xff", "non-UTF-8"),
    ],
)
def test_another_format_is_one_finding_that_names_it(
    tmp_path: Path, original: bytes, format_: str
) -> None:
    result = _check(tmp_path, original)
    assert codes(list(result.findings)) == ["S107"]
    for text in result.findings[0].problem.message:
        assert format_ in text
    assert result.unchecked_sources == ()


def test_html_entities_are_one_finding_that_counts_the_quotes(tmp_path: Path) -> None:
    encoded = "".join(f"&#{ord(char)};" if ord(char) > 127 else char for char in _TEXT)
    result = _check(tmp_path, encoded.encode())
    assert codes(list(result.findings)) == ["S108"]
    assert re.search(r"such as &#\d+;: \d\d quotes", result.findings[0].problem.message.en)


def test_a_changed_file_is_only_reported_as_changed(tmp_path: Path) -> None:
    content = write(tmp_path)
    (tmp_path / _PAPER).write_bytes(_TEXT.encode("gb18030"))
    result = check_content(load_content(content), tmp_path / "originals", TODAY)
    assert codes(list(result.findings)) == ["S101"]
