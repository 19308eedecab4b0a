"""What is still to be done: drafts, unconfirmed lines, undecided figures, gaps not looked up in
newer sources, outdated texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple, TypeAlias

from tui.check.context import CheckContext
from tui.check.rules import staleness
from tui.check.runner import check_content
from tui.edit.decisions import read_decisions
from tui.edit.drafts import find_drafts
from tui.edit.figure_finder import FigureCandidate
from tui.edit.source_review import SourceCandidate, review_source
from tui.load import load_content
from tui.load.toml_reader import read_text
from tui.model import Gap, Source
from tui.text.language import Wording

TodoKind: TypeAlias = Literal["draft", "unconfirmed", "figure", "rival", "gap", "outdated"]
TODO_KINDS: tuple[TodoKind, ...] = ("draft", "unconfirmed", "figure", "rival", "gap", "outdated")

_MARKED = re.compile(r"^(?P<field>\w+) = .*# (?P<mark>guessed|to do)\s*$")
_READY = Wording("草稿已填完：删去draft = true", "the draft is complete: delete draft = true")
_GUESSED = Wording("待核对：{field}", "to be confirmed: {field}")
_UNWRITTEN = Wording("待补写：{field}", "to be written: {field}")
_UNDECIDED = Wording(
    "未决的数字“{text}”：medbrief review {source}",
    "undecided figure “{text}”: medbrief review {source}",
)
_RIVAL = Wording(
    "“{text}”与{rivals}不同，未决：medbrief review {source}",
    "“{text}” differs from {rivals}, undecided: medbrief review {source}",
)
_NOT_LOOKED_UP = Wording(
    "没有在较新的来源{sources}中查找（looked_in）",
    "not looked up in newer sources: {sources} (looked_in)",
)


class TodoItem(NamedTuple):
    """One thing to do. ``line``: from 1; 0 for a file as a whole."""

    kind: TodoKind
    file: str
    line: int
    text: Wording


def todo_items(context: CheckContext, folder: Path, options: str = "") -> Iterator[TodoItem]:
    """Yield what is to be done, by kind. ``folder``: the content. ``options``: those that a command
    needs too, after a space. Figures are listed for the sources whose originals are available."""
    yield from _drafts(context, folder)
    yield from _unconfirmed(context)
    unfinished = load_content(folder, unfinished=True)  # a figure of a draft is decided
    of_drafts = CheckContext(unfinished, context.originals)
    figures = [item for source in context.content.sources
               for item in _figures(of_drafts, source, folder, options)]  # fmt: skip
    yield from sorted(figures, key=lambda item: TODO_KINDS.index(item.kind))
    yield from _gaps(context)
    for finding in check_content(context.content, None, context.today, staleness.RULES).findings:
        problem = finding.problem
        yield TodoItem("outdated", problem.file, problem.line, problem.message)


def _drafts(context: CheckContext, folder: Path) -> Iterator[TodoItem]:
    for draft in find_drafts(folder, context.content.briefing.scope()):
        marked = list(_marked("draft", draft.file, _text_of(draft.file)))
        yield from marked
        if not draft.problems and not marked:
            yield TodoItem("draft", draft.file, 0, _READY)
        for problem in draft.problems:
            yield TodoItem("draft", draft.file, problem.line, problem.message)


def _unconfirmed(context: CheckContext) -> Iterator[TodoItem]:
    for source in context.content.sources:
        file = context.content.files[source.id]
        yield from _marked("unconfirmed", file.name, file.text)


def _text_of(file: str) -> str:
    text = read_text(Path(file), file)
    return text if isinstance(text, str) else ""


def _marked(kind: TodoKind, file: str, text: str) -> Iterator[TodoItem]:
    """Yield the lines that are marked as guessed or to do."""
    for number, line in enumerate(text.splitlines(), start=1):
        if match := _MARKED.match(line):
            words = _GUESSED if match["mark"] == "guessed" else _UNWRITTEN
            yield TodoItem(kind, file, number, words.format(field=match["field"]))


def _figures(
    context: CheckContext, source: Source, folder: Path, options: str
) -> Iterator[TodoItem]:
    if source.id not in context.original_texts:
        return
    decisions = read_decisions(folder, source.id).decisions
    for candidate in review_source(context, source.id, decisions):
        if candidate.state == "open" and isinstance(candidate.found, FigureCandidate):
            yield _figure(candidate, source, options)


def _figure(candidate: SourceCandidate, source: Source, options: str) -> TodoItem:
    words = " ".join(candidate.text.split())
    home = candidate.homes[0] if candidate.homes else None
    if home and home.rivals and not home.known:
        rivals = ", ".join(home.rivals)
        text = _RIVAL.format(text=words, rivals=rivals, source=source.id + options)
        return TodoItem("rival", source.original.file, candidate.line, text)
    text = _UNDECIDED.format(text=words, source=source.id + options)
    return TodoItem("figure", source.original.file, candidate.line, text)


def _gaps(context: CheckContext) -> Iterator[TodoItem]:
    dates = {source.id: context.latest_date(source.id) for source in context.content.sources}
    for gap in context.content.records:
        if not isinstance(gap, Gap):
            continue
        searched = max((dates[source] for source in gap.looked_in), default="")
        newer = [
            source for source, date in dates.items()
            if date > searched and source not in gap.looked_in
        ]  # fmt: skip
        if newer:
            file = context.content.files[gap.id]
            line = file.positions().key(("looked_in",))[0]
            text = _NOT_LOOKED_UP.format(sources=", ".join(newer))
            yield TodoItem("gap", file.name, line, text)
