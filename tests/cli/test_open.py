"""``medbrief open`` without a terminal: the page, as ``show`` prints it."""

from __future__ import annotations

import pytest

from tests.cli.inside import run
from tests.conftest import REAL_CONTENT
from tui.store import Store


@pytest.fixture(autouse=True, scope="module")
def _real(real_store: Store) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MEDBRIEF_CONTENT", str(REAL_CONTENT))
        yield


def test_every_record_opens(real_store: Store) -> None:
    for identity in real_store.identities():
        assert run("open", identity) == run("show", identity)


def test_every_figure_opens_the_page_of_its_record(real_store: Store) -> None:
    facts = real_store.query("SELECT DISTINCT id, fact FROM answers WHERE fact <> ''")
    for identity, fact in list(facts)[::7]:
        assert run("open", fact).out == run("show", identity).out


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_section_opens_by_its_name(real_store: Store, language: str) -> None:
    for section in real_store.sections():
        line = ["--lang", language] if section.kind == "overview" else ["list", section.id]
        wanted = run("--lang", language, *line)
        for name in (section.id, section.id.upper(), *section.title):
            assert run("open", name, "--lang", language) == wanted
        assert wanted.code == 0


@pytest.mark.parametrize(
    ("name", "meant"),
    [("jd-healt", "jd-health"), ("京东建康", "jd-health"), ("playres", "players")],
)
def test_a_slip_is_answered_with_what_may_be_meant(name: str, meant: str) -> None:
    said = run("open", name)
    assert (said.code, said.out) == (1, "")
    assert meant in said.err


@pytest.mark.parametrize("name", ["market-size@1066", "@", "@2022", "", " "])
def test_what_is_not_there_is_not_opened(name: str) -> None:
    said = run("open", name)
    assert (said.code, said.out) == (1, "")
