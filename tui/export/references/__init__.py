"""Bibliographic references to sources in several styles.

No style adds what is unknown: an undated source stays undated, and no access date is given, since
none was recorded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.text.language import Language

if TYPE_CHECKING:
    from tui.store.bibliography import Reference

STYLES = ("gb7714", "apa", "bibtex", "csl-json")
"""Values of ``medbrief cite --style``."""


def for_readers(reference: Reference, language: Language) -> str:
    """Return a reference as readers expect it: GB/T 7714 in Chinese, APA in English."""
    if language == "zh":
        from tui.export.references.gb7714 import gb7714

        return gb7714(reference)
    from tui.export.references.apa import apa

    return apa(reference)
