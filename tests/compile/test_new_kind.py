"""A new kind of record takes two new modules, and no change to an existing file.

The test copies the package and the sample briefing, adds the kind "ruling" with two records,
and uses it through every part of the product.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import ROOT, SAMPLE

pytestmark = pytest.mark.slow

_MODEL = '''
"""A court ruling: who decided what."""

from __future__ import annotations

from typing import ClassVar, Literal

from tui.model.base import Bilingual, PartialDate
from tui.model.record import Record


class Ruling(Record):
    """A ruling of a court."""

    record_kind: ClassVar[str] = "ruling"
    folder: ClassVar[str] = "rulings"
    order: ClassVar[int] = 35

    title: Bilingual
    aliases: tuple[str, ...] = ()
    court: Bilingual
    outcome: Literal["granted", "dismissed"]
    decided: PartialDate
    summary: Bilingual

    @property
    def heading(self) -> Bilingual:
        """The title."""
        return self.title
'''
_KIND = '''
"""Rulings of courts."""

from __future__ import annotations

from collections.abc import Iterator

from tui.compile.catalogue import Catalogue
from tui.compile.kinds.base import Column, ComparedField, FacetValue, RecordKind, SqlRow
from tui.compile.page_builder import PageBuilder
from tui.database.timeline import TimelineEvent
from tui.model.ruling import Ruling
from tui.text.dates import format_date
from tui.text.language import Language, Wording

_OUTCOMES = {
    "granted": Wording("支持", "granted"),
    "dismissed": Wording("驳回", "dismissed"),
}


class RulingKind(RecordKind[Ruling]):
    """A ruling with its court and outcome."""

    entry_type = Ruling
    id = Ruling.record_kind
    order = Ruling.order
    label = Wording("判决", "Ruling")
    section = "rulings"
    title = Wording("判决", "Rulings")
    columns = (
        Column("name", Wording("名称", "Title")),
        Column("date", Wording("日期", "Date")),
        Column("outcome", Wording("结果", "Outcome")),
    )
    words = ("rulings",)
    search_weight = 0.9
    titles_are_names = True
    comparable = True
    sql = """
-- Rulings of courts.
CREATE TABLE rulings (
    id       TEXT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    decided  TEXT NOT NULL
);
"""

    def cells(self, entry: Ruling, catalogue: Catalogue, language: Language) -> tuple[str, ...]:
        """Return title, date and outcome."""
        outcome = _OUTCOMES[entry.outcome].of(language)
        return (entry.title.of(language), format_date(entry.decided, language), outcome)

    def date(self, entry: Ruling) -> str:
        """Return the date of the decision."""
        return entry.decided

    def summary(self, entry: Ruling, catalogue: Catalogue) -> Wording:
        """Return the summary."""
        return catalogue.filled(entry.summary)

    def facets(self, entry: Ruling) -> Iterator[FacetValue]:
        """Yield the outcome as the type."""
        yield "type", entry.outcome, _OUTCOMES[entry.outcome]

    def build_page(self, page: PageBuilder, entry: Ruling) -> None:
        """Add summary and court."""
        page.paragraph(page.text_with_marks(entry.summary, entry.citations))
        page.fields([(Wording("法院", "Court"), entry.court)])
        page.notes(entry.notes)
        page.neighbors(entry)

    def timeline_events(self, entry: Ruling, catalogue: Catalogue) -> Iterator[TimelineEvent]:
        """Yield the decision."""
        yield TimelineEvent(
            entry.decided, self.id, self.label, entry.id, "", entry.title.wording(),
            self.summary(entry, catalogue), entry.outcome, _OUTCOMES[entry.outcome],
        )

    def sql_rows(self, entry: Ruling, catalogue: Catalogue) -> Iterator[SqlRow]:
        """Yield the row of ``rulings``."""
        yield "rulings", (entry.id, *entry.title.wording(), entry.decided)

    def compared_fields(self, entry: Ruling, catalogue: Catalogue) -> Iterator[ComparedField]:
        """Yield the court."""
        yield ComparedField("court", Wording("法院", "Court"), entry.court.wording())
'''
_RECORD = """
id = "night-clinic-ruling"
title = { zh = "夜间门诊案", en = "Night clinic case" }
aliases = ["夜诊案"]
court = { zh = "沧岚中院", en = "Canglan court" }
outcome = "dismissed"
decided = 2023-06-30
summary = { zh = "法院驳回了夜间问诊的诉求。", en = "The court dismissed the claim." }
related = ["consultation-market"]

[[citations]]
source = "herald-2023"
exact = "2022年增至100亿元"
"""
_SECOND_RECORD = (
    _RECORD.replace("night-clinic-ruling", "appeal-ruling")
    .replace("夜间门诊案", "夜间门诊上诉案")
    .replace("Night clinic case", "Night clinic appeal")
    .replace("夜诊案", "夜诊上诉案")
    .replace("2023-06-30", '"2023-11"')
    .replace("Canglan court", "High court")
)

_RUN = "import sys; from tui.cli.main import main; sys.exit(main())"


class _Product:
    """A copy of the product with the new kind."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        self.content = folder / "content"
        self._environment = {**environment, "PYTHONPATH": str(folder)}

    def run(self, *arguments: str) -> str:
        """Run a command of the copy on its content and return its output."""
        return self._execute(*arguments, "--content", str(self.content), "--lang", "en")

    def completions(self, line: str) -> list[str]:
        """Return the words that the shell offers at the end of a line."""
        line = line.replace("medbrief", f"medbrief --content {self.content}", 1)
        offers = self._execute("__words", "fish", line)
        return [offer.split("\t")[0] for offer in offers.splitlines()]

    def _execute(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", _RUN, *arguments],
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()


def _checksums(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def product(environment: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> _Product:
    """The product after the files of the kind were added."""
    folder = tmp_path_factory.mktemp("product")
    shutil.copytree(ROOT / "tui", folder / "tui", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)
    before = _checksums(folder)
    (folder / "tui" / "model" / "ruling.py").write_text(_MODEL, "utf-8")
    (folder / "tui" / "compile" / "kinds" / "ruling.py").write_text(_KIND, "utf-8")
    (folder / "content" / "rulings").mkdir()
    records = folder / "content" / "rulings"
    (records / "night-clinic-ruling.toml").write_text(_RECORD, "utf-8")
    (records / "appeal-ruling.toml").write_text(_SECOND_RECORD, "utf-8")
    after = _checksums(folder)
    assert {name: after[name] for name in before} == before
    assert len(after) == len(before) + 4
    return _Product(folder, environment)


def test_list_shows_the_kind_and_its_columns(product: _Product) -> None:
    listed = product.run("list", "rulings", "--width", "80")
    assert "night-clinic-ruling" in listed
    assert "Night clinic case" in listed
    assert "Outcome" in listed
    assert "dismissed" in listed
    assert "Rulings" in product.run("list")
    assert product.run("list", "ruling", "--width", "80") == listed
    assert "night-clinic-ruling" in product.run("list", "--kind", "rulings", "--type", "dismissed")
    assert "night-clinic-ruling" in product.run("list", "rulings", "--sort", "date")


def test_show_prints_the_page(product: _Product) -> None:
    page = product.run("show", "night-clinic-ruling")
    assert "The court dismissed the claim." in page
    assert "Canglan court" in page
    assert "2022年增至100亿元" in page


@pytest.mark.parametrize("query", ["Night clinic case", "夜诊案", "yejianmenzhen", "yjmza"])
def test_find_finds_the_record_by_names_and_pinyin(product: _Product, query: str) -> None:
    (first, *_) = json.loads(product.run("find", query, "--json"))
    assert (first["id"], first["kind"]) == ("night-clinic-ruling", "ruling")
    assert first["answer"]["en"] == "The court dismissed the claim."


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("medbrief list rul", "rulings"),
        ("medbrief show night-cl", "night-clinic-ruling"),
        ("medbrief new rul", "ruling"),
        ("medbrief 夜间门", "夜间门诊案"),
        ("medbrief list --kind rul", "ruling"),
    ],
)
def test_completion_offers_kind_and_record(product: _Product, line: str, word: str) -> None:
    assert word in product.completions(line)


def test_sqlite_reads_the_table_of_the_kind(product: _Product) -> None:
    path = product.run("database").strip()
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT * FROM rulings").fetchall() == [
            ("appeal-ruling", "夜间门诊上诉案", "Night clinic appeal", "2023-11"),
            ("night-clinic-ruling", "夜间门诊案", "Night clinic case", "2023-06-30"),
        ]
        assert database.execute(
            "SELECT label_en FROM facets WHERE id = 'night-clinic-ruling' AND facet = 'kind'"
        ).fetchall() == [("Ruling",)]


def test_compare_shows_the_fields_of_the_kind(product: _Product) -> None:
    page = product.run("compare", "night-clinic-ruling", "appeal-ruling")
    assert "Court" in page
    assert "Canglan court" in page
    assert "High court" in page


def test_the_timeline_has_its_event(product: _Product) -> None:
    assert "Night clinic case" in product.run("timeline", "--type", "ruling")


def test_new_prints_and_writes_a_template(product: _Product) -> None:
    template = product.run("new", "ruling")
    assert 'outcome = "granted"  # granted | dismissed' in template
    assert "[[citations]]" in template
    product.run("new", "ruling", "second-ruling")
    path = product.content / "rulings" / "second-ruling.toml"
    assert 'id = "second-ruling"' in path.read_text("utf-8")
    path.unlink()


def test_check_validates_its_records(product: _Product) -> None:
    assert "error" not in product.run("check")
    schema = json.loads(product.run("schema", "ruling"))
    assert schema["title"] == "Ruling"


@pytest.mark.parametrize(
    ("form", "part"),
    [
        ("md", "Night clinic case"),
        ("csv", "night-clinic-ruling"),
        ("json", "night-clinic-ruling"),
        ("html", "Night clinic case"),
    ],
)
def test_export_includes_the_record(product: _Product, form: str, part: str) -> None:
    assert part in product.run("export", "night-clinic-ruling", "--format", form)
    assert part in product.run("export", "--all", "--format", form)
