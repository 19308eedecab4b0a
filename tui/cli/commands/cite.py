"""``medbrief cite``: references to the sources of a record or figure, ready to paste."""

from __future__ import annotations

from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import write_lines, write_output
from tui.cli.resolve import report_unknown_id, resolve_reference
from tui.cli.settings import Settings
from tui.export.references import STYLES, TextStyle, default_style
from tui.store import Store
from tui.text.language import Wording


def run(store: Store, options: Options, settings: Settings) -> int:
    """Print the quotations and references; return 1 for an unknown id."""
    from tui.export.citation_text import cite_data, cite_lines
    from tui.export.fact_evidence import evidence

    identity = resolve_reference(store, options.id)
    found = evidence(store, identity, settings.language)
    if found is None:
        return report_unknown_id(store, identity, settings, as_json=options.json)
    name = options.style or settings.config.citation_style or default_style(settings.language)
    style = STYLES["csl-json" if options.json else name]
    if isinstance(style, TextStyle):
        write_lines(cite_lines(found, style, settings.language, settings.width), settings)
    else:
        write_output(cite_data(found, style))
    return 0


COMMAND = Command(
    "cite",
    Wording("引用一条记录或一个数字的来源", "cite the sources of a record or figure"),
    run,
    (
        Example(
            "medbrief cite market-size@2022",
            Wording("某年数字的引文与参考文献", "the quotation and reference for a figure"),
        ),
        Example(
            "medbrief cite woshipm-2023 --style apa",
            Wording("一份来源，APA格式", "a source, in APA style"),
        ),
    ),
    (
        Argument(
            ("id",),
            Wording(
                "来源、记录或数字的标识，如market-size@2022",
                "id of a source, record or figure, such as market-size@2022",
            ),
            "ID",
            completion="figure",
        ),
        Argument(
            ("--style",),
            Wording(
                "gb7714-2025（GB/T 7714—2025，中文默认）、gb7714-2015（2015年版）、apa（第七版，"
                "英文默认）、bibtex、csl-json；gb7714指现行版；默认值可在设置文件中改",
                "gb7714-2025 (GB/T 7714—2025, default in Chinese), gb7714-2015 (edition of 2015), "
                "apa (7th edition, default in English), bibtex, csl-json; gb7714 is the current "
                "edition; config.toml can set another default",
            ),
            "STYLE",
            choices=tuple(STYLES),
        ),
        JSON_OPTION._replace(help=Wording("同--style csl-json", "same as --style csl-json")),
    ),
    group="files",
    over_ssh="worker",
)
