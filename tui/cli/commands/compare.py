"""``medbrief compare``: companies or measures side by side."""

from __future__ import annotations

from tui.cli.args.output_format import FRONT_MATTER, TABLE, format_option, requested_format
from tui.cli.args.question_line import look_up_typed
from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options, UsageError
from tui.cli.output.record_output import write_records
from tui.cli.output.writer import print_message, write_lines
from tui.cli.resolve import report_unknown_id, resolve_id
from tui.cli.settings import Settings
from tui.document import Document, Heading, Span
from tui.document.fact_ref import is_figure, record_id_of
from tui.fast_namedtuple import TYPE_CHECKING
from tui.render.line_wrap import BLANK, wrap
from tui.render.page_layout import lay_out_text
from tui.store import Store
from tui.text.language import Wording
from tui.views import IncomparableError, UnknownSubjectError, comparison

if TYPE_CHECKING:
    from tui.search import Hit

_LEAST, _MOST = 2, 6
_OMITTED = Wording(
    "未显示：{what}。全部内容：medbrief compare {ids} --full",
    "Not shown: {what}. To see all: medbrief compare {ids} --full",
)
_WRONG_COUNT = Wording(
    "标识的个数不对：应为{least}到{most}个不同的标识，现为{count}个",
    "wrong number of ids: expected {least} to {most} different ids, got {count}",
)


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the comparison; return 1 for an unknown id.

    Raises:
        UsageError: for a wrong number of ids or ids that cannot be compared, contradicting formats,
            or docx without pandoc.
    """
    language = settings.language
    ids = _subjects(store, options.ids, settings)
    if not _LEAST <= len(ids) <= _MOST:
        raise UsageError(_WRONG_COUNT.format(least=_LEAST, most=_MOST, count=len(ids)))
    form = requested_format(options, TABLE, settings)
    try:
        if form != TABLE:
            from tui.export.page_contents import comparison_contents

            contents = comparison_contents(store, ids, language)
            return write_records(contents, form, options, settings)
        document = comparison(store, ids, language)
        shown = document if options.full else comparison(store, ids, language, figures_only=True)
        lines = lay_out_text(shown, settings.width, settings.glyphs)
        if left := [each for each in _headings(document) if each not in _headings(shown)]:
            what = ("、" if language == "zh" else ", ").join(left)
            text = _OMITTED.format(what=what, ids=" ".join(ids)).of(language)
            lines += [BLANK, *wrap((Span(text, "muted"),), settings.width)]
        write_lines(lines, settings)
    except UnknownSubjectError as unknown:
        if (code := look_up_typed(store, options, settings)) is not None:
            return code
        known = _metrics(store, unknown.identity)
        if not known and "-" not in unknown.identity:
            known = [each for each in _looked_up(store, options.ids)[1] if each not in ids]
        return report_unknown_id(
            store, unknown.identity, settings, known=known, as_json=options.json, beside=ids
        )
    except IncomparableError as incomparable:
        raise UsageError(incomparable.reason) from None
    return 0


def _headings(document: Document) -> list[str]:
    return [
        block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1
    ]


def _metrics(store: Store, name: str) -> list[str]:
    """Return the metrics of the company that ``name`` starts with; none for another name."""
    facts = store.facts(record_id_of(name)) if "." in name else []
    figures = (fact.fact for fact in facts if is_figure(fact.fact))
    return list(dict.fromkeys(each.partition("@")[0].partition("#")[0] for each in figures))


def _subjects(store: Store, names: list[str], settings: Settings) -> tuple[str, ...]:
    """Return the ids of what is compared. Where the words are not all ids or names (JD and Ali,
    JD Health Ali Health), that is what a lookup with them compares, if it finds each as typed."""
    ids = tuple(dict.fromkeys(_resolve(store, name) for name in names))
    unknown = [each for each in ids if "." not in each and not store.row(each, "zh")]
    if (len(ids) >= _LEAST and not unknown) or any("-" in each for each in unknown):
        return ids  # a word with a hyphen is meant as an id
    hits, compared = _looked_up(store, names)
    if not compared or any(hit.match != "exact" for hit in hits):
        return ids
    for line in hits[0].verdict.remark.of(settings.language).split("\n")[1:]:
        print_message(line)
    return compared


def _looked_up(store: Store, names: list[str]) -> tuple[list[Hit], tuple[str, ...]]:
    """Return the answers to a lookup that compares the names, and what it compares; nothing for
    names of which it does not know a word."""
    from tui.search import find_all

    found = find_all(store, f"compare {' '.join(names)}", _MOST + 1)
    command, *compared = found.command or ("",)
    if command != "compare" or any(hit.verdict.missing for hit in found.hits):
        return [], ()
    return found.hits, tuple(compared)


def _resolve(store: Store, name: str) -> str:
    return name if "." in name else resolve_id(store, name)


COMMAND = Command(
    "compare",
    Wording("并列对比企业、政策或指标", "compare companies, policies or measures side by side"),
    run,
    (
        Example(
            "medbrief compare jd-health ali-health ping-an-good-doctor",
            Wording("三家公司", "three companies"),
        ),
        Example(
            "medbrief compare jd-health ali-health --full",
            Wording(
                "连同概况、来源的说法与数据缺口",
                "with summaries, what sources say and data gaps",
            ),
        ),
        Example(
            "medbrief compare jd-health.revenue ping-an-good-doctor.revenue",
            Wording("两家企业的同一指标", "one measure of two companies"),
        ),
        Example(
            "medbrief compare market-size chronic-digital-market",
            Wording("两项统计", "two statistics"),
        ),
    ),
    (
        Argument(
            ("ids",),
            Wording(
                "2到6个：企业，或统计、企业.指标",
                "2 to 6 ids: either companies, or measures (STATISTIC or COMPANY.METRIC)",
            ),
            "ID",
            nargs="+",
            completion="record",
        ),
        Argument(
            ("--full",),
            Wording(
                "在终端里连同对企业的文字描述；文件总是全部内容",
                "in the terminal, with what is said of companies in words; files always have all",
            ),
            switch=True,
        ),
        format_option(TABLE),
        FRONT_MATTER,
        JSON_OPTION,
    ),
    over_ssh="worker",
)
