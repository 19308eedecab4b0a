"""CSV: one row per fact, for spreadsheets.

RFC 4180: comma, CRLF, quotes doubled. A byte-order mark comes first: without it Excel, which most
readers open such files with, reads UTF-8 as the code page of the machine and shows Chinese as
rubbish; Python's ``utf-8-sig``, pandas and LibreOffice pass over it. Who wants no mark takes JSON.

Columns:

``record``, ``kind``, ``title_zh``, ``title_en``  the record and what it is called
``fact``        how the figure is referred to (``market-size@2022``); empty for a record that
                answers in words
``measure_zh``, ``measure_en``  what is measured, where the record measures several things
``period``      ``2022``, ``2023-06``, ``2021-H1``, ``2024-Q1``, ``2016/2020``
``value``, ``unit``  decimal number, unit as printed (亿元 is 10^8 yuan)
``status``      ``reported``, ``estimate``, ``forecast``
``rank``        ``preferred``, ``normal``, ``deprecated`` among values of one key
``answer_zh``, ``answer_en``  the fact in words
``quotes``, ``sources``, ``source_titles``, ``source_dates``, ``source_urls``, ``passed_on_from``
                its citations: in each column one a line, so that line 2 of one belongs to line 2 of
                the others; the last where a source repeats somebody else's figure
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from tui.store.export_rows import ExportRow

COLUMNS = (
    "record",
    "kind",
    "title_zh",
    "title_en",
    "fact",
    "measure_zh",
    "measure_en",
    "period",
    "value",
    "unit",
    "status",
    "rank",
    "answer_zh",
    "answer_en",
    "quotes",
    "sources",
    "source_titles",
    "source_dates",
    "source_urls",
    "passed_on_from",
)
BOM = "\ufeff"

_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?", re.ASCII)
_FORMULA = re.compile(r"\s*['=+\-@＇＝＋－＠\t\r]")
_BREAKS = re.compile(r"[\r\n]+")


def csv_file(facts: Iterable[ExportRow]) -> str:
    """The whole file."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([guarded(cell) for cell in _row(fact)] for fact in facts)
    return BOM + out.getvalue()


def guarded(cell: str) -> str:
    """The cell where no spreadsheet takes it for a formula: an apostrophe goes before a text that
    begins like one (or with an apostrophe, so that one taken off gives the text back). A number
    with a sign stays a number."""
    cell = cell.replace("\0", "\ufffd")
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _row(fact: ExportRow) -> list[str]:
    entry = fact.entry
    cited = entry.citations
    return [
        entry.id,
        entry.kind,
        *entry.title,
        entry.fact,
        *fact.measure,
        entry.period,
        entry.value,
        fact.unit,
        entry.status,
        entry.rank if entry.value else "",
        *entry.answer,
        *(
            "\n".join(_one_line(citation.get(field, "")) for citation in cited)
            for field in ("exact", "source", "title", "date", "url", "via")
        ),
    ]


def _one_line(text: str) -> str:
    return _BREAKS.sub(" ", text)
