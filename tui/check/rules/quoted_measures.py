"""Q2: the words before a quoted value name the measure that it is recorded under."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.model import Measure, Observation
from tui.text.language import Wording

_CLAUSE_END = re.compile(r"[，。；：！？、]|,(?!\d)")


def _other_measure(context: CheckContext) -> Iterator[Violation]:
    concept_of = {
        word: concept.id
        for concept in context.content.concepts
        if concept.measure
        for word in concept.zh
        if len(word) > 1
    }
    if not concept_of:
        return
    words = re.compile("|".join(sorted(map(re.escape, concept_of), key=len, reverse=True)))
    names = {
        (located.entry, *located.path): _names(context, located.entry, located.measure)
        for located in context.measures()
    }
    for entry, path, figure, quote, comparison in context.quoted_figures:
        if not isinstance(figure, Observation):
            continue
        before = _CLAUSE_END.split(quote[: comparison.at])[-1]
        said = {match[0]: concept_of[match[0]] for match in words.finditer(before)}
        measure = names.get((entry, *path[:-2]), ())
        own = {concept_of[match[0]] for name in measure for match in words.finditer(name)}
        if figure.value < 0 and any("利润" in name for name in measure):
            said = {word: concept for word, concept in said.items() if "亏" not in word}
        if said and own and not own & set(said.values()):
            values: dict[str, object] = {"said": list(said)[-1], "measure": measure[0]}
            yield Violation(entry, (*path, "value"), values)


def _names(context: CheckContext, entry: str, measure: Measure) -> tuple[str, ...]:
    titled = measure if hasattr(measure, "title") else context.records[entry]
    return (getattr(titled, "title").zh, *getattr(titled, "aliases", ()))  # noqa: B009


RULES = (
    Rule(
        code="Q212",
        severity="hint",
        message=Wording(
            "引文说的是“{said}”，记录却归入“{measure}”",
            "the quote says {said!r}, but the measure is {measure!r}",
        ),
        fix=Wording(
            "移到所说的指标，或在指标的aliases中写明这一说法",
            "move it to the measure that is meant, or add the word to the aliases of this one",
        ),
        why=Wording(
            "营收记成利润，数字照样与引文一致。",
            "Revenue recorded as profit still agrees with its quote.",
        ),
        incorrect='id = "profit"\ncitations = [{ exact = "营收30亿元" }]',
        correct='id = "revenue"\ncitations = [{ exact = "营收30亿元" }]',
        check=_other_measure,
    ),
)
