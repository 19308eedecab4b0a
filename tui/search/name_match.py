"""Matching a query against a few names outside the index: commands, sections."""

from __future__ import annotations

from collections.abc import Sequence

from tui.search.query_parser import parse_query
from tui.store import Store
from tui.text.fold import fold
from tui.text.language import Wording


def match_names(store: Store, text: str, names: Sequence[Wording]) -> list[int]:
    """Return the indexes of the names that match every word of ``text``: as written in either
    language, in pinyin or by initials. Names that start with the first word come first; an empty
    text matches all."""
    words = parse_query(text, store).without_period().words
    chars = "".join(name.zh for name in names)
    pinyin: dict[str, str] = store.memoize(("pinyin", chars), lambda: store.pinyin_of(chars))
    found = []
    for index, name in enumerate(names):
        syllables = [pinyin[char] for char in name.zh if char in pinyin]
        initials = "".join(syllable[0] for syllable in syllables)
        forms = (f"{fold(name.zh)} {fold(name.en)}", "".join(syllables), initials)
        if all(any(word in form for form in forms) for word in words):
            is_prefix = bool(words) and any(form.startswith(words[0]) for form in forms)
            found.append((not is_prefix, index))
    return [index for _, index in sorted(found)]
