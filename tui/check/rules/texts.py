"""T7: the editor's texts: both languages and style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, east_asian_width

from tui.check.context import CheckContext
from tui.check.rule import Rule, Violation
from tui.load.record_references import FACT_IN_TEXT
from tui.load.toml_positions import TomlPath
from tui.text.language import Wording

_HAN = "㐀-䶿一-鿿"
_HALF_WIDTH = re.compile(
    rf"(?<=[{_HAN}”》）])[,;:?!](?=[\s{_HAN}“《（]|$)|(?<=[{_HAN}])\.(?=$|[{_HAN}])"
    rf"|(?<=[{_HAN}])\)"
)
_HALF_WIDTH_BRACKETS = re.compile(rf"\([^()]*[{_HAN}][^()]*\)")
_TO_FULL_WIDTH = str.maketrans(",;:?!.()", "，；：？！。（）")
_SPACE_BESIDE_HAN = re.compile(
    rf"(?<=[{_HAN}，。；：？！（）“”《》、]) +(?=\S)|(?<=\S) +(?=[{_HAN}，。；：？！（）“”《》、])"
)
_SUPERFLUOUS_SPACES = re.compile(r"(?<=\S)  +(?=\S)|^\s+|\s+$")
_CHINESE_RUN = re.compile(rf"[{_HAN}]{{3,}}")
_MAY_BE_CHINESE = re.compile(
    r"“[^”]*”|《[^》]*》|\([^)]*\)|（[^）]*）|‘[^’]*’|\{fact:[^}]*\}"
    rf"|[{_HAN}]+〔\d+〕\d+号"
)
_PLACEHOLDER = re.compile(
    r"(?<![a-z])(?:TODO|FIXME)(?![a-z])|lorem ipsum|placeholder|待补|待定(?![论性])|占位(?!置)",
    re.I,
)
_AMBIGUOUS_ALLOWED = set("“”‘’…—–·×÷±°§①②③④⑤≥≤≈√−")
_VERBATIM = re.compile(r"《[^》]*》|“[^”]*”|\{fact:[^{}]*\}")


def _texts(context: CheckContext) -> Iterator[tuple[str, TomlPath, str, str]]:
    """Yield entry, path of the string, language and text."""
    languages = context.content.briefing.languages
    for entry, path, text in context.editor_texts():
        for language in languages:
            yield entry, (*path, language), language, text.of(language)


def _half_width_punctuation(context: CheckContext) -> Iterator[Violation]:
    for entry, path, language, text in _texts(context):
        if language == "zh" and (signs := _half_width_in(_without_verbatim(text))):
            values: dict[str, object] = {"sign": text[min(signs)]}
            fixed = (
                char.translate(_TO_FULL_WIDTH) if at in signs else char
                for at, char in enumerate(text)
            )
            yield Violation(entry, path, values, "".join(fixed))


def _half_width_in(text: str) -> set[int]:
    signs = {sign.start() for sign in _HALF_WIDTH.finditer(text)}
    for pair in _HALF_WIDTH_BRACKETS.finditer(text):
        signs |= {pair.start(), pair.end() - 1}
    return signs


def _space_beside_chinese(context: CheckContext) -> Iterator[Violation]:
    for entry, path, language, text in _texts(context):
        if language != "zh" or path[0] == "title" or " " not in text:
            continue
        spaces = [space.span() for space in _SPACE_BESIDE_HAN.finditer(_without_verbatim(text))]
        if spaces:
            fixed = text
            for start, end in reversed(spaces):
                fixed = fixed[:start] + fixed[end:]
            yield Violation(entry, path, {}, fixed)


def _without_verbatim(text: str) -> str:
    """Return the text with the inside of titles, quotes and references blanked: it stays as it is
    printed or written."""
    return _VERBATIM.sub(
        lambda match: match[0][0] + "\0" * (len(match[0]) - 2) + match[0][-1], text
    )


def _superfluous_spaces(context: CheckContext) -> Iterator[Violation]:
    for entry, path, _, text in _texts(context):
        if _SUPERFLUOUS_SPACES.search(text):
            fixed = re.sub(r"  +", " ", text).strip()
            yield Violation(entry, path, {}, fixed or None)


def _control_character(context: CheckContext) -> Iterator[Violation]:
    for entry, path, _, text in _texts(context):
        if text.isprintable():
            continue
        bad = [char for char in text if category(char) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")]
        if bad:
            # A line feed or a tab separates words; other control characters do not.
            fixed = "".join(
                (" " if char.isspace() else "") if char in bad else char for char in text
            )
            replace = fixed if fixed.strip() else None  # an empty text would not load
            yield Violation(entry, path, {"char": f"U+{ord(bad[0]):04X}"}, replace)


def _ambiguous_width(context: CheckContext) -> Iterator[Violation]:
    for entry, path, language, text in _texts(context):
        if text.isascii():
            continue
        bad = [
            char
            for char in FACT_IN_TEXT.sub("", text)
            if east_asian_width(char) == "A"
            and char not in _AMBIGUOUS_ALLOWED
            and not (language == "en" and (char == "€" or category(char)[0] == "L"))
        ]
        if bad:
            yield Violation(entry, path, {"char": bad[0], "point": f"U+{ord(bad[0]):04X}"})


def _untranslated_text(context: CheckContext) -> Iterator[Violation]:
    for entry, path, language, text in _texts(context):
        if language == "en" and (match := _CHINESE_RUN.search(_MAY_BE_CHINESE.sub("", text))):
            yield Violation(entry, path, {"words": match[0]})


def _placeholder(context: CheckContext) -> Iterator[Violation]:
    for entry, path, _, text in _texts(context):
        if match := _PLACEHOLDER.search(text):
            yield Violation(entry, path, {"words": match[0]})


RULES = (
    Rule(
        code="T702",
        severity="error",
        message=Wording("中文里有半角标点“{sign}”", "half-width punctuation in Chinese: {sign!r}"),
        fix=Wording(
            "改用全角标点（可用--fix自动改）",
            "use full-width punctuation (--fix can do this)",
        ),
        why=Wording(
            "中文标点用全角（GB/T 15834）。",
            "Chinese punctuation is full-width (GB/T 15834).",
        ),
        incorrect='zh = "市场规模,用户"',
        correct='zh = "市场规模，用户"',
        check=_half_width_punctuation,
    ),
    Rule(
        code="T703",
        severity="error",
        message=Wording("中文与其他文字之间有空格", "space next to Chinese text"),
        fix=Wording("删去空格（可用--fix自动改）", "remove it (--fix can do this)"),
        why=Wording(
            "写法统一，才能搜得到、排得齐。",
            "Consistent spacing keeps search and alignment reliable.",
        ),
        incorrect='zh = "2022 年 3,099 亿元"',
        correct='zh = "2022年3,099亿元"',
        check=_space_beside_chinese,
    ),
    Rule(
        code="T704",
        severity="error",
        message=Wording("多余的空格", "superfluous spaces"),
        fix=Wording("删去（可用--fix自动改）", "remove them (--fix can do this)"),
        why=Wording(
            "多余的空格会造成错误断行。",
            "Superfluous spaces cause line breaks in the wrong place.",
        ),
        incorrect='en = "two  spaces "',
        correct='en = "two spaces"',
        check=_superfluous_spaces,
    ),
    Rule(
        code="T705",
        severity="error",
        message=Wording("含有控制字符{char}", "control character {char}"),
        fix=Wording("删去（可用--fix自动改）", "remove it (--fix can do this)"),
        why=Wording(
            "控制字符会改变读者终端的状态。",
            "Control characters change the state of the reader's terminal.",
        ),
        incorrect='en = "a\\u200bb"',
        correct='en = "ab"',
        check=_control_character,
    ),
    Rule(
        code="T706",
        severity="error",
        message=Wording(
            "“{char}”（{point}）的显示宽度不确定", "{char!r} ({point}) has an ambiguous width"
        ),
        fix=Wording("换一个字符", "use another character"),
        why=Wording(
            "有的终端显示为一格，有的为两格，表格会错位。",
            "Some terminals draw it one cell wide and others two, which breaks the alignment of "
            "columns.",
        ),
        incorrect='zh = "●市场"',
        correct='zh = "市场"',
        check=_ambiguous_width,
    ),
    Rule(
        code="T707",
        severity="error",
        message=Wording(
            "英文中有未翻译的中文“{words}”", "untranslated Chinese in English text: {words!r}"
        ),
        fix=Wording(
            "译成英文；若是原文词句或题名，加引号、书名号或括号",
            "translate it; put words that are meant as printed, or titles, in quotes or brackets",
        ),
        why=Wording("只读英文的读者看不懂。", "Readers of the English text may not read Chinese."),
        incorrect='en = "The 互联网医疗 market"',
        correct='en = "The internet-healthcare market"',
        check=_untranslated_text,
    ),
    Rule(
        code="T708",
        severity="error",
        message=Wording("含有占位文字“{words}”", "placeholder text: {words!r}"),
        fix=Wording("补全，或删去此处", "complete it, or remove it"),
        why=Wording(
            "读者无法区分未写完的内容与结论。",
            "Readers cannot tell unfinished text from a finding.",
        ),
        incorrect='zh = "待补"',
        correct="(a text)",
        check=_placeholder,
    ),
)
