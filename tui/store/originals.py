"""The reader's own copies of the originals: the passage around a quote, where there is one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Literal, NamedTuple

from tui.store.paths import find_content
from tui.store.rows import SourceFile
from tui.text.quote_selector import QuoteContext, occurrences, paragraph_ends, passage, without_tags

Lack = Literal["no folder", "no file", "other file", "not found"]


class Looked(NamedTuple):
    """What was found of a quote: a passage, or why there is none."""

    passage: QuoteContext | None
    lack: Lack | None = None


class _Text(NamedTuple):
    text: str
    ends: tuple[int, ...] = ()
    lack: Lack | None = None


class Originals:
    """A folder of original documents; None where the reader has none."""

    def __init__(self, folder: str | None) -> None:
        self.folder = folder
        self._texts: dict[str, _Text] = {}

    def look(
        self, source: SourceFile, exact: str, prefix: str = "", suffix: str = "", around: int = 120
    ) -> Looked:
        """The quote in its paragraph, ``around`` characters on each side at most."""
        if source.id not in self._texts:
            self._texts[source.id] = self._read(source)
        text, ends, lack = self._texts[source.id]
        if lack:
            return Looked(None, lack)
        found = occurrences(text, exact, prefix, suffix)
        if not found:
            return Looked(None, "not found")
        return Looked(passage(text, found[0], len(exact), around, ends))

    def _read(self, source: SourceFile) -> _Text:
        if self.folder is None:
            return _Text("", lack="no folder")
        try:
            with open(os.path.join(self.folder, source.file), "rb") as file:
                data = file.read(source.size + 1)
        except OSError:
            return _Text("", lack="no file")
        from hashlib import sha256  # dear, and only readers with originals need it

        if sha256(data).hexdigest() != source.sha256:
            return _Text("", lack="other file")
        text = data.decode("utf-8", "replace")
        return _Text(without_tags(text), tuple(paragraph_ends(text)))


def find_originals(asked: str | None, content: str | None, environ: Mapping[str, str]) -> Originals:
    """The folder of originals: as asked, else MEDBRIEF_ORIGINALS (``off``: none at all), else
    seeds/originals beside the content if it exists."""
    folder = asked or environ.get("MEDBRIEF_ORIGINALS")
    if folder == "off":
        return Originals(None)
    if folder:
        return Originals(folder)
    top = os.path.dirname(os.path.realpath(find_content(content, environ)))
    kept = os.path.join(top, "seeds", "originals")
    return Originals(kept if os.path.isdir(kept) else None)
