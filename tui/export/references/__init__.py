"""A source as a reference, in the style that is asked for. None states what nobody knows: an
undated source stays undated, and since no day of access was kept, none is given.
"""

from __future__ import annotations

from tui.export.references.apa import apa
from tui.export.references.gb7714 import gb7714
from tui.store.bibliography import Reference
from tui.text.language import Language

STYLES = ("gb7714", "apa", "bibtex", "csl-json")
"""As ``medbrief cite --style`` names them."""


def for_readers(reference: Reference, language: Language) -> str:
    """The reference that readers of a language expect: GB/T 7714 in Chinese, APA in English."""
    return gb7714(reference) if language == "zh" else apa(reference)
