"""Whether a part of a question is what the whole briefing is about."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.text.fold import fold
from tui.text.word_set import words_of

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.store import Store

_SUBJECT = words_of(
    "industry sector market field business growth development future faces facing face "
    "行业 产业 市场 领域 发展 增长 未来 面对 遇到 业内"
)
"""What every statement of the briefing is about, beside the words of its title."""
_FAST = words_of("fast quickly rapidly 快 快不快") | {"growing fast", "growing", "growing quickly"}
_OF_GROWTH = frozenset(("rate", "amount", "uncounted", "latest"))


def is_about_briefing(store: Store, part: Part) -> bool:
    """Return whether a part is what the whole briefing is about (internet healthcare, industry)."""
    titles, concepts = _briefing_subject(store)
    is_subject = part.text in titles or not concepts.isdisjoint(part.concepts)
    return is_subject or set(part.text.split()) <= _SUBJECT


def with_main_measure(store: Store, question: Question) -> Question:
    """Return a question for the growth of what the whole briefing is about (industry growth,
    行业增长快吗) as one for that of its most important statistic; any other as it is."""
    parts = [part for part in question.parts if part.text not in _FAST]
    if not parts or question.only_asks or question.qualifiers or question.asks - _OF_GROWTH:
        return question
    if not all(is_about_briefing(store, part) for part in parts):
        return question
    from tui.search.several.two_times import main_statistic

    main = read_edited_question(store, main_statistic(store))
    return question._replace(parts=main.parts, asks=question.asks | {"rate"})


def _briefing_subject(store: Store) -> tuple[str, frozenset[str]]:
    """Return the folded titles of the briefing and the concepts of the first part of each."""

    def read() -> tuple[str, frozenset[str]]:
        rows = store.query("SELECT value FROM meta WHERE key IN ('title_zh', 'title_en')")
        titles = [fold(title) for (title,) in rows]
        parts = [part for title in titles for part in read_edited_question(store, title).parts[:1]]
        return "\n".join(titles), frozenset(mark for part in parts for mark in part.concepts)

    subject: tuple[str, frozenset[str]] = store.memoize("briefing subject", read)
    return subject
