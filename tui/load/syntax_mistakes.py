"""Explain the syntax errors that editors of Chinese texts make: full-width signs in place of ASCII
ones, quotes within a text, thousands separators, a key that is given twice.

The parser says only what it expected. The first character that cannot stand where it does is
found by reading the file once more: outside texts and comments, TOML is ASCII.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.text.full_width import ascii_key
from tui.text.language import Wording

_CONFLICT = re.compile(r"^(?:<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)", re.MULTILINE)
_THOUSANDS = re.compile(r"=\s*(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?)\s*(?=$|#|\n)", re.MULTILINE)
_KEY = re.compile(r"\s*(?P<key>[\w.\"'-]+)\s*=")
_HEADER = re.compile(r"\s*(?P<header>\[\[?[^\]\n]+\]\]?)")
_BEGINS_VALUE = re.compile(r"[\"'{\[\d]")
_DELIMITERS = ('"""', "'''", '"', "'")

_FULL_WIDTH = Wording("全角符号“{sign}”", "full-width sign “{sign}”")
_FULL_WIDTH_FIX = Wording("改为半角的{ascii}", "write {ascii} instead")
_CONFLICT_MARKER = Wording("合并冲突的标记“{mark}”", "conflict marker “{mark}”")
_CONFLICT_FIX = Wording(
    "保留其中一个版本，删去标记所在的行", "keep one version and delete the lines with markers"
)
_QUOTE_IN_TEXT = Wording("文字里的引号结束了这段文字", "a quote sign within the text ends it")
_QUOTE_FIX = Wording('改为“ ”，或写作\\"', 'write “ ” instead, or \\"')
_UNQUOTED = Wording("文字没有引号", "text without quotes")
_UNQUOTED_FIX = Wording('文字前后加"', 'put " before and after it')
_OPEN_TEXT = Wording("文字到行末仍未结束", "the text does not end on its line")
_OPEN_TEXT_FIX = Wording(
    '在末尾加"；文字须写在一行内，换行写作\\n',
    'close it with "; a text stands on one line, a line break is written \\n',
)
_CLOSED_FULL_WIDTH = Wording(
    "文字以全角引号“{sign}”结束", "the text is closed with full-width “{sign}”"
)
_TWICE = Wording("“{key}”写了两次：第{line}行已有", "{key!r} is given twice: first in line {line}")
_TWICE_FIX = Wording("删去其中之一", "delete one of them")
_SEPARATED = Wording("数字“{number}”中有逗号", "a comma in the number {number}")
_SEPARATED_FIX = Wording("写作{plain}", "write {plain}")
_NO_COMMA = Wording("此前缺少逗号", "a comma is missing before this")
_NO_COMMA_FIX = Wording("在两项之间加,", "put , between the two items")


class SyntaxMistake(NamedTuple):
    """A mistake at a place (line and column, from 1), and its fix."""

    place: tuple[int, int]
    why: Wording
    fix: Wording


def explain_syntax(text: str, line: int, column: int, message: str) -> SyntaxMistake | None:
    """Return the mistake behind a syntax error; None where it is none of those known here.
    ``line``, ``column``, ``message``: where the parser stopped and what it said."""
    if conflict := _CONFLICT.search(text):
        why = _CONFLICT_MARKER.format(mark=conflict[0])
        return SyntaxMistake(_place(text, conflict.start()), why, _CONFLICT_FIX)
    stopped = _offset(text, line, column)
    if "overwrite" in message or "declare" in message or "mutate" in message:
        return _given_twice(text, stopped)
    separated = _THOUSANDS.search(text)
    if separated and _place(text, separated.start())[0] == line:
        number = separated["number"]
        return SyntaxMistake(
            _place(text, separated.start("number")),
            _SEPARATED.format(number=number),
            _SEPARATED_FIX.format(plain=number.replace(",", "")),
        )
    return _first_wrong_sign(text, stopped) or _missing_comma(text, stopped, message)


def _first_wrong_sign(text: str, stopped: int) -> SyntaxMistake | None:
    """Return the first sign that cannot stand outside a text, or a text that does not end."""
    at, closed = 0, -1
    while at < len(text):
        char = text[at]
        delimiter = next((one for one in _DELIMITERS if text.startswith(one, at)), "")
        if char == "#":
            at = _line_end(text, at)
        elif delimiter:
            end = _end_of_text(text, at, delimiter)
            if end < 0:
                return _open_text(text, at, delimiter, stopped)
            at = closed = end
        elif not char.isascii():
            return _wrong_sign(text, at, closed)
        else:
            if char.isalpha() and at == closed and at <= stopped + 1:
                return SyntaxMistake(_place(text, closed - 1), _QUOTE_IN_TEXT, _QUOTE_FIX)
            at += 1
    return None


def _wrong_sign(text: str, at: int, closed: int) -> SyntaxMistake:
    char = text[at]
    key = "," if char == "、" else ascii_key(char)
    if key != char and not (closed == at and char in "“”‘’"):
        why = _FULL_WIDTH.format(sign=char if char != "\u3000" else "U+3000")
        fix = _FULL_WIDTH_FIX.format(ascii=key if key.strip() else Wording("空格", "a space"))
        return SyntaxMistake(_place(text, at), why, fix)
    if closed >= 0 and "\n" not in text[closed:at] and not text[closed:at].strip():
        return SyntaxMistake(_place(text, closed - 1), _QUOTE_IN_TEXT, _QUOTE_FIX)
    return SyntaxMistake(_place(text, at), _UNQUOTED, _UNQUOTED_FIX)


def _open_text(text: str, at: int, delimiter: str, stopped: int) -> SyntaxMistake | None:
    if len(delimiter) > 1:
        return None
    line = text[at : _line_end(text, at)]
    closing = max(line.rfind("”"), line.rfind("’"), line.rfind("＂"))
    if closing > 0 and not line[closing + 1 :].strip(" ,}]"):
        why = _CLOSED_FULL_WIDTH.format(sign=line[closing])
        fix = _FULL_WIDTH_FIX.format(ascii=delimiter)
        return SyntaxMistake(_place(text, at + closing), why, fix)
    return SyntaxMistake(_place(text, min(stopped, len(text))), _OPEN_TEXT, _OPEN_TEXT_FIX)


def _end_of_text(text: str, at: int, delimiter: str) -> int:
    """Return where a text ends that begins at a position; -1 if it does not end on its line."""
    start = at + len(delimiter)
    while start < len(text):
        if text[start] == "\\" and delimiter[0] == '"':
            start += 2
        elif text.startswith(delimiter, start):
            return start + len(delimiter)
        elif text[start] == "\n" and len(delimiter) == 1:
            return -1
        else:
            start += 1
    return -1


def _given_twice(text: str, stopped: int) -> SyntaxMistake | None:
    """Return the key of the line where the parser stopped, with the line that has it first."""
    lines = text.splitlines()
    number = text.count("\n", 0, stopped)
    while number >= 0:
        line = lines[number] if number < len(lines) else ""
        header, key = _HEADER.match(line), _KEY.match(line)
        if header and not line.lstrip().startswith("[["):
            name = header["header"]
            before = [at for at, one in enumerate(lines[:number]) if one.strip() == name]
            return _twice(number, name, before[:1])
        if key:
            table = number
            while table and not lines[table].lstrip().startswith("["):
                table -= 1
            same = [
                at for at in range(table, number)
                if (found := _KEY.match(lines[at])) and found["key"] == key["key"]
            ]  # fmt: skip
            return _twice(number, key["key"], same[:1])
        number -= 1
    return None


def _twice(number: int, key: str, first: list[int]) -> SyntaxMistake | None:
    if not first:
        return None
    why = _TWICE.format(key=key, line=first[0] + 1)
    return SyntaxMistake((number + 1, 1), why, _TWICE_FIX)


def _missing_comma(text: str, stopped: int, message: str) -> SyntaxMistake | None:
    if "Unclosed" not in message:
        return None
    rest = text[stopped:]
    at = stopped + len(rest) - len(rest.lstrip())
    if _BEGINS_VALUE.match(text, at) or ("table" in message and _KEY.match(text, at)):
        return SyntaxMistake(_place(text, at), _NO_COMMA, _NO_COMMA_FIX)
    return None


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
    return start + column - 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
