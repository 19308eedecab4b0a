"""Record kinds as they are typed on a command line; the briefing defines which there are."""

from __future__ import annotations

from tui.cli.args.spec import UsageError
from tui.cli.output.writer import printable
from tui.store import Store
from tui.text.language import Wording

_UNKNOWN = Wording(
    "类别“{text}”无效：应为{known}之一{near}",
    "invalid kind {text!r}: expected one of {known}{near}",
)


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
        from tui.cli.args.usage_errors import did_you_mean, join_names

        near = did_you_mean(text, words)
        raise UsageError(_UNKNOWN.format(text=printable(text), near=near, known=join_names(words)))
    return kind
