"""The review of one source: changes are written at once, can be undone, and lose no other edit."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tests.edit.grown_sample import grow, open_session
from tui.check.context import CheckContext
from tui.edit.given_values import GivenValues
from tui.edit.review_session import ChangedFileError, ReviewSession
from tui.edit.source_review import SourceCandidate
from tui.load import load_content

_MARKET = "consultation-market"


@pytest.fixture
def content(sample_copy: Path) -> Path:
    grow(sample_copy)
    return sample_copy


@pytest.fixture
def session(content: Path) -> ReviewSession:
    return open_session(content)


def _candidate(session: ReviewSession, text: str) -> SourceCandidate:
    return [one for one in session.candidates if one.text == text][-1]


def _files(content: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes() for path in content.parent.rglob("*.toml") if path.is_file()
    }


def test_a_proposal_writes_nothing(session: ReviewSession, content: Path) -> None:
    before = _files(content)
    proposal = session.proposal(_candidate(session, "118亿元"), _MARKET)
    assert 'period = "2023"\nvalue = 118' in proposal.edit.after
    assert proposal.edit.before == Path(proposal.edit.file).read_text("utf-8")
    assert _files(content) == before


def test_what_is_added_is_what_was_proposed(session: ReviewSession) -> None:
    candidate = _candidate(session, "118亿元")
    proposal = session.proposal(candidate, _MARKET)
    session.add(candidate, _MARKET)
    assert Path(proposal.edit.file).read_text("utf-8") == proposal.edit.after
    assert _candidate(session, "118亿元").state == "used"


def test_states_and_rivals_are_those_of_a_new_session(
    session: ReviewSession, content: Path
) -> None:
    session.add(_candidate(session, "150亿元"), _MARKET)
    session.decide(_candidate(session, "12个"), "rejected", "a slogan")
    assert session.candidates == open_session(content).candidates


def test_a_translation_is_written_and_its_absence_makes_a_draft(session: ReviewSession) -> None:
    session.add(_candidate(session, "118亿元"), _MARKET)
    session.add(
        _candidate(session, "150亿元"), _MARKET, GivenValues(gloss="CNY 15 billion in 2024")
    )
    assert session.is_draft(_candidate(session, "118亿元"))
    written = _candidate(session, "150亿元")
    assert not session.is_draft(written)
    (citing,) = session.citing(written)
    line = Path(citing.file).read_text("utf-8").splitlines()[citing.line - 1]
    assert 'gloss = "CNY 15 billion in 2024"' in line


def test_undo_restores_every_file_step_by_step(session: ReviewSession, content: Path) -> None:
    before = _files(content)
    session.add(_candidate(session, "118亿元"), _MARKET)
    session.decide(_candidate(session, "12个"), "skipped")
    session.decide(_candidate(session, "150亿元"), "rejected", "a plan")
    assert [session.candidates[session.undo() or 0].text for _ in range(3)] == [
        "150亿元",
        "12个",
        "118亿元",
    ]
    assert _files(content) == before
    assert session.undo() is None
    assert {_candidate(session, text).state for text in ("118亿元", "12个")} == {"open"}


def test_undo_leaves_a_file_that_was_edited_since(session: ReviewSession) -> None:
    path = Path(session.add(_candidate(session, "118亿元"), _MARKET).edit.file)
    path.write_text(path.read_text("utf-8") + "# checked\n", "utf-8")
    with pytest.raises(ChangedFileError):
        session.undo()
    assert path.read_text("utf-8").endswith("# checked\n")


def test_an_edit_made_elsewhere_meanwhile_is_kept(session: ReviewSession) -> None:
    candidate = _candidate(session, "118亿元")
    path = Path(session.file_of(_MARKET))
    path.write_text("# checked by hand\n" + path.read_text("utf-8"), "utf-8")
    session.add(candidate, _MARKET)
    text = path.read_text("utf-8")
    assert text.startswith("# checked by hand\n")
    assert "value = 118" in text


@pytest.mark.parametrize("action", ["add", "decide"])
def test_a_full_disk_changes_nothing(
    session: ReviewSession, content: Path, action: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, states = _files(content), [one.state for one in session.candidates]

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("tui.file_write.write_all", full)
    candidate = _candidate(session, "118亿元")
    change = {
        "add": lambda: session.add(candidate, _MARKET),
        "decide": lambda: session.decide(candidate, "skipped"),
    }[action]
    with pytest.raises(OSError, match="No space left"):
        change()
    monkeypatch.undo()
    assert _files(content) == before
    assert [one.state for one in session.candidates] == states
    assert session.undo() is None


def test_figures_go_to_measures_and_names_to_records(session: ReviewSession) -> None:
    figures = [target.id for target in session.targets(_candidate(session, "118亿元"))]
    assert figures[0] == _MARKET
    assert "changle-health.revenue" in figures
    assert "changle-health" not in figures
    names = [target.id for target in session.targets(_candidate(session, "长乐健康"))]
    assert names[0] == "changle-health"


def test_the_content_stays_valid(session: ReviewSession, content: Path) -> None:
    for text in ("118亿元", "150亿元", "18%", "100亿元"):
        session.add(_candidate(session, text), _MARKET)
    context = CheckContext(load_content(content), content.parent / "originals")
    assert len(context.observations["consultation-market@2023"]) == 1
