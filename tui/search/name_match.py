"""Matching a query against a few names outside the index: commands, sections."""

from __future__ import annotations

from collections.abc import Sequence

from tui.question.query_parser import parse_query
from tui.question.reader import read_question
from tui.question.tables import by_pinyin
from tui.question.term_lookup import named_records
from tui.search.date_order import order_asked
from tui.search.value_words import FORCES
from tui.store import Store
from tui.text.fold import fold
from tui.text.language import Wording
from tui.text.word_set import words_of

_LISTING = frozenset(("list", "what", "latest"))
_ORIGIN = frozenset(("person", "date"))
_SOURCE, _DISAGREEMENT = "source", "disagreement"
_ALL_FIGURES = frozenset(
    ("figures", "figure", "numbers", "data", "information", "facts", "statistics", "stats")
)
_FROM_WHERE = frozenset(
    (
        *("where", "source", "sources", "what", "which", "is", "are", "do", "does", "did", "the"),
        *("of", "for", "these", "this", "all", "your", "come", "comes", "came", "from", "taken"),
        *("sourced", "used", "get", "got", "you", "it", "its", "behind", "here"),
    )
)
"""Words of a question where the figures come from, of which it names none."""
_OF_WHOLE = words_of(
    "based built made drawn taken disputed contested contradictory conflicting dispute "
    "controversial inconsistent conflict"
)
_WHO, _PUBLISHED = ("who", "which"), _ALL_FIGURES | {"documents", "sources"}
_CHINESE_OF_WHOLE = (
    *("数据", "数字", "资料", "信息", "内容", "这些", "这份", "本", "所有", "简报", "报告"),
    *("有", "哪", "什么", "存在", "争议", "分歧", "矛盾", "冲突", "互相", "不一致"),
)
"""Words of questions about the whole briefing: where it is from, what is disputed."""
_COUNTING = ("how many", "几", "多少")
_UNKNOWN = frozenset(("unknown",))
_MOST_PARTS = 2
"""Terms of a question for all records of a kind: what, data gaps."""
_LONGEST = 48
"""Characters of a question that asks for a section."""


def match_names(store: Store, text: str, names: Sequence[Wording]) -> list[int]:
    """Return the indexes of the names that match every word of ``text``: as written in either
    language, in pinyin or by initials. Names that start with the first word come first; an empty
    text matches all."""
    words = parse_query(text, store).without_period().words
    chars = "".join(name.zh for name in names)
    pinyin: dict[str, str] = store.memoize(("pinyin", chars), lambda: store.pinyin_of(chars))
    found = []
    for index, name in enumerate(names):
        syllables = [pinyin[char] for char in name.zh if char in pinyin]
        initials = "".join(syllable[0] for syllable in syllables)
        forms = (f"{fold(name.zh)} {fold(name.en)}", "".join(syllables), initials)
        if all(any(word in form for form in forms) for word in words):
            is_prefix = bool(words) and any(form.startswith(words[0]) for form in forms)
            found.append((not is_prefix, index))
    return [index for _, index in sorted(found)]


def records_named(store: Store, text: str) -> list[str]:
    """Return the ids of the records with this title, name or code, as it is written."""
    name = parse_query(text, store).text
    positions = named_records(store, [name]).get(name, ())
    return [
        record.id
        for record in store.indexed_records(positions)
        if name in f"{record.titles}\n{record.names}".split("\n")
    ]


def records_beginning(store: Store, text: str, limit: int = 20) -> list[str]:
    """Return the ids of the records with a title, name or code, in full pinyin or by initials too,
    that begins with the text, by importance."""
    name = fold(text).strip()
    if not name:
        return []
    rows = store.query(
        "SELECT DISTINCT position FROM exact_names WHERE name >= ? AND name < ? "
        "ORDER BY position LIMIT ?",
        (name, name + chr(0x10FFFF), limit),
    )
    return [record.id for record in store.indexed_records([position for (position,) in rows])]


def section_named(store: Store, text: str) -> str:
    """Return the id of the section that a query is the name of (policies, 政策, in pinyin) or asks
    for (有哪些政策, what does the briefing not know); empty for none."""
    question = read_question(store, text)
    query = question.query.text
    names: dict[str, str] = store.memoize("section names", lambda: _section_names(store))
    if query in names or len(query) > _LONGEST:
        return names.get(query, "")
    if _asks_where_from(question.query.words):
        return names.get(_SOURCE, "")
    words = question.query.words
    asks_who = words[:1] and words[0] in _WHO and not _PUBLISHED.isdisjoint(words)
    if asks_who or not _OF_WHOLE.isdisjoint(words) or query.startswith(_CHINESE_OF_WHOLE):
        from tui.search.section_question import asks_for_disputes, asks_where_from

        plain = query.rstrip(" ?？")
        if asks_where_from(plain):
            return names.get(_SOURCE, "")
        if asks_for_disputes(plain):
            return names.get(_DISAGREEMENT, "")
    if any(word in query for word in _COUNTING):
        from tui.search.section_question import counts_sources

        return names.get(_SOURCE, "") if counts_sources(query) else ""
    asks = question.asks - _LISTING
    if question.query.months or question.qualifiers or question.corrected:
        return ""
    if order_asked(question):
        return ""  # which of them is the latest
    if question.only_asks and asks == _UNKNOWN:
        return next(names[fold(kind.id)] for kind in store.kinds() if asks & set(kind.questions))
    if FORCES.word_in(query, question.query.words):
        return ""  # which of them require something
    is_one = len(question.parts) == 1 and not asks and question.asks & {"list"}
    is_of_documents = len(question.parts) == 1 and asks and asks <= _ORIGIN
    if is_of_documents and names.get(question.parts[0].text) == names.get(_SOURCE):
        return names.get(_SOURCE, "")  # who wrote the sources and when
    if is_one and (section := names.get(question.parts[0].text, "")):
        return section
    if len(question.parts) > _MOST_PARTS or not (
        "有" in query or query.startswith(("what", "which", "list"))
    ):
        return ""
    from tui.search.section_question import asked_kind

    return names.get(asked_kind(query), "")


def _asks_where_from(words: tuple[str, ...]) -> bool:
    """Return whether words ask for the source of figures in general."""
    rest = set(words) - _FROM_WHERE
    is_origin = "where" in words or "source" in words or "sources" in words
    return is_origin and bool(rest) and rest <= _ALL_FIGURES


def _section_names(store: Store) -> dict[str, str]:
    # Not store.sections(), which imports json: a lookup imports no more than it needs.
    rows = store.query("SELECT id, kind, title_zh, title_en FROM sections")
    sections = {kind: (identity, zh, en) for identity, kind, zh, en in rows}
    names = {}
    for kind in store.kinds():
        for name in (*sections[kind.id], *kind.words):
            names[fold(name)] = sections[kind.id][0]
        names[fold(kind.id)] = sections[kind.id][0]
    return {typed: names[name] for typed, name in by_pinyin(store, names).items()} | names
