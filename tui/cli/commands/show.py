"""``medbrief show``: print the page of a record."""

from __future__ import annotations

from collections.abc import Sequence

from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import write_lines, write_output
from tui.cli.resolve import report_unknown_id, resolve_id
from tui.cli.settings import Settings
from tui.document import Document, Span
from tui.document.page_extract import extract
from tui.render.json_output import entry_objects, to_json
from tui.render.line_wrap import BLANK, Line, wrap
from tui.render.page_layout import lay_out_text
from tui.store import AnswerWithEvidence, Store
from tui.text.language import Wording

_OMITTED = Wording(
    "未显示：{what}。全部内容：medbrief show {id} --full",
    "Not shown: {what}. To see all: medbrief show {id} --full",
)
_NOTES = Wording("注释{count}条", "notes ({count})")
_LINKS = Wording("相关记录{count}条", "related records ({count})")


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the pages; return 1 if there is no such record."""
    return print_pages(store, options.id, options, settings)


def print_pages(
    store: Store,
    names: Sequence[str],
    options: Options,
    settings: Settings,
    kind: str | None = None,
    after: Sequence[Line] = (),
) -> int:
    """Print the pages of records (of a kind), each once, or their answers as JSON. Print nothing
    and return 1 if a name is that of no record. ``after``: lines below the pages."""
    entries: list[AnswerWithEvidence] = []
    lines: list[Line] = []
    for identity in dict.fromkeys(resolve_id(store, name) for name in names):
        answers = [entry for entry in store.answers(identity) if kind in (None, entry.kind)]
        document = store.document(identity, settings.language) if answers else None
        if document is None:
            from tui.cli.args.question_line import look_up_typed

            if (code := look_up_typed(store, options, settings)) is not None:
                return code
            return report_unknown_id(store, identity, settings, kind, as_json=options.json)
        entries += answers
        if not options.json:
            lines += [BLANK, BLANK] if lines else []
            lines += _page_lines(document, answers[0], options, settings)
    if options.json:
        write_output(to_json(entry_objects(store, entries)))
    else:
        write_lines([*lines, *after], settings)
    return 0


def _page_lines(
    document: Document, answer: AnswerWithEvidence, options: Options, settings: Settings
) -> list[Line]:
    # A disagreement is its notes; another command that shows a page has no such option.
    if getattr(options, "full", True) or answer.kind == "disagreement":
        return lay_out_text(document, settings.width, settings.glyphs)
    shown, notes, links = extract(document)
    lines = lay_out_text(shown, settings.width, settings.glyphs)
    if parts := [word.format(count=n) for word, n in ((_NOTES, notes), (_LINKS, links)) if n]:
        what = Wording("、".join(it.zh for it in parts), " and ".join(it.en for it in parts))
        text = _OMITTED.format(what=what, id=answer.id).of(settings.language)
        lines += [BLANK, *wrap((Span(text, "muted"),), settings.width)]
    return lines


COMMAND = Command(
    "show",
    Wording("显示记录的页面", "show the page of a record"),
    run,
    (
        Example("medbrief show jd-health", Wording("京东健康的页面", "the page of JD Health")),
        Example(
            "medbrief show jd-health ali-health",
            Wording("依次显示两条记录", "two records, one after the other"),
        ),
        Example(
            "medbrief show market-size --full",
            Wording("连同全部注释与相关记录", "with all notes and related records"),
        ),
    ),
    (
        Argument(
            ("id",),
            Wording(
                "find、list所列的记录或数字的标识，或全名；可写多个",
                "ids of records or figures, as find and list print them, or full names",
            ),
            "ID",
            nargs="+",
            completion="record",
        ),
        Argument(
            ("--full",),
            Wording("显示全部注释与相关记录", "show all notes and related records"),
            switch=True,
        ),
        JSON_OPTION,
    ),
    group="look up",
    over_ssh="worker",
)
