"""Verify a briefing's citations and texts against the original documents.

Independent of ``tui.check``: an error in a rule must not hide missing evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel

from tui.load import Content
from tui.model import Bilingual, Citation, Source
from tui.text.quote_selector import find_quote, strip_tags

MIN_COPIED_RUN = 24
"""Consecutive characters from which on a text counts as copied from an original."""

_NAME_FIELDS = ("title", "names", "name", "short")
"""Fields that may repeat an original at any length."""


def citations_of(content: Content) -> list[tuple[str, Citation]]:
    """Return every citation of the records, with the name of its file."""
    return [
        (content.files[record.id].name, citation)
        for record in content.records
        for citation in _citations(record)
    ]


def original_texts(content: Content, folder: Path) -> dict[str, str]:
    """Return the text of each source's original, without HTML tags, by source id."""
    return {source.id: read_original(folder, source) for source in content.sources}


def read_original(folder: Path, source: Source) -> str:
    """Return the text of an original as quotes are matched against it."""
    return strip_tags((folder / source.original.file).read_bytes().decode("utf-8"))


def passages(citation: Citation, texts: dict[str, str]) -> int:
    """Return in how many different sentences of its original a quote occurs."""
    prefix, suffix = citation.prefix or "", citation.suffix or ""
    text = texts[citation.source]
    found = find_quote(text, citation.exact, prefix, suffix)
    return len({_sentence(text, at, at + len(citation.exact)) for at in found})


def _sentence(text: str, start: int, end: int) -> str:
    before = re.split("[。！？\n]", text[:start])[-1]
    return before + text[start:end] + re.split("[。！？\n]", text[end:])[0]


def difference_from_record(folder: Path, source: Source) -> str:
    """Return how an original differs from the source's record; an empty string if it does not."""
    data = (folder / source.original.file).read_bytes()
    if len(data) != source.original.size:
        return f"{source.original.file}: {len(data)} bytes, not {source.original.size}"
    if sha256(data).hexdigest() != source.original.sha256:
        return f"{source.original.file}: different checksum"
    return ""


def copied_runs(content: Content, originals: list[str]) -> Iterator[str]:
    """Yield runs of an original in the editor's texts, outside quotes and 《titles》."""
    runs: set[str] = set()
    for original in originals:
        runs.update(_runs(original))
    models: list[BaseModel] = [
        content.briefing, *content.sources, *content.records, *content.briefs
    ]  # fmt: skip
    for text in (text for model in models for text in _editor_texts(model)):
        copied = [run for run in _runs(re.sub("《[^》]*》", "《》", text)) if run in runs]
        yield from copied[:1]


def _runs(text: str) -> Iterator[str]:
    condensed = re.sub(r"\s", "", text)
    for start in range(len(condensed) - MIN_COPIED_RUN + 1):
        yield condensed[start : start + MIN_COPIED_RUN]


def _citations(value: object) -> Iterator[Citation]:
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _citations(item)
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from _citations(getattr(value, field))


def _editor_texts(value: object) -> Iterator[str]:
    if isinstance(value, Bilingual):
        yield from (value.zh, value.en)
    elif isinstance(value, tuple):
        for item in value:
            yield from _editor_texts(item)
    elif isinstance(value, BaseModel) and not isinstance(value, Citation):
        for field in type(value).model_fields:
            if field not in _NAME_FIELDS:
                yield from _editor_texts(getattr(value, field))
