"""What a briefing cites and says, and the originals against which both are held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel

from tui.load import Content
from tui.model import Bilingual, Citation, Source
from tui.text.quote_selector import strip_tags

LONGEST_RUN = 24
"""Characters from which on our own words would reproduce an original."""

_NAMES = ("title", "names", "name", "short")
"""What something is called may be as long as it likes."""


def everything(content: Content) -> list[BaseModel]:
    """All that an editor wrote."""
    return [content.briefing, *content.sources, *content.records, *content.briefs]


def cited(content: Content) -> list[tuple[str, Citation]]:
    """Every citation, with the file in which it stands."""
    return [
        (content.files[record.id].name, citation)
        for record in content.records
        for citation in _citations(record)
    ]


def read_original(folder: Path, source: Source) -> str:
    """The text that citations quote."""
    return strip_tags((folder / source.original.file).read_bytes().decode("utf-8"))


def unlike_its_record(folder: Path, source: Source) -> str:
    """What of an original's file is not as its record says; empty if all is."""
    data = (folder / source.original.file).read_bytes()
    if len(data) != source.original.size:
        return f"{source.original.file}: {len(data)} bytes, not {source.original.size}"
    if sha256(data).hexdigest() != source.original.sha256:
        return f"{source.original.file}: another checksum"
    return ""


def reproduced(content: Content, originals: list[str]) -> Iterator[str]:
    """Runs of an original's characters in our own words, outside quotes and 《titles》."""
    known: set[str] = set()
    for original in originals:
        text = _squashed(original)
        known.update(text[at : at + LONGEST_RUN] for at in range(len(text) - LONGEST_RUN + 1))
    for model in everything(content):
        for said in _own_words(model):
            text = _squashed(re.sub("《[^》]*》", "《》", said))
            for at in range(len(text) - LONGEST_RUN + 1):
                if text[at : at + LONGEST_RUN] in known:
                    yield text[at : at + LONGEST_RUN]
                    break


def _squashed(text: str) -> str:
    return re.sub(r"\s", "", text)


def _citations(value: object) -> Iterator[Citation]:
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _citations(item)
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from _citations(getattr(value, field))


def _own_words(value: object) -> Iterator[str]:
    if isinstance(value, Bilingual):
        yield from (value.zh, value.en)
    elif isinstance(value, tuple):
        for item in value:
            yield from _own_words(item)
    elif isinstance(value, BaseModel) and not isinstance(value, Citation):
        for field in type(value).model_fields:
            if field not in _NAMES:
                yield from _own_words(getattr(value, field))
