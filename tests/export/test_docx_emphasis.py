"""Emphasis in Word documents is that of HTML files."""

from __future__ import annotations

from tui.export.docx import with_signs_inside
from tui.export.markdown.markdown_text import strong


def test_a_percent_sign_before_a_letter_is_emphasized() -> None:
    markdown = f"又{strong('下降98.2%', after='后')}后回升"
    assert markdown == "又**下降98.2**%后回升"
    assert with_signs_inside(markdown) == "又**下降98.2%**&#21518;回升"


def test_other_text_stays_as_it_is() -> None:
    for markdown in ("**a** 5%b **c**", "**下降98.2%**（编者计算）", "**a**：5%后"):
        assert with_signs_inside(markdown) == markdown
