"""The export dialog: what it writes is what the command line prints; nothing is lost on errors."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.app.reading import Reading, opened
from tests.cli.command import Medbrief
from tests.conftest import SAMPLE
from tui.app.app import BriefingApp
from tui.app.browse.location import ListQuery, Location
from tui.app.browse.sources.export_choices import file_name
from tui.app.browse.user_session import UserSession
from tui.cli import launch
from tui.export.formats import FORMATS
from tui.serve.request.capture import CapturedOutput
from tui.serve.request.executor import client_settings
from tui.serve.request.request_parser import parse_request
from tui.store import Store
from tui.text.language import LANGUAGES, Language

_FORMATS = list(FORMATS)
_PLAYER = Location("players", "qinghe-health", panel="page")
_NATIONAL = ListQuery(facets=(("level", ("national",)),))
_MARKET = ListQuery(facets=(("tag", ("market",)),))
_FUNDING = ListQuery(facets=(("type", ("financing",)),))
_CASES = {
    "page": (_PLAYER, (), "md", "export qinghe-health"),
    "overview": (Location("overview", panel="page"), (), "bibtex", "export --all"),
    "list": (
        Location("policies", list_query=ListQuery("date")),
        (),
        "csv",
        "list policies --sort date",
    ),
    "list-filtered": (
        Location("policies", list_query=_NATIONAL),
        (),
        "md",
        "list policies --level national",
    ),
    "short-brief": (
        Location("statistics", list_query=_MARKET),
        ("S", "shift+tab", "end"),
        "md",
        "brief --tag market",
    ),
    "timeline": (Location("timeline", panel="page"), (), "html", "timeline"),
    "timeline-filtered": (
        Location("timeline", panel="page", list_query=_FUNDING),
        (),
        "md",
        "timeline --type financing",
    ),
    "timeline-data": (Location("timeline", panel="page"), (), "json", "timeline"),
    "comparison": (
        Location("compare", "changle-health,xiaoman-health", panel="page"),
        (),
        "md",
        "compare changle-health xiaoman-health",
    ),
    "comparison-data": (
        Location("compare", "changle-health,xiaoman-health", panel="page"),
        (),
        "csv",
        "compare changle-health xiaoman-health",
    ),
    "marked": (
        Location("policies"),
        ("c", "down", "c", "S", "shift+tab", "end"),
        "jsonl",
        "export policy-night-2023 policy-cross-province-2022",
    ),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, in the home folder; pandoc is not installed."""
    home = tmp_path / "home"
    (home / "work").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(home / "work")
    return home / "work"


def _medbrief(environment: Mapping[str, str]) -> Medbrief:
    return Medbrief({**environment, "MEDBRIEF_CONTENT": str(SAMPLE / "content")})


async def _choose(reading: Reading, form: str) -> None:
    """Choose a format in the open dialog."""
    reading.app.screen.set_focus(reading.app.screen.query_one("#export-format"))
    await reading.chunk("home", *["down"] * _FORMATS.index(form))


async def _name(reading: Reading, name: str) -> None:
    """Replace the name in the open dialog."""
    await _to_path(reading)
    await reading.press("end", "ctrl+u")
    await reading.paste(name)


async def _to_path(reading: Reading) -> None:
    reading.app.screen.set_focus(reading.app.screen.query_one("#export-path"))


@pytest.mark.parametrize(
    ("case", "language"), [(case, LANGUAGES[n % 2]) for n, case in enumerate(_CASES)]
)
async def test_the_file_is_what_the_command_line_writes(
    sample_store: Store,
    environment: Mapping[str, str],
    folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
    case: str,
    language: Language,
) -> None:
    location, keys, form, command = _CASES[case]
    written = tmp_path_factory.mktemp("written") / "out"
    words = (*command.split(), "--format", form, "--lang", language, "-o", str(written))
    assert _medbrief(environment)(*words).code == 0
    async with opened(sample_store, language=language, location=location) as reading:
        await reading.press(*(keys or ("S",)))
        await _choose(reading, form)
        await _name(reading, "out")
        await reading.press("enter")
        assert reading.has_panels, reading.text
        assert reading.message.endswith("~/work/out")
    assert (folder / "out").read_bytes() == written.read_bytes()


async def test_search_results_are_exported_with_the_facts_that_were_found(
    sample_store: Store, environment: Mapping[str, str], folder: Path
) -> None:
    words = ("find", "consultation market 2022", "--json", "-n", "50")
    found = json.loads(_medbrief(environment)(*words).stdout)
    location = Location("search", query="consultation market 2022")
    async with opened(sample_store, language="en", location=location) as reading:
        await reading.press("S", "enter")
        assert reading.has_panels, reading.text
        await reading.press("S")
        await _choose(reading, "json")
        await reading.press("enter")
    (markdown,) = list(folder.glob("*.md"))
    assert markdown.name == "consultation-market-2022.md"
    assert markdown.read_text().startswith("# “consultation market 2022” · ")
    objects = json.loads((folder / "consultation-market-2022.json").read_text())
    assert [(each["id"], each["fact"]) for each in objects] == [
        (each["id"], each["fact"]) for each in found
    ]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_name_is_the_id_of_the_record_with_the_extension_of_the_format(
    sample_store: Store, folder: Path, language: Language
) -> None:
    name = "qinghe-health"
    async with opened(sample_store, language=language, location=_PLAYER) as reading:
        await reading.press("S")
        assert f"{name}.md" in reading.text
        assert "~/work" in reading.text
        await reading.press("down")
        assert f"{name}.csv" in reading.text
        await reading.press("enter")
    assert [file.name for file in folder.iterdir()] == [f"{name}.csv"]


async def test_the_extension_that_is_typed_chooses_the_format(
    sample_store: Store, folder: Path
) -> None:
    async with opened(sample_store, location=_PLAYER) as reading:
        await reading.press("S")
        await _name(reading, "a.b.jsonl")
        assert "(*) jsonl" in reading.text
        await reading.press("shift+tab", "down")  # html comes next
        assert "a.b.html" in reading.text
        await _name(reading, "x.docx")
        await reading.press("enter")
        assert "docx需要pandoc" in reading.text
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["o.html", "o.htm", "o.jsonl", "o.bib"])
async def test_a_name_is_written_as_it_is_typed(
    sample_store: Store, folder: Path, name: str
) -> None:
    """Letter by letter: o.htm is a name of the format html on the way to o.html."""
    async with opened(sample_store, location=_PLAYER) as reading:
        await reading.press("S")
        await _to_path(reading)
        await reading.press("end", "ctrl+u", *name)
        await reading.press("enter")
    assert [file.name for file in folder.iterdir()] == [name]


async def test_an_existing_file_is_overwritten_only_after_a_yes(
    sample_store: Store, folder: Path
) -> None:
    file = folder / "mine.md"
    file.write_text("mine")
    async with opened(sample_store, language="en", location=_PLAYER) as reading:
        await reading.press("S")
        for key in ("enter", "n", "escape", "q", "space"):
            await _name(reading, "mine.md")
            await reading.press("enter")
            assert "mine.md exists. Overwrite it?" in reading.text
            await reading.press(key)
            assert "exists" not in reading.text
            assert "mine-2.md" in reading.text  # the dialog with a name that no file has
            assert file.read_text() == "mine"
        await _name(reading, "mine.md")
        await reading.press("enter", "y")
        assert reading.has_panels
        assert reading.message == "saved to ~/work/mine.md"
    assert file.read_text().startswith("# ")


@pytest.mark.parametrize("kept", ["mine.md", "mine-2.md"])
async def test_a_numbered_file_is_said_to_be_beside_the_earlier_one(
    sample_store: Store, folder: Path, kept: str
) -> None:
    async with opened(sample_store, (120, 40), language="en", location=_PLAYER) as reading:
        names = ["mine.md", "mine-2.md"]
        for name in names[: names.index(kept) + 1]:
            (folder / name).write_text("mine")
        await reading.press("S")
        await _name(reading, "mine.md")
        await reading.press("enter", "n", "enter")
        number = names.index(kept) + 2
        assert reading.message == f"saved as mine-{number}.md; mine.md is kept (in ~/work)"
        assert (folder / f"mine-{number}.md").read_text().startswith("# ")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_errors_are_one_line_in_the_dialog_and_nothing_is_lost(
    sample_store: Store, folder: Path, language: Language
) -> None:
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    errors = {
        "folder": ("文件夹", "directory"),
        "missing/x.csv": ("文件夹不存在", "No such file"),
        "pipe": ("不是普通文件", "not a regular file"),
        "": ("文件名为空", "the file name is empty"),
        "x" * 300: ("文件名过长", "File name too long"),
    }
    async with opened(
        sample_store, (120, 40), language=language, location=Location("policies")
    ) as reading:
        await reading.press("S", "down")
        for name, words in errors.items():
            await _name(reading, name)
            await reading.press("enter")
            assert words[language == "en"] in reading.text
            assert "(*) csv" in reading.text
            assert reading.app.screen.query_one("#export-path").value == name  # type: ignore[attr-defined]
        await _name(reading, "~/found")
        assert words[language == "en"] not in reading.text
        await reading.press("enter")
        assert reading.message.endswith("~/found")
    assert sorted(file.name for file in folder.iterdir()) == ["folder", "pipe"]


async def test_a_full_disk_leaves_no_file_and_the_export_can_be_repeated(
    sample_store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    async with opened(sample_store, location=_PLAYER) as reading:
        await reading.press("S")
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            await reading.press("enter")
        assert "磁盘空间不足" in reading.text
        assert list(folder.iterdir()) == []
        await reading.press("enter")
        assert reading.message.startswith("已保存到")


async def test_escape_writes_nothing_and_marks_are_offered_where_there_are_some(
    sample_store: Store, folder: Path
) -> None:
    async with opened(sample_store, language="en", location=Location("players")) as reading:
        await reading.press("S")
        assert "Marked records" not in reading.text
        await reading.press("escape", "c", "down", "c", "S")
        assert "Marked records: 2" in reading.text
        names = "qinghe-health-baize-capital.md"
        assert names in reading.text
        await reading.click("This page")
        assert "baize-capital.md" in reading.text
        assert names not in reading.text
        await reading.press("escape", "down", "c", "S")
        assert "qinghe-health-and-2-more.md" in reading.text
        await reading.press("escape")
        assert reading.has_panels
    assert list(folder.iterdir()) == []


async def test_hidden_forecasts_are_announced(sample_store: Store, folder: Path) -> None:
    location = Location("statistics", "consultation-market", panel="page")
    async with opened(sample_store, language="en", location=location) as reading:
        await reading.press("f", "S")
        assert "the file includes the hidden forecasts" in reading.text
        await reading.press("enter")
    (file,) = list(folder.iterdir())
    assert "forecast" in file.read_text()


@pytest.mark.parametrize("section", ["search", "pins", "compare"])
async def test_where_nothing_is_shown_nothing_is_exported(
    sample_store: Store, section: str
) -> None:
    async with opened(sample_store, language="en", location=Location(section)) as reading:
        await reading.press("right", "S")
        assert reading.has_panels
        assert reading.message == "nothing to export here"


async def test_a_record_that_is_removed_while_the_dialog_is_open_is_no_crash(
    sample_store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(sample_store, language="en", location=_PLAYER) as reading:
        await reading.press("S")
        with monkeypatch.context() as patch:
            patch.setattr(sample_store, "row", lambda *_: None)
            await reading.press("enter")
            assert "nothing to export here" in reading.text
    assert list(folder.iterdir()) == []


def _pandoc(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "bin" / "pandoc"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")


async def test_docx_is_written_by_pandoc(
    sample_store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = folder.parent / "written.docx"
    with ZipFile(document, "w") as parts:
        parts.writestr("word/document.xml", "<w:document><w:body/></w:document>")
    _pandoc(folder.parent, f"cat >/dev/null; cat '{document}'", monkeypatch)
    async with opened(sample_store, location=_PLAYER) as reading:
        await reading.press("S", "end", "enter")
        async with asyncio.timeout(20):
            while not reading.has_panels:
                await reading.settle()
    with ZipFile(folder / "qinghe-health.docx") as parts:
        assert parts.read("word/document.xml") == b"<w:document><w:body/></w:document>"


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo data file missing >&2; exit 99", "data file missing"),
        ("cat >/dev/null; echo text", "output is not docx"),
    ],
)
async def test_a_failing_pandoc_is_named(
    sample_store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch, script: str, reason: str
) -> None:
    _pandoc(folder.parent, script, monkeypatch)
    async with opened(sample_store, language="en", location=_PLAYER) as reading:
        await reading.press("S", "end", "enter")
        async with asyncio.timeout(20):
            while f"pandoc failed, no file was written: {reason}" not in reading.text:
                await reading.settle()
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("location", "words"), [(_PLAYER, "export qinghe-health"), (None, "export --all")]
)
async def test_over_ssh_nothing_is_exported_and_the_key_says_why(
    sample_store: Store, folder: Path, location: Location | None, words: str
) -> None:
    session = UserSession(remote=True)
    async with opened(
        sample_store, (200, 60), language="en", location=location, session=session
    ) as reading:
        assert "S export" in reading.message
        await reading.press("S")
        assert reading.has_panels
        assert "no files can be written over SSH" in reading.message
        assert words in reading.message
    assert list(folder.iterdir()) == []


def test_the_panels_of_an_ssh_client_are_remote_sessions(sample_store: Store) -> None:
    environ = {"LANG": "C.UTF-8", "TERM": "xterm"}
    request = parse_request(None, environ)
    assert not isinstance(request, CapturedOutput)
    settings = client_settings(request, environ, None)
    apps: list[BriefingApp] = []
    for remote in (True, False):
        own = settings._replace(remote=settings.remote and remote)
        launch.open_panels(sample_store, own, run=apps.append)
    assert [app.controller.session.remote for app in apps] == [True, False]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Policies · “a/b”: 2020?", "Policies-a-b-2020"),
        ("../../etc/passwd", "etc-passwd"),
        ("市场规模（2022年）", "市场规模-2022年"),
        ("~", "medbrief"),
        ("规" * 60, "规" * 30),
    ],
)
def test_a_title_becomes_a_name_that_every_file_system_takes(title: str, name: str) -> None:
    assert file_name(title) == name


@pytest.mark.parametrize("language", LANGUAGES)
async def test_letters_choose_options(sample_store: Store, language: Language) -> None:
    async with opened(sample_store, (120, 40), language, location=_PLAYER) as reading:
        await reading.press("S", "c")
        assert "›(*) csv " in reading.text
        await reading.press("b")  # no page up here
        assert "›(*) bibtex " in reading.text
        await reading.press("home", "j")  # a key that moves
        assert "›(*) csv " in reading.text
        await reading.press("q")
        assert "›(*) csv " in reading.text
        wanted = {"en": "no option begins with “q”; Tab", "zh": "没有以“q”开头的选项；文件名在Tab"}
        assert wanted[language] in reading.text
        await reading.press("tab")
        assert wanted[language] not in reading.text
        await reading.press("q")
        assert "q" in reading.lines[reading.find(".csv")[1]].partition(".csv")[2]
