"""Claims of sources that a company is the first of all, beside the figures: the largest, the one
with the most users; and what each side means where sources disagree which companies lead."""

from __future__ import annotations

from tui.document.gloss import quoted_title
from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.reader import read_edited_question
from tui.search.features import IN_NAME, in_record
from tui.search.list_topics import same_part
from tui.search.several.list_question import described_records
from tui.search.verdict import GUESSED, Verdict
from tui.text.language import Wording, enumeration, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.search.ranking import Ranked
    from tui.store import IndexedRecord, Store

_CLAIMS = 3
_FIRST = ("最", "居首", "第一", "largest", "biggest", "most", "highest", "first", "top")
"""Words of names of which one puts a company first."""
_CLAIMED = Wording("来源的说法：{titles}", "claimed in the sources: {titles}")
_SIDES = Wording("来源说法不一：{title}", "sources disagree: {title}")
_DISPUTED = Wording("{title}（有分歧）", "{title} (disputed)")


def claims_of_first(
    store: Store, measure: Question, records: list[IndexedRecord]
) -> list[tuple[Ranked, Verdict]]:
    """Return those of the records that are statements with a name that has a measure and a word
    that puts a company first."""
    claims = [
        record
        for record in records
        if record.kind == "statement"
        and all(in_record(part, record) >= IN_NAME for part in measure.parts)
        and any(_is_claim(store, measure, name) for name in _names(record))
    ]
    return [
        (item, Verdict("near")) for item in described_records(store, measure, {}, claims[:_CLAIMS])
    ]


def remark_on_claims(store: Store, claims: list[tuple[Ranked, Verdict]]) -> Wording:
    """Return the remark that names claims, and which of them are disputed."""
    titles = []
    for item, _ in claims:
        fact = item.described.chosen.fact
        ((is_disputed,),) = store.query("SELECT disputed FROM records WHERE id = ?", (fact.id,))
        title = quoted_title(fact.title)
        titles.append(_DISPUTED.format(title=title) if is_disputed else title)
    return _CLAIMED.format(titles=enumeration(titles))


def with_both_sides(
    store: Store, best: list[tuple[Ranked, Verdict]]
) -> list[tuple[Ranked, Verdict]]:
    """Return answers of which the first is a statement about which companies lead. If another
    source says otherwise, the remark says first what each of them means."""
    (item, verdict), *others = best
    rows = list(
        store.query(
            "SELECT id, title_zh, title_en, coalesce(reason_zh, text_zh), "
            "coalesce(reason_en, text_en) FROM disagreements WHERE id = (SELECT id FROM "
            "disagreements WHERE record = ? AND fact IS NULL LIMIT 1) ORDER BY side",
            (item.described.record.id,),
        )
    )
    if len(rows) < 2:
        return best
    lines = [_SIDES.format(title=Wording(*rows[0][1:3])), *(Wording(*row[3:]) for row in rows)]
    if verdict.remark.en and verdict.remark != GUESSED and not verdict.also:
        return [(item, verdict._replace(remark=one_a_line([verdict.remark, *lines]))), *others]
    return [(item, Verdict("exact", (), one_a_line(lines))), *others]


def _names(record: IndexedRecord) -> list[str]:
    return f"{record.titles}\n{record.names}".split("\n")


def _is_claim(store: Store, measure: Question, name: str) -> bool:
    """Return whether a name puts something first by a measure: not one in the name of a company."""
    words = name.split()
    if not any(word in (words if word.isascii() else name) for word in _FIRST):
        return False
    rest = name
    for proper in _company_names(store):
        rest = rest.replace(proper, " ")
    parts = read_edited_question(store, rest).parts
    left = rest.split() if name.isascii() else rest
    return all(
        part.text in left or any(same_part(part, each) or part.text in each.text for each in parts)
        for part in measure.parts
    )


def _company_names(store: Store) -> list[str]:
    """Return the names of companies and of what they offer, the longest first."""

    def read() -> list[str]:
        rows = store.query("SELECT titles, names FROM folded WHERE kind = 'player'")
        names = {name for row in rows for text in row for name in text.split("\n")}
        return sorted(filter(None, names), key=lambda name: -len(name))

    names: list[str] = store.memoize("names of companies and offerings", read)
    return names
