"""The reader's copies of the original documents: the passage around a quote, if there is a copy."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Literal

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.store.paths import find_content, real_path
from tui.store.rows import SourceFile

if TYPE_CHECKING:
    from tui.text.quote_selector import QuoteContext

NO_FOLDER: Literal["no folder"] = "no folder"
MissingReason = Literal["no folder", "no file", "other file", "not found"]


class PassageLookup(NamedTuple):
    """A passage, or the reason why there is none."""

    passage: QuoteContext | None
    missing: MissingReason | None = None


class _OriginalText(NamedTuple):
    text: str
    paragraph_ends: tuple[int, ...] = ()
    missing: MissingReason | None = None


class Originals:
    """A folder of original documents; None if the reader has none."""

    def __init__(self, folder: str | None) -> None:
        self.folder = folder
        self._texts: dict[str, _OriginalText] = {}

    def find_passage(
        self, source: SourceFile, exact: str, prefix: str = "", suffix: str = "", around: int = 120
    ) -> PassageLookup:
        """Return the quote in its paragraph, with at most ``around`` characters on each side."""
        from tui.text.quote_selector import find_quote, quote_context  # lazy: has slow expressions

        if source.id not in self._texts:
            self._texts[source.id] = self._read(source)
        text, ends, missing = self._texts[source.id]
        if missing:
            return PassageLookup(None, missing)
        found = find_quote(text, exact, prefix, suffix)
        if not found:
            return PassageLookup(None, "not found")
        return PassageLookup(quote_context(text, found[0], len(exact), around, ends))

    def _read(self, source: SourceFile) -> _OriginalText:
        if self.folder is None:
            return _OriginalText("", missing=NO_FOLDER)
        try:
            with open(os.path.join(self.folder, source.file), "rb") as file:
                data = file.read(source.size + 1)
        except OSError:
            return _OriginalText("", missing="no file")
        from hashlib import sha256

        from tui.text.quote_selector import paragraph_ends, strip_tags

        if sha256(data).hexdigest() != source.sha256:
            return _OriginalText("", missing="other file")
        text = data.decode("utf-8", "replace")
        return _OriginalText(strip_tags(text), tuple(paragraph_ends(text)))


def names_originals(asked: str | None, environ: Mapping[str, str]) -> bool:
    """Return whether the reader named the folder of originals, so that it must be complete."""
    return bool(asked or environ.get("MEDBRIEF_ORIGINALS"))


def find_originals(asked: str | None, content: str | None, environ: Mapping[str, str]) -> Originals:
    """Return the folder of originals: ``asked``, else MEDBRIEF_ORIGINALS (``off`` for none), else
    seeds/originals next to the content if it exists."""
    folder = asked or environ.get("MEDBRIEF_ORIGINALS")
    if folder == "off":
        return Originals(None)
    if folder:
        return Originals(folder)
    top = os.path.dirname(real_path(find_content(content, environ)))
    default = os.path.join(top, "seeds", "originals")
    return Originals(default if os.path.isdir(default) else None)
