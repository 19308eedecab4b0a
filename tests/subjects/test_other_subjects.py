"""Briefings of one language about subjects other than that of the sample."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.app.controller.keyboard import Keyboard
from tests.cli.command import Medbrief
from tests.cli.inside import run
from tests.export.pages import Parsed
from tui.app.browse.effects import OpenHelp
from tui.app.browse.user_session import UserSession
from tui.app.commands import COMMANDS
from tui.app.dialogs.help_dialog import help_columns, help_document, matching_keys
from tui.check import check_content
from tui.check.context import CheckContext
from tui.check.coverage import measure_coverage
from tui.compile import compile_in_memory
from tui.export.collection import collect
from tui.export.html import html_file
from tui.load import Content, load_content
from tui.state import StateFile
from tui.store import Store
from tui.text.language import LANGUAGES

_SUBJECTS = {"batteries": "en", "railways": "zh"}
_HEALTH = re.compile(r"internet.health|healthcare|互联网医疗|医疗|医院", re.IGNORECASE)


def _folder(subject: str) -> Path:
    return Path(__file__).parent / subject


def _content(subject: str) -> Content:
    return load_content(_folder(subject) / "content")


@pytest.fixture(params=_SUBJECTS)
def subject(request: pytest.FixtureRequest) -> str:
    """The name of a briefing: its folder in this package."""
    return str(request.param)


@pytest.fixture
def medbrief(environment: Mapping[str, str], tmp_path: Path, subject: str) -> Medbrief:
    """The command on that briefing, in the default language."""
    return Medbrief(
        {
            "PATH": environment["PATH"],
            "HOME": str(tmp_path),
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
            "LANG": "C.UTF-8",
            "PYTHONUTF8": "1",
            "MEDBRIEF_CONTENT": str(_folder(subject) / "content"),
        }
    )


def test_the_content_passes_all_rules(subject: str) -> None:
    result = check_content(_content(subject), _folder(subject) / "originals")
    assert [finding.problem.format("en") for finding in result.findings] == []


def test_every_figure_of_the_document_is_quoted(subject: str) -> None:
    context = CheckContext(_content(subject), _folder(subject) / "originals")
    (found,) = measure_coverage(context)
    assert (found.uncovered, found.figures) == ((), 7)


def test_output_is_in_the_language_of_the_briefing(medbrief: Medbrief, subject: str) -> None:
    chinese = re.search("[一-鿿]", medbrief().text) is not None
    assert chinese == (_SUBJECTS[subject] == "zh")


@pytest.mark.parametrize("words", [(), ("export", "--all"), ("list", "companies")])
def test_nothing_names_the_subject_of_another_briefing(
    medbrief: Medbrief, words: tuple[str, ...], tmp_path: Path
) -> None:
    output = ("-o", str(tmp_path / "file.html")) if "export" in words else ()
    answer = medbrief(*words, *output)
    assert answer.code == 0, answer.message
    text = (tmp_path / "file.html").read_text("utf-8") if output else answer.text
    assert not _HEALTH.search(text)


def test_the_help_names_no_subject(medbrief: Medbrief) -> None:
    for language in ("zh", "en"):
        text = medbrief("help", "--lang", language).text
        assert not re.search(r"internet.health|互联网医疗", text)


def _value(subject: str, query: str) -> tuple[object, ...]:
    database: sqlite3.Connection = compile_in_memory(_content(subject), "state", lambda *_: None)
    row: tuple[object, ...] = database.execute(query).fetchone()
    return row


def test_a_fiscal_quarter_has_the_days_of_its_fiscal_year() -> None:
    query = (
        "SELECT period_start, period_end, amount_en, unit FROM answers WHERE period = 'FY2024Q3'"
    )
    assert _value("batteries", query) == (
        "2024-01-01",
        "2024-03-31",
        "USD 412.5 million",
        "USD million",
    )


def test_a_range_is_shown_with_both_ends() -> None:
    query = "SELECT amount_en, value FROM answers WHERE fact LIKE 'price-fall@%'"
    assert _value("batteries", query) == ("10–15%", "10")


def test_roles_and_levels_have_the_titles_of_the_briefing() -> None:
    assert _value("batteries", "SELECT role, role_en FROM companies") == (
        "manufacturer",
        "Manufacturer",
    )
    labels = "SELECT label_en FROM facets WHERE facet = 'level' AND value = 'federal'"
    assert _value("batteries", labels) == ("Federal",)


def test_the_sections_of_the_briefing_come_first() -> None:
    database = compile_in_memory(_content("batteries"), "state", lambda *_: None)
    sections = [row[0] for row in database.execute("SELECT id FROM sections ORDER BY position")]
    assert sections[:3] == ["overview", "statistics", "policies"]


@pytest.mark.parametrize(
    ("query", "answer"),
    [("客运量 2024", "322亿人次"), ("晚点率", "0.8‰"), ("交付车辆", "1,200辆")],
)
def test_a_chinese_briefing_answers_in_its_units(query: str, answer: str) -> None:
    content = str(_folder("railways") / "content")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANG", "C.UTF-8")
        from tests.cli.inside import run

        assert answer in run("find", query, "--content", content).out


def test_the_upper_end_of_a_range_must_be_quoted(tmp_path: Path) -> None:
    shutil.copytree(_folder("batteries"), tmp_path / "batteries")
    path = tmp_path / "batteries" / "content" / "statistics" / "price-fall.toml"
    path.write_text(path.read_text("utf-8").replace("upper = 15", "upper = 16"), "utf-8")
    content = load_content(tmp_path / "batteries" / "content")
    result = check_content(content, tmp_path / "batteries" / "originals")
    found = [item.problem for item in result.findings if item.problem.code == "Q203"]
    assert [(problem.line, problem.message.en) for problem in found] == [
        (14, "the quote does not contain the value 16 (%)")
    ]


_CHINESE = re.compile("[一-鿿，。：；（）]")


@pytest.mark.parametrize(
    "words",
    [
        ("find", "capacity", "--json"),
        ("export", "--all", "--format", "csv"),
        ("export", "--all", "--format", "tsv"),
        ("export", "--all", "--format", "json"),
        ("export", "--all", "--format", "md"),
        ("cite", "--style", "apa"),
        ("cite", "--style", "gb7714"),
        ("cite", "--style", "bibtex"),
    ],
)
def test_a_briefing_in_english_has_no_chinese(
    environment: Mapping[str, str], tmp_path: Path, words: tuple[str, ...]
) -> None:
    medbrief = Medbrief(
        {
            "PATH": environment["PATH"],
            "HOME": str(tmp_path),
            "PYTHONUTF8": "1",
            "MEDBRIEF_CONTENT": str(_folder("batteries") / "content"),
        }
    )
    sources = [one.id for one in _content("batteries").sources]
    answer = medbrief(*words, *(sources if "cite" in words else ()))
    assert answer.code == 0, answer.message
    assert _CHINESE.findall(answer.text) == []
    for title in (one.title.en for one in _content("batteries").sources):
        in_entries = [line for line in answer.text.splitlines() if line.count(title) > 1]
        assert not (in_entries and "cite" in words)


def test_the_app_offers_no_language_that_the_briefing_lacks() -> None:
    content = _content("batteries")
    store = Store(compile_in_memory(content, "test"), lambda: compile_in_memory(content, "test"))
    keyboard = Keyboard(store, language="zh")  # as the last session of another briefing left it
    assert keyboard.controller.lists.briefing.language == "en"
    before = keyboard.state.page
    keyboard.press("L")
    assert keyboard.message == "this briefing is in English only"
    assert keyboard.controller.lists.briefing.language == "en"
    assert keyboard.state.page == before
    keyboard.press("question_mark")
    omitted = keyboard.effect(OpenHelp).omitted
    keymap = keyboard.controller.session.keymap
    title = next(one.title.en for one in COMMANDS if one.action == "change_language")
    for left_out in ((), omitted):
        for document in (
            help_document("en", keymap, (), left_out),
            help_columns("en", keymap, (), left_out)[1],
            matching_keys("en", keymap, title, left_out)._replace(title=""),
        ):
            assert (title in str(document)) == (not left_out)
    assert keyboard.state.key_bar.one_language


def test_a_briefing_of_one_language_leaves_the_saved_language(tmp_path: Path) -> None:
    content = _content("batteries")
    store = Store(compile_in_memory(content, "test"), lambda: compile_in_memory(content, "test"))
    path = str(tmp_path / "state.json")
    StateFile(path).change(lambda state: state._replace(language="zh"))
    keyboard = Keyboard(store, language="zh", session=UserSession(StateFile(path)))
    keyboard.press("4")
    keyboard.controller.save_location(keyboard.positions())
    saved = StateFile(path).state
    assert saved.language == "zh"
    assert saved.place["section"] == keyboard.location.section


def test_the_other_language_on_the_command_line_is_refused_in_one_line(
    subject: str, medbrief: Medbrief
) -> None:
    own = _SUBJECTS[subject]
    other = "zh" if own == "en" else "en"
    said = {"en": "this briefing is in English only", "zh": "本简报只有中文"}
    expected = medbrief("list", "players")
    answer = medbrief("list", "players", "--lang", other)
    assert (answer.code, answer.text) == (0, expected.text)
    assert answer.message == f"medbrief: --lang {other}: {said[own]}\n"
    assert medbrief("list", "players", MEDBRIEF_LANG=other) == expected
    assert medbrief("list", "players", "--lang", own) == expected


def test_quotes_in_html_are_marked_with_the_language_of_their_source(subject: str) -> None:
    content = _content(subject)
    store = Store(compile_in_memory(content, "test"), lambda: compile_in_memory(content, "test"))
    tags = {"en": "en", "zh": "zh-Hans"}
    for language in LANGUAGES:
        collection = collect(store, store.identities(), language, whole=True)
        found = {quote["lang"] for quote in Parsed(html_file(collection)).of("q")}
        assert found == {tags[source.language] for source in content.sources}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--to", "capacity"), "no record or measure 'capacity'. --new 'Name' makes it"),
        (("--new", "Capacity", "--to", "capacity", "--unit", "?"), "expected one such as"),
    ],
)
def test_messages_of_a_review_in_english_have_no_chinese(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    shutil.copytree(_folder("batteries"), tmp_path / "batteries")
    content, originals = (str(tmp_path / "batteries" / each) for each in ("content", "originals"))
    folders = ("--content", content, "--originals", originals)
    answer = run("review", "quarterly-2024", "--accept", "6", *words, *folders, "--lang", "en")
    assert said in answer.err
    assert _CHINESE.findall(answer.err) == []


def test_the_page_of_a_policy_in_english_has_one_title(tmp_path: Path) -> None:
    database = compile_in_memory(_content("batteries"), "test")
    assert "Chinese title" not in "\n".join(database.iterdump())
