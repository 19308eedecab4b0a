"""Other names of the tags, as the briefing declares them."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.store import Store


def tag_aliases(store: Store) -> list[tuple[str, str]]:
    """Return pairs of a tag and one of its other names, as written."""
    lines = [line.partition(" ") for line in store.meta("theme_aliases").splitlines()]
    return [(tag, alias) for tag, _, alias in lines]
