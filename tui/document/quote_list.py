"""The numbered quotes at the end of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.document.blocks import Block, Heading, Quote, Quotes
from tui.document.link_target import citation_target
from tui.document.spans import Span, Spans
from tui.text.language import Language, Wording

_EVIDENCE = Wording("出处", "Evidence (words quoted in Chinese)")
_VIA = Wording("转引自{name}", "passed on from {name}")
_DERIVED = Wording("由原文推得", "derived from these words")


class QuoteList:
    """Numbers citations in the order in which they come; equal quotes share a number.

    Two citations are equal if they select the same words (source, exact, prefix and suffix) and
    their relation is the same: what the words state must not be called derived, nor the reverse.
    """

    def __init__(self, language: Language) -> None:
        self._language: Language = language
        self._quotes: dict[tuple[tuple[str, str, str, str], str], Quote] = {}

    def number(
        self,
        selector: tuple[str, str, str, str],
        source_line: Callable[[], str],
        relation: str,
        via: str,
    ) -> int:
        """Return the number of a citation.

        Args:
            selector: source id, exact, prefix and suffix.
            source_line: returns the source as citations name it; called for a new quote only.
            relation: ``quoted`` or ``derived``.
            via: whose figure the source passes on, in the language of the page; may be empty.
        """
        key = (selector, relation)
        if key not in self._quotes:
            source, exact, prefix, suffix = selector
            number = len(self._quotes) + 1
            remark = self._remark(relation, via)
            self._quotes[key] = Quote(number, exact, prefix, suffix, source, source_line(), remark)
        return self._quotes[key].number

    def has(self, selector: tuple[str, str, str, str], relation: str) -> bool:
        """Return whether a citation with these words and this relation has a number."""
        return (selector, relation) in self._quotes

    def blocks(self) -> tuple[Block, ...]:
        """Return a heading and the quotes; nothing where nothing was cited."""
        if not self._quotes:
            return ()
        return (Heading(_EVIDENCE.of(self._language)), Quotes(tuple(self._quotes.values())))

    def _remark(self, relation: str, via: str) -> str:
        remarks = [_VIA.of(self._language).format(name=via)] if via else []
        if relation == "derived":
            remarks.append(_DERIVED.of(self._language))
        return ("；" if self._language == "zh" else "; ").join(remarks)


def citation_marks(numbers: Iterable[int]) -> Spans:
    """Return ``[1][2]``, each linked to its quote."""
    return tuple(Span(f"[{number}]", "cite", citation_target(number)) for number in numbers)
