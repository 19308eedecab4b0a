"""Write selected records in a format, and name those that a date filter leaves out."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tui.cli.args.output_format import require_file
from tui.cli.args.spec import Options, UsageError
from tui.cli.output.writer import (
    OUTPUT_ERROR,
    is_terminal,
    print_error,
    print_message,
    printable,
    write_data,
    write_file_output,
)
from tui.cli.settings import Settings
from tui.export.formats import DOCX, Contents, write
from tui.store import Store
from tui.text.language import NO_TEXT, Language, Wording, enumeration

_NO_PANDOC = Wording(
    "docx格式需要pandoc，本机没有安装：请安装pandoc（pandoc.org），或改用--format md、html",
    "docx needs pandoc, which is not installed: install it (pandoc.org), "
    "or use --format md or html",
)
_PANDOC_FAILED = Wording(
    "pandoc出错（{why}），未输出docx：可改用--format md、html",
    "pandoc failed ({why}), so no docx was written: use --format md or html",
)
_UNDATED = Wording(
    "略去没有日期的{noun}{count}条：{names}", "{count} undated {noun} omitted: {names}"
)
_UNKNOWN = Wording(
    "略去{facets}不详的{noun}{count}条：{names}",
    "{count} {noun} of unknown {facets} omitted: {names}",
)
_RECORDS = Wording("记录", "records")
_MAX_NAMES = 6
"""Omitted records that are named; of more, each kind is counted."""
_MAX_TITLE = 60


def write_records(contents: Contents, form: str, options: Options, settings: Settings) -> int:
    """Write the records in one of the formats of files; return the exit code: 0, 1 where there are
    none, or 74 where pandoc fails. Where there are none, only ``json`` has output: ``[]``.

    Raises:
        UsageError: docx goes to a terminal, or pandoc is not installed.
    """
    if not contents.identities:
        if form == "json":
            write_file_output(write(contents, form))
        return 1
    contents = contents._replace(front_matter=getattr(options, "front_matter", False))
    if form != DOCX:
        write_file_output(write(contents, form))
        return 0
    from tui.export.docx import NoPandocError, PandocError, docx_file

    require_file(options, form, is_terminal(sys.stdout))
    try:
        markdown = write(contents._replace(front_matter=True), "md")
        author = contents.store.title().of(settings.language)
        data = docx_file(markdown, settings.language, author)
    except NoPandocError:
        raise UsageError(_NO_PANDOC) from None
    except PandocError as error:
        why = printable(str(error), 200)
        print_error(_PANDOC_FAILED.format(why=why).of(settings.language), settings.language)
        return OUTPUT_ERROR
    write_data(data)
    return 0


def report_undated(store: Store, identities: Sequence[str], language: Language) -> None:
    """Print the names of the records that were left out because they have no date."""
    _report_omitted(store, _UNDATED, identities, language)


def report_unknown(
    store: Store, facets: Wording, identities: Sequence[str], language: Language
) -> None:
    """Print the names of the records that were left out because a facet of them is unknown."""
    _report_omitted(store, _UNKNOWN, identities, language, facets)


def _report_omitted(
    store: Store,
    message: Wording,
    identities: Sequence[str],
    language: Language,
    facets: Wording = NO_TEXT,
) -> None:
    if not identities:
        return
    rows = [row for identity in identities if (row := store.row(identity, language))]
    if len(rows) > _MAX_NAMES:
        names = _counts_by_kind(store, [row.kind for row in rows]).of(language)
    else:
        titles = [printable(row.cells[0], _MAX_TITLE) for row in rows]
        names = ("；" if language == "zh" else "; ").join(titles)
    noun = _noun(store, {row.kind for row in rows}, len(rows))
    omitted = message.format(noun=noun, count=len(rows), names=names, facets=facets)
    print_message(omitted.of(language))


def _counts_by_kind(store: Store, kinds: Sequence[str]) -> Wording:
    """Return how many records of each kind there are, in the order of the sections."""
    counts = [(info, kinds.count(info.id)) for info in store.kinds() if info.id in kinds]
    named = [(_noun(store, {info.id}, count), count) for info, count in counts]
    return enumeration([Wording(f"{noun.zh}{n}条", f"{n} {noun.en}") for noun, n in named])


def _noun(store: Store, kinds: set[str], count: int) -> Wording:
    if len(kinds) != 1:
        return _RECORDS
    info = next(info for info in store.kinds() if info.id in kinds)
    if count == 1 or not info.words:
        return Wording(info.label.zh, info.label.en.lower())
    return Wording(info.label.zh, info.words[0])
