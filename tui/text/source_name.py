"""The name of a source in a text: whether the text says it, and a title without it."""

from __future__ import annotations

import re

_YEAR = re.compile(r" ?(?:19|20)\d\d$")
_SAYS = r"(?: ?(?:19|20)\d\d)?(?:称：|称|：|: )"
"""What stands between the source that a title begins with and what it says: ``OFweek 2021：``."""
_SENTENCE = re.compile(r"[。？！]|[.?!] ")


def names_source(text: str, source: str) -> bool:
    """Return whether the first sentence of a text names a source, by its short title with or
    without the year, in the plural or not."""
    name = _YEAR.sub("", source).casefold().removesuffix("s")
    return name in _SENTENCE.split(text)[0].casefold()


def is_named_last(text: str, source: str) -> bool:
    """Return whether the last sentence of a text, which goes on, names a source."""
    return _YEAR.sub("", source) in _SENTENCE.split(text)[-1]


def without_source(title: str, source: str) -> str:
    """Return a title without the source that it begins with; as it is if it has no such start.

    >>> without_source("OFweek 2021：新业务往往借力原有优势", "OFweek 2021")
    '新业务往往借力原有优势'
    """
    match = re.match(re.escape(_YEAR.sub("", source)) + _SAYS, title)
    rest = title[match.end() :] if match else ""
    return rest[:1].upper() + rest[1:] if rest else title
