"""Problems found in content and config files, and how they are reported.

Loading, checking and reading a config report problems in this one form, so that every problem
reads alike: ``file:line:column  CODE  message  -> fix``. ``check`` has the severity after the code.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.fast_namedtuple import NamedTuple
from tui.text.language import Language, Wording, plural

SEVERITIES = {"error": Wording("错误", "error"), "hint": Wording("提示", "hint")}
"""What the severities of a problem are called."""


class Problem(NamedTuple):
    """A problem at a place of a file. ``line`` and ``column`` count from 1; line 0 means the file
    as a whole. ``fix`` says how to correct it."""

    file: str
    line: int
    column: int
    code: str
    message: Wording
    fix: Wording

    def location(self) -> str:
        """Return ``file:line:column``, or the file alone where the line is unknown."""
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"

    def format(self, language: Language, severity: str = "") -> str:
        """Return location, code, severity (``error`` or ``hint``, if given), message and fix on one
        line, in ``language``."""
        parts = [self.location(), self.code, self.message.of(language)]
        if severity:
            parts.insert(2, SEVERITIES[severity].of(language))
        return f"{'  '.join(parts)}  -> {self.fix.of(language)}"


class ProblemType(NamedTuple):
    """A kind of problem. ``message`` and ``fix`` are templates: ``{name}`` stands for a value."""

    code: str
    message: Wording
    fix: Wording

    def at(self, file: str, place: tuple[int, int] = (0, 0), **values: object) -> Problem:
        """Return the problem of this type at ``place`` (line and column, counted from 1), with
        ``values`` filled into its templates."""
        message, fix = (
            Wording(*map(_escape, text.format(**values))) for text in (self.message, self.fix)
        )
        return Problem(file, *place, self.code, message, fix)


def _escape(text: str) -> str:
    # Values may hold line ends or control codes of a terminal; these are shown, not sent.
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )


def position_of_byte(data: bytes, offset: int) -> tuple[int, int]:
    """Return line and column, counted from 1 and in characters, of a byte in UTF-8 data. A byte
    order mark is not counted."""
    before = data[:offset].decode("utf-8-sig", "replace")
    return before.count("\n") + 1, len(before) - before.rfind("\n")


class ContentError(Exception):
    """Raised for invalid content. ``problems``: every problem that was found, in file order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{plural(len(problems), 'problem')} in the content")
        self.problems = tuple(problems)


# -- texts that problems of content and of config share

UNREADABLE = Wording("文件无法读取：{why}", "the file cannot be read: {why}")
NOT_UTF8 = Wording(
    "文件不是UTF-8编码：第{byte}个字节为{value}", "not UTF-8: byte {byte} is {value}"
)
SAVE_AS_UTF8 = Wording("用编辑器另存为UTF-8", "save it as UTF-8 in your editor")
SYNTAX = Wording("TOML语法错误：{why}", "TOML syntax error: {why}")
FIX_SYNTAX = Wording("改正该处写法，见 https://toml.io", "correct the syntax, see https://toml.io")
HINT = Wording("{hint}", "{hint}")
EXPECTED = Wording("应为{wanted}", "expected {wanted}")
QUOTED_TEXT = Wording("带引号的文字", "a quoted string")
TRUE_OR_FALSE = Wording("true或false", "true or false")
