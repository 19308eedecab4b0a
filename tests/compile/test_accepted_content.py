"""Whatever ``medbrief check`` accepts compiles."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from pydantic import ValidationError

from tests.compile.mutations import mutated
from tui.check import check_content
from tui.compile import compile_in_memory
from tui.compile.facts.disagreements import find_disagreements
from tui.load import Content, load_content
from tui.load.content import BRIEFING_FILE
from tui.load.part_ids import duplicate_part_ids
from tui.load.record_references import dangling_references
from tui.load.toml_reader import parse_toml
from tui.model import Metric, Record, Statement, Statistic

_MUTATIONS = 40
"""Per example. About a third is accepted."""


def _accepted(content: Content) -> bool:
    tables = [(BRIEFING_FILE, content.briefing)]
    others = [*content.sources, *content.briefs]
    if dangling_references(tables, others, content.records, content.files):
        return False
    if any(duplicate_part_ids(record, content.files[record.id]) for record in content.records):
        return False
    return not check_content(content).errors


def _mutated_record(content: Content, place: int, random: Random) -> Record | None:
    record = content.records[place]
    file = content.files[record.id]
    data = parse_toml(file.text, file.name)
    assert isinstance(data, dict)
    try:
        return type(record).model_validate(mutated(data, random))
    except ValidationError:
        return None


def _with_mutations(content: Content, random: Random, count: int) -> Content:
    """Return the content with those of ``count`` mutated records that check accepts."""
    for _ in range(count):
        place = random.randrange(len(content.records))
        if record := _mutated_record(content, place, random):
            records = (*content.records[:place], record, *content.records[place + 1 :])
            changed = content._replace(records=records)
            if _accepted(changed):
                content = changed
    return content


@pytest.mark.slow
def test_mutated_records_that_check_accepts_compile(sample: Path) -> None:
    content = load_content(sample)
    mutated_content = _with_mutations(content, Random("accepted"), _MUTATIONS)
    pairs = zip(content.records, mutated_content.records, strict=True)
    assert sum(old != new for old, new in pairs) > _MUTATIONS / 10
    compile_in_memory(mutated_content, "fingerprint").close()


def test_a_forecast_whose_outcome_is_zero_compiles(sample_copy: Path) -> None:
    file = sample_copy / "statistics" / "e-prescriptions.toml"
    text = file.read_text("utf-8")
    assert text.count("value = 3.9\n") == 1
    file.write_text(text.replace("value = 3.9\n", "value = 0\n"), "utf-8")
    compile_in_memory(load_content(sample_copy), "fingerprint").close()


def test_disputed_measures_whose_ids_differ_by_a_dot_have_pages_of_their_own(
    sample: Path,
) -> None:
    records = {record.id: record for record in load_content(sample).records}
    statistic, player = records["consultation-market"], records["qinghe-health"]
    assert isinstance(statistic, Statistic)
    metric = Metric(
        id="market",
        title=statistic.title,
        unit=statistic.unit,
        observations=statistic.observations,
    )
    player = player.model_copy(update={"id": "consultation", "metrics": (metric,)})
    pages = [item.id for item in find_disagreements((statistic, player))]
    assert len(set(pages)) == 2


def test_disputed_statements_are_by_figures_first_and_opposite_ones_are_one(
    sample: Path,
) -> None:
    records = load_content(sample).records
    measures_left_out = tuple(each for each in records if not tuple(each.measures()))
    found = list(find_disagreements(measures_left_out[::-1]))
    abouts = [item.about for item in found]
    assert abouts == ["trend-slower-growth", "claim-changle-first", "claim-yunshan-largest"]
    assert [merged.about for item in found for merged in item.merged] == ["claim-qinghe-largest"]
    assert [reply.en for item in found for reply in item.replies] == [
        "Yunshan Doctor says the same of itself."
    ]


_FIRST, _SECOND = "claim-qinghe-largest", "claim-yunshan-largest"


def _opposite(sample: Path) -> tuple[Statement, Statement]:
    records = {each.id: each for each in load_content(sample).records}
    first, second = records[_FIRST], records[_SECOND]
    assert isinstance(first, Statement)
    assert isinstance(second, Statement)
    return first, second


def test_an_opposite_statement_with_another_dispute_keeps_a_disagreement_about_that(
    sample: Path,
) -> None:
    first, second = _opposite(sample)
    other = second.disputed_by[0].model_copy(update={"by": "claim-changle-first"})
    second = second.model_copy(update={"disputed_by": (*second.disputed_by, other)})
    found = list(find_disagreements((first, second)))
    sides = [(item.about, [each.by for each in item.disputes]) for item in found]
    assert sides == [(_FIRST, [_SECOND]), (_SECOND, ["claim-changle-first"])]
    assert [len(item.replies) for item in found] == [1, 0]
    assert not any(item.merged for item in found)


def test_one_reason_of_both_sides_is_given_once(sample: Path) -> None:
    first, second = _opposite(sample)
    reason = first.disputed_by[0].reason
    same = second.disputed_by[0].model_copy(update={"reason": reason})
    second = second.model_copy(update={"disputed_by": (same,)})
    (found,) = find_disagreements((first, second))
    assert [each.reason for each in found.disputes] == [reason]
    assert found.replies == ()


def test_a_known_question_of_either_of_two_opposite_statements_is_one_of_their_dispute(
    sample_copy: Path,
) -> None:
    file = sample_copy / "questions" / "readers.toml"
    ids = [f"disagreement-{each}" for each in (_FIRST, _SECOND)]
    added = "".join(f'[[questions]]\nanswer = "{each}"\nen = ["who is it"]\n' for each in ids)
    file.write_text(added, "utf-8")
    database = compile_in_memory(load_content(sample_copy), "fingerprint")
    found = database.execute("SELECT id FROM known_questions JOIN records USING (position)")
    assert found.fetchall() == [(ids[0],), (ids[0],)]
    database.close()


def test_records_and_briefs_that_come_first_are_listed_first(sample_copy: Path) -> None:
    file = sample_copy / BRIEFING_FILE
    text = file.read_text("utf-8")
    first = 'first = ["where-sources-disagree", "gap-quality", '
    file.write_text(text.replace("first = [", first, 1), "utf-8")
    content = load_content(sample_copy)
    assert content.briefs[0].id == "where-sources-disagree"
    assert content.records[0].id == "gap-quality"
