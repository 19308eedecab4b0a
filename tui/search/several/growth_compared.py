"""Which of two measures grew faster: market or financing, 市场规模和用户哪个增长快. The growth of
each is looked up on its own."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.period_parser import extract_period
from tui.question.reader import read_question
from tui.search.asked_form import NO_RATE
from tui.search.several.compared_figures import FIGURE_OF, NOT_ALIKE
from tui.search.verdict import ASK_NUMBER, Verdict
from tui.text.fold import fold
from tui.text.language import Wording, enumeration, in_one_line, one_a_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.search.find import Explanation
    from tui.search.ranking import Ranked
    from tui.store import Store

_DEGREE = r"(?:fast(?:er|est)?|quick(?:er|est|ly)|slow(?:er|est)|more|most|less|higher|lower)"
_GROWTH = re.compile(
    r"\b(?:growing|grew|grown|grows?|growth(?: rates?)?|rose|risen|increased?)\b|\bgrowth of\b"
    r"|同比增长率|增长率|增速|增长|增幅|涨幅|涨得|涨"
)
_COMPARES = re.compile(
    rf"\b{_DEGREE}\b|\b(?:vs\.?|versus|compared?|comparison)\b"
    r"|谁|哪一?[个项]|更|最|相比|对比|比较|[快高低]|慢(?![病性])"
)
_CHINESE_COMPARING = re.compile("相比|对比|比较")
_EMPTY = re.compile(
    r"\b(?:which|who|what|how|whose|did|does|do|has|have|is|are|was|were|the|of|it|s|between|had|by|in)\b"
    r"|[的了得是吗在比年]"
)
_SIGNS = re.compile("[、，,;；:：/]")
_JOINING = re.compile(
    r"\s*(?:还是|以及|和|与|跟|同|或者?|比"
    r"|\b(?:and|or|than|vs\.?|versus|compared (?:with|to)|with)\b)\s*"
)
_YEAR = re.compile(r"(?:19|20)\d\d年?")
_MOST = 4
_COMPARED = Wording("增长对比：{names}", "Comparison of growth: {names}")
_WITH = Wording("{answer}；{remark}", "{answer}; {remark}")
_NONE = Wording("资料没有增长率", "no growth figure in the documents")


def growth_compared(
    store: Store, text: str, limit: int, explain: Callable[[Store, str, int], Explanation]
) -> Explanation | None:
    """Return the growth of each of the measures of which a question asks which grew faster, the
    first with a remark that names all of them; None for any other question, and one for
    companies."""
    folded = fold(_SIGNS.sub(" and " if text.isascii() else "和", text)).rstrip("?？ ")
    if not (_GROWTH.search(folded) and _COMPARES.search(folded)):
        return None
    years = list(dict.fromkeys(_YEAR.findall(folded)))
    when = years[0] if len(years) == 1 else ""
    rest = _GROWTH.sub(" ", folded.replace(when, " ") if when else folded)
    if extract_period(rest)[0]:
        return None  # of two times, or a part of a year
    names = []
    for piece in _JOINING.split(_CHINESE_COMPARING.sub(" ", rest)):
        name = _EMPTY.sub(" ", _COMPARES.sub(" ", piece)).strip()
        if name and name not in names:
            names.append(" ".join(name.split()))
    if not 1 < len(names) <= _MOST or not all(_is_measure(store, name) for name in names):
        return None
    growth = "{name} growth {when}" if text.isascii() else "{when}{name}增长率"
    lines = [_COMPARED.format(names=enumeration([Wording(name, name) for name in names]))]
    found: list[Ranked] = []
    explained = None
    for name in names:
        explained = explain(store, growth.format(name=name, when=when).strip(), limit)
        first, line = _answer(explained)
        lines.append(FIGURE_OF.format(title=Wording(name, name), answer=line))
        if first and first.described.record.kind == "player":
            return None
        found += [first] if first else []
    if explained is None or not found:
        return None
    facts = [item.described.chosen.fact for item in found]
    if len({(fact.form, fact.period) for fact in facts}) > 1:
        lines.append(NOT_ALIKE)
    ids = list(dict.fromkeys(fact.id for fact in facts))
    command = ("compare", *ids) if all(fact.kind == "statistic" for fact in facts) else ()
    ranked = [(item, Verdict("near")) for item in found]
    ranked[0] = found[0], Verdict("near", (), one_a_line(lines))
    return explained._replace(
        ranked=ranked[:limit], command=command if len(ids) > 1 else (), left=0, several=True
    )


def _answer(explained: Explanation) -> tuple[Ranked | None, Wording]:
    """Return the first answer to a question for growth, and the growth in words: as stated or as
    computed, or that there is none."""
    for item, verdict in explained.ranked[:1]:
        fact, remark = item.described.chosen.fact, in_one_line(verdict.remark)
        if verdict.missing or (verdict.match == "near" and not fact.value):
            break
        if fact.is_rate:
            return item, _WITH.format(
                answer=fact.answer, remark=remark
            ) if remark.en else fact.answer
        if remark.en and fact.value and verdict.remark != NO_RATE:
            return item, remark
    return None, _NONE


def _is_measure(store: Store, name: str) -> bool:
    """Return whether a text names a measure or what is measured, and no company."""
    read = read_question(store, name)
    parts = read.parts
    if read.asks - ASK_NUMBER or not all(
        part.measure or part.names or part.concepts for part in parts
    ):
        return False
    named = store.indexed_records([at for part in parts for at in part.names[:1]])
    return bool(parts) and not any(record.kind == "player" for record in named)
