"""All candidates of a source, in the order of the document, each with its state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from tui.check.context import CheckContext
from tui.edit.claim_finder import ClaimSentence, find_claims
from tui.edit.decisions import Decision, Verdict
from tui.edit.figure_finder import FigureCandidate, find_figures
from tui.edit.given_values import plain
from tui.edit.likely_home import HomeFinder, LikelyHome
from tui.edit.name_finder import (
    NameMention,
    PolicyTitle,
    company_names,
    find_names,
    find_policies,
)
from tui.edit.shortest_quote import SHORTEST, SelectedQuote, shortest_quote, statement_span
from tui.edit.source_text import SourceText
from tui.model import Citation
from tui.text.quote_selector import find_quote
from tui.text.units import ENGLISH_POWERS, UNITS, base_unit, english_unit

CandidateKind: TypeAlias = Literal["figure", "policy", "name", "new-name", "claim"]
CandidateState: TypeAlias = Literal["open", "used", "rejected", "skipped"]
Found: TypeAlias = FigureCandidate | PolicyTitle | NameMention | ClaimSentence
STATES: tuple[CandidateState, ...] = ("open", "used", "rejected", "skipped")
_NAMES: tuple[CandidateKind, ...] = ("name", "new-name")
_LONGEST_TEXT = 60
_SMALL_IN_WORDS = re.compile(r"[一二两三四五六七八九十几数]{1,2}\D{0,3}")


class SourceCandidate(NamedTuple):
    """Something that a document states and a record may hold.

    ``number``: from 1, in the order of the document, but names behind everything else; ``text``:
    its words; ``found``: what was read from them; ``homes``: the measures that a figure may belong
    to; ``record``: the record with that name or title; ``reason``: why an editor rejected it.
    """

    number: int
    kind: CandidateKind
    start: int
    end: int
    line: int
    text: str
    quote: SelectedQuote
    found: Found
    homes: tuple[LikelyHome, ...]
    record: str
    state: CandidateState
    reason: str


def review_source(
    context: CheckContext, source: str, decisions: Sequence[Decision]
) -> list[SourceCandidate]:
    """Return the candidates of a source whose original is available. What a document prints twice
    is proposed once."""
    document = source_text(context, source)
    homes = HomeFinder(context)
    candidates: list[SourceCandidate] = []
    proposed = [
        (kind, found)
        for kind, found in sorted(_found(document, context), key=lambda item: item[1][:2])
        if not (kind == "figure" and _is_repeated(document, found))
    ]
    figures = [found for _, found in proposed if isinstance(found, FigureCandidate)]
    states = _States(context, source, document, decisions, figures)
    for (kind, found), number in zip(proposed, _numbers(proposed), strict=True):
        end = min(found.end, document.sentence(found.start).end)
        is_short = kind in ("figure", *_NAMES)
        least = SHORTEST if is_short else 0
        start = found.start
        if isinstance(found, ClaimSentence):
            start, end = statement_span(document, start, end, found.word)
        quote = shortest_quote(document, start, end, least, whole=kind in _NAMES)
        state, reason = states.of(kind, found, document.text[found.start : found.end])
        candidates.append(
            SourceCandidate(
                number,
                kind,
                found.start,
                found.end,
                document.line(found.start),
                document.text[found.start : found.end],
                quote,
                found,
                tuple(homes.homes(document, found)) if isinstance(found, FigureCandidate) else (),
                found.record if isinstance(found, PolicyTitle | NameMention) else "",
                state,
                reason,
            )
        )
    return candidates


def _numbers(proposed: Sequence[tuple[CandidateKind, Found]]) -> list[int]:
    """Return the number of each candidate. Names come last: which of them are proposed changes
    with the records, and the numbers of the others must not."""
    order = sorted(range(len(proposed)), key=lambda at: (proposed[at][0] in _NAMES, at))
    numbers = [0] * len(proposed)
    for number, at in enumerate(order, start=1):
        numbers[at] = number
    return numbers


def restated(
    context: CheckContext,
    source: str,
    document: SourceText,
    candidates: Sequence[SourceCandidate],
    decisions: Sequence[Decision],
    entry: str = "",
) -> list[SourceCandidate]:
    """Return candidates with their states, after decisions or the record ``entry`` changed.

    The homes that a figure may have in that record are found again, with their values.
    """
    figures = [one.found for one in candidates if isinstance(one.found, FigureCandidate)]
    states = _States(context, source, document, decisions, figures)
    homes = HomeFinder(context) if entry else None
    changed = []
    for one in candidates:
        state, reason = states.of(one.kind, one.found, one.text)
        found = one.homes
        is_there = any(home.reference.partition(".")[0] == entry for home in found)
        if homes and is_there and isinstance(one.found, FigureCandidate):
            found = tuple(homes.homes(document, one.found))
        changed.append(one._replace(state=state, reason=reason, homes=found))
    return changed


def source_text(context: CheckContext, source: str) -> SourceText:
    """Return the document of a source whose original is available."""
    data = context.original_bytes(context.sources[source]) or b""
    inferred = context.sources[source].date_inferred
    earliest = (inferred.earliest or "") if inferred else ""
    return SourceText(data.decode("utf-8"), context.latest_date(source), earliest)


def _found(document: SourceText, context: CheckContext) -> Iterator[tuple[CandidateKind, Found]]:
    briefing = context.content.briefing
    names = company_names(context.content) + _source_names(context)
    numbers = briefing.document_numbers
    for figure in find_figures(document, briefing.units, numbers, names):
        if briefing.languages == ("en",):
            figure = _in_english(figure)
        yield "figure", figure
    for policy in find_policies(document, context.content):
        yield "policy", policy
    for name in find_names(document, context.content):
        yield ("name" if name.record else "new-name"), name
    for claim in find_claims(document):
        yield "claim", claim


def _in_english(figure: FigureCandidate) -> FigureCandidate:
    """Return a figure in an English unit: 46.7亿元 is 4.67 billion CNY."""
    if not figure.unit:
        return figure
    unit, value = figure.unit, figure.value
    noun = english_unit(base_unit(unit))
    if UNITS[unit].scale and noun.isascii() and not unit.isascii():
        amount = value.scaleb(UNITS[unit].scale)
        powers = [one for one in ENGLISH_POWERS.items() if 10**6 <= 10 ** one[1] <= abs(amount)]
        word, scale = powers[-1] if powers else ("", 0)
        return figure._replace(value=plain(amount.scaleb(-scale)), unit=f"{word} {noun}".strip())
    return figure._replace(unit=english_unit(unit))


def _source_names(context: CheckContext) -> list[str]:
    """Return who wrote the sources: a number in such a name (36号观察) is no figure."""
    found = set()
    for source in context.content.sources:
        for text in (source.author, source.producer, source.short):
            name = re.sub(r"\s?(?:19|20)\d\d$", "", text.zh) if text else ""
            if len(name) > 1 and not name.isdigit():
                found.add(name)
    return sorted(found)


def _is_repeated(document: SourceText, found: Found) -> bool:
    """Return whether the sentence of a figure stands in the document before."""
    start, end = document.sentence(found.start)
    sentence = document.text[start:end].strip()
    return len(sentence) > 12 and document.text.find(sentence, 0, start) >= 0


class _States:
    """What has been decided about the places of one document."""

    def __init__(
        self,
        context: CheckContext,
        source: str,
        document: SourceText,
        decisions: Sequence[Decision],
        figures: Sequence[FigureCandidate],
    ) -> None:
        of_figures = {
            (entry, path): _size(figure.value, figure.unit)
            for entry, path, figure in context.figures()
        }
        self._quoted = [
            (at, at + len(citation.exact), of_figures.get((entry, path[:-2])))
            for entry, path, citation in context.parts(Citation)
            if citation.source == source
            for at in find_quote(document.text, citation.exact)
        ]
        self._sizes = [(one.start, _size(one.value, one.unit)) for one in figures]
        self._not_figures = [
            (at, at + len(item.exact), item.reason.zh)
            for item in context.sources[source].not_figures
            for at in find_quote(document.text, item.exact)
        ]
        self._decided = [
            (at, at + len(one.exact), one)
            for one in decisions
            for at in find_quote(document.text, one.exact, one.prefix, one.suffix)
        ]

    def _is_meant(self, found: Found, start: int, end: int, size: Decimal | None) -> bool:
        """Return whether a quote of a figure of that size is about a candidate: about another one
        if that is in the quote too, as in “down 3.9% from RMB 4.86 billion”."""
        if size is None or not isinstance(found, FigureCandidate):
            return True
        inside = [other for at, other in self._sizes if start <= at < end]
        return size not in inside or _size(found.value, found.unit) == size

    def of(self, kind: CandidateKind, found: Found, text: str) -> tuple[CandidateState, str]:
        """Return the state of a candidate, and the reason for it if there is one."""
        for start, end, decision in self._decided:
            same = decision.kind == kind and decision.text == text[:_LONGEST_TEXT]
            if same and start < found.end and found.start < end:
                return decision.decision, decision.reason
        first, last = found.start, found.end
        if isinstance(found, ClaimSentence):  # a figure in it may be quoted, and it not
            first += text.index(found.word)
            last = first + len(found.word)
        for start, end, size in self._quoted:
            if start < last and first < end and self._is_meant(found, start, end, size):
                return "used", ""
        for start, end, reason in self._not_figures:
            if kind == "figure" and start <= found.start < end:
                return "rejected", reason
        return "open", ""


def _size(value: Decimal, unit: str) -> Decimal:
    return abs(value.scaleb(UNITS[unit].scale)) if unit else abs(value)


def likeness(candidate: SourceCandidate) -> tuple[str, str]:
    """Return what candidates share that are rejected for the same reason: small numbers in words
    (三大, 两个), the same figure, claims with the same word, and otherwise their kind."""
    if isinstance(candidate.found, ClaimSentence):
        return candidate.kind, candidate.found.word
    if candidate.kind != "figure":
        return candidate.kind, ""
    small = _SMALL_IN_WORDS.fullmatch(candidate.text.strip())
    return candidate.kind, "small" if small else candidate.text.strip()


def decision_about(candidate: SourceCandidate, verdict: Verdict, reason: str = "") -> Decision:
    """Return a decision about a candidate, with its words and its quote."""
    quote = candidate.quote
    return Decision(
        kind=candidate.kind,
        text=candidate.text[:_LONGEST_TEXT],
        exact=quote.exact,
        prefix=quote.prefix,
        suffix=quote.suffix,
        decision=verdict,
        reason=reason,
    )


def without(decisions: Sequence[Decision], candidate: SourceCandidate) -> tuple[Decision, ...]:
    """Return the decisions that are not about a candidate."""
    key = (candidate.kind, candidate.text[:_LONGEST_TEXT], *candidate.quote)
    return tuple(
        one for one in decisions if (one.kind, one.text, one.exact, one.prefix, one.suffix) != key
    )
