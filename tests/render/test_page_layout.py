"""Layout of each kind of block, and of every page of the sample at any width."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.render.spans import spans, texts
from tui.document import (
    Document,
    Fields,
    Heading,
    Link,
    Links,
    Paragraph,
    Quote,
    Quotes,
    Span,
)
from tui.document.folding import section_names
from tui.document.quote_list import citation_marks
from tui.render.glyphs import ASCII
from tui.render.line_wrap import plain
from tui.render.page_layout import READING_WIDTH, lay_out, lay_out_text
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_FORBIDDEN_FIRST = frozenset("，。、；：？！）】〕》〉」』”’％,.;:?!)%")

_PAGE = Document(
    "京东健康",
    "企业与机构",
    (
        Paragraph((Span("线上药房和医疗平台。"), Span("[1]", "cite", "cite:1"))),
        Fields((("代码", spans("06618")), ("成立", spans("2018年11月30日")))),
        Heading("大事"),
        Paragraph(spans("2018年11月30日 公司成立"), 0, "-"),
        Paragraph(spans("取自公司表。"), 2),
        Paragraph(spans("2020年 产品上线"), 0, "-"),
        Heading("相关"),
        Links((Link("record:jd-group", "京东", "母公司"), Link("record:nhsa", "国家医保局"))),
        Heading("出处"),
        Quotes((Quote(1, "京东健康 (06618)", "", "", "a", "观研天下 2024", "转引"),)),
    ),
)


def test_a_page_reads_from_title_to_evidence() -> None:
    assert [text.rstrip() for text in texts(lay_out(_PAGE, 40))] == [
        "京东健康  企业与机构",
        "",
        "线上药房和医疗平台。[1]",
        "",
        "代码  06618",
        "成立  2018年11月30日",
        "",
        "大事 ───────────────────────────────────",
        "• 2018年11月30日 公司成立",
        "  取自公司表。",
        "• 2020年 产品上线",
        "",
        "相关 ───────────────────────────────────",
        "• 京东  母公司",
        "• 国家医保局",
        "",
        "出处 ───────────────────────────────────",
        "[1] “京东健康 (06618)” 观研天下 2024，",
        "    转引",
    ]


def test_in_a_narrow_column_each_value_is_below_its_label() -> None:
    page = Document("", "", (Fields((("调整后盈利", spans("6.7亿元")),)),))
    assert [text.rstrip() for text in texts(lay_out(page, 18))][-2:] == ["调整后盈利", "  6.7亿元"]


def test_without_unicode_rules_and_bullets_are_ascii() -> None:
    text = "\n".join(texts(lay_out(_PAGE, 40, ASCII)))
    assert not set(text) & set("─•")
    assert "大事 ---" in text
    assert "\n- 京东" in text


def test_no_line_is_longer_than_the_reading_width() -> None:
    page = Document("", "", (Paragraph(spans("互联网医疗" * 100)),))
    assert max(map(cell_len, texts(lay_out(page, 400)))) == READING_WIDTH


@pytest.mark.parametrize("width", [20, 40, 79])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits(sample_store: Store, language: Language, width: int) -> None:
    pages = ["overview", *sample_store.identities()]
    assert len(pages) > 50
    for identity in pages:
        document = sample_store.document(identity, language)
        assert document
        for text in texts(lay_out(document, width)):
            assert cell_len(text) <= width, (identity, text)
            assert text.strip()[:1] not in _FORBIDDEN_FIRST, (identity, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_and_citation_has_a_target(sample_store: Store, language: Language) -> None:
    known = {f"record:{identity}" for identity in sample_store.identities()}
    known |= {"timeline:", *(f"section:{section.id}" for section in sample_store.sections())}
    for identity in ["overview", *sample_store.identities()]:
        document = sample_store.document(identity, language)
        assert document
        cited = {f"cite:{quote.number}" for quote in document.quotes}
        targets = {span.target for line in lay_out(document, 80) for span in line if span.target}
        sections = {f"fold:{name}" for name in section_names(document)}
        assert targets <= known | cited | sections, identity
        assert cited <= targets, identity


def test_the_heading_of_a_folded_section_takes_one_line() -> None:
    heading = Heading("Evidence (quoted in Chinese, with the editor's translation)", hidden=12)
    for width, text in ((80, heading.text), (50, "Evidence"), (9, "Evi…")):
        lines = lay_out(Document("", "", (heading,)), width, titled=False)
        assert [plain(line) for line in lines] == [f"▸ {text} 12"]


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [
        ((4, 5, 6, 7), "[4–7]"),
        ((4, 5), "[4][5]"),
        ((1, 4, 5, 6, 9), "[1][4–6][9]"),
        ((3, 2, 1), "[3][2][1]"),
        ((2, 2, 3), "[2][2][3]"),
    ],
)
def test_only_text_output_collapses_consecutive_citations(
    numbers: tuple[int, ...], shown: str
) -> None:
    page = Document("A", "", (Paragraph((Span("Said so"), *citation_marks(numbers))),))
    text = "\n".join(plain(line) for line in lay_out_text(page, 60))
    assert f"Said so{shown}" in text
    each = "".join(f"[{number}]" for number in numbers)
    assert f"Said so{each}" in "\n".join(plain(line) for line in lay_out(page, 60))


def test_a_text_between_citations_ends_a_range() -> None:
    spans = (*citation_marks((1, 2)), Span("; more"), *citation_marks((3, 4)))
    lines = lay_out_text(Document("A", "", (Paragraph(spans),)), 60)
    assert plain(lines[-1]) == "[1][2]; more[3][4]"
