"""Record kinds as they are typed on a command line."""

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
    "类别“{text}”无效：应为{known}之一{near}",
    "invalid kind {text!r}: expected one of {known}{near}",
)


def kind(text: str) -> str:
    """Return the record kind that a word names, in the singular or the plural.

    Raises:
        UsageError: it names none.
    """
    known = PLURALS.get(text.lower(), text.lower())
    if known not in PLURALS.values():
        from tui.cli.args.usage_errors import did_you_mean, join_names

        said = _UNKNOWN.format(
            text=text, near=did_you_mean(text, PLURALS), known=join_names(PLURALS)
        )
        raise UsageError(said)
    return known
