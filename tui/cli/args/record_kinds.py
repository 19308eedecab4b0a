"""Record kinds as they are typed on a command line; the briefing defines which there are."""

from __future__ import annotations

from tui.cli.args.spec import UsageError
from tui.cli.output.writer import printable
from tui.store import Store


def kind_words(store: Store) -> dict[str, str]:
    """Return the words that ``list`` takes, each with the id of the kind that it names."""
    return {word: kind.id for kind in store.kinds() for word in kind.words}


def record_kind(store: Store, text: str) -> str:
    """Return the id of the kind that a word names, in the singular or the plural.

    Raises:
        UsageError: it names none.
    """
    words = kind_words(store)
    kind = words.get(text.lower(), text.lower())
    if kind not in words.values():
        from tui.cli.args.usage_errors import did_you_mean
        from tui.cli.messages import NO_SUCH_KIND, listed

        near = did_you_mean(text, words)
        known = listed(kind.words[0] for kind in store.kinds() if kind.words)
        raise UsageError(NO_SUCH_KIND.format(kind=printable(text), near=near, known=known))
    return kind
