"""Names that a query means, among a few that no index holds: commands, sections."""

from __future__ import annotations

from collections.abc import Sequence

from tui.search.query_parser import parse_query
from tui.store import Store
from tui.text.fold import fold
from tui.text.language import Wording


def matching(store: Store, text: str, names: Sequence[Wording]) -> list[int]:
    """The places of the names that hold every word of ``text``, as written in either language, in
    pinyin or by initials, those that begin so first; all of them for an empty one."""
    words = parse_query(text, store).without_period().words
    chars = "".join(name.zh for name in names)
    sounds: dict[str, str] = store.remember(("sounds", chars), lambda: store.readings(chars))
    found = []
    for place, name in enumerate(names):
        spoken = [sounds[char] for char in name.zh if char in sounds]
        written = f"{fold(name.zh)} {fold(name.en)}"
        ways = (written, "".join(spoken), "".join(syllable[0] for syllable in spoken))
        if all(any(word in way for way in ways) for word in words):
            begins = bool(words) and any(way.startswith(words[0]) for way in ways)
            found.append((not begins, place))
    return [place for _, place in sorted(found)]
