"""The HTML export: balanced, escaped, self-contained, every link with its target."""

from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pytest
from hypothesis import given

from tests.export.documents import HOSTILE, collections, texts_of
from tests.export.pages import Parsed
from tui.document import Table, plain_text
from tui.document.shared_labels import RANK_WORDS
from tui.export.collection import Collection, collect
from tui.export.formats import export
from tui.export.html import html_file
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def _check(parsed: Parsed) -> None:
    assert len(parsed.ids) == len(set(parsed.ids))
    inside = [link[1:] for link in parsed.links if link.startswith("#")]
    assert set(inside) <= set(parsed.ids)
    assert all(link.startswith(("#", "https://", "http://")) for link in parsed.links)
    # Each mark leads to a quotation, each quotation back to each of its marks, and no other.
    marks = {found["id"]: found["href"][1:] for found in parsed.of("a", "cite")}
    backs = {found["href"][1:] for found in parsed.of("a", "back")}
    quoted = {found["id"] for found in parsed.of("li") if "--cite-" in found.get("id", "")}
    assert backs == set(marks)
    assert set(marks.values()) == quoted


def _whole(store: Store, language: Language) -> Collection:
    return collect(store, store.identities(), language, whole=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_briefing_is_consistent(store: Store, language: Language) -> None:
    parsed = Parsed(html_file(_whole(store, language)))
    _check(parsed)
    assert {*store.identities(), "overview"} <= set(parsed.ids)
    assert len(parsed.of("h1")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_cell_of_a_table_has_the_heading_of_its_column(
    sample_store: Store, language: Language
) -> None:
    collection = collect(sample_store, ["changle-health"], language)
    tables = [each for each in collection.pages[0].document.blocks if isinstance(each, Table)]
    heads = [plain_text(head) for table in tables for _ in table.rows for head in table.heads]
    cells = Parsed(html_file(collection)).of("td")
    assert heads
    assert [cell["data-head"] for cell in cells if "data-head" in cell] == heads


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_record_is_consistent(store: Store, language: Language) -> None:
    for identity in store.identities():
        collection = collect(store, [identity], language)
        parsed = Parsed(html_file(collection))
        _check(parsed)
        (page,) = collection.pages
        assert len(parsed.of("li")) >= len(page.document.quotes)
        assert all(quote.quoted_words in parsed.text for quote in page.document.quotes)
        assert (len(parsed.of("h1")), len(parsed.of("nav"))) == (1, 0)


def test_the_file_loads_nothing_from_outside(store: Store) -> None:
    text = html_file(_whole(store, "zh"))
    parsed = Parsed(text)
    outside = {"link", "img", "iframe", "object", "embed", "video", "audio", "source"}
    assert outside.isdisjoint(tag for tag, _ in parsed.elements)
    assert parsed.of("script") == [{}]
    assert not any(name.startswith("on") for _, found in parsed.elements for name in found)
    assert {"src", "style"}.isdisjoint(name for _, found in parsed.elements for name in found)
    style = text[text.index("<style>") : text.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_allows_only_the_style_and_the_script_of_the_file(store: Store) -> None:
    text = html_file(_whole(store, "en"))
    (policy,) = (
        found["content"]
        for found in Parsed(text).of("meta")
        if found.get("http-equiv") == "Content-Security-Policy"
    )
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    for tag in ("style", "script"):
        (inside,) = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert directives.pop(f"{tag}-src") == f"'sha256-{digest}'"
    assert directives == dict.fromkeys(("default-src", "base-uri", "form-action"), "'none'")


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_file_has_a_description_and_a_skip_link(store: Store, language: Language) -> None:
    for collection in (_whole(store, language), collect(store, ["qinghe-health"], language)):
        parsed = Parsed(html_file(collection))
        (text,) = (
            found["content"] for found in parsed.of("meta") if found.get("name") == "description"
        )
        assert 50 < len(text) <= 200
        assert parsed.links[0] == "#page--main"


def test_the_value_used_stands_out_and_a_rejected_one_is_muted(sample_store: Store) -> None:
    text = html_file(collect(sample_store, ["online-patients"], "en"))
    assert f'<span class="used">{RANK_WORDS["preferred"].en}</span>' in text
    assert f'<span class="muted">{RANK_WORDS["deprecated"].en}</span>' in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_marked_with_its_language(store: Store, language: Language) -> None:
    parsed = Parsed(html_file(_whole(store, language)))
    assert parsed.of("html") == [{"lang": {"zh": "zh-Hans", "en": "en"}[language]}]
    chinese = [lang for text, lang in parsed.languages if re.search("[\u4e00-\u9fff]", text)]
    assert chinese
    assert set(chinese) == {"zh-Hans"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_status_and_disputes_are_shown_in_words(sample_store: Store, language: Language) -> None:
    text = Parsed(html_file(collect(sample_store, ["consultation-market"], language))).text
    words = {
        "zh": ("有分歧", "已公布", "预测", "采用值", "分歧"),
        "en": ("disputed", "reported", "forecast", "used here", "Dispute"),
    }
    assert all(word in text for word in words[language])


def test_headings_skip_no_level(store: Store) -> None:
    collection = _whole(store, "en")
    for one in [collection, *(collect(store, [each], "en") for each in store.identities())]:
        parsed = Parsed(html_file(one))
        levels = [int(tag[1]) for tag, _ in parsed.elements if re.fullmatch("h[1-6]", tag)]
        assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.slow
@given(collections())
def test_any_text_is_preserved_and_never_markup(collection: Collection) -> None:
    parsed = Parsed(html_file(collection))
    _check(parsed)
    assert "img" not in {tag for tag, _ in parsed.elements}
    assert len(parsed.of("script")) == (len(collection.pages) > 1)
    assert all("bar" in found["class"].split() for found in parsed.of("svg"))
    read = re.sub(r"\s", "", parsed.text)
    for page in collection.pages:
        for text in texts_of(page.document):
            said = _FORBIDDEN.sub("\ufffd", text.strip())
            assert re.sub(r"\s", "", said) in read


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_only_a_title(sample_store: Store, title: str) -> None:
    collection = collect(sample_store, ["qinghe-health"], "en")
    (page,) = collection.pages
    hostile = page._replace(document=page.document._replace(title=title))
    plain = Parsed(html_file(collection))
    parsed = Parsed(html_file(collection._replace(pages=(hostile,), title=title)))
    tags = [tag for tag, _ in plain.elements if tag != "span"]
    assert [tag for tag, _ in parsed.elements if tag != "span"] == tags


def _body_length(record: tuple[str, str]) -> int:
    return len(re.split(r"</h\d>", record[1], maxsplit=1)[1])  # without kind and title


def test_the_space_of_a_record_out_of_view_grows_with_its_length(sample_store: Store) -> None:
    text = export(sample_store, sample_store.identities(), "html", "en", whole=True)
    records = re.findall(r'<article id="[^"]+" class="h(\d+)">(.+?)</article>', text, re.S)
    assert len(records) > 50
    by_length = [int(height) for height, body in sorted(records, key=_body_length)]
    assert by_length == sorted(by_length)
    assert len(set(by_length)) > 2
    for height in set(by_length):
        assert f".h{height} {{ contain-intrinsic-height: auto {height}rem; }}" in text
