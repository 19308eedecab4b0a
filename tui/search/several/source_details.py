"""Questions for the author, publisher, date or license of sources: who wrote the OFweek article,
观研天下能转载吗, the authors of the sources."""

from __future__ import annotations

import re

from tui.fast_namedtuple import TYPE_CHECKING
from tui.question.tables import in_list
from tui.search.figures_of_source import published_by
from tui.search.several.dispute_sides import publishers_of
from tui.search.several.list_question import described_records
from tui.search.several_answers import SeveralAnswers
from tui.search.verdict import Verdict
from tui.text.language import Wording, one_a_line

if TYPE_CHECKING:
    from tui.question.reader import Question
    from tui.store import Store

_AUTHOR, _PUBLISHER, _DATE, _LICENSE = "author", "publisher", "date", "license"
_COUNT = re.compile(
    r"^(?:the )?(?:number|count) of (?:sources|documents|articles)$"
    r"|^(?:资料来源|来源|资料|文章)的?(?:数量|总数|个数|份数)$"
)
_DETAILS = {
    _LICENSE: re.compile(
        r"\b(?:licen[cs]e[sd]?|copyrights?|reprint(?:s|ed|ing)?|reproduced?|reuse|terms of use)\b"
        r"|转载|版权|授权|许可|能?引用"
    ),
    _AUTHOR: re.compile(
        r"\b(?:authors?|bylines?|writers?|who (?:has )?(?:wrote|writes|written)|written by"
        r"(?: whom)?)\b"
        r"|作者|署名|撰稿人?|谁写|写的|执笔人?|撰写人?"
    ),
    _DATE: re.compile(
        r"\b(?:publication|publishing|release|published)? ?dates?\b|\b(?:when|undated)\b"
        r"|什么时候|何时|哪[天年]|(?:发布|发表|出版)?(?:时间|日期)"
    ),
    _PUBLISHER: re.compile(
        r"\b(?:publishers?|who (?:has )?published|published by(?: whom)?)\b"
        r"|谁(?:发布|发表|出)|哪[家里](?:发布|发表|出)|(?:发布|出版)(?:方|者|机构|平台)"
    ),
}
"""What is asked, in the order in which it is looked for."""
_DOCUMENTS = re.compile(
    r"\b(?:sources?|documents?|articles?|reports?|texts?)\b|资料来源|资料|来源|文章|报告|研报|文献"
)
_EMPTY = re.compile(
    r"\b(?:who|what|which|when|is|are|was|were|the|of|an?|by|did|does|do|can|may|i|we|you|it|be|this"
    r"|for|in|on|and|or|s|published?|written|wrote|released|posted|each|every|all|have|has|five"
    r"|allowed|permitted|under)\b"
    r"|分别|哪些|发布|发表|可以|可否|能否|是否|允许|什么|声明|情况|[的是谁吗能有和与及跟各每篇份个在于了都这那不被]"
)
_UNDATED = re.compile(
    r"\b(?:undated|without an? date|without dates|no date)\b"
    r"|没有?(?:注明)?(?=日期|时间)|未注明|没写"
)
_COUNTED = "count"
_SOURCES = Wording("本简报的来源共{count}份", "this briefing has {count} sources")
_LINE = Wording("{source}：{detail}", "{source}: {detail}")
_NO_AUTHOR = Wording("没有署名", "no author is named")
_BY_PRODUCER = Wording("没有署名；出自{producer}", "no author is named; produced by {producer}")
_OF_AUTHOR = Wording("作者为{author}", "by {author}")
_PUBLISHED = Wording("刊于{container}", "published on {container}")
_PRODUCED = Wording("出自{producer}，刊于{container}", "by {producer}, published on {container}")
_NO_PUBLISHER = Wording("没有写明发布者", "no publisher is named")


def source_details(store: Store, question: Question) -> SeveralAnswers | None:
    """Return the sources that a question names, or that publishers it names have published, or all
    of them, with the author, publisher, date or license of each in the remark; None for a question
    that asks for anything else."""
    rest = question.query.plain.rstrip("?？ ")
    if _COUNT.search(rest):
        return _details(store, question, _COUNTED, [])
    detail = next((each for each, words in _DETAILS.items() if words.search(rest)), "")
    if not detail:
        return None
    wanted: list[str] = []
    publishers = publishers_of(store, question.parts)
    for part in sorted(question.parts, key=lambda each: -len(each.text)):
        found = [it.id for it in store.indexed_records(part.names) if it.kind == "source"]
        found += [
            each for own, it in publishers if own == part for each in published_by(store, it.id)
        ]
        if found:
            wanted += found
            rest = rest.replace(part.text, " ")
    if not wanted and not _DOCUMENTS.search(rest):
        return None
    if detail == _DATE and not wanted and _UNDATED.search(rest):
        wanted = [each for (each,) in store.query("SELECT id FROM sources WHERE published IS NULL")]
        rest = _UNDATED.sub(" ", rest)
        if not wanted:
            return None
    for words in (_DETAILS[detail], _DOCUMENTS, _EMPTY):
        rest = words.sub(" ", rest)
    if any(map(str.isalnum, rest)):
        return None
    return _details(store, question, detail, list(dict.fromkeys(wanted)))


def _details(
    store: Store, question: Question, detail: str, wanted: list[str]
) -> SeveralAnswers | None:
    places, values = in_list(wanted)
    where = f"WHERE s.id IN ({places})" if wanted else ""
    rows = list(
        store.query(
            "SELECT r.position, s.short_zh, s.short_en, s.author_zh, s.author_en, s.producer_zh, "
            "s.producer_en, s.container_zh, s.container_en, s.license_zh, s.license_en, "
            "json_extract(r.cells_zh, '$[1]'), json_extract(r.cells_en, '$[1]') "
            f"FROM sources s JOIN records r USING (id) {where} ORDER BY r.position",
            values if wanted else (),
        )
    )
    if not rows:
        return None
    lines = []
    for _, *texts in rows:
        pairs = [Wording(zh, en) for zh, en in zip(texts[::2], texts[1::2], strict=True)]
        lines.append(_LINE.format(source=pairs[0], detail=_detail(detail, *pairs[1:])))
    by_position = {it.position: it for it in store.indexed_records([row[0] for row in rows])}
    asked = question._replace(parts=(), asks=frozenset(), qualifiers=(), fillers=())
    ranked = described_records(store, asked, {}, [by_position[row[0]] for row in rows])
    if detail == _COUNTED:
        lines = [_SOURCES.format(count=str(len(rows)))]
    first = Verdict("exact", (), one_a_line(lines))
    return SeveralAnswers([(ranked[0], first), *((it, Verdict("exact")) for it in ranked[1:])])


def _detail(
    detail: str,
    author: Wording,
    producer: Wording,
    container: Wording,
    license_: Wording,
    date: Wording,
) -> Wording:
    """Return what a source says of its author, publisher, date or license, or that it says
    nothing."""
    if detail == _DATE:
        return date
    if detail == _LICENSE:
        return license_
    if detail == _PUBLISHER:
        if container.zh and producer.zh and producer != container:
            return _PRODUCED.format(producer=producer, container=container)
        publisher = container if container.zh else producer
        return _PUBLISHED.format(container=publisher) if publisher.zh else _NO_PUBLISHER
    if author.zh:
        return _OF_AUTHOR.format(author=author)
    return _BY_PRODUCER.format(producer=producer) if producer.zh else _NO_AUTHOR
