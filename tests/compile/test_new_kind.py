"""A new kind of record takes two new modules, and no change to an existing file.

The test copies the package and the sample briefing, adds the kind "zorble" with two records,
and uses it through every part of the product. One child process runs all commands on the copy. The
word is invented, so no real kind can have it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import ROOT, SAMPLE

pytestmark = pytest.mark.slow

_MODEL = '''
"""Zorbles: an invented kind."""

from __future__ import annotations

from typing import ClassVar, Literal

from tui.model.base import Bilingual, PartialDate
from tui.model.record import Record


class Zorble(Record):
    """A decision of a court."""

    record_kind: ClassVar[str] = "zorble"
    folder: ClassVar[str] = "zorbles"
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
"""The presentation of zorbles."""

from __future__ import annotations

from collections.abc import Iterator

from tui.compile.catalogue import Catalogue
from tui.compile.kinds.base import Column, ComparedField, FacetValue, RecordKind, SqlRow
from tui.compile.page_builder import PageBuilder
from tui.database.timeline import TimelineEvent
from tui.model.zorble import Zorble
from tui.text.dates import format_date
from tui.text.language import Language, Wording

_OUTCOMES = {
    "granted": Wording("支持", "granted"),
    "dismissed": Wording("驳回", "dismissed"),
}


class ZorbleKind(RecordKind[Zorble]):
    """A zorble with its court and outcome."""

    entry_type = Zorble
    id = Zorble.record_kind
    order = Zorble.order
    label = Wording("佐布", "Zorble")
    section = "zorbles"
    title = Wording("佐布", "Zorbles")
    columns = (
        Column("name", Wording("名称", "Title")),
        Column("date", Wording("日期", "Date")),
        Column("outcome", Wording("结果", "Outcome")),
    )
    words = ("zorbles",)
    search_weight = 0.1
    titles_are_names = True
    comparable = True
    sql = """
-- Zorbles.
CREATE TABLE zorbles (
    id       TEXT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    decided  TEXT NOT NULL
);
"""

    def cells(self, entry: Zorble, catalogue: Catalogue, language: Language) -> tuple[str, ...]:
        """Return title, date and outcome."""
        outcome = _OUTCOMES[entry.outcome].of(language)
        return (entry.title.of(language), format_date(entry.decided, language), outcome)

    def date(self, entry: Zorble) -> str:
        """Return the date of the decision."""
        return entry.decided

    def summary(self, entry: Zorble, catalogue: Catalogue) -> Wording:
        """Return the summary."""
        return catalogue.filled(entry.summary)

    def facets(
        self,
        entry: Zorble,
        catalogue: Catalogue,  # noqa: ARG002
    ) -> Iterator[FacetValue]:
        """Yield the outcome as the type."""
        yield "type", entry.outcome, _OUTCOMES[entry.outcome]

    def build_page(self, page: PageBuilder, entry: Zorble) -> None:
        """Add summary and court."""
        page.paragraph(page.text_with_marks(entry.summary, entry.citations))
        page.fields([(Wording("法院", "Court"), entry.court)])
        page.notes(entry.notes)
        page.neighbors(entry)

    def timeline_events(self, entry: Zorble, catalogue: Catalogue) -> Iterator[TimelineEvent]:
        """Yield the decision."""
        yield TimelineEvent(
            entry.decided, self.id, self.label, entry.id, "", entry.title.wording(),
            self.summary(entry, catalogue), entry.outcome, _OUTCOMES[entry.outcome],
        )

    def sql_rows(self, entry: Zorble, catalogue: Catalogue) -> Iterator[SqlRow]:
        """Yield the row of ``zorbles``."""
        yield "zorbles", (entry.id, *entry.title.wording(), entry.decided)

    def compared_fields(self, entry: Zorble, catalogue: Catalogue) -> Iterator[ComparedField]:
        """Yield the court."""
        yield ComparedField("court", Wording("法院", "Court"), entry.court.wording())
'''
_RECORD = """
id = "night-clinic-zorble"
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
gloss = "rose to CNY 10 billion in 2022"
"""
_SECOND_RECORD = (
    _RECORD.replace("night-clinic-zorble", "appeal-zorble")
    .replace("夜间门诊案", "夜间门诊上诉案")
    .replace("Night clinic case", "Night clinic appeal")
    .replace("夜诊案", "夜诊上诉案")
    .replace("2023-06-30", '"2023-11"')
    .replace("Canglan court", "High court")
)

# Runs a command line for each JSON list of arguments on standard input. Replies with the exit code,
# standard output and standard error as JSON.
_SERVER = """
import io, json, sys
from tui.cli.main import main
replies = sys.stdout
for line in sys.stdin:
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\\n") for _ in range(2)]
    sys.stdout, sys.stderr = streams
    try:
        code = main(json.loads(line))
    except SystemExit as ended:
        code = ended.code
    for stream in streams:
        stream.flush()
    print(json.dumps([code, *(stream.buffer.getvalue().decode() for stream in streams)]),
          file=replies, flush=True)
"""


class _Product:
    """A copy of the product with the new kind, and the process that runs its commands."""

    def __init__(self, folder: Path, process: subprocess.Popen[str]) -> None:
        self.content = folder / "content"
        self._process = process

    def run(self, *arguments: str) -> str:
        """Run a command of the copy on its content and return its output."""
        return self._execute(*arguments, "--content", str(self.content), "--lang", "en")

    def completions(self, line: str) -> list[str]:
        """Return the words that the shell offers at the end of a line."""
        line = line.replace("medbrief", f"medbrief --content {self.content}", 1)
        offers = self._execute("__words", "fish", line)
        return [offer.split("\t")[0] for offer in offers.splitlines()]

    def _execute(self, *arguments: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(arguments) + "\n")
        self._process.stdin.flush()
        reply = self._process.stdout.readline()
        assert reply, "the process of the copy ended unexpectedly"
        code, output, errors = json.loads(reply)
        assert code == 0, errors
        return str(output)


def _checksums(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def product(
    environment: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[_Product]:
    """The product after the files of the kind were added."""
    folder = tmp_path_factory.mktemp("product")
    shutil.copytree(ROOT / "tui", folder / "tui", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(SAMPLE, folder, dirs_exist_ok=True)
    before = _checksums(folder)
    (folder / "tui" / "model" / "zorble.py").write_text(_MODEL, "utf-8")
    (folder / "tui" / "compile" / "kinds" / "zorble.py").write_text(_KIND, "utf-8")
    (folder / "content" / "zorbles").mkdir()
    records = folder / "content" / "zorbles"
    (records / "night-clinic-zorble.toml").write_text(_RECORD, "utf-8")
    (records / "appeal-zorble.toml").write_text(_SECOND_RECORD, "utf-8")
    after = _checksums(folder)
    assert {name: after[name] for name in before} == before
    assert len(after) == len(before) + 4
    with subprocess.Popen(
        [sys.executable, "-c", _SERVER],
        cwd=folder,
        env={**environment, "PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        yield _Product(folder, process)


def test_list_shows_the_kind_and_its_columns(product: _Product) -> None:
    listed = product.run("list", "zorbles", "--width", "80")
    assert "night-clinic-zorble" in listed
    assert "Night clinic case" in listed
    assert "Outcome" in listed
    assert "dismissed" in listed
    assert "Zorbles" in product.run("list")
    assert product.run("list", "zorble", "--width", "80") == listed
    assert "night-clinic-zorble" in product.run("list", "--kind", "zorbles", "--type", "dismissed")
    assert "night-clinic-zorble" in product.run("list", "zorbles", "--sort", "date")


def test_show_prints_the_page(product: _Product) -> None:
    page = product.run("show", "night-clinic-zorble")
    assert "The court dismissed the claim." in page
    assert "Canglan court" in page
    assert "2022年增至100亿元" in page


@pytest.mark.parametrize("query", ["Night clinic case", "夜诊案", "yejianmenzhen", "yjmza"])
def test_find_finds_the_record_by_names_and_pinyin(product: _Product, query: str) -> None:
    (first, *_) = json.loads(product.run("find", query, "--json"))
    assert (first["id"], first["kind"]) == ("night-clinic-zorble", "zorble")
    assert first["answer"]["en"] == "The court dismissed the claim."


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("medbrief list zor", "zorbles"),
        ("medbrief show night-cl", "night-clinic-zorble"),
        ("medbrief new zor", "zorble"),
        ("medbrief 夜间门", "夜间门诊案"),
        ("medbrief list --kind zor", "zorble"),
    ],
)
def test_completion_offers_kind_and_record(product: _Product, line: str, word: str) -> None:
    assert word in product.completions(line)


def test_sqlite_reads_the_table_of_the_kind(product: _Product) -> None:
    path = product.run("database").strip()
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT * FROM zorbles").fetchall() == [
            ("appeal-zorble", "夜间门诊上诉案", "Night clinic appeal", "2023-11"),
            ("night-clinic-zorble", "夜间门诊案", "Night clinic case", "2023-06-30"),
        ]
        assert database.execute(
            "SELECT label_en FROM facets WHERE id = 'night-clinic-zorble' AND facet = 'kind'"
        ).fetchall() == [("Zorble",)]


def test_compare_shows_the_fields_of_the_kind(product: _Product) -> None:
    page = product.run("compare", "night-clinic-zorble", "appeal-zorble")
    assert "Court" in page
    assert "Canglan court" in page
    assert "High court" in page


def test_the_timeline_has_its_event(product: _Product) -> None:
    assert "Night clinic case" in product.run("timeline", "--type", "zorble")


def test_new_prints_and_writes_a_template(product: _Product) -> None:
    template = product.run("new", "zorble")
    assert 'outcome = "granted"  # granted | dismissed' in template
    assert "[[citations]]" in template
    product.run("new", "zorble", "second-zorble")
    path = product.content / "zorbles" / "second-zorble.toml"
    assert 'id = "second-zorble"' in path.read_text("utf-8")
    path.unlink()


def test_check_validates_its_records(product: _Product) -> None:
    assert "error" not in product.run("check")
    schema = json.loads(product.run("schema", "zorble"))
    assert schema["title"] == "Zorble"


@pytest.mark.parametrize(
    ("form", "part"),
    [
        ("md", "Night clinic case"),
        ("csv", "night-clinic-zorble"),
        ("json", "night-clinic-zorble"),
        ("html", "Night clinic case"),
    ],
)
def test_export_includes_the_record(product: _Product, form: str, part: str) -> None:
    assert part in product.run("export", "night-clinic-zorble", "--format", form)
    assert part in product.run("export", "--all", "--format", form)
