"""Questions for several measures at once: 京东健康有多少用户和医生, market size and users, deals in
2021 and amount in 2023. Each is searched on its own, with the company, the period and the question
words that it shares."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.period_parser import extract_one
from tui.question.reader import read_question
from tui.search.verdict import ASK_NUMBER, Verdict
from tui.search.yes_no_form import names_times
from tui.text.fold import fold
from tui.text.language import Wording, enumeration, in_one_line, one_a_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.question.reader import Part, Question
    from tui.search.find import Explanation
    from tui.search.ranking import Ranked
    from tui.store import Store

_JOINING = re.compile(r"\s*(?:[、，,;；&/]|以及|和|与|及|\b(?:and|plus)\b)\s*", re.IGNORECASE)
_BEFORE_TIME = re.compile(r"(?<=[㐀-鿿])\s*(?=(?:19|20)\d\d(?!\d))")
_SPACE = re.compile(r"(?<=[㐀-鿿])\s+(?=[㐀-鿿])")
_MOST = 4
"""Measures that are answered at once."""
_IN_TURN = Wording("依次为：{names}", "in turn: {names}")
_LACKS = Wording("没有{name}的数据", "no figure for {name}")
_OF_ONE = Wording("{name}：{remark}", "{name}: {remark}")


class _Asked(NamedTuple):
    """A measure as it is typed, and the text of a question for it alone."""

    name: str
    text: str


def measures_apart(
    store: Store,
    text: str,
    whole: Explanation,
    limit: int,
    explain: Callable[[Store, str, int], Explanation],
) -> Explanation | None:
    """Return the answers to a question for several measures, one for each, the first with a remark
    that names them and those without a figure; None for any other question. ``whole``: what the
    question finds as it is."""
    question = whole.question
    if whole.several:
        return None
    if names_times(text) and (found := _measures_of_times(store, text, whole, limit, explain)):
        return found
    if question.asks - ASK_NUMBER or question.qualifiers or question.corrected:
        return None
    pieces = _JOINING.split(text)
    is_joined = len(pieces) > 1
    pieces = [it for piece in pieces for it in (_SPACE.split(piece) if not is_joined else [piece])]
    if not is_joined and (not whole.ranked or whole.ranked[0][1].match == "exact"):
        return None
    asked = _questions(store, question, [fold(piece) for piece in pieces])
    return _answers(store, whole, asked, limit, explain, is_joined=is_joined)


def _measures_of_times(
    store: Store,
    text: str,
    whole: Explanation,
    limit: int,
    explain: Callable[[Store, str, int], Explanation],
) -> Explanation | None:
    """Return the answers to a question for several measures of which each has a time of its own
    (2021年融资多少起 2023年融资多少亿), the first with a remark that names them; None for any other
    question, or where one has no answer. ``whole``: what the question finds as it is."""
    pieces = []
    for piece in _JOINING.split(text):
        pieces += _BEFORE_TIME.split(piece) if names_times(piece) else [piece]
    pieces = [each for it in pieces if (each := it.strip(" ?？"))]
    asked = [_Asked(piece, piece) for piece in pieces]
    for piece in pieces:
        months, rest, _ = extract_one(fold(piece))
        if months is None or extract_one(rest)[0] or not any(map(str.isalpha, rest)):
            return None
        if not read_question(store, piece).parts:
            return None
    return _answers(store, whole, asked, limit, explain, is_joined=False, of_times=True)


def _answers(
    store: Store,
    whole: Explanation,
    asked: list[_Asked],
    limit: int,
    explain: Callable[[Store, str, int], Explanation],
    *,
    is_joined: bool,
    of_times: bool = False,
) -> Explanation | None:
    """Return one answer for each measure; None if fewer than two measures have an answer or, unless
    ``is_joined``, if any lacks one. ``of_times``: only exact answers count."""
    if not 1 < len(asked) <= _MOST:
        return None
    found: list[tuple[Ranked, Verdict]] = []
    remarks: list[Wording] = []
    names: list[Wording] = []
    for name, alone in asked:
        answer = _answer(explain(store, alone, limit), is_exact=of_times)
        named = Wording(name, name)
        if answer is None:
            remarks.append(_LACKS.format(name=named))
            continue
        names.append(named)
        found.append(answer)
        if answer[1].remark.en:
            remarks.append(_OF_ONE.format(name=named, remark=in_one_line(answer[1].remark)))
    if not any(item.described.chosen.fact.value for item, _ in found):
        return None
    numbers = {item.described.chosen.fact.number for item, _ in found}
    if len(numbers) < len(found) or (len(found) < len(asked) and not is_joined):
        return None
    (first, verdict), *others = found
    lead = [_IN_TURN.format(names=enumeration(names))] if others else []
    missing = tuple(name for name, _ in asked if Wording(name, name) not in names)
    verdict = Verdict("near" if missing else verdict.match, missing, one_a_line([*lead, *remarks]))
    ids = list(dict.fromkeys(item.described.record.id for item, _ in found))
    are_statistics = all(item.described.record.kind == "statistic" for item, _ in found)
    command = ("compare", *ids) if are_statistics and len(ids) > 1 else ()
    ranked = [(first, verdict), *others]
    return whole._replace(ranked=ranked[:limit], command=command, several=True)


def _answer(explanation: Explanation, *, is_exact: bool = False) -> tuple[Ranked, Verdict] | None:
    """Return the first answer if it has the measure that is asked for. ``is_exact``: only an exact
    one, or one beside others that fit as well."""
    for item, verdict in explanation.ranked[:1]:
        if is_exact and verdict.match != "exact" and not verdict.also:
            return None
        if verdict.missing or verdict.match == "other_measure":
            return None
        if item.described.chosen.fact.value or verdict.match == "exact":
            return item, verdict
    return None


def _questions(store: Store, question: Question, pieces: list[str]) -> list[_Asked]:
    """Return the measures in the pieces of a question, each with a question for it: before it the
    text that stands before the first one, after it what follows the last one; none where a piece
    has two, or a part of the question is not in one piece."""
    companies = _companies(store, question)
    measures = [part for part in question.parts if _is_measure(store, part, bool(companies))]
    subjects = [part for part in question.parts if part not in measures]
    if len(companies) > 1 or any(part not in companies for part in subjects):
        return []
    if any(not any(part.text in piece for piece in pieces) for part in question.parts):
        return []
    before, after = "", ""
    asked: list[tuple[str, str, str]] = []
    for piece in pieces:
        rest = piece.replace(companies[0].text, " ") if companies else piece
        own = [part for part in measures if part.text in rest]
        if len(own) > 1:
            return []
        if not own:
            before, after = (before, f"{after} {piece}") if asked else (f"{before}{piece} ", after)
            continue
        start, _, end = piece.rpartition(own[0].text)
        if not asked:
            before += start
            start = ""
        elif start.strip():
            return []
        asked.append((own[0].text, end, after))
    if len(asked) != len(measures):
        return []
    tail = (asked[-1][1] if asked else "") + after
    return [_Asked(name, f"{before}{name}{end or tail}") for name, end, _ in asked]


def _companies(store: Store, question: Question) -> list[Part]:
    return [
        part
        for part in question.parts
        if any(it.kind == "player" for it in store.indexed_records(part.names[:1]))
    ]


def _is_measure(store: Store, part: Part, of_company: bool) -> bool:
    """Return whether a part is a measure, the name of a statistic, or, beside a company, a concept
    that may be counted."""
    if part.measure or (of_company and part.concepts and not part.names):
        return True
    return any(it.kind == "statistic" for it in store.indexed_records(part.names[:1]))
