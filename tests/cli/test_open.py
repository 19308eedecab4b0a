"""``medbrief open`` outside a terminal prints the same page as ``show --full``."""

from __future__ import annotations

import pytest

from tests.cli.inside import run
from tui.store import Store


def test_each_record_opens(sample_store: Store) -> None:
    for identity in sample_store.identities():
        assert run("open", identity) == run("show", identity, "--full")


def test_a_figure_opens_the_page_of_its_record(sample_store: Store) -> None:
    facts = sample_store.query("SELECT DISTINCT id, fact FROM answers WHERE fact <> ''")
    for identity, fact in list(facts)[::7]:
        assert run("open", fact).out == run("show", identity, "--full").out


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_section_opens_by_id_or_title(sample_store: Store, language: str) -> None:
    for section in sample_store.sections():
        line = ["--lang", language] if section.kind == "overview" else ["list", section.id]
        expected = run("--lang", language, *line)
        words = next((each.words for each in sample_store.kinds() if each.id == section.kind), ())
        for name in (section.id, section.id.upper(), *section.title, *words):
            assert run("open", name, "--lang", language) == expected
        assert expected.code == 0


@pytest.mark.parametrize(
    ("name", "meant"),
    [("qinghe-healt", "qinghe-health"), ("青禾建康", "qinghe-health"), ("playres", "players")],
)
def test_a_mistyped_name_gets_a_suggestion(name: str, meant: str) -> None:
    result = run("open", name)
    assert (result.code, result.out) == (1, "")
    assert meant in result.err


@pytest.mark.parametrize("name", ["consultation-market@1066", "@", "@2022", "", " "])
def test_an_unknown_name_is_not_found(name: str) -> None:
    result = run("open", name)
    assert (result.code, result.out) == (1, "")
