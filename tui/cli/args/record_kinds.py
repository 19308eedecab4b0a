"""The kinds of records by the words that name them on a command line."""

from __future__ import annotations

from tui.cli.args.spec import UsageError
from tui.text.language import Wording

PLURALS = {
    "briefs": "brief",
    "players": "player",
    "policies": "policy",
    "statistics": "statistic",
    "statements": "statement",
    "themes": "statement",
    "disagreements": "disagreement",
    "terms": "term",
    "glossary": "term",
    "gaps": "gap",
    "sources": "source",
}
_UNKNOWN = Wording(
    "没有“{text}”这一类{near}（有{known}）", "no such kind: {text!r}{near} (one of {known})"
)


def kind(text: str) -> str:
    """A kind of record, in the singular or the plural."""
    known = PLURALS.get(text.lower(), text.lower())
    if known not in PLURALS.values():
        from tui.cli.args.usage_errors import did_you_mean, join_names

        said = _UNKNOWN.format(
            text=text, near=did_you_mean(text, PLURALS), known=join_names(PLURALS)
        )
        raise UsageError(said)
    return known
