"""Bibliographic references to sources: the registry of citation styles.

Styles print only what is recorded: an undated source stays undated, and the date of access is left
out where it is unknown. A style imports its module when it is used, so that the help can list the
styles at no cost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.text.language import Language

if TYPE_CHECKING:
    from typing import TypeAlias

    from tui.store.bibliography import Reference

DataFormat: TypeAlias = "Callable[[Iterable[tuple[Reference, str]]], str]"
"""Takes references, each with its annotation (the quoted words), and returns a file for a reference
manager."""


class TextStyle(NamedTuple):
    """A style for readers. ``entry``: formats an entry of the reference list; ``in_text``: formats
    the citation behind a quotation, or None if the entries are numbered and cited as ``[1]``."""

    entry: Callable[[Reference, Language], str]
    in_text: Callable[[Reference], str] | None = None


def _gb7714_2025(reference: Reference, language: Language) -> str:
    from tui.export.references.gb7714_2025 import gb7714_2025

    return gb7714_2025(reference, language)


def _gb7714_2015(reference: Reference, language: Language) -> str:
    from tui.export.references.gb7714_2015 import gb7714_2015

    return gb7714_2015(reference, language)


def _apa(reference: Reference, _language: Language) -> str:
    from tui.export.references.apa import apa

    return apa(reference)


def _apa_in_text(reference: Reference) -> str:
    from tui.export.references.apa import apa_in_text

    return apa_in_text(reference)


def _bibtex(references: Iterable[tuple[Reference, str]]) -> str:
    from tui.export.references.bibtex import bibtex

    return "\n".join(bibtex(reference, annotation) for reference, annotation in references)


def _csl_json(references: Iterable[tuple[Reference, str]]) -> str:
    import json

    from tui.export.references.csl import csl

    items = [csl(reference, annotation) for reference, annotation in references]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


STYLES: Mapping[str, TextStyle | DataFormat] = {
    "gb7714-2025": TextStyle(_gb7714_2025),
    "gb7714-2015": TextStyle(_gb7714_2015),
    "apa": TextStyle(_apa, _apa_in_text),
    "bibtex": _bibtex,
    "csl-json": _csl_json,
    "gb7714": TextStyle(_gb7714_2025),
}
"""The styles by the values of ``medbrief cite --style``; ``gb7714`` is the edition in force."""


def default_style(language: Language) -> str:
    """Return the style that readers expect: GB/T 7714—2025 in Chinese, APA in English."""
    return "gb7714-2025" if language == "zh" else "apa"


def for_readers(reference: Reference, language: Language) -> str:
    """Return a reference as readers expect it: GB/T 7714—2025 in Chinese, APA in English."""
    return (_gb7714_2025 if language == "zh" else _apa)(reference, language)
