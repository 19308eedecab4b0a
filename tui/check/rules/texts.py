"""T7: our own texts: both languages, house style, nothing copied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, east_asian_width

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.load.toml_positions import TomlPath
from tui.text.language import Wording

LONGEST_RUN = 23
"""Characters that our text may share with an original outside quotes and titles."""

_HAN = "㐀-䶿一-鿿"
_HALF_WIDTH = re.compile(
    rf"(?<=[{_HAN}”》）])[,;:?!](?=[\s{_HAN}“《（]|$)|(?<=[{_HAN}])\.(?=$|[{_HAN}])"
    rf"|(?<=[{_HAN}])\)"
)
_BRACKETS = re.compile(rf"\([^()]*[{_HAN}][^()]*\)")
_FULL = str.maketrans(",;:?!.()", "，；：？！。（）")
_SPACED = re.compile(
    rf"(?<=[{_HAN}，。；：？！（）“”《》、]) +(?=\S)|(?<=\S) +(?=[{_HAN}，。；：？！（）“”《》、])"
)
_TWO_SPACES = re.compile(r"(?<=\S)  +(?=\S)|^\s+|\s+$")
_UNTOLD = re.compile(rf"[{_HAN}]{{3,}}")
_TOLD = re.compile(
    r"“[^”]*”|《[^》]*》|\([^)]*\)|（[^）]*）|‘[^’]*’|\{fact:[^}]*\}"
    rf"|[{_HAN}]+〔\d+〕\d+号"
)
_PLACEHOLDER = re.compile(
    r"(?<![a-z])(?:TODO|FIXME)(?![a-z])|lorem ipsum|placeholder|待补|待定(?![论性])|占位(?!置)",
    re.I,
)
_AMBIGUOUS_ALLOWED = set("“”‘’…—–·×÷±°§①②③④⑤≥≤≈√−")
_KEPT = re.compile(r"《[^》]*》|“[^”]*”")


def _texts(context: CheckContext) -> Iterator[tuple[str, TomlPath, str, str]]:
    """Entry, path of the string, language, text."""
    for entry, path, text in context.texts_of_ours():
        yield entry, (*path, "zh"), "zh", text.zh
        yield entry, (*path, "en"), "en", text.en


def _copied(context: CheckContext) -> Iterator[Violation]:
    shingles: dict[str, str] = {}
    length = LONGEST_RUN + 1
    for source, original in context.texts.items():
        squeezed = re.sub(r"\s", "", original)
        for at in range(len(squeezed) - length + 1):
            shingles[squeezed[at : at + length]] = source
    for entry, path, language, text in _texts(context):
        if language == "en" or path[-2] in ("title", "names", "name"):
            continue
        ours = re.sub(r"\s", "", _KEPT.sub("\0", text))
        for at in range(len(ours) - length + 1):
            words = ours[at : at + length]
            if words in shingles:
                values: dict[str, object] = {"source": shingles[words], "words": words}
                yield Violation(entry, path, values)
                break


def _half_width(context: CheckContext) -> Iterator[Violation]:
    for entry, path, language, text in _texts(context):
        if language == "zh" and (signs := _half_width_in(_outside(text))):
            values: dict[str, object] = {"sign": text[min(signs)]}
            mended = (
                char.translate(_FULL) if at in signs else char for at, char in enumerate(text)
            )
            yield Violation(entry, path, values, "".join(mended))


def _half_width_in(text: str) -> set[int]:
    signs = {sign.start() for sign in _HALF_WIDTH.finditer(text)}
    for pair in _BRACKETS.finditer(text):
        signs |= {pair.start(), pair.end() - 1}
    return signs


def _spaced(context: CheckContext) -> Iterator[Violation]:
    for entry, path, language, text in _texts(context):
        spaces = [space.span() for space in _SPACED.finditer(_outside(text))]
        if language == "zh" and path[0] != "title" and spaces:
            mended = text
            for start, end in reversed(spaces):
                mended = mended[:start] + mended[end:]
            yield Violation(entry, path, {}, mended)


def _outside(text: str) -> str:
    """A text with what is in its titles and quotes blanked: that stays as printed."""
    return _KEPT.sub(lambda kept: kept[0][0] + "\0" * (len(kept[0]) - 2) + kept[0][-1], text)


def _two_spaces(context: CheckContext) -> Iterator[Violation]:
    for entry, path, _, text in _texts(context):
        if _TWO_SPACES.search(text):
            mended = re.sub(r"  +", " ", text).strip()
            yield Violation(entry, path, {}, mended or None)


def _control(context: CheckContext) -> Iterator[Violation]:
    for entry, path, _, text in _texts(context):
        bad = [char for char in text if category(char) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")]
        if bad:
            # A line end or a tab parts words; the others part nothing.
            fixed = "".join(
                (" " if char.isspace() else "") if char in bad else char for char in text
            )
            replace = fixed if fixed.strip() else None  # an empty text would not load
            yield Violation(entry, path, {"char": f"U+{ord(bad[0]):04X}"}, replace)


def _ambiguous(context: CheckContext) -> Iterator[Violation]:
    for entry, path, _, text in _texts(context):
        bad = [
            char
            for char in text
            if east_asian_width(char) == "A" and char not in _AMBIGUOUS_ALLOWED
        ]
        if bad:
            yield Violation(entry, path, {"char": bad[0], "point": f"U+{ord(bad[0]):04X}"})


def _untranslated(context: CheckContext) -> Iterator[Violation]:
    for entry, path, language, text in _texts(context):
        if language == "en" and (match := _UNTOLD.search(_TOLD.sub("", text))):
            yield Violation(entry, path, {"words": match[0]})


def _placeholder(context: CheckContext) -> Iterator[Violation]:
    for entry, path, _, text in _texts(context):
        if match := _PLACEHOLDER.search(text):
            yield Violation(entry, path, {"words": match[0]})


RULES = (
    Rule(
        "T701",
        "error",
        Wording(
            "照抄了“{source}”的原文：“{words}”", "repeats the original of {source!r}: “{words}”"
        ),
        Wording("用自己的话重写，或截成引文", "say it in our own words, or make it a citation"),
        Wording(
            "原文禁止转载；除引文与题名外，我们只用自己的话。",
            "The originals forbid reproduction: but for quotes and titles, we speak our own words.",
        ),
        "(24 characters in a row of an original)",
        "(our own words)",
        _copied,
    ),
    Rule(
        "T702",
        "error",
        Wording("中文里有半角标点“{sign}”", "half-width punctuation in Chinese: {sign!r}"),
        Wording("改用全角标点（--fix可自动改）", "use full-width punctuation (--fix does it)"),
        Wording(
            "中文标点用全角（GB/T 15834）。", "Chinese punctuation is full-width (GB/T 15834)."
        ),
        'zh = "市场规模,用户"',
        'zh = "市场规模，用户"',
        _half_width,
    ),
    Rule(
        "T703",
        "error",
        Wording("中文与其他文字之间有空格", "a space beside Chinese text"),
        Wording("删去空格（--fix可自动改）", "remove it (--fix does it)"),
        Wording(
            "同一种写法，才搜得到、排得齐。", "One way of writing is found by search and lines up."
        ),
        'zh = "2022 年 3,099 亿元"',
        'zh = "2022年3,099亿元"',
        _spaced,
    ),
    Rule(
        "T704",
        "error",
        Wording("多余的空格", "superfluous spaces"),
        Wording("删去（--fix可自动改）", "remove them (--fix does it)"),
        Wording("多余的空格会断错行。", "Superfluous spaces break lines in the wrong place."),
        'en = "two  spaces "',
        'en = "two spaces"',
        _two_spaces,
    ),
    Rule(
        "T705",
        "error",
        Wording("有控制字符{char}", "a control character, {char}"),
        Wording("删去（--fix可自动改）", "remove it (--fix does it)"),
        Wording("控制字符会改动读者的终端。", "Control characters act on the reader's terminal."),
        'en = "a\\u200bb"',
        'en = "ab"',
        _control,
    ),
    Rule(
        "T706",
        "error",
        Wording("“{char}”（{point}）的显示宽度不定", "{char!r} ({point}) has no certain width"),
        Wording("换一个字符", "use another character"),
        Wording(
            "有的终端画一格，有的画两格，表格就对不齐。",
            "Some terminals draw one cell, some two, and columns no longer line up.",
        ),
        'zh = "●市场"',
        'zh = "市场"',
        _ambiguous,
    ),
    Rule(
        "T707",
        "error",
        Wording("英文里有没翻译的中文“{words}”", "untranslated Chinese in English text: {words!r}"),
        Wording(
            "译出；若确是原文词句或题名，放进引号、书名号或括号",
            "translate it; if it is meant as printed, put it in quotes or brackets",
        ),
        Wording("读英文的人读不了它。", "Who reads the English cannot read it."),
        'en = "The 互联网医疗 market"',
        'en = "The internet-healthcare market"',
        _untranslated,
    ),
    Rule(
        "T708",
        "error",
        Wording("有占位文字“{words}”", "a placeholder: {words!r}"),
        Wording("写好，或删去这一处", "write it, or remove it"),
        Wording("读者分不清空白与结论。", "A reader cannot tell a blank from a finding."),
        'zh = "待补"',
        "(a text)",
        _placeholder,
    ),
)
