"""Questions that compare records: JD Health vs Ali Health, 京东健康和平安好医生谁收入高."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.search.dispute_words import may_ask_of_dispute
from tui.search.group_company import company_of_group
from tui.search.ranking import Ranked
from tui.search.record_features import RecordDescriber
from tui.search.several.compared_figures import (
    GROWTH,
    MEASURES_DIFFER,
    NOT_ALIKE,
    figures_side_by_side,
    have_figures,
    what_is_lacking,
)
from tui.search.several.dispute_sides import publishers_of
from tui.search.several.multiple_question import asks_for_multiple
from tui.search.several.size_comparison import SIZE_NOUNS, asks_of_size, difference, sizes
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import ASK_NUMBER, Verdict, judge, quoted
from tui.text.fold import is_chinese
from tui.text.language import Wording, enumeration, one_a_line
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.store import IndexedRecord, Store

_COMPARING = words_of(
    "比较 对比 对照 区别 差别 差异 不同 相比 相较 哪个 哪家 vs versus compare compared comparing "
    "comparison comparisons differ difference differences against bigger larger smaller higher "
    "than more fewer less greater lower better stronger stricter tougher firmer weaker faster "
    "slower quicker fastest slowest 更多 更高 更大 更快 更慢 倍数"
)
_JOINING = frozenset(("and", "or", "with", "&"))
_CHINESE_JOINING = "和与跟同及、,，"
_CHINESE_ENDINGS = ("比", "比比", "比一比", "比一下", "比起来", "比怎么样", "比如何")
_STRENGTH = words_of("stronger stricter tougher firmer weaker 更强 更硬 更严 更弱 更宽松 措辞强")
"""Words of a question which of several regions has the stronger policies."""
_WHO = "谁"
_TIMES = "倍"
_DEGREES = frozenset((*"高低多少大小强弱快慢好更差", ""))
_APART = ("区分", "不一样", "distinguish", "distinction")
"""Words that ask how two terms differ, beside those that compare."""
_ABOUT_THE_COMPARISON = frozenset(("person", "meaning", "list", "what"))
"""Kinds of question that belong to the comparison, not to what is compared."""
_ABOUT_MULTIPLES = frozenset(("rate", "share", "count", "amount"))
"""Those of a question how many times a figure is another."""
_COMPARED = Wording("对比：{names}", "Comparison: {names}")
_DEFINITIONS = Wording("以下是各自的定义", "showing the definition of each")
_FOR = Wording("{group}取{company}", "{company} for {group}")
_OF_COMPANY = Wording("集团本身没有数值，{pairs}", "{pairs}, which has no figures of its own")
_OF_COMPANIES = Wording("集团本身没有数值，{pairs}", "{pairs}, which have no figures of their own")


def compared_records(
    store: Store, question: Question, *, is_known: bool, is_same: bool
) -> SeveralAnswers | None:
    """Return the records of a kind that can be compared, where a question names two or more and a
    word that compares, a measure of companies, or nothing else; each with the fact that the rest of
    the question asks for. ``is_known``: an editor has written a question like this: then only a
    word that compares or a measure counts. ``is_same``: in the same words: then only the former.
    """
    if not is_same and (terms := _terms_apart(store, question, is_known=is_known)):
        return terms
    published = publishers_of(store, question.parts)
    if len({record.id for _, record in published}) > 1:
        if "reason" in question.asks and may_ask_of_dispute(question):
            return None  # why their sources differ
        from tui.search.several.sources_apart import what_sources_say

        is_asked = _has_comparing_word(question)
        found = what_sources_say(store, question, published, compares=is_asked)
        if found and (is_asked or not is_same):
            return found
    if len([part for part in question.parts if part.names]) < 2:
        return None
    named = _named(store, question)
    if len(named) < 2:
        from tui.search.several.company_in_name import with_names_of_companies

        question = with_names_of_companies(store, question)
        named = _named(store, question)
    if len(named) < 2:
        return None
    compared = [part for part, _ in named]
    rest = tuple(
        part
        for part in question.parts
        if part not in compared
        and part.text.removesuffix("大") not in SIZE_NOUNS
        and (part.measure or not part.names)
        and not compares(part.text)
    )
    others = tuple(it for it in question.parts if it not in compared and not compares(it.text))
    kind = named[0][1].kind
    is_measured = kind == "player" and have_figures(store, [each.id for _, each in named], rest)
    is_comparison = _asks_to_compare(question, rest, kind, is_known, is_same, is_measured)
    by_force = any(map(question.query.text.__contains__, _STRENGTH))
    if by_force or not (is_same or all(it.measure or it.names for it in others)):
        from tui.search.several.policies_of_regions import policies_of_regions

        if found := policies_of_regions(
            store, question, compared, others, compares=is_comparison, by_force=by_force
        ):
            return found
    if not is_comparison:
        return None
    if rest and len(named) == 2 and len(published) == 1:
        return None  # a figure that one of them gives of the other
    if _TIMES in question.query.text:  # no growth rate is asked for
        question = question._replace(asks=question.asks - {"rate"})
    return comparison_of(store, question, named, rest)


def comparison_of(
    store: Store,
    question: Question,
    named: list[tuple[Part, IndexedRecord]],
    rest: tuple[Part, ...],
) -> SeveralAnswers:
    """Return records, each with the fact that the rest of a question asks for."""
    named, replaced = _with_companies_of_groups(store, named)
    is_multiple = asks_for_multiple(question.query.text)
    dropped = _ABOUT_THE_COMPARISON | (_ABOUT_MULTIPLES if is_multiple else frozenset())
    asked = question._replace(asks=question.asks - dropped, fillers=(), qualifiers=())
    ranked: list[tuple[Ranked, Verdict]] = []
    remarks = [_COMPARED.format(names=enumeration([_title(store, each) for _, each in named]))]
    if replaced:
        pairs = [_FOR.format(company=_title(store, b), group=_title(store, a)) for a, b in replaced]
        message = _OF_COMPANY if len(replaced) == 1 else _OF_COMPANIES
        remarks.append(message.format(pairs=enumeration(pairs)))
    if not rest and named[0][1].kind == "player":
        remarks += sizes(store, question, [record for _, record in named])
    own = _measures_of_each(question, [part.text for part, _ in named], rest)
    counted = have_figures(store, [record.id for _, record in named], rest)
    of_each: list[Wording] = []
    for part, record in named:
        of_one = asked._replace(parts=(part, *((own[part.text],) if own else rest)))
        weights = [1.0] * len(of_one.parts)
        describer = RecordDescriber(store, of_one, weights, {})
        store.load_facts({record.id})
        described = describer.describe(record, describer.in_names(record))
        verdict = judge(of_one, weights, described)
        lacks = what_is_lacking(of_one, described, verdict, counted=counted)
        of_each.append(lacks)
        ranked.append((Ranked(1.0, described), verdict))
    facts = [item.described.chosen.fact for item, _ in ranked]
    with_figures = bool(rest or "rate" in question.asks) and not is_multiple
    words = quoted(tuple(part.text for part in rest))
    if not rest and "rate" in asked.asks:
        words = GROWTH
    clauses = figures_side_by_side(facts, of_each, words, with_figures=with_figures)
    if own:
        clauses = [*(it for it in clauses if it != NOT_ALIKE), MEASURES_DIFFER]
    remarks += clauses
    if rest:
        remarks += difference(store, question, facts)
    first, verdict = ranked[0]
    ranked[0] = first, verdict._replace(remark=one_a_line(remarks))
    return SeveralAnswers(ranked, ("compare", *(record.id for _, record in named)))


def _measures_of_each(
    question: Question, names: list[str], rest: tuple[Part, ...]
) -> dict[str, Part]:
    """Return the measure that a question has beside each of the names, where these are different
    ones: active users of A, registered users of B; empty for measures of all of them."""
    parts = [part for part in question.parts if part.text in names or part in rest]
    pairs = list(zip(parts[::2], parts[1::2], strict=False))
    if len({part.text for part in rest}) != len(names) or len(pairs) != len(names):
        return {}
    if pairs[0][0] in rest:  # active users of A
        pairs = [(name, measure) for measure, name in pairs]
    if not all(name.text in names and measure.measure for name, measure in pairs):
        return {}
    return {name.text: measure for name, measure in pairs}


def _terms_apart(store: Store, question: Question, *, is_known: bool) -> SeveralAnswers | None:
    """Return the definitions of the terms of a question that names nothing else, and asks how they
    differ or only joins them; None for another question."""
    text, parts = question.query.text, [it for it in question.parts if not compares(it.text)]
    terms = {}
    for part in parts:
        found = (it for it in store.indexed_records(part.names) if it.kind == "term")
        if (record := next(found, None)) is None:
            return None
        terms[record.position] = part, record
    asks = any(compares(word) or word in _APART for word in question.query.words)
    asks |= not text.isascii() and any(word in text for word in (*_COMPARING, *_APART))
    is_joined = not (is_known or question.asks) and len(parts) == len(question.parts)
    is_joined &= any(char in text for char in _CHINESE_JOINING) or not _JOINING.isdisjoint(
        question.query.words
    )
    if len(terms) < 2 or not (asks or is_joined):
        return None
    ranked = comparison_of(store, question, list(terms.values()), ()).ranked
    (first, _), *others = [(item, Verdict("exact")) for item, _ in ranked]
    return SeveralAnswers([(first, Verdict("exact", (), _DEFINITIONS)), *others])


def _named(store: Store, question: Question) -> list[tuple[Part, IndexedRecord]]:
    """Return the records that can be compared and are named, each with its part of the question:
    those of the most frequent kind."""
    comparable = {kind.id for kind in store.kinds() if kind.comparable and kind.titles_are_names}
    found: dict[int, tuple[Part, IndexedRecord]] = {}
    for part in question.parts:
        for record in store.indexed_records(part.names[:1]):
            if record.kind in comparable:
                found.setdefault(record.position, (part, record))
    kinds = [record.kind for _, record in found.values()]
    return [each for each in found.values() if each[1].kind == max(kinds, key=kinds.count)]


def _with_companies_of_groups(
    store: Store, named: list[tuple[Part, IndexedRecord]]
) -> tuple[list[tuple[Part, IndexedRecord]], list[tuple[IndexedRecord, IndexedRecord]]]:
    """Return the records with the company of each group that has no figures of its own, if any of
    these companies has; and the groups, each with its company."""
    companies = {record.position: company_of_group(store, record) for _, record in named}
    if not any(found and found[1] for found in companies.values()):
        return named, []
    present = {record.position for _, record in named}
    compared, replaced = [], []
    for part, record in named:
        found = companies[record.position]
        if found and found[0].position not in present:
            replaced.append((record, found[0]))
            part, record = part._replace(names=(found[0].position,)), found[0]
        compared.append((part, record))
    return compared, replaced


def _asks_to_compare(
    question: Question,
    rest: tuple[Part, ...],
    kind: str,
    is_known: bool,
    is_same: bool,
    is_measured: bool,
) -> bool:
    text = question.query.text
    if asks_for_multiple(text) and kind == "player":
        return True
    if _WHO in text:
        after = text.partition(_WHO)[2]
        return any(char in _DEGREES for char in after)
    if _TIMES in text and rest and kind == "player":
        return all(part.measure for part in rest)
    if _has_comparing_word(question):
        return True
    if text.endswith(_CHINESE_ENDINGS) or (kind == "player" and asks_of_size(text)):
        return True
    if is_same or question.qualifiers:
        return False
    if kind == "player" and not rest and question.asks == {"rate"}:
        return True  # the growth of two companies
    if is_measured:
        return question.asks <= ASK_NUMBER  # one record has the measure of one company
    if is_known or rest or question.asks or question.query.months:
        return False
    # Company names side by side are compared; a measure beside a subject is one question.
    return (
        kind == "player"
        or any(word in _JOINING for word in question.query.words)
        or any(word in text for word in _CHINESE_JOINING)
    )


def _has_comparing_word(question: Question) -> bool:
    if any(compares(word) for word in question.query.words if word.isascii()):
        return True
    return any(word in question.query.text for word in _COMPARING if is_chinese(word[0]))


def compares(word: str) -> bool:
    """Return whether a word asks for a comparison."""
    return word in _COMPARING or word.removeprefix("更").removesuffix("多少") in _DEGREES


def _title(store: Store, record: IndexedRecord) -> Wording:
    return store.facts(record.id)[0].title
