"""``medbrief check``: whether the content keeps the rules of the house."""

from __future__ import annotations

from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.settings import Settings
from tui.text.language import Wording


def run(options: Options, settings: Settings) -> int:
    """Run it. The making half is imported only now."""
    from tui.cli.editing import check

    return check.run(options, settings)


COMMAND = Command(
    "check",
    Wording("按规则检查内容", "check the content against the rules"),
    run,
    (
        Example("medbrief check", Wording("检查内容", "check the content")),
        Example("medbrief check --explain K401", Wording("一条规则的道理", "what a rule is for")),
    ),
    (
        Argument(
            ("--explain",),
            Wording("一条规则为何而设，附例", "what a rule is for, with an example"),
            "CODE",
        ),
        Argument(
            ("--coverage",),
            Wording("原件中哪些数字已引用", "which figures of the originals are quoted"),
            switch=True,
        ),
        Argument(
            ("--fix",),
            Wording("改正机器能改的", "mend what can be mended by machine"),
            switch=True,
        ),
        JSON_OPTION,
    ),
    needs_store=False,
    group="edit",
    details=(
        Wording(
            "有错误时退出码为3，只有提示时为0。引文要用--originals所指的原件核对。",
            "Ends with 3 where there are errors, with 0 where there are only hints. Quotes are "
            "compared with the originals to which --originals points.",
        ),
    ),
)
