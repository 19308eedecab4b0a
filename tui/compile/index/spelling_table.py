"""The Latin words of the briefing by their remainders (``tui.text.spelling_remainders``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tui.text.fold import split_by_script
from tui.text.spelling_remainders import is_correctable, remainders


def spelling_rows(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield remainder and word for the Latin words of folded texts."""
    words = {word for text in texts for word in split_by_script(text) if is_correctable(word)}
    for word in sorted(words):
        yield from ((remainder, word) for remainder in sorted(remainders(word)))
