"""The key of the disputes: which one it opens."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.app.controller.keyboard import Keyboard
from tui.app.browse.effects import ChooseDispute
from tui.app.browse.location import OVERVIEW, SEARCH, Location
from tui.document.link_target import parse_target
from tui.store import Store, open_store

_SEVERAL = Location("statistics", "online-patients", panel="page")
_ONE = Location("statistics", "e-prescriptions", panel="page")


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("panel", ["list", "page"])
def test_a_single_dispute_is_named_and_opened(sample_store: Store, width: int, panel: str) -> None:
    keyboard = Keyboard(sample_store, _ONE._replace(panel=panel), language="en", width=width)
    assert keyboard.state.key_bar.disputes == ("Electronic prescriptions",)
    keyboard.press("d")
    assert keyboard.location.record == "disagreement-e-prescriptions"


@pytest.mark.parametrize("record", ["claim-qinghe-largest", "claim-yunshan-largest"])
def test_statements_that_dispute_each_other_lead_to_one_dispute(
    sample_store: Store, record: str
) -> None:
    keyboard = Keyboard(sample_store, Location("themes", record, panel="page"), language="en")
    assert keyboard.state.key_bar.disputes == ("Is Qinghe Health the largest?",)
    keyboard.press("d")
    assert keyboard.location.record == "disagreement-claim-qinghe-largest"


@pytest.mark.parametrize("panel", ["list", "page"])
def test_of_several_disputes_one_is_chosen(sample_store: Store, panel: str) -> None:
    keyboard = Keyboard(sample_store, _SEVERAL._replace(panel=panel), language="en", width=80)
    before = keyboard.location
    keyboard.press("d")
    asked = keyboard.effect(ChooseDispute)
    titles = tuple(dispute.title for dispute in asked.disputes)
    assert titles == keyboard.state.key_bar.disputes
    assert len(set(titles)) > 1
    assert keyboard.location == before
    keyboard.follow(asked.disputes[1].target)
    assert keyboard.location.record == asked.disputes[1].id
    keyboard.press("escape")
    assert keyboard.location.record == before.record


def test_the_selected_link_says_which_dispute(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _SEVERAL)
    keyboard.press("d")
    second = keyboard.effect(ChooseDispute).disputes[1]
    keyboard.link = keyboard.targets.index(second.target)
    keyboard.press("d")
    assert keyboard.location.record == second.id


@pytest.mark.parametrize("width", [80, 120, 200])
def test_on_the_overview_the_selected_link_says_which_disputes(
    sample_store: Store, width: int
) -> None:
    keyboard = Keyboard(sample_store, Location(OVERVIEW, panel="page"), width=width)
    counts = set()
    for number, target in enumerate(keyboard.targets):
        keyboard.link = number
        record = parse_target(target).record
        row = sample_store.row(record, "zh")
        page = Location(row.section, record, panel="page") if row else None
        titles = Keyboard(sample_store, page).state.key_bar.disputes if page else ()
        keyboard.press("d")
        if record.startswith("disagreement-"):
            assert keyboard.location.record == record
        elif len(titles) > 1:
            asked = keyboard.effect(ChooseDispute)
            assert tuple(dispute.title for dispute in asked.disputes) == titles
        elif titles:
            assert keyboard.location.record.startswith("disagreement-")
        else:
            message = keyboard.state.key_bar.message
            assert message is not None
            assert "没有分歧" in message.zh
        if keyboard.location.section != OVERVIEW:
            keyboard.press("escape")
        counts.add(min(len(titles), 2))
    assert len(counts) > 1


_LISTS = ("briefs", "players", "policies", "statistics", "themes", "glossary", "gaps", "sources")
_DISPUTED_BY_POLICY = """
[[disputed_by]]
by = "policy-night-2023"
reason = { zh = "该政策不这样说。", en = "The policy does not say so." }
"""


def _without_dispute(store: Store, location: Location) -> list[str]:
    """Return the ids of the rows of a list that have the mark and no dispute to open."""
    rows = Keyboard(store, location).state.list.content.rows
    return [
        row.id
        for row in rows
        if row.disputed
        and not Keyboard(store, location._replace(record=row.id)).state.key_bar.disputes
    ]


@pytest.mark.parametrize("section", _LISTS)
def test_every_marked_row_has_a_dispute_to_open(sample_store: Store, section: str) -> None:
    assert not _without_dispute(sample_store, Location(section))


@pytest.mark.parametrize("query", ["患者", "健康", "最大的平台", "online patients", "政策"])
def test_every_marked_result_has_a_dispute_to_open(sample_store: Store, query: str) -> None:
    assert not _without_dispute(sample_store, Location(SEARCH, query=query))


def test_a_policy_that_speaks_against_a_statement_leads_to_the_dispute(
    sample_copy: Path, environment: Mapping[str, str]
) -> None:
    statement = sample_copy / "themes" / "claim-ten-minutes.toml"
    text = statement.read_text("utf-8") + _DISPUTED_BY_POLICY
    statement.write_text(text, "utf-8")
    with open_store(str(sample_copy), environment) as store:
        location = Location("policies", "policy-night-2023")
        assert not _without_dispute(store, Location("policies"))
        keyboard = Keyboard(store, location)
        keyboard.press("d")
        assert keyboard.location.record == "disagreement-claim-ten-minutes"


def test_a_folded_section_keeps_its_disputes(sample_store: Store) -> None:
    keyboard = Keyboard(sample_store, _SEVERAL)
    before = keyboard.state.key_bar.disputes
    keyboard.press("Z")
    assert keyboard.state.key_bar.disputes == before
