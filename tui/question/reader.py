"""What a query asks, as parts to look up and as kinds of question.

The text is divided into the terms of the briefing: names of records (as written or as they sound),
concepts of the thesaurus, words that ask and words that say nothing. The division that covers most
of the text with the fewest terms wins. What remains are words that are looked up as they are typed.
"""

from __future__ import annotations

from itertools import pairwise

from tui.database import vocabulary as roles
from tui.database.vocabulary import CONCEPT_MARK, MEASURE, QUESTION
from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.question.index_lookup import is_in_word, is_indexed, positions_of_token
from tui.question.query_parser import (
    Query,
    is_pinyin_syllables,
    parse_query,
    split_words,
    without_tone_numbers,
    words_of_tokens,
)
from tui.question.term_division import divide
from tui.question.term_lookup import named_records, vocabulary_terms
from tui.text.fold import is_chinese, query_tokens
from tui.text.stem import stem

if TYPE_CHECKING:
    from tui.question.tables import Tables
    from tui.question.term_division import Division
    from tui.question.term_lookup import Vocabulary

_SHORT_RUN = 3
"""Characters of a word of which no part is cut off (日本 is not 日 and 本)."""
_COUNTS = ("次数", "人次", "人数", "家数", "笔数")  # ends of names, as of 问诊次数
_SHORTHAND = frozenset("年亿億万萬多余")
_LISTED, _LISTED_ON = frozenset(("listed", "listing", "listings")), "list on"
_PARTICLES = "的了吗呢着是"  # never a part of a word


class Part(NamedTuple):
    """A term of a query that an answer should contain.

    ``text``: folded. ``names``: positions of the records with exactly this name. ``concepts``:
    marks of its concepts. ``measure``: it is a quantity. ``tokens``: index tokens of the text.
    ``stems``: words of which a text must have each. ``bigrams``: of a Chinese text, which may have
    a part of them. ``corrected``: the text is not how the name is written. ``broader``: marks of
    the concepts of which its concept is a kind. ``related``: it is none of its concepts.
    """

    text: str
    names: tuple[int, ...]
    concepts: tuple[str, ...]
    measure: bool
    tokens: tuple[str, ...]
    stems: tuple[str, ...]
    bigrams: tuple[str, ...]
    corrected: bool = False
    broader: tuple[str, ...] = ()
    related: bool = False


class Question(NamedTuple):
    """A query as it is understood. ``asks``: kinds of question, the keys of
    ``tui.compile.index.question_vocabulary``. ``fillers``: words that a record need not have, but a
    similar question has. ``qualifiers``: words that change what is asked. ``corrected``: words as
    typed and as spelled in the briefing. ``only_asks``: its parts are words that ask, because it
    has no others."""

    query: Query
    parts: tuple[Part, ...]
    asks: frozenset[str] = frozenset()
    fillers: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    only_asks: bool = False


def read_edited_question(tables: Tables, text: str) -> Question:
    """Parse a question that an editor wrote: there is nothing to correct, and a name is not written
    as it sounds."""
    query = parse_query(text, tables)
    return _divide(tables, query, query.plain, typed=False)


def read_question(tables: Tables, text: str) -> Question:
    """Parse a query and divide it into its parts."""
    question: Question = tables.memoize(("question", text), lambda: _read(tables, text))
    return question


def _read(tables: Tables, text: str) -> Question:
    query = parse_query(text, tables)
    if not _SHORTHAND.isdisjoint(text):
        from tui.question.shorthand_numbers import without_shorthand

        query = without_shorthand(tables, text, query)
    joined = query.text
    if query.months:
        if joined.isascii():
            joined = joined.replace(" ", "")  # jiankang zhongguo 2030
        if named := named_records(tables, [query.text, joined]):
            query = query.without_period()
            joined = query.text if query.text in named else joined
    plain = query.plain
    if joined != query.text and not query.months:
        plain = joined
    elif is_pinyin_syllables(query, tables):
        plain = "".join(query.words)
    elif typed := without_tone_numbers(plain, tables):
        plain = typed
    question = _divide(tables, query, plain)
    if query.months and "rate" in question.asks and (spanned := query.with_span()) is not query:
        query, plain = spanned, spanned.plain
        question = _divide(tables, query, plain)
    if not plain.isascii() and not all(part.names or part.concepts for part in question.parts):
        from tui.question.name_spelling import name_with_swapped_characters

        if positions := name_with_swapped_characters(tables, plain):
            return Question(query, (make_part(plain, positions, corrected=True),))
    if not plain.isascii() and any(
        first.names and first.text + second.text in plain
        for first, second in pairwise(question.parts)
    ):
        from tui.question.name_spelling import text_with_whole_name

        spelled, pair = text_with_whole_name(tables, plain, question.parts)
        if pair:
            return _divide(tables, query, spelled)._replace(corrected=(pair,))
    if plain.isascii() and any(not (it.names or it.concepts) for it in question.parts[1:]):
        from tui.question.name_spelling import text_with_company_name

        if slips := text_with_company_name(tables, plain, question.parts):
            return _divide(tables, query, slips[0])._replace(corrected=slips[1:])
    unknown = [
        part.text for part in question.parts if part.text.isascii() and is_unknown(tables, part)
    ]
    if not unknown:
        return question
    from tui.question.spelling import corrected_text

    spelled, corrected = corrected_text(tables, plain, unknown)
    is_same = spelled == plain
    return question if is_same else _divide(tables, query, spelled)._replace(corrected=corrected)


def as_typed(question: Question, text: str) -> str:
    """Return the text of a part without the corrections of its spelling."""
    if not question.corrected:
        return text
    typed = {better: word for word, better in question.corrected}
    return " ".join(typed.get(word, word) for word in text.split(" "))


def make_part(
    text: str,
    names: tuple[int, ...] = (),
    concepts: tuple[str, ...] = (),
    measure: bool = False,
    corrected: bool = False,
    broader: tuple[str, ...] = (),
    related: bool = False,
) -> Part:
    """Return a part with what a comparison with texts needs."""
    tokens, stems = [], []
    is_amount = text[:1].isdigit() and not text.isascii()  # 9亿 is not in 309.9亿
    for token in query_tokens(text):
        if token[-1] == "*" and token[0].isascii():
            word = stem(token[:-1])
            tokens.append(f"{word}*")
            stems += [] if is_amount else [word]
        else:
            tokens.append(token)
    bigrams = tuple(token for token in tokens if token[-1] != "*")
    compared = tuple(tokens), tuple(stems), bigrams
    return Part(text, names, concepts, measure, *compared, corrected, broader, related)


def _divide(tables: Tables, query: Query, plain: str, typed: bool = True) -> Question:
    division = divide(tables, plain, by_sound=typed)
    tokens, chosen = division.tokens, division.terms
    parts: list[Part] = []
    asks: set[str] = set()
    implied: set[str] = set()
    fillers: list[str] = []
    qualifiers: list[str] = []
    measures: list[Part] = []
    """Quantities that only ask beside another one: the headcount of a company, not of users."""
    at = 0
    for term in chosen:
        parts += _rest(tables, division, at, term.first)
        at = term.last
        if term.is_empty:
            asked = {concept for concept, role in term.concepts if role == QUESTION}
            if asked == {"list"} and any(each.names for each in chosen):
                text = division.text_of(term)
                is_date = any(("date", QUESTION) in each.concepts for each in chosen)
                if text in _LISTED or (stem(text) == "list" and is_date):
                    parts.append(_listing(tables, text))  # where is it listed: not for a list
                    continue
            asks |= asked
            marks = tuple(CONCEPT_MARK + each for each, role in term.concepts if role == MEASURE)
            if marks:
                measures.append(make_part(division.text_of(term), (), marks, measure=True))
            if any(role == roles.QUALIFIER for _, role in term.concepts):
                qualifiers.append(division.text_of(term))
            elif not asked:
                fillers.append(division.text_of(term))
            continue
        concepts = [(each, role) for each, role in term.concepts if role in roles.CONCEPTS]
        marks = tuple(CONCEPT_MARK + concept for concept, _ in concepts)
        text = division.text_of(term)
        if term.names and " " in text and not text.isascii() and not named_records(tables, [text]):
            text = text.replace(" ", "")  # 阿里健康 大药房, written as one name
        elif typed and term.names and text.isalpha() and text.isascii():
            from tui.question.name_spelling import name_with_spaces

            text = name_with_spaces(tables, text, term.names[0])
        found = {role for _, role in term.concepts}
        measure = MEASURE in found
        if text.endswith(_COUNTS) and not term.names:
            asks.add("count")
        elif text.endswith("率") and marks and not (measure or term.names):
            asks.add("share")  # 接通率: of those connected, not a gap on what connected means
        elif measure and not term.names:
            implied |= division.kinds_within(term)
        broader = [CONCEPT_MARK + each for each, role in term.concepts if role == roles.BROADER]
        meanings = term.names, marks, measure, term.by_sound, tuple(broader)
        parts.append(make_part(text, *meanings, roles.RELATED in found))
    parts += _rest(tables, division, at, len(tokens))
    if not parts:  # it consists of such words: a search for those that ask, or for all
        asking = [
            division.text_of(term)
            for term in chosen
            if any(role == QUESTION for _, role in term.concepts)
        ]
        only = [] if query.months and asks <= {"what"} else asking or split_words(plain)  # 2022年呢
        return Question(query, tuple(map(make_part, only)), frozenset(asks), only_asks=True)
    if sum(part.measure for part in parts) == 1 and "count" not in asks:
        asks |= implied
    # Why it fell: not by how much. Growth in percent: no share.
    asks.discard("rate" if "reason" in asks else "share" if "rate" in asks else "")
    if all(part.names for part in parts):
        parts += measures
    beside = tuple(fillers), tuple(qualifiers)
    return Question(query, tuple(dict.fromkeys(parts)), frozenset(asks), *beside)


def _listing(tables: Tables, text: str) -> Part:
    """Return the part of a word for the listing of a company, as of "listed on"."""
    meanings = vocabulary_terms(tables, [_LISTED_ON]).get(_LISTED_ON, ())
    return make_part(text, (), tuple(CONCEPT_MARK + each for each, _ in meanings))


def _rest(tables: Tables, division: Division, first: int, last: int) -> list[Part]:
    """Return the parts of tokens without any term: words, and runs of Chinese."""
    parts: list[Part] = []
    run = ""
    for text in words_of_tokens(division.plain, division.tokens[first:last]):
        if is_chinese(text[0]):
            run += text
            continue
        parts += _chinese_parts(tables, run, division.vocabulary)
        run = ""
        parts += [make_part(text)] if text != " " else []
    return [*parts, *_chinese_parts(tables, run, division.vocabulary)]


def _chinese_parts(tables: Tables, run: str, vocabulary: Vocabulary) -> list[Part]:
    """Divide a run of Chinese characters where a word that says nothing is no part of a longer
    word of the briefing."""
    if not run:
        return []
    if len(run) > 2 and run[0] == "在":
        run = run[1:].rstrip("上中里下的")  # in healthcare
    words: list[str] = [""]
    for at, char in enumerate(run):
        is_torn = len(words[-1]) == 1 and at + 1 < len(run)  # 块 of 区块链
        is_empty = char in vocabulary and not (is_torn or is_in_word(tables, run, at))
        words += [""] if char in _PARTICLES or is_empty else [words.pop() + char]
    if any(len(word) == 1 for word in words) and len(run) < _SHORT_RUN:
        words = ["".join(char for char in run if char not in _PARTICLES)]
    return [_corrected_part(tables, word) or make_part(word) for word in words if word]


def _corrected_part(tables: Tables, word: str) -> Part | None:
    """Return the record whose short name, or the concept that, sounds like a word that the briefing
    lacks (复珍 for 复诊, 收如 for 收入)."""
    if len(word) != 2 or positions_of_token(tables, word):
        return None
    from tui.question.name_spelling import meaning_by_sound

    meaning = meaning_by_sound(tables, word)
    return make_part(word, *meaning, corrected=True) if meaning else None


def is_unknown(tables: Tables, part: Part) -> bool:
    """Return whether the briefing has no word of a part."""
    return not (part.names or part.concepts or any(is_indexed(tables, it) for it in part.tokens))
