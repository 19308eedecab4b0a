"""The numbered quotes at the end of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.document.blocks import Block, Heading, Quote, Quotes
from tui.document.gloss import EDITORS_TRANSLATION, has_chinese
from tui.document.link_target import citation_target
from tui.document.shared_labels import CITED_FROM, DERIVED
from tui.document.spans import Span, Spans
from tui.text.language import Language, Wording

_EVIDENCE = Wording("出处", "Evidence (words quoted in Chinese)")
_SAME_LANGUAGE = "Evidence (words quoted)"
_WITH_GLOSSES = f"Evidence (quoted in Chinese, with the {EDITORS_TRANSLATION})"
_AS_ABOVE = Wording("（同上）", " (as above)")
_CORRECTED = Wording("所印“{printed}”经编者更正", "the editor corrects “{printed}”")

_REPEATED = Wording("同文另一处", "elsewhere in the document")
"""Tells a quote from one of the same words at another place of its source."""


class QuoteList:
    """Numbers citations in the order in which they come; equal quotes share a number.

    Two citations are equal if they select the same words (source, exact, prefix and suffix) and
    their relation is the same: what the words state must not be called derived, nor the reverse.
    """

    def __init__(self, language: Language) -> None:
        self._language: Language = language
        self._quotes: dict[tuple[tuple[str, str, str, str], str], Quote] = {}
        self._explained: set[tuple[str, str]] = set()
        """Sources and those whose figures they pass on, which a quote has named in full."""

    def number(
        self,
        selector: tuple[str, str, str, str],
        source_line: Callable[[], str],
        relation: str,
        via: str,
        gloss: str = "",
        misprint: str = "",
    ) -> int:
        """Return the number of a citation.

        Args:
            selector: source id, exact, prefix and suffix.
            source_line: returns the source as citations name it; called for a new quote only.
            relation: ``quoted`` or ``derived``.
            via: whose figure the source passes on, in the language of the page; may be empty.
            gloss: the words in English; shown on English pages only.
            misprint: which of the words the editor corrects.
        """
        key = (selector, relation)
        if self._language == "zh":
            gloss = ""
        if key not in self._quotes:
            source, exact, prefix, suffix = selector
            number = len(self._quotes) + 1
            places = {key[0] for key in self._quotes if key[0][:2] == (source, exact)}
            remark = self._remark(
                relation, self._short(source, via), misprint, repeated=bool(places - {selector})
            )
            self._quotes[key] = Quote(
                number, exact, prefix, suffix, source, source_line(), remark, gloss
            )
        elif gloss and not self._quotes[key].gloss:
            self._quotes[key] = self._quotes[key]._replace(gloss=gloss)
        return self._quotes[key].number

    def has(self, selector: tuple[str, str, str, str], relation: str) -> bool:
        """Return whether a citation with these words and this relation has a number."""
        return (selector, relation) in self._quotes

    def blocks(self) -> tuple[Block, ...]:
        """Return a heading and the quotes; nothing where nothing was cited."""
        if not self._quotes:
            return ()
        quotes = tuple(self._quotes.values())
        glossed = any(quote.gloss for quote in quotes)
        heading = _WITH_GLOSSES if glossed else _EVIDENCE.of(self._language)
        if self._language == "en" and not any(has_chinese(quote.exact) for quote in quotes):
            heading = _SAME_LANGUAGE
        return (Heading(heading), Quotes(quotes))

    def _short(self, source: str, via: str) -> str:
        """Return ``via`` without what an earlier quote of the same source explains in brackets."""
        name, bracket, explanation = via.partition("（" if self._language == "zh" else " (")
        if bracket and explanation.endswith(("）", ")")) and (source, via) in self._explained:
            return name + _AS_ABOVE.of(self._language)
        self._explained.add((source, via))
        return via

    def _remark(self, relation: str, via: str, misprint: str, *, repeated: bool) -> str:
        remarks = [CITED_FROM.of(self._language).format(name=via)] if via else []
        if relation == "derived":
            remarks.append(DERIVED.of(self._language))
        if misprint:
            remarks.append(_CORRECTED.of(self._language).format(printed=misprint))
        if repeated:
            remarks.append(_REPEATED.of(self._language))
        return ("；" if self._language == "zh" else "; ").join(remarks)


def in_full(remark: str, origins: Iterable[str], language: Language) -> str:
    """Return a remark with the one of ``origins`` that it abbreviates as named above."""
    before, above, after = remark.partition(_AS_ABOVE.of(language))
    bracket = "（" if language == "zh" else " ("
    for origin in origins if above else ():
        cited = CITED_FROM.of(language).format(name=origin)
        if cited.startswith(before + bracket):
            return cited + after
    return remark


def citation_marks(numbers: Iterable[int]) -> Spans:
    """Return ``[1][2]``, each linked to its quote."""
    return tuple(Span(f"[{number}]", "cite", citation_target(number)) for number in numbers)
