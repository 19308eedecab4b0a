"""T701: texts of the editor that repeat an original at length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.text.language import Wording

SHORTEST_COPY = 24
"""Consecutive characters, without white space, that a text may not share with an original."""
SHORTEST_COPY_WORDS = 12
"""Consecutive words of a Latin script: they say about as much as 24 characters of Chinese."""

_VERBATIM = re.compile(r"《[^》]*》|“[^”]*”")
_NAMES = ("title", "names", "name")
"""Fields that may repeat an original at any length."""
_URL = re.compile(r"https?://\S+")
_WORDS = re.compile(r"[a-zà-ɏ]+(?:[’'-][a-zà-ɏ]+)*")
_OTHER_SCRIPT = re.compile(r"[\u2e80-\uffef\0]+")


def _copied_text(context: CheckContext) -> Iterator[Violation]:
    runs: dict[str, str] = {}
    phrases: dict[str, str] = {}
    for source, original in context.original_texts.items():
        # Words of a Latin script are compared as words.
        runs |= {run: source for run in _characters(original) if not run.isascii()}
        phrases |= dict.fromkeys(_latin_words(original), source)
    for entry, path, text in context.editor_texts():
        if path[-1] in _NAMES:
            continue
        zh, en = _VERBATIM.sub("\0", text.zh), _VERBATIM.sub("\0", text.en)
        copies = {
            "zh": _first(_characters(zh), runs) or (phrases and _first(_latin_words(zh), phrases)),
            "en": phrases and _first(_latin_words(en), phrases),
        }
        for language, copy in copies.items():
            if copy:
                values: dict[str, object] = {
                    "source": runs.get(copy) or phrases[copy],
                    "words": copy,
                }
                yield Violation(entry, (*path, language), values)


def _first(own: Iterable[str], originals: Mapping[str, str]) -> str:
    return next((piece for piece in own if piece in originals), "")


def _characters(text: str) -> Iterator[str]:
    """Yield all runs of characters that are long enough to be a copy."""
    condensed = re.sub(r"\s", "", text)
    for at in range(len(condensed) - SHORTEST_COPY + 1):
        yield condensed[at : at + SHORTEST_COPY]


def _latin_words(text: str) -> Iterator[str]:
    """Yield all runs of words of a Latin script that are long enough to be a copy."""
    for part in _OTHER_SCRIPT.split(_URL.sub("\0", text)):
        words = _WORDS.findall(part.lower()) if len(part) >= 2 * SHORTEST_COPY_WORDS else []
        for at in range(len(words) - SHORTEST_COPY_WORDS + 1):
            yield " ".join(words[at : at + SHORTEST_COPY_WORDS])


RULES = (
    Rule(
        code="T701",
        severity="error",
        message=Wording(
            "照抄了“{source}”的原文：“{words}”", "text copied from {source!r}: “{words}”"
        ),
        fix=Wording(
            "用自己的话改写，或改为引文", "write it in your own words, or make it a citation"
        ),
        why=Wording(
            "原文禁止转载；除引文与题名外，只能用自己的话：连续24个汉字或12个西文单词相同即为照抄。",
            "The originals must not be reproduced: only citations and titles repeat their words. "
            "24 characters of Chinese or 12 words of another script in a row are a copy.",
        ),
        incorrect="(24 consecutive characters or 12 consecutive words of an original)",
        correct="(a text in your own words)",
        check=_copied_text,
    ),
)
