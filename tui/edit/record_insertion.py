"""Insert an accepted candidate into the text of a record: an observation, a rate or a citation, at
the place where an editor would put it. Everything else in the text stays as it is."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from tui.check.autofix import toml_string, write_text
from tui.check.context import CheckContext, LocatedMeasure
from tui.diagnostics import ContentError, Problem
from tui.edit.accepted_figure import AcceptedFigure
from tui.load.pydantic_errors import validation_problems
from tui.load.toml_positions import TomlPath, TomlPositions
from tui.load.toml_reader import parse_toml
from tui.model import Identified
from tui.text.periods import sort_key


class RecordEdit(NamedTuple):
    """A change of a record that is not written yet. ``line``: where what is added begins;
    ``before`` and ``after``: the text of the file; ``record``: the record with the change."""

    entry: str
    file: str
    line: int
    before: str
    after: str
    record: Identified

    def write(self) -> None:
        """Replace the text of the file, in one step.

        Raises:
            OSError: the file cannot be written; it is unchanged.
        """
        write_text(Path(self.file), self.after.encode("utf-8"))


def insert_figure(
    context: CheckContext, located: LocatedMeasure, figure: AcceptedFigure
) -> RecordEdit:
    """Return the record with a figure in its measure, in the order of periods.

    Raises:
        ContentError: the record would be invalid.
    """
    text = context.content.files[located.entry].text
    positions = TomlPositions(text)
    prefix = ".".join(part for part in located.path if isinstance(part, str))
    name = f"{prefix}.{figure.table}" if prefix else figure.table
    line = _line_after(text, positions, located, figure)
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += newline
    block = [f"[[{name}]]", *figure.lines]
    before, after = lines[:line], lines[line:]
    new = [newline] + [part + newline for part in block]
    if after and after[0].strip():
        new.append(newline)
    return _edit(context, located.entry, "".join(before + new + after), line + 2)


def insert_citation(context: CheckContext, entry: str, path: TomlPath, citation: str) -> RecordEdit:
    """Return an entry with a citation more, an inline table, in its array ``path``.

    Raises:
        ContentError: the record would be invalid.
        LookupError: there is no such array.
    """
    text = context.content.files[entry].text
    span = TomlPositions(text).span(path)
    if span is None:
        raise LookupError(path)
    data = text.encode("utf-8")
    start, end = span
    inner = data[start : end - 1]
    kept = inner.rstrip()
    separator = b"" if kept.endswith((b",", b"[")) else b","
    last_line = kept[kept.rfind(b"\n") + 1 :] if b"\n" in kept else b""
    if last_line:  # one item on each line
        indent = last_line[: len(last_line) - len(last_line.lstrip())]
        newline = b"\r\n" if b"\r\n" in inner else b"\n"
        added = separator + newline + indent + citation.encode() + b","
        data = data[:start] + kept + added + inner[len(kept) :] + data[end - 1 :]
    else:
        space = b"" if kept.endswith(b"[") else b" "
        data = data[:start] + kept + separator + space + citation.encode() + data[end - 1 :]
    line = data[:end].count(b"\n") + 1
    return _edit(context, entry, data.decode("utf-8"), line)


def _line_after(
    text: str, positions: TomlPositions, located: LocatedMeasure, figure: AcceptedFigure
) -> int:
    """Return how many lines precede the new table: those to the end of the last table of the
    measure with the same or an earlier period, else to the end of the measure's own keys."""
    parts = getattr(located.measure, figure.table)
    own = (*located.path, figure.table)
    fitting = [
        number
        for number, part in enumerate(parts)
        if sort_key(part.period) <= sort_key(figure.period or None)
    ]
    lines = text.splitlines()
    tables = positions.tables()
    if fitting:
        return _end_of_table(lines, tables, (*own, fitting[-1]))
    for path in ((*own, 0),):
        for line, table in tables:
            if table == path:
                return _without_comments(lines, line - 1)
    others = [table for _, table in tables if table[: len(located.path)] == located.path]
    if not located.path:
        others = [table for table in others if table[0] in ("observations", "compare_with")]
    if others:
        return _end_of_table(lines, tables, others[-1])
    first = tables[0][0] - 1 if tables else len(lines)
    return _without_comments(lines, first)


def _end_of_table(lines: list[str], tables: list[tuple[int, TomlPath]], path: TomlPath) -> int:
    """Return the number of the last line of a table, without the comments that introduce the
    next one."""
    starts = [line for line, _ in tables]
    at = next(line for line, table in tables if table == path)
    following = [line for line in starts if line > at]
    return _without_comments(lines, following[0] - 1 if following else len(lines))


def _without_comments(lines: list[str], count: int) -> int:
    while count and (not lines[count - 1].strip() or lines[count - 1].lstrip().startswith("#")):
        count -= 1
    return count


def _edit(context: CheckContext, entry: str, text: str, line: int) -> RecordEdit:
    file = context.content.files[entry]
    data = parse_toml(text, file.name)
    if isinstance(data, Problem):
        raise ContentError([data])
    model: type[Identified] = type(
        context.records[entry] if entry in context.records else context.sources[entry]
    )
    try:
        record = model.model_validate(data, context=context.content.briefing.scope())
    except ValidationError as error:
        problems = validation_problems(error, model, file.name, TomlPositions(text))
        raise ContentError(problems) from error
    return RecordEdit(entry, file.name, line, file.text, text, record)


def citation_text(
    source: str, exact: str, prefix: str, suffix: str, via: str = "", gloss: str = ""
) -> str:
    """Return a citation as an inline table. ``via``: an inline table as well, or empty."""
    pairs = [
        ("source", source),
        ("exact", exact),
        ("prefix", prefix),
        ("suffix", suffix),
        ("gloss", gloss),
    ]
    parts = [f"{key} = {toml_string(value)}" for key, value in pairs if value]
    return "{ " + ", ".join(parts + ([f"via = {via}"] if via else [])) + " }"
