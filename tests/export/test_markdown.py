"""Markdown as markdown-it-py parses it: footnotes, anchors, no raw HTML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from tests.export.documents import collections, texts, texts_of
from tui.export.collection import Collection, collect
from tui.export.markdown import markdown_file
from tui.export.markdown.front_matter import front_matter_block
from tui.export.markdown.markdown_text import code, escaped, line, strong
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_ANCHOR = re.compile(r'<span id="(record--[a-z0-9-]+)">')


def _tokens(text: str) -> list[Token]:
    reader = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
    return list(_flat(reader.parse(text)))


def _flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or [])


def _text(tokens: list[Token]) -> str:
    said = (token.content for token in tokens if token.type in ("text", "text_special"))
    return _bare("".join(said))


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _check(text: str, quotes: int) -> list[Token]:
    tokens = _tokens(text)
    kinds = [token.type for token in tokens]
    assert not {"html_block", "code_block", "code_inline", "fence", "image"} & set(kinds)
    # The reader keeps a footnote only where something refers to it.
    assert kinds.count("footnote_open") == quotes
    assert not re.search(r"\[\^\d+\]", _text(tokens))
    inline = [token.content for token in tokens if token.type == "html_inline"]
    ids = {found[1] for each in inline if (found := _ANCHOR.fullmatch(each))}
    assert len(inline) == 2 * len(ids)
    links = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
    assert {link[1:] for link in links if link.startswith("#")} <= ids
    assert all(link.startswith(("#", "http://", "https://")) for link in links)
    return tokens


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_briefing_is_consistent(store: Store, language: Language) -> None:
    collection = collect(store, store.identities(), language, whole=True)
    quotes = sum(len(page.document.quotes) for page in collection.pages)
    tokens = _check(markdown_file(collection), quotes)
    anchors = [token for token in tokens if token.type == "link_open"]
    assert len(anchors) > len(store.identities())
    assert [token.tag for token in tokens if token.type == "heading_open"].count("h1") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_record_is_consistent(store: Store, language: Language) -> None:
    for identity in store.identities():
        collection = collect(store, [identity], language)
        (page,) = collection.pages
        read = _text(_check(markdown_file(collection), len(page.document.quotes)))
        for text in texts_of(page.document, charts=False):
            assert _bare(re.sub(r"\[\d+\]", "", text)) in read


def test_adjacent_footnotes_are_separated(store: Store) -> None:
    text = markdown_file(collect(store, store.identities(), "zh", whole=True))
    assert re.search(r"\[\^\d+\] \[\^\d+\]", text)
    assert not re.search(r"\[\^\d+\]\[\^\d+\]", text)


@pytest.mark.slow
@given(collections())
def test_any_text_is_preserved_and_never_markup(collection: Collection) -> None:
    tokens = _tokens(markdown_file(collection))
    assert not {"html_block", "code_inline", "image"} & {token.type for token in tokens}
    inline = {token.content for token in tokens if token.type == "html_inline"}
    assert all(each == "</span>" or _ANCHOR.fullmatch(each) for each in inline)
    read = _text(tokens)
    for page in collection.pages:
        for text in texts_of(page.document, charts=False):
            assert _bare(line(re.sub(r"\[1\]$", "", text).strip())) in read


@given(texts, st.sampled_from(["{}", "- {}", "1. {}", "x {}", "> {}", "| a |\n| - |\n| {} |"]))
def test_escaped_text_reads_as_the_original_in_any_place(text: str, place: str) -> None:
    tokens = _tokens(place.format(escaped(text.strip())))
    assert not {"html_inline", "code_inline", "link_open", "em_open", "strong_open"} & {
        token.type for token in tokens
    }
    assert _bare(line(text.strip())) in _text(tokens)


@given(texts)
def test_emphasis_preserves_the_text(text: str) -> None:
    assert _bare(line(text)) in _text(_tokens(f"x{strong(text, at_start=False)}x"))


@given(texts.filter(lambda text: text.strip() and "|" not in text))
def test_a_command_line_is_literal(text: str) -> None:
    found = [token for token in _tokens(f"x {code(text)} x") if token.type == "code_inline"]
    assert [_bare(token.content) for token in found] == [_bare(line(text))]


_words = st.sampled_from(
    ["医保", "a", "b 1", "（疑为咨询）", "(x)", "“云”", "《办法》", "：", ", ", " "]
)
_balanced = st.recursive(
    _words, lambda inner: st.builds("{0}（{1}）{2}".format, inner, inner, inner), max_leaves=6
)


@given(_balanced, st.sampled_from(["", "后", "a", "：", ":", " ", "。", "（注）", "→"]), texts)
def test_emphasis_is_one_and_splits_no_brackets(text: str, after: str, before: str) -> None:
    text, before = line(text).strip(), escaped(line(before))
    if not re.search(r"\w", text):
        return
    emphasized = strong(text, at_start=False, before=f"x{before}"[-1:], after=after[:1])
    tokens = _tokens(f"x{before}{emphasized}{escaped(after, at_start=False)}")
    kinds = [token.type for token in tokens]
    assert kinds.count("strong_open") == 1
    assert _bare(text) in _text(tokens)
    inner = _text(tokens[kinds.index("strong_open") : kinds.index("strong_close")])
    for opening, closing in ("（）", "()", "“”", "《》"):
        assert inner.count(opening) == inner.count(closing)


@pytest.mark.parametrize(
    ("text", "after", "expected"),
    [
        ("Profit (non-GAAP)", ":", "**Profit (non-GAAP)**"),
        ("Profit (non-GAAP)", "后", "**Profit** (non-GAAP)"),
        ("累计（疑为咨询）", "：", "**累计（疑为咨询）**"),
        ("累计（疑为咨询）", "数", "**累计**（疑为咨询）"),
        ("“云”方案", "", "**“云”方案**"),
        ("a) b", "", "**a) b**"),
    ],
)
def test_emphasis_has_whole_brackets(text: str, after: str, expected: str) -> None:
    assert strong(text, before="", after=after) == expected


@pytest.mark.parametrize("text", ["来源不一致：", "（见注）", "“市场规模”", "a:", "京东 "])
def test_emphasis_works_next_to_chinese(text: str) -> None:
    kinds = [token.type for token in _tokens(f"前{strong(text)}后")]
    assert kinds.count("strong_open") == 1


def test_two_records_with_one_title_have_different_headings(sample_store: Store) -> None:
    ids = ["consultation-market", "disagreement-consultation-market"]
    text = markdown_file(collect(sample_store, ids, "en"))
    lines = re.sub("<span[^>]*></span>", "", text).splitlines()
    headings = [line for line in lines if line.startswith("## ")]
    first, second = headings[1:3]
    assert second.startswith(f"{first} (")


@pytest.mark.parametrize(
    "title", ['a "b" \\c', "x: y # z", "- [a](b)", "*a* $b$", "一行\u2028二行\n三行", "---", "\x00"]
)
def test_front_matter_is_yaml_on_one_line_per_field(title: str) -> None:
    block = front_matter_block(title, "en", "")
    first, named, lang, last = block.splitlines()
    assert (first, last, lang) == ("---", "---", 'lang: "en"')
    value = json.loads(named.removeprefix("title: "))  # JSON is YAML
    assert _text(_tokens(value)) == _bare(line(title))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_heading_is_its_title_alone(store: Store, language: Language) -> None:
    identities = store.identities()[:3]
    for wanted in (identities[:1], identities):
        collection = collect(store, wanted, language)
        lines = markdown_file(collection).splitlines()
        level = "##" if len(wanted) > 1 else "#"
        for page in collection.pages:
            place = lines.index(f"{level} {escaped(page.document.title)}")
            anchor = f'<span id="record--{page.id}"></span>'
            assert (anchor in lines[:place]) == (len(wanted) > 1)


def test_a_percent_sign_is_emphasized_where_commonmark_allows_it() -> None:
    assert strong("down 98.2%", after=".") == "**down 98.2%**"
    assert strong("下降98.2%", after="后") == "**下降98.2**%"


@pytest.mark.parametrize(
    ("after", "marked"),
    [(" ", "**Is it “so”?**"), ("后", "**Is it “so”**?"), ("", "**Is it “so”?**")],
)
def test_a_question_mark_is_emphasized_where_commonmark_allows_it(after: str, marked: str) -> None:
    text = strong("Is it “so”?", after=after)
    assert text == marked
    assert "strong_open" in {token.type for token in _tokens(text + after)}
