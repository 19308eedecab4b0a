"""References in each style; none states what is unknown."""

from __future__ import annotations

import os
import re
import typing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from tests.export.bibliography import entries, read_latex
from tests.export.documents import texts
from tui.export.formats import export
from tui.export.references.apa import apa, apa_in_text
from tui.export.references.author_names import names
from tui.export.references.bibtex import bibtex, latex
from tui.export.references.csl import csl
from tui.export.references.gb7714_2015 import gb7714_2015
from tui.export.references.gb7714_2025 import gb7714_2025
from tui.model.source import Source
from tui.store import Store, open_store
from tui.store.bibliography import Reference, references
from tui.text.language import Wording

_NONE = Wording("", "")
_DATED = Reference(
    id="paper-2023",
    type="report",
    title=Wording("题名", "Title"),
    short=Wording("短名", "Short"),
    author=Wording("甲（署名）；乙", "Jia (by-line); Yi"),
    producer=Wording("某院", "Some Institute"),
    container=Wording("某站", "Some Site"),
    language="zh",
    date="2023-12-18",
    date_latest="",
    inferred=False,
    url="https://example.org/a_b?c=1%202",
    license=_NONE,
)


def _all(store: Store) -> list[Reference]:
    return references(store, [entry.id for entry in store.entries("source")])


@pytest.mark.parametrize(
    ("changes", "new", "old", "american"),
    [
        (
            {},
            "甲，乙. 题名[R/OL]. 某院，2023. https://example.org/a_b?c=1%202.",
            "甲, 乙. 题名[R/OL]. 某院, 2023(2023-12-18). https://example.org/a_b?c=1%202.",
            "Jia, & Yi. (2023). 题名 [Title]. Some Institute. https://example.org/a_b?c=1%202",
        ),
        (
            {"date": "2023", "url": "", "producer": _NONE},
            "甲，乙. 题名[R]. 某站，2023.",
            "甲, 乙. 题名[R]. 某站, 2023.",
            "Jia, & Yi. (2023). 题名 [Title]. Some Site.",
        ),
        (
            {"author": _NONE, "container": _NONE, "url": ""},
            "某院. 题名[R]. 2023-12-18.",
            "某院. 题名[R]. 2023(2023-12-18).",
            "Some Institute. (2023). 题名 [Title].",
        ),
        (
            {"type": "article-newspaper", "url": "", "date": "2023-07"},
            "甲，乙. 题名[N]. 某站，2023-07.",
            "甲, 乙. 题名[N]. 某站, 2023-07.",
            "Jia, & Yi. (2023, July). 题名 [Title]. Some Site.",
        ),
        (
            {"type": "article-magazine"},
            "甲，乙. 题名[J/OL]. 某站，2023-12-18. https://example.org/a_b?c=1%202.",
            "甲, 乙. 题名[J/OL]. 某站, 2023(2023-12-18). https://example.org/a_b?c=1%202.",
            "Jia, & Yi. (2023, December 18). 题名 [Title]. Some Site. "
            "https://example.org/a_b?c=1%202",
        ),
        (
            {"type": "webpage"},
            "甲，乙. 题名[EB/OL]. （2023-12-18）. https://example.org/a_b?c=1%202.",
            "甲, 乙. 题名[EB/OL]. (2023-12-18). https://example.org/a_b?c=1%202.",
            "Jia, & Yi. (2023, December 18). 题名 [Title]. Some Site. "
            "https://example.org/a_b?c=1%202",
        ),
        (
            {"type": "post-weblog", "url": ""},
            "甲，乙. 题名[EB]. 某站（2023-12-18）.",
            "甲, 乙. 题名[EB]. 某站, 2023(2023-12-18).",
            "Jia, & Yi. (2023, December 18). 题名 [Title]. Some Site.",
        ),
        (
            {"type": "dataset", "container": _NONE},
            "甲，乙. 题名[DS/OL]. 某院（2023-12-18）. https://example.org/a_b?c=1%202.",
            "甲, 乙. 题名[DS/OL]. 某院, 2023(2023-12-18). https://example.org/a_b?c=1%202.",
            "Jia, & Yi. (2023). 题名 [Title] [Data set]. Some Institute. "
            "https://example.org/a_b?c=1%202",
        ),
        (
            {"type": "article"},
            "甲，乙. 题名[PP/OL]. 某站（2023-12-18）. https://example.org/a_b?c=1%202.",
            "甲, 乙. 题名[A/OL]. 某站, 2023(2023-12-18). https://example.org/a_b?c=1%202.",
            "Jia, & Yi. (2023, December 18). 题名 [Title]. Some Site. "
            "https://example.org/a_b?c=1%202",
        ),
        (
            {"type": "webpage", "date": "2024-04", "date_latest": "2025-06", "inferred": True},
            "甲，乙. 题名[EB/OL]. （约2024-04至2025-06）. https://example.org/a_b?c=1%202.",
            "甲, 乙. 题名[EB/OL]. [约2024-04至2025-06]. https://example.org/a_b?c=1%202.",
            "Jia, & Yi. (c. 2024–2025). 题名 [Title]. Some Site. https://example.org/a_b?c=1%202",
        ),
        (
            {"author": _NONE, "producer": _NONE, "date": "2024-04", "inferred": True, "url": ""},
            "题名[R]. 某站，[不早于2024-04].",
            "题名[R]. 某站, [不早于2024-04].",
            "题名 [Title]. (n.d.). Some Site.",
        ),
        (
            {"date": "", "url": "", "author": Wording("甲；乙；丙；丁", "A; B; C; D")},
            "甲，乙，丙，等. 题名[R]. 某院，[无日期].",
            "甲, 乙, 丙, 等. 题名[R]. 某院, [无日期].",
            "A, B, C, & D. (n.d.). 题名 [Title]. Some Institute.",
        ),
    ],
)
def test_references_follow_their_style(
    changes: dict[str, Any], new: str, old: str, american: str
) -> None:
    """The strings for GB/T 7714 are those of the CSL styles china-national-standard-gb-t-7714-2025-
    numeric and -2015-numeric, with the differences that the modules name."""
    reference = _DATED._replace(**changes)
    assert gb7714_2025(reference) == new
    assert gb7714_2015(reference) == old
    assert apa(reference) == american


@pytest.mark.parametrize("kind", [*typing.get_args(Source.model_fields["type"].annotation)])
def test_only_a_source_with_an_address_is_online(kind: str) -> None:
    for style in (gb7714_2025, gb7714_2015):
        online, offline = _DATED._replace(type=kind), _DATED._replace(type=kind, url="")
        assert "/OL]" in style(online)
        assert "/OL]" not in style(offline)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "(Jia & Yi, 2023)"),
        ({"author": Wording("甲；乙；丙", "A; B; C")}, "(A et al., 2023)"),
        ({"author": _NONE, "producer": _NONE}, "(“Title”, 2023)"),
        ({"inferred": True}, "(Jia & Yi, n.d.)"),
        ({"inferred": True, "date_latest": "2023-12"}, "(Jia & Yi, c. 2023)"),
    ],
)
def test_in_text_citations_follow_the_style(changes: dict[str, Any], said: str) -> None:
    assert apa_in_text(_DATED._replace(**changes)) == said


def test_in_english_gb7714_is_followed_by_its_translation(store: Store) -> None:
    for reference in _all(store):
        for style in (gb7714_2025, gb7714_2015):
            said = style(reference, "en")
            assert said.startswith(style(reference))
            assert reference.title.en in said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("鸟哥笔记（署名）；易观分析（文首自称）", ["鸟哥笔记", "易观分析"]),
        ("Gaokeji, “high-tech portal” (by-line)", ["Gaokeji"]),
        ("Er Li Yu Shi Yi (pen name)", ["Er Li Yu Shi Yi"]),
        ("（佚名）", ["（佚名）"]),
        ("", []),
    ],
)
def test_remarks_after_a_name_are_removed(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_every_source_is_named_in_every_style(store: Store) -> None:
    for reference in _all(store):
        for said in (
            gb7714_2025(reference),
            gb7714_2015(reference),
            apa(reference),
            bibtex(reference),
        ):
            assert reference.title.zh in said
            assert reference.url in said
            assert "\n" not in said.strip() or said.startswith("@")
        assert reference.title.en in apa(reference)
        years = reference.inferred or reference.date[:4] in apa(reference)
        assert years


_ACCESSED = _DATED._replace(accessed="2026-01-02")
_URL = "https://example.org/a_b?c=1%202"


@pytest.mark.parametrize(
    ("changes", "new", "old"),
    [
        ({"type": "webpage"}, "（2023-12-18）[2026-01-02]. ", "(2023-12-18)[2026-01-02]. "),
        ({"type": "dataset"}, "某院（2023-12-18）[2026-01-02]. ", "2023(2023-12-18)[2026-01-02]. "),
        ({"type": "article-newspaper"}, "某站，2023-12-18. ", "某站, 2023-12-18[2026-01-02]. "),
        ({}, "某院，2023. ", "某院, 2023(2023-12-18)[2026-01-02]. "),
    ],
)
def test_gb7714_gives_the_date_of_access(changes: dict[str, Any], new: str, old: str) -> None:
    """The edition of 2025 asks for it where a date stands in parentheses, as the CSL styles do."""
    reference = _ACCESSED._replace(**changes)
    assert gb7714_2025(reference).endswith(f"{new}{_URL}.")
    assert gb7714_2015(reference).endswith(f"{old}{_URL}.")


def test_apa_gives_the_date_of_access_of_undated_sources() -> None:
    assert apa(_ACCESSED) == apa(_DATED)
    undated = _ACCESSED._replace(date="", type="webpage")
    assert apa(undated).endswith(f" Some Site. Retrieved January 2, 2026, from {_URL}")


def test_data_formats_carry_the_date_of_access() -> None:
    assert csl(_ACCESSED)["accessed"] == {"date-parts": [[2026, 1, 2]]}
    assert "  urldate = {2026-01-02},\n" in bibtex(_ACCESSED)


def test_a_source_without_an_address_has_no_date_of_access(sample_copy: Path) -> None:
    file = sample_copy.parent / "seeds" / "column-2024.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('url = "https://blog.example/lexing/night"\n', ""), "utf-8")
    with open_store(str(sample_copy), os.environ) as store:
        (reference,) = references(store, ["column-2024"])
    assert reference.accessed == ""
    assert "2024-04-20" not in gb7714_2015(reference) + bibtex(reference) + str(csl(reference))


def test_no_access_date_is_invented(store: Store) -> None:
    text = "\n".join(
        gb7714_2025(item, "en")
        + gb7714_2015(item, "en")
        + apa(item)
        + bibtex(item)
        + str(csl(item))
        for item in _all(store)
        if not item.accessed
    )
    assert not any(
        word in text.lower() for word in ("accessed", "retrieved", "urldate", "引用日期")
    )


def test_bibtex_is_valid(store: Store) -> None:
    found = entries(export(store, store.identities(), "bibtex", "zh"))
    assert set(found) == {item.id for item in _all(store)}
    for item in _all(store):
        fields = found[item.id]
        assert read_latex(fields["title"]) == f"{{{item.title.zh}}}"
        assert ("year" in fields) is not item.inferred
        assert fields.get("url", "") == item.url


def test_bibtex_of_a_record_has_its_sources_only(sample_store: Store) -> None:
    found = entries(export(sample_store, ["policy-payment-2021"], "bibtex", "en"))
    assert set(found) == {"herald-2023"}


@given(texts)
def test_texts_contain_no_latex_command(text: str) -> None:
    said = latex(text)
    assert read_latex(said) == " ".join(said for said in _blanks(text).split(" ") if said)
    (fields,) = entries(bibtex(_DATED._replace(title=Wording(text, text)), text)).values()
    assert fields["title"] == f"{{{said}}}"
    assert fields.get("annote", "") == said


def _blanks(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]", " ", text)


# From csl-data.json of the CSL schema: the fields that are used here, with their types.
_STRINGS = {
    "id",
    "type",
    "title",
    "title-short",
    "container-title",
    "publisher",
    "language",
    "URL",
    "note",
    "annote",
}
_TYPES = {
    "article-magazine",
    "article-newspaper",
    "post-weblog",
    "report",
    "webpage",
    "dataset",
}


def test_csl_json_follows_the_schema(store: Store) -> None:
    for reference in [*_all(store), _DATED]:
        item = csl(reference, "said")
        assert {"id", "type", "title"} <= set(item) <= {*_STRINGS, "author", "issued", "accessed"}
        assert all(isinstance(value, str) for name, value in item.items() if name in _STRINGS)
        assert item["type"] in _TYPES
        assert all(set(name) == {"literal"} for name in item.get("author", []))
        if "issued" in item:
            assert set(item["issued"]) <= {"date-parts", "circa"}
            parts = item["issued"]["date-parts"]
            assert len(parts) == 1
            assert all(1 <= len(date) <= 3 and all(map(_is_number, date)) for date in parts)


def _is_number(value: object) -> bool:
    return isinstance(value, int)


def test_an_inferred_range_is_no_date_of_publication_unless_its_year_is_certain() -> None:
    span = _DATED._replace(date="2024-04", date_latest="2025-06", inferred=True)
    assert "issued" not in csl(span)
    assert "2024-04 to 2025-06" in csl(span)["note"]
    within = csl(span._replace(date_latest="2024-06"))
    assert within["issued"] == {"date-parts": [[2024]], "circa": True}
    unclear = csl(span._replace(date_latest=""))
    assert "issued" not in unclear
    assert "date = {2024-04~/2025-06~}" in bibtex(span)
    assert "date = {2024-04/..}" in bibtex(span._replace(date_latest=""))
    assert "2024-04 or later" in unclear["note"]


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({}, {"publisher": "某院"}),
        ({"producer": _NONE}, {}),
        ({"producer": _NONE, "url": ""}, {"publisher": "某站"}),
        ({"producer": Wording("乙", "Yi")}, {}),
        ({"author": _NONE}, {}),
        ({"type": "webpage"}, {"container-title": "某站"}),
        ({"type": "webpage", "container": _NONE}, {"container-title": "某院"}),
        ({"type": "dataset"}, {"publisher": "某院"}),
    ],
)
def test_a_report_has_a_publisher_and_a_page_a_container(
    changes: dict[str, Any], place: dict[str, str]
) -> None:
    item = csl(_DATED._replace(**changes))
    named = {key: item[key] for key in ("publisher", "container-title") if key in item}
    assert named == place


def test_the_institution_is_the_author_in_every_format() -> None:
    anonymous = _DATED._replace(author=_NONE)
    assert csl(anonymous)["author"] == [{"literal": "某院"}]
    assert "author = {{某院}}" in bibtex(anonymous)
    assert gb7714_2025(anonymous).startswith("某院. ")
