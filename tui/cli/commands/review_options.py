"""The arguments of ``medbrief review``."""

from __future__ import annotations

from tui.cli.args.shared_options import JSON_OPTION
from tui.cli.args.spec import Argument, UsageError
from tui.cli.output.writer import printable
from tui.text.language import Wording

_INVALID_NUMBER = Wording(
    "编号“{text}”无效：应为正整数，多个以逗号分隔（4,8-11）",
    "invalid number {text!r}: expected a positive integer, several with commas (4,8-11)",
)
_INVALID_PERIOD = Wording(
    "时期“{text}”无效：应为2022、2023-06、2021-H1、2024-Q1、FY2024或2016/2020",
    "invalid period {text!r}: expected 2022, 2023-06, 2021-H1, 2024-Q1, FY2024 or 2016/2020",
)
_INVALID_VALUE = Wording(
    "数值“{text}”无效：应为数字，如95.96", "invalid value {text!r}: expected a number such as 95.96"
)
NO_ORIGIN = "none"
"""The figure is of the document itself, whomever its sentence names."""
_MOST_NUMBERS = 10_000


def _parse_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:9]) > 0 and len(text) < 9):
        raise UsageError(_INVALID_NUMBER.format(text=printable(text)))
    return int(text)


def _parse_numbers(text: str) -> tuple[int, ...]:
    """Return the numbers of ``4,8-11``."""
    found: dict[int, None] = {}
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        start = _parse_number(first)
        end = _parse_number(last) if dash else start
        if not start <= end < start + _MOST_NUMBERS:
            raise UsageError(_INVALID_NUMBER.format(text=printable(text)))
        found.update(dict.fromkeys(range(start, end + 1)))
    return tuple(found)


def _parse_period(text: str) -> str:
    from tui.text.periods import parse_period

    try:
        parse_period(text)
    except ValueError:
        raise UsageError(_INVALID_PERIOD.format(text=printable(text))) from None
    return text


def _parse_value(text: str) -> str:
    plain = text.replace(",", "")
    if not plain.isascii() or not plain.replace(".", "", 1).removeprefix("-").isdigit():
        raise UsageError(_INVALID_VALUE.format(text=printable(text)))
    return plain


ARGUMENTS = (
    Argument(("source",), Wording("来源的标识", "id of the source"), "SOURCE", completion="source"),
    Argument(
        ("--list",),
        Wording("列出各项，不打开面板", "list the candidates, without panels"),
        switch=True,
    ),
    Argument(("--open",), Wording("只列尚未决定的", "list undecided candidates only"), switch=True),
    Argument(("--accept",), Wording("采用第N项", "accept candidate N"), "N", convert=_parse_number),
    Argument(
        ("--to",),
        Wording("写入的记录或指标（ID.指标）", "record or measure to write to (ID.METRIC)"),
        "ID",
        completion="record",
    ),
    Argument(
        ("--new",),
        Wording(
            "--to尚不存在时以此名称新建（中文/English）",
            "make the target of --to with this title, if there is none (Chinese / English)",
        ),
        "TITLE",
    ),
    Argument(
        ("--period",),
        Wording("改用此时期", "use this period instead of the detected one"),
        "PERIOD",
        convert=_parse_period,
    ),
    Argument(("--unit",), Wording("改用此单位，如亿元", "use this unit instead"), "UNIT"),
    Argument(
        ("--value",),
        Wording("改用此数值（以所示单位计）", "use this value, in the unit"),
        "VALUE",
        convert=_parse_value,
    ),
    Argument(("--gloss",), Wording("引文的英译", "the quote in English"), "TEXT"),
    Argument(
        ("--via",),
        Wording(
            "转引自谁（中文/English），或none", "whose figure it is (Chinese / English), or none"
        ),
        "NAME",
    ),
    Argument(
        ("--reject",),
        Wording("不采用第N项，可列多项（4,8-11）", "reject candidate N, or several (4,8-11)"),
        "N",
        convert=_parse_numbers,
    ),
    Argument(("--reason",), Wording("不采用的理由", "reason for the rejection"), "TEXT"),
    Argument(
        ("--alike",),
        Wording("同类的未决项一并不采用", "reject all undecided candidates of the same kind too"),
        switch=True,
    ),
    Argument(
        ("--skip",),
        Wording("搁置第N项，可列多项", "skip candidate N, or several, for now"),
        "N",
        convert=_parse_numbers,
    ),
    Argument(
        ("--reopen",),
        Wording(
            "撤销对第N项的决定，或取回写入的内容",
            "undo the decision about candidate N, or take back what was written",
        ),
        "N",
        convert=_parse_numbers,
    ),
    Argument(
        ("--no-answer",),
        Wording(
            "记入数据缺口的looked_in：已在此来源中查找而没有答案（标识以逗号分隔，或all）",
            "add the source to the looked_in of data gaps: it was searched and has no answer (ids "
            "with commas, or all)",
        ),
        "GAPS",
    ),
    Argument(
        ("--yes",),
        Wording("写入--no-answer all列出的各条", "write to the gaps that --no-answer all lists"),
        switch=True,
    ),
    JSON_OPTION,
)
