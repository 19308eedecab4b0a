"""What the app shows of synthetic records: list rows and pages."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.data.synthetic_records import SyntheticRecord
from tui.compile.kinds import KINDS
from tui.document import (
    Block,
    Document,
    FigureRow,
    Figures,
    Heading,
    Link,
    Links,
    Paragraph,
    Point,
    Quote,
    Quotes,
    Series,
    Span,
    encode,
)
from tui.text.language import LANGUAGES, Language

_Row = dict[str, object]


def cells(record: SyntheticRecord, language: Language) -> list[str]:
    """Return the cells of a record's row, one for each column."""
    name = record.zh if language == "zh" else record.en
    latest = [f"{figure.value}{figure.unit}" for figure in record.figures[-1:]]
    texts = [name, *latest, *record.names, record.body, "", ""]
    return texts[: len(KINDS[record.kind].columns)]


def overview() -> list[_Row]:
    """Return the overview page in each language."""
    links = Links(tuple(Link(f"section:{kind.section}", kind.section) for kind in KINDS.values()))
    return [
        _page("overview", language, "虚构的简报", (Heading("内容"), links))
        for language in LANGUAGES
    ]


def pages(record: SyntheticRecord) -> Iterator[_Row]:
    """Yield a page in each language: text, figures and their chart, evidence, links."""
    for language in LANGUAGES:
        blocks: list[Block] = [
            Paragraph((Span(record.body), Span("[1]", "cite", "cite:1"))),
            Heading("数据"),
        ]
        if record.figures:
            blocks += _figures(record)
        quote = Quote(1, record.body[:40], "", "", "synthetic", "虚构的来源")
        near = int(record.id.rpartition("-")[2]) + 1
        blocks += [
            Heading("引文"),
            Quotes((quote,)),
            Heading("另见"),
            Links((Link(f"record:{record.kind}-{near}", record.zh, record.body),)),
        ]
        name = record.zh if language == "zh" else record.en
        yield _page(record.id, language, name, tuple(blocks))


def _figures(record: SyntheticRecord) -> list[Block]:
    points = tuple(
        Point(f"{item.year}年", float(item.value), item.value, "reported", "已公布")
        for item in record.figures
    )
    rows = tuple(
        FigureRow("", f"{item.year}年", item.value + item.unit, "reported", "已公布", (1,))
        for item in record.figures
    )
    return [Series(record.figures[0].unit, points), Figures(rows)]


def _page(identity: str, language: Language, title: str, blocks: tuple[Block, ...]) -> _Row:
    return {
        "id": identity,
        "language": language,
        "body": encode(Document(title, identity.rpartition("-")[0], blocks)),
    }
