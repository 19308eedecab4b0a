"""CSV: one row per fact, and one per record without facts, for spreadsheets.

RFC 4180: comma, CRLF, doubled quotes. A byte-order mark comes first: without it Excel reads UTF-8
in the code page of the machine and garbles Chinese. Python's ``utf-8-sig``, pandas and LibreOffice
skip it; the command line leaves it out where the output is not a file.

The columns are described in ``tui.export.csv_columns``.

A cell that a spreadsheet would take for a formula, such as ``+55.4%``, has an apostrophe in front;
the columns with numbers never have one. In the row of a source, ``sources`` to ``source_urls`` are
those of the source itself. What is not known or does not apply is empty.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from tui.export.csv_columns import COLUMNS
from tui.export.record_columns import later_record_cells, record_cells
from tui.store.export_rows import ExportRow
from tui.store.typed_facts import TypedFact
from tui.text.language import NO_TEXT

BOM = "\ufeff"

_SIDE = "side"
"""The form of a side of a disagreement, whose figure has a row of its own elsewhere."""
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?", re.ASCII)
_FORMULA = re.compile(r"\s*['=+\-@＇＝＋－＠\t\r]")
_BREAKS = re.compile(r"[\r\n]+")


def csv_file(facts: Iterable[ExportRow]) -> str:
    """Return the file: header, then one row per fact; of disagreements alone one per side, with the
    form ``side``. Beside other records a disagreement has one row without a value: its figures are
    rows of their records, and would count twice."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    found = [*facts]
    only_sides = all(fact.sides for fact in found)
    rows = (row for fact in found for row in (fact.sides if only_sides else (fact,)))
    writer.writerows([escape_formula(cell) for cell in _row(row)] for row in rows)
    return BOM + out.getvalue()


def escape_formula(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula (CSV injection, CWE-1236).

    A text that begins like a formula, or with an apostrophe, gets an apostrophe in front; removing
    it restores the text. A signed number stays a number.
    """
    cell = cell.replace("\0", "\ufffd")
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _row(fact: ExportRow) -> list[str]:
    entry = fact.entry
    cited = entry.citations or _itself(fact)
    return [
        entry.id,
        entry.kind,
        *entry.title,
        entry.fact,
        *(fact.typed.measure if fact.typed else fact.measure),
        entry.period,
        entry.value,
        fact.unit,
        entry.status,
        (fact.typed.rank if fact.typed else None) or "",
        *entry.answer,
        *(
            _lines(citation.get(field, "") for citation in cited)
            for field in ("exact", "source", "title", "date", "url", "via")
        ),
        *_typed_cells(fact.typed, is_side=fact.is_side),
        fact.date,
        _lines(citation.get("gloss", "") for citation in cited),
        fact.data_to,
        *record_cells(fact),
        entry.id,
        *(_lines(side["answer"][lang] for side in entry.disagrees) for lang in ("zh", "en")),
        *fact.by,
        *(fact.reason if fact.reason.zh or not fact.typed else fact.typed.reason),
        *(fact.typed.note if fact.typed else NO_TEXT),
        *(
            _lines(citation.get(field, "") for citation in cited)
            for field in ("relation", "via_en")
        ),
        *later_record_cells(fact),
    ]


def _itself(fact: ExportRow) -> list[dict[str, str]]:
    """Return a source as its own citation, without a quote; nothing for another record."""
    entry, known = fact.entry, fact.attributes or {}
    if entry.kind != "source":
        return []
    date, url = known.get("published") or "", known.get("url") or ""
    return [{"source": entry.id, "title": entry.title.zh, "date": date, "url": url}]


def _typed_cells(fact: TypedFact | None, *, is_side: bool) -> list[str]:
    form = _SIDE if is_side else fact.form if fact else ""
    if fact is None:
        return [form, *[""] * 9]
    return [
        form,
        fact.qualifier or "",
        "" if fact.base_value is None else format(fact.base_value, "f"),
        fact.base_unit or "",
        fact.period_start or "",
        fact.period_end or "",
        "" if fact.used is None else str(fact.used).lower(),
        fact.as_printed or "",
        *fact.text,
    ]


def _lines(texts: Iterable[str]) -> str:
    """Return one text per line; nothing where all are empty."""
    lines = [_one_line(text) for text in texts]
    return "\n".join(lines) if any(lines) else ""


def _one_line(text: str) -> str:
    return _BREAKS.sub(" ", text)
