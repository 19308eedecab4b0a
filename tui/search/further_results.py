"""Which results stand below an answer that is not what was asked for, and whether one of them
should come first."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import phrase_positions
from tui.question.reader import as_typed, read_edited_question
from tui.question.term_lookup import vocabulary_terms
from tui.search.briefing_subject import is_about_briefing
from tui.search.features import IN_BODY, in_record, in_words, starts_pinyin
from tui.search.missing_words import RATE_WORDS
from tui.search.record_features import IN_QUESTION
from tui.search.verdict import ASK_NUMBER, CORRECTED, LEAST_LIKE, LIKENESS, Verdict, quoted
from tui.text.language import Wording
from tui.text.stem import term_tokens

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.ranking import Ranked
    from tui.store import Store

_UNCOVERED = Wording("资料没有提到{words}", "the documents do not mention {words}")
_NO_DATA = Wording("没有{words}的数据", "no figure for {words}")
_ONLY_NAMED = Wording("资料仅提及{words}", "the documents only name {words}")
ONE_UNCOVERED = Wording(
    "没有关于{words}的内容，以下是{title}", "nothing about {words}; showing {title}"
)
_LONGEST_NAME = 3
"""Words of a name in English; a longer alias of a gap asks its question in other words."""
_LITTLE_LIKE = 0.67
"""Similarity to a known question below which one common word does not make an answer."""
_ASK_VALUE = ASK_NUMBER | {"rate", "share"}
_FIGURE_ENDS = ("率", "份额", "占比", "金额", "总量", "总额", "价格", "人数", "次数")
"""With which Chinese terms end that mean a figure."""
_LOOKED_AT = 8
"""Records with the characters of a name in which it is looked for."""
_MENTIONED = Wording("以下内容提到{words}", "mentioning {words}")


def only_related(
    store: Store, question: Question, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers as they stand below one that is a gap or lacks words of the question."""
    return _without_unrelated(store, question, _with_uncovered_first(store, question, best))


def _with_uncovered_first(
    store: Store, question: Question, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers that are not exact with the gap first that has a name of the question among
    what is not covered, and a remark on that name, not on what is asked of it. Where the rest is
    what the whole briefing is about, it is answered as the name alone."""
    for part in question.parts:
        if not part.names:
            continue
        at = next(
            (
                at
                for at, (item, _) in enumerate(best)
                if item.described.record.position in part.names[:1]
                and _is_not_covered(store, item.described.record.id)
            ),
            None,
        )
        if at is None or part.text in _titles(best[at][0]):
            continue
        if part.concepts and not starts_pinyin(part, best[at][0].described.record):
            continue
        if part.text.count(" ") >= _LONGEST_NAME:
            continue
        item, verdict = best[at]
        others = [each for each in question.parts if each is not part]
        rest = [each for each in others if not is_about_briefing(store, each)]
        words = (as_typed(question, part.text),)
        if company := next((each for each in rest if _names_company(store, each)), None):
            return _with_company_first(best, company, words)
        if rest or not question.asks:
            from tui.search.uncovered_brand import with_company_of_brand

            if found := with_company_of_brand(store, question, part, best, at):
                return found
        is_said = _is_said_elsewhere(store, part, item)
        if rest or question.asks or verdict.missing or not is_said:
            remark = _ONLY_NAMED if is_said else _UNCOVERED
            if not is_said and (
                _begins_with_company(store, part.text) or _is_figure(store, part.text)
            ):
                remark = _NO_DATA
            if not (is_said or rest) and _is_ratio_of(question, part):
                remark, words = _NO_DATA, (question.query.text,)
            if not is_said and part.corrected:
                remark = CORRECTED
            remark = remark.format(words=quoted(words))
            is_whole = not (rest or question.asks or part.corrected)
            verdict = Verdict("exact" if is_whole else "near", () if is_whole else words, remark)
        same = [each for each in (*best[:at], *best[at + 1 :]) if _in_words(part, each[0])]
        return [(item, verdict), *same]
    return best


def _begins_with_company(store: Store, text: str) -> bool:
    """Return whether a term is about a company of the briefing: revenue of Ali Health."""
    sql = (
        "SELECT 1 FROM records WHERE kind = 'player' AND title_zh <> ? "
        "AND (instr(?, title_zh) OR instr(?, lower(title_en))) LIMIT 1"
    )
    return any(True for _ in store.query(sql, (text, text, text)))


def _is_figure(store: Store, text: str) -> bool:
    """Return whether a term means a figure by its last word: reimbursement rate, 报销比例."""
    if text.endswith(_FIGURE_ENDS):
        return True
    last = text.rpartition(" ")[2] if text.isascii() else text[-2:]
    read = read_edited_question(store, last)
    is_measure = last in RATE_WORDS or any(part.measure for part in read.parts)
    return is_measure or bool(read.asks & _ASK_VALUE)


def _is_ratio_of(question: Question, part: Part) -> bool:
    """Return whether a Chinese query is a term and the rate or share of it (处方药网售比例)."""
    text, asks = question.query.text, question.asks
    is_ratio = bool(asks) and asks <= {"rate", "share"} and not text.isascii()
    return is_ratio and text.startswith(part.text) and text.endswith((*_FIGURE_ENDS, "比例"))


def _names_company(store: Store, part: Part) -> bool:
    return any(each.kind == "player" for each in store.indexed_records(part.names))


def _with_company_first(
    best: list[tuple[Ranked, Verdict]], company: Part, words: tuple[str, ...]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers with the company first that is covered, and a remark that another one is not;
    as they are where that answer lacks something else too."""
    for at, (item, verdict) in enumerate(best):
        if item.described.record.position in company.names:
            if verdict.missing != words and verdict.match != "exact":
                break
            title = item.described.chosen.fact.title
            remark = ONE_UNCOVERED.format(words=quoted(words), title=title)
            named = item._replace(score=max(item.score, best[0][0].score))
            verdict = verdict._replace(match="near", missing=words, remark=remark)
            return [(named, verdict), *best[:at], *best[at + 1 :]]
    return best


def _is_said_elsewhere(store: Store, part: Part, gap: Ranked) -> bool:
    """Return whether a record other than a gap has a name in its texts, not only in a known
    question or within a longer term (医联 in 医联体)."""
    own = gap.described.record.position
    positions = [each for each in phrase_positions(store, part.text, _LOOKED_AT) if each != own]
    texts = [f"{it.titles}\n{it.names}\n{it.body}" for it in store.indexed_records(positions)]
    after = {rest[:1] for text in texts for rest in text.split(part.text)[1:]}
    term = " ".join(token for token, *_ in term_tokens(part.text))
    longer = vocabulary_terms(store, [f"{term} {char}" for char in after])
    return any(f"{term} {char}" not in longer for char in after)


def _is_not_covered(store: Store, identity: str) -> bool:
    sql = "SELECT 1 FROM facets WHERE id = ? AND facet = 'type' AND value = 'not_covered'"
    return any(True for _ in store.query(sql, (identity,)))


def _titles(item: Ranked) -> list[str]:
    return item.described.record.titles.split("\n")


def _without_unrelated(
    store: Store, question: Question, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers of which the first lacks words of the question, without those that have none
    of its names or do not have its only term; none to a question about a company that the documents
    do not name: what they say of others does not answer it."""
    (_, verdict), *others = best
    missing = [each for each in question.parts if as_typed(question, each.text) in verdict.missing]
    if not missing:
        return best
    if any(_company_name(question, each) for each in missing) and unknown_company(store, question):
        return []
    if len(question.parts) > 1 and not any(any(item.described.found) for item, _ in best):
        return []  # only a known question has something in common with it
    if len(question.parts) > 1 and _has_form_only(best[0][0], missing):
        return []
    if _is_stray(store, question, best[0][0], missing):
        return []
    unknown = [
        part
        for part in missing
        if part.text in RATE_WORDS or not any(_has(part, item) for item, _ in others)
    ]
    if _has_common_word_only(best[0][0], question, unknown):
        return []
    if len(question.parts) == 1:
        return _of_one_term(question.parts[0], best)
    names = [part for part in question.parts if part.names and part not in missing]
    if not names or len(missing) > 1 or not missing[0].measure:
        return best
    return [best[0], *(each for each in others if any(_has(part, each[0]) for part in names))]


def _has_form_only(first: Ranked, missing: list[Part]) -> bool:
    """Return whether an answer lacks a measure that no name or text has, and has the rest of a
    question at most from a known question that is not like it: average revenue per user."""
    described = first.described
    if not any(each.measure for each in missing) or max(described.found) > IN_QUESTION:
        return False
    return described.features.get(LIKENESS, 0.0) < _LITTLE_LIKE


def _is_stray(store: Store, question: Question, first: Ranked, missing: list[Part]) -> bool:
    """Return whether an answer lacks the only term that a question has beside what the whole
    briefing is about, except in a known question that is not like it or asks that of one company:
    CEO, founder of internet healthcare."""
    described = first.described
    terms = [it for it in question.parts if it in missing or not is_about_briefing(store, it)]
    if len(terms) != 1 or terms != missing or terms[0].names or not terms[0].concepts:
        return False
    if described.found[question.parts.index(terms[0])] > IN_QUESTION or _has(terms[0], first):
        return False
    is_of_company = described.record.kind == "player"
    return is_of_company or described.features.get(LIKENESS, 0.0) < LEAST_LIKE


def _has_common_word_only(first: Ranked, question: Question, unknown: list[Part]) -> bool:
    """Return whether an answer to a question with an English word that no answer has and that is no
    term of the briefing has one other word at most of it, no term either, and is not like a known
    question: car sales, exchange rate."""
    described = first.described
    if not question.query.text.isascii() or question.query.figure:
        return False
    if described.features.get(LIKENESS, 0.0) >= _LITTLE_LIKE:
        return False
    least = IN_QUESTION if len(question.parts) == 1 and not question.asks else 0.0
    found = [part for part, at in zip(question.parts, described.found, strict=True) if at > least]
    if len(found) > 1 or any(part.concepts or part.names for part in found):
        return False
    return any(not (part.concepts or part.names or part in found) for part in unknown)


def unknown_company(store: Store, question: Question) -> str:
    """Return the name of a company in a question about it alone that the documents do not have;
    empty for none."""
    from tui.search.whole_word import is_known

    for part in question.parts:
        name = _company_name(question, part)
        if not name or is_known(store, name):
            continue
        others = (each for each in question.parts if each.text not in name)
        if all(
            each.measure or not (each.names or each.concepts) or is_about_briefing(store, each)
            for each in others
            if each.names or not question.asks & ASK_NUMBER  # else it is what is counted
        ):
            return name
    return ""


def _company_name(question: Question, part: Part) -> str:
    """Return the name of a company that a part is or begins; empty for none."""
    if part.names or part.concepts or part.text.isascii():
        return ""
    from tui.search.whole_word import LEGAL_ENDS, is_like_company

    text = question.query.text
    at = text.find(part.text) + len(part.text)
    end = next((each for each in LEGAL_ENDS if text.startswith(each, at)), "")
    return part.text + end if is_like_company(part.text + end) else ""


def _of_one_term(part: Part, best: list[tuple[Ranked, Verdict]]) -> list[tuple[Ranked, Verdict]]:
    """Return the answers to a query of one term: those that have it in their texts, if the first is
    one that does not."""
    found = [_in_words(part, item) for item, _ in best]
    if not _is_rare_word(part):
        return best
    if not any(found):
        return best[:1]
    at = found.index(max(found))
    rest = [each for each, words in zip(best, found, strict=True) if words and each != best[at]]
    remark = _MENTIONED.format(words=quoted((part.text,)))
    return [(best[at][0], Verdict("near", (), remark)), *rest]


def _is_rare_word(part: Part) -> bool:
    """Return whether a part is a word of several characters that is no term of the briefing."""
    return not (part.concepts or part.names or part.text.isascii()) and len(part.text) > 2


def _has(part: Part, item: Ranked) -> bool:
    """Return whether the texts of an answer have a part."""
    described = item.described
    is_named = described.record.position in part.names
    return is_named or in_record(part, described.record) >= IN_BODY or bool(_in_words(part, item))


def _in_words(part: Part, item: Ranked) -> float:
    return in_words(part, item.described.record, item.described.chosen.fact)
