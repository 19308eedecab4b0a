"""``medbrief compare``: players or measures side by side."""

from __future__ import annotations

from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import print_message, write_lines, write_output
from tui.cli.resolve import report_unknown_id, resolve_id
from tui.cli.settings import Settings
from tui.render.json_output import entry_object, to_json
from tui.render.page_layout import lay_out
from tui.store import Store
from tui.text.language import Wording
from tui.views import IncomparableError, UnknownSubjectError, compared_entries, comparison

_LEAST, _MOST = 2, 6
_HOW_MANY = Wording(
    "要对比{least}到{most}个不同的标识，这里是{count}个",
    "compare wants {least} to {most} different ids; these are {count}",
)


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the comparison; 1 for an id that names nothing, 2 for what cannot be compared."""
    language = settings.language
    ids = tuple(dict.fromkeys(_named(store, name) for name in options.ids))
    if not _LEAST <= len(ids) <= _MOST:
        said = _HOW_MANY.format(least=_LEAST, most=_MOST, count=len(ids))
        print_message(said.of(language))
        return 2
    try:
        if options.json:
            write_output(to_json(entry_object(entry) for entry in compared_entries(store, ids)))
        else:
            document = comparison(store, ids, language)
            write_lines(lay_out(document, settings.width, settings.glyphs), settings)
    except UnknownSubjectError as error:
        return report_unknown_id(store, error.identity, settings)
    except IncomparableError as error:
        print_message(error.reason.of(language))
        return 2
    return 0


def _named(store: Store, name: str) -> str:
    return name if "." in name else resolve_id(store, name)


COMMAND = Command(
    "compare",
    Wording("把参与者或指标并列对比", "set players or measures side by side"),
    run,
    (
        Example(
            "medbrief compare jd-health ali-health ping-an-good-doctor",
            Wording("三家公司", "three companies"),
        ),
        Example(
            "medbrief compare jd-health.revenue ping-an-good-doctor.revenue",
            Wording("一项数据", "one of their figures"),
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
                "2到6个：参与者，或统计、参与者.指标",
                "2 to 6: players, or statistics, PLAYER.METRIC",
            ),
            "ID",
            nargs="+",
            completion="record",
        ),
        JSON_OPTION,
    ),
    over_ssh="worker",
)
