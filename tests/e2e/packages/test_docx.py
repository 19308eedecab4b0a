"""``--format docx`` with the real pandoc: what Word gets, read back by pandoc."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import Medbrief

pytestmark = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")


def _plain(file: Path) -> str:
    command = ["pandoc", "--from=docx", "--to=plain", "--wrap=none", str(file)]
    return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode()


@pytest.mark.parametrize(("lang", "title"), [("zh", "医保支付 · "), ("en", "Insurance payment · ")])
def test_a_brief_on_a_topic_is_a_word_document(
    bare: dict[str, str], tmp_path: Path, lang: str, title: str
) -> None:
    file = tmp_path / "brief.docx"
    words = ("export", "--tag", "insurance-payment", "-o", str(file), "--lang", lang)
    answer = Medbrief(bare).process(*words)
    assert (answer.code, answer.stdout, answer.message) == (0, b"", "")
    text = _plain(file)
    assert text.startswith(title)
    assert "[^" not in text, "a footnote was not recognized"
