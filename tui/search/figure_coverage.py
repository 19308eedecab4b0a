"""Whether a figure measures what the question names: what only another name of the record has that
says more than the question is no subject of it (startups, of “startup funding”), and neither is
what only a known question of a company has."""

from __future__ import annotations

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import as_typed, read_edited_question
from tui.search.answer_scope import ALL, judge_scope
from tui.search.features import IN_NAME, in_fact, in_title
from tui.search.list_topics import same_part
from tui.search.record_features import IN_QUESTION
from tui.search.related_words import is_in_documents
from tui.search.verdict import LIKENESS, NOT_SAID, SAME, Verdict, quoted

if TYPE_CHECKING:
    from tui.question.reader import Part, Question
    from tui.search.record_features import DescribedRecord
    from tui.store import Store


_WHOLE = (*ALL, "行业")
"""What a statistic without a company is about."""
_FORM = ("tally", "total", "figure", "statistics")
"""Words for a figure itself, whatever it measures."""


def judge_extent(store: Store, question: Question, described: DescribedRecord) -> Verdict | None:
    """Return the verdict on an exact answer that does not measure, or does not cover, all that the
    question names; None for one that does."""
    is_figure = bool(described.chosen.fact.value)
    of_measure = _judge_measure(store, question, described) if is_figure else None
    return of_measure or judge_scope(store, question, described)


def _judge_measure(store: Store, question: Question, described: DescribedRecord) -> Verdict | None:
    """Return the verdict on a figure that does not measure all that the question names."""
    parts = (
        _in_other_names(store, question, described)
        if described.record.kind == "statistic"
        else _only_asked(store, question, described)
    )
    if not parts:
        return None
    words = tuple(as_typed(question, part.text) for part in parts)
    return Verdict("near", words, NOT_SAID.format(words=quoted(words)))


def _only_asked(store: Store, question: Question, described: DescribedRecord) -> list[Part]:
    """Return the concepts of a question that only a known question of a company has, not its
    figure; ``related_words`` names what no document has."""
    if described.chosen.fact.form != "observation":
        return []
    return [
        part
        for part, found in zip(question.parts, described.found, strict=True)
        if found == IN_QUESTION
        and part.concepts
        and not part.related
        and is_in_documents(store, part)
        and not in_fact(part, described.chosen.fact)
    ]


def _in_other_names(store: Store, question: Question, described: DescribedRecord) -> list[Part]:
    """Return the parts of a question that a statistic has only in other names, none of which is
    asked for."""
    record, fact = described.record, described.chosen.fact
    if described.features.get(LIKENESS, 0.0) >= SAME:
        return []
    left = [
        part
        for part, found in zip(question.parts, described.found, strict=True)
        if found == IN_NAME
        and part.concepts
        and not (in_title(part, record) or in_fact(part, fact))
        and part.text not in _WHOLE
    ]
    if not left:
        return []
    of_form = [each for word in _FORM for each in read_edited_question(store, word).parts]
    left = [part for part in left if not any(same_part(part, each) for each in of_form)]
    names = [read_edited_question(store, line).parts for line in record.names.split("\n")]
    return [
        part for part in left if not any(_is_asked_name(question, part, name) for name in names)
    ]


def _is_asked_name(question: Question, part: Part, name: tuple[Part, ...]) -> bool:
    """Return whether another name has a part, and the question all of this name."""
    return any(same_part(part, each) for each in name) and all(
        any(same_part(asked, each) for asked in question.parts) for each in name
    )
