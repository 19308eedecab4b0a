"""The registry of record kinds is consistent."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.compile import compile_briefing
from tui.compile.catalogue import Catalogue
from tui.compile.kinds import KINDS, SECTIONS
from tui.compile.kinds.base import FacetValue
from tui.load import Content
from tui.model import RECORD_TYPES, Bilingual, Brief, Record, Source
from tui.text.language import Wording

_WRITTEN = {*(model.record_kind for model in RECORD_TYPES.values()), "source", "brief"}


def test_every_model_has_a_kind_and_only_the_generated_kind_has_no_model() -> None:
    assert set(KINDS) == _WRITTEN | {"disagreement"}
    assert {kind.entry_type for kind in KINDS.values() if kind.id in _WRITTEN} == {
        *RECORD_TYPES.values(),
        Source,
        Brief,
    }


def test_the_folder_of_a_kind_has_the_name_of_its_section() -> None:
    for kind in KINDS.values():
        if issubclass(kind.entry_type, Record):
            assert kind.entry_type.folder == kind.section


@pytest.mark.parametrize("attribute", ["id", "order", "section"])
def test_ids_orders_and_sections_are_unique(attribute: str) -> None:
    values = Counter(getattr(section, attribute) for section in SECTIONS)
    assert max(values.values()) == 1


def test_words_for_the_command_line_are_unique() -> None:
    words = Counter(word for kind in KINDS.values() for word in (kind.id, *kind.words))
    assert max(words.values()) == 1


def test_sections_are_in_the_order_of_the_kinds(database: sqlite3.Connection) -> None:
    stored = [row[0] for row in database.execute("SELECT kind FROM sections ORDER BY position")]
    assert stored == ["overview", *KINDS]


def test_every_list_has_one_name_column_and_every_row_a_cell_for_each_column(
    database: sqlite3.Connection,
) -> None:
    for section, ids in database.execute(
        "SELECT id, column_ids FROM sections WHERE id <> 'overview'"
    ):
        columns = json.loads(ids)
        assert columns[0] == "name"
        assert len(set(columns)) == len(columns)
        rows = database.execute(
            "SELECT cells_zh, cells_en FROM records WHERE section = ?", (section,)
        ).fetchall()
        assert rows
        assert {len(json.loads(cells)) for row in rows for cells in row} == {len(columns)}


def test_a_facet_that_is_not_declared_is_an_error(
    content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def facets(_kind: object, _entry: object, _catalogue: object) -> Iterator[FacetValue]:
        yield "issuer", "ministry", Wording("部委", "ministry")

    monkeypatch.setattr(type(KINDS["policy"]), "facets", facets)
    with pytest.raises(LookupError, match=r"'issuer' of .* add it to tui/document/.*\.py"):
        compile_briefing(content, tmp_path / "briefing.db", "state")


def test_lists_show_short_names_of_institutions_and_pages_their_names(
    database: sqlite3.Connection,
) -> None:
    query = "SELECT title_en, cells_en FROM records WHERE id = ?"
    title, cells = database.execute(query, ("canglan-department",)).fetchone()
    assert title == "Canglan Province health department"
    assert json.loads(cells)[0] == "Canglan health dept."
    _, cells = database.execute(query, ("policy-canglan-measures",)).fetchone()
    assert "Canglan health dept." in json.loads(cells)


@pytest.mark.parametrize(
    "identity", ["policy-price-2019", "gap-quality", "claim-changle-first", "consultation-market"]
)
def test_lists_show_the_short_title_of_a_record_and_the_name_of_a_dispute(
    content: Content, identity: str
) -> None:
    short = Bilingual(zh="简", en="short")
    records = tuple(
        record.model_copy(update={"short": short}) if record.id == identity else record
        for record in content.records
    )
    changed = content._replace(records=records)
    labels = {kind.id: kind.label for kind in KINDS.values()}
    catalogue = Catalogue(changed, labels)
    shown = {
        entry.id: KINDS[entry.record_kind].cells(entry, catalogue, "en")[0]
        for entry in catalogue.entries()
    }
    assert shown[identity] == "short"
    dispute = f"disagreement-{identity}"
    if identity == "consultation-market":  # the dispute about a figure is called as its page is
        assert shown[dispute] == catalogue.title(dispute).of("en") != "short"
    else:
        assert shown.get(dispute, "short") == "short"
