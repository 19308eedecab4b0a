"""``medbrief timeline`` on a subject: figures by period are statistics, not events."""

from __future__ import annotations

from tests.cli.command import Medbrief


def test_the_timeline_of_a_subject_names_its_statistics(medbrief: Medbrief) -> None:
    words = ("timeline", "--lang", "en", "--tag")
    *_, last = medbrief(*words, "market", "--since", "2023-11", "--width", "200").text.splitlines()
    assert last.startswith("Figures by period are no events; see the statistics: ")
    assert last.endswith("(medbrief show consultation-market online-patients)")
    assert "Figures by period" not in medbrief("timeline", "--lang", "en").text
    assert "Figures by period" not in medbrief(*words, "supervision").text


def test_the_statistics_are_named_where_there_are_no_events(medbrief: Medbrief) -> None:
    answer = medbrief(
        "timeline", "--tag", "market", "--since", "2024", "--until", "2024-03", "--lang", "en"
    )
    assert (answer.code, answer.stdout) == (1, b"")
    assert "no events match" in answer.message
    assert ("Figures by period" in answer.message) == bool(
        medbrief("statistics", "--tag", "market", "--since", "2024", "--until", "2024-03").text
    )
