"""Words that the first answer does not have: which of them a reader needs to know, and another
answer that has them."""

from __future__ import annotations

from tui.document.gloss import quoted_title
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.index_lookup import is_indexed
from tui.question.reader import as_typed
from tui.search.features import IN_BODY, IN_NAME, IN_TITLE, in_record, in_text, in_words
from tui.search.verdict import (
    GUESSED,
    NO_FIGURE,
    NOT_COVERED,
    NOT_OF_SUBJECT,
    NOT_SAID,
    OF_ONE,
    judge,
    quoted,
    with_parts,
)
from tui.store.short_titles import short_title
from tui.text.language import Wording

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.ranking import Ranked
    from tui.search.record_features import DescribedRecord
    from tui.search.verdict import Verdict
    from tui.store import Store

_COMPARED = 5
_MENTIONED_IN = Wording("{remark}；提到它的是{title}", "{remark}; mentioned in {title}")
_LACKING = (NOT_COVERED, NOT_SAID)
_REMARKS = (*_LACKING, NOT_OF_SUBJECT)
_LIGHT_WORDS = frozenset(
    (
        *("work", "works", "worked", "working", "at", "in", "of", "on", "to", "the", "with", "for"),
        *("come", "comes", "came", "make", "makes", "made", "take", "takes", "took", "taken"),
        *("get", "gets", "got", "give", "gives", "gave", "given", "call", "calls", "going", "let"),
        *("real", "really", "actually", "matter", "matters", "say", "says", "said", "thing"),
        *("show", "shows", "shown", "mean", "means", "happen", "happens", "things", "together"),
        *("into", "onto", "down", "out", "off", "over", "around", "across", "read", "add", "adds"),
        *("send", "sends", "sent", "saw", "seen", "put", "puts", "do", "done", "go", "goes"),
        *("join", "joins", "ahead", "fast", "trust", "calls for", "gone", "went", "big", "small"),
    )
)
_LEAST_ABOUT = 2
_BETWEEN = 10
_LONG_WORD = 4
"""Characters of a word of which one that is not light says nothing; 用户 and 上市 do."""
_DOCUMENT_WORDS = frozenset(("policy", "policies", "政策"))
"""What a statement that has the rest of a question is about; it may name the policy only."""
_PUBLISHED = frozenset(
    (
        *("issue", "issued", "issues", "publish", "published", "released", "promulgated"),
        *("发布", "出台", "印发", "公布", "颁布"),
    )
)
"""Said of every policy."""
_PEOPLE = frozenset(("patient", "patients", "patients use", "people", "患者", "病人", "老百姓"))
"""For whom every policy is."""
RATE_WORDS = frozenset(("rate", "rates", "growth", "speed", "增速", "速度", "增长"))
_LEAST_FORM, _SAME_FORM = 5, 0.6
"""Letters, and share of the longer word, with which forms of a word begin: investor, investment;
or it begins with the whole shorter one: standard, standardization."""


def _with_needed_words(
    store: Store, question: Question, weights: list[float], item: Ranked, verdict: Verdict
) -> Verdict:
    """Return the verdict with a remark that names only the missing words that a reader needs: not
    one that the answer has in another form, one that names no subject, or a piece of a word.
    Without any it is the verdict on the rest of the question."""
    described = item.described
    if verdict.remark == GUESSED and described.record.kind == "policy":
        return _of_published(question, weights, described) or verdict
    remark = _kind_of_remark(verdict, _REMARKS)
    if remark is None:
        return verdict
    parts = {as_typed(question, part.text): part for part in question.parts}
    is_text = described.record.kind in ("policy", "term")
    needed = tuple(
        whole
        for word in verdict.missing
        if not (is_text and word in _PEOPLE)
        and _is_needed(word, parts.get(word), described)
        and (whole := _whole(store, question, word, parts.get(word), described))
    )
    if needed == verdict.missing:
        return verdict
    if needed:
        return verdict._replace(missing=needed, remark=remark.format(words=quoted(needed)))
    left = [at for at, word in enumerate(parts) if word not in verdict.missing]
    if left and len(parts) == len(question.parts):
        asked, rest = with_parts(question, described, left)
        of_left = [weights[at] for at in left]
        of_rest = judge(asked, of_left, rest)
        if of_rest.match != "exact":
            return _with_needed_words(store, asked, of_left, item._replace(described=rest), of_rest)
        if is_text and (_PUBLISHED | _PEOPLE).issuperset(verdict.missing):
            return of_rest
    return verdict._replace(missing=(), remark=GUESSED)


def _of_published(
    question: Question, weights: list[float], described: DescribedRecord
) -> Verdict | None:
    """Return the verdict on a policy without the words that are said of every policy (issued), in a
    question who is behind it without these; None where it is not exact."""
    left = [at for at, part in enumerate(question.parts) if part.text not in _PUBLISHED]
    is_of_issuer = "person" in question.asks and question.qualifiers == ("behind",)
    if not left or (len(left) == len(question.parts) and not is_of_issuer):
        return None
    asked, rest = with_parts(question, described, left)
    qualifiers = () if is_of_issuer else question.qualifiers
    of_rest = judge(asked._replace(qualifiers=qualifiers), [weights[at] for at in left], rest)
    return of_rest if of_rest.match == "exact" else None


def _kind_of_remark(verdict: Verdict, kinds: tuple[Wording, ...]) -> Wording | None:
    """Return which of some remarks a verdict has on the words that are missing."""
    words, remark = quoted(verdict.missing).en, verdict.remark.en
    return next((each for each in kinds if each.en.format(words=words) == remark), None)


def _whole(
    store: Store, question: Question, word: str, part: Part | None, described: DescribedRecord
) -> str:
    """Return the whole word that a remark may name; empty for none."""
    if part is None or part.names or part.concepts or word.isascii():
        return word
    from tui.search.whole_word import whole_word

    whole = whole_word(store, question.query.text, word)
    is_other = whole and whole != word
    return "" if is_other and not _is_needed(whole, part, described) else whole


def _is_needed(word: str, part: Part | None, described: DescribedRecord) -> bool:
    """Return whether a reader needs to know that an answer does not have a word."""
    if part is None or part.names:
        return True
    fact = described.chosen.fact
    if word in RATE_WORDS and fact.is_rate:
        return False
    record = described.record
    if word[:1].isdigit() and in_record(part, record) >= IN_BODY:
        return False  # an amount that another fact of the record has
    if word in _DOCUMENT_WORDS and record.kind == "statement":
        return sum(found >= IN_NAME for found in described.found) < _LEAST_ABOUT
    if word in _PUBLISHED and record.kind == "policy":
        return False
    texts = f"{record.titles}\n{record.names}\n{fact.words}"
    if word.isascii():
        if not part.concepts and all(each in _LIGHT_WORDS for each in word.split(" ")):
            return False
        if not part.concepts and word.isalpha() and word.endswith("ed"):
            return False  # closed, raised: what was done, not of what
        return not all(_has_form(stem, texts) for stem in part.stems)
    if _is_in_two_pieces(word, record.body):
        return False
    from tui.search.whole_word import without_light_characters

    rest = without_light_characters(word)
    if part.concepts and rest:
        return True
    if not rest or (len(rest) == 1 and len(word) >= _LONG_WORD):
        return False
    return rest == word or rest not in texts


def _is_in_two_pieces(word: str, text: str) -> bool:
    """Return whether a text has a verb and its object that are one term with a few characters
    between them, or the other way round (纳入互联网医疗、医保, 医保纳入 of 纳入医保)."""
    if len(word) != _LONG_WORD or word.isascii():
        return False
    verb, thing = word[:2], word[2:]
    if f"{thing}{verb}" in text:
        return True
    return any(thing in after[:_BETWEEN] for after in text.split(verb)[1:])


def _has_form(stem: str, texts: str) -> bool:
    """Return whether a text has a word that begins like another one and ends otherwise."""
    begin = stem[:_LEAST_FORM]
    if begin not in texts:
        return False
    for word in texts.split():
        if not word.startswith(begin):
            continue
        shorter, longer = sorted((len(stem), len(word)))
        letters = zip(stem, word, strict=False)
        same = next((at for at, (one, other) in enumerate(letters) if one != other), shorter)
        is_begin = same > _LEAST_FORM and same == shorter
        if is_begin or same >= max(_LEAST_FORM, _SAME_FORM * longer):
            return True
    return False


def with_answer_that_has_them(
    store: Store,
    question: Question,
    weights: list[float],
    best: list[tuple[Ranked, Verdict]],
) -> list[tuple[Ranked, Verdict]]:
    """Return answers with a remark on the first one that names only the missing words that a reader
    needs, and the answer with these: one with the names and half of what else a sentence asks."""
    first, verdict = best[0][0], _with_needed_words(store, question, weights, *best[0])
    if verdict.remark == NO_FIGURE:
        from tui.search.figure_in_words import with_figure_first

        return with_figure_first([(first, verdict), *best[1:]])
    verdict = _of_closest_match(store, question, verdict)
    if verdict.missing and verdict.remark == _of_one(first, verdict):
        from tui.search.group_company import with_group_named

        verdict = with_group_named(store, question, first, verdict)
    best = [(first, verdict), *best[1:]]
    parts = [each for each in question.parts if as_typed(question, each.text) in verdict.missing]
    if question.corrected or len(parts) < len(verdict.missing):
        return best
    if not _kind_of_remark(verdict, _LACKING):
        return best
    others = [each for each in question.parts if each not in parts]
    is_sentence = bool(question.asks or question.fillers) or len(others) > 1
    if is_sentence and first.described.record.kind == "gap":
        return best  # says what is not known of the subject
    for item in _titled_first(best[1:_COMPARED], parts):
        described = item.described
        if described.record.kind == "term":
            continue  # a definition says nothing of what is asked
        said = [_says(part, described) for part in others]
        named = [it for it, part in zip(said, others, strict=True) if part.names]
        is_about_it = not is_sentence or 2 * sum(said) >= max(2, len(said))
        if is_about_it and all(named) and all(_shows(part, described) for part in parts):
            title = short_title(store, described.record.id)
            remark = NOT_SAID.format(words=quoted(verdict.missing))
            remark = _MENTIONED_IN.format(remark=remark, title=quoted_title(title))
            return [(first, verdict._replace(remark=remark)), *best[1:]]
    return best


def _titled_first(answers: list[tuple[Ranked, Verdict]], parts: list[Part]) -> list[Ranked]:
    """Return answers, those first that have all of some parts in their titles."""
    items = [item for item, _ in answers]
    records = [item.described.record for item in items]
    has_all = [all(in_text(it, each) >= IN_TITLE for it in parts) for each in records]
    return [items[at] for at in sorted(range(len(items)), key=lambda at: not has_all[at])]


def _of_closest_match(store: Store, question: Question, verdict: Verdict) -> Verdict:
    """Return the verdict that the closest match does not mention the missing words where other
    records of the briefing do: then it is not true that there is nothing about them."""
    if not _kind_of_remark(verdict, (NOT_COVERED, NOT_OF_SUBJECT)):
        return verdict
    parts = {as_typed(question, part.text): part for part in question.parts}
    unknown = []
    for word in verdict.missing:
        part = parts.get(word)
        if part is None or part.measure or not (part.names or _is_in_records(store, part)):
            unknown.append(word)
    if unknown and _kind_of_remark(verdict, (NOT_COVERED,)):
        return verdict._replace(remark=NOT_COVERED.format(words=quoted(tuple(unknown))))
    if unknown:
        return verdict
    return verdict._replace(remark=NOT_SAID.format(words=quoted(verdict.missing)))


def _is_in_records(store: Store, part: Part) -> bool:
    return bool(part.concepts) and all(is_indexed(store, each) for each in part.concepts)


def _of_one(item: Ranked, verdict: Verdict) -> Wording:
    company = item.described.chosen.fact.title
    return OF_ONE.format(words=quoted(verdict.missing), company=company)


def _shows(part: Part, described: DescribedRecord) -> bool:
    """Return whether a record is one that a part names, or has the part as it is typed in its title
    or, unless it is a company, in a name or the chosen fact, where a reader sees it."""
    record, fact = described.record, described.chosen.fact
    if part.corrected:
        return False
    if record.position in part.names or in_text(part, record) >= IN_TITLE:
        return True
    return record.kind != "player" and in_words(part, record, fact) >= IN_NAME


def _says(part: Part, described: DescribedRecord) -> bool:
    """Return whether the title, a name or the chosen fact of a record has a part."""
    record, fact = described.record, described.chosen.fact
    return in_words(part, record, fact) >= IN_NAME or in_record(part, record) >= IN_TITLE
