"""How Chinese names sound: full pinyin and initials, for those who type without an input method.

Only compiling needs pypinyin, whose import alone is dearer than a whole look-up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from opencc import OpenCC
from pypinyin import Style, lazy_pinyin, load_phrases_dict

from tui.text.fold import FULL_NAME_MARK, fold

# Readings that a dictionary of phrases gets wrong in our field.
load_phrases_dict(
    {
        "长护险": [["cháng"], ["hù"], ["xiǎn"]],
        "好大夫": [["hǎo"], ["dài"], ["fu"]],
        "大夫": [["dài"], ["fu"]],
        "重大疾病": [["zhòng"], ["dà"], ["jí"], ["bìng"]],
        "行业": [["háng"], ["yè"]],
        "银行": [["yín"], ["háng"]],
        "复星": [["fù"], ["xīng"]],
        "朗玛": [["lǎng"], ["mǎ"]],
    }
)
_RUNS = re.compile(r"[㐀-鿿]+|[^\s㐀-鿿]+")
_FIRST, _LAST = 0x4E00, 0x9FFF
_LONGEST_WORD = 8


def sounds(names: Iterable[str]) -> str:
    """Every way in which names can be sounded out: whole and from each syllable on, in full and by
    initials, one a line; Latin words and numbers within a name stay as they are."""
    lines: dict[str, None] = {}
    for name in names:
        syllables = list(_syllables(fold(name)))
        if not any(chinese for _, chinese in syllables):
            continue
        for start, (_, chinese) in enumerate(syllables):
            if (chinese or not start) and len(syllables) - start > 1:
                rest, mark = syllables[start:], "" if start else FULL_NAME_MARK
                lines[mark + "".join(text for text, _ in rest)] = None
                lines[mark + "".join(text[0] if spoken else text for text, spoken in rest)] = None
    return "\n".join(lines)


def spoken(names: Iterable[str]) -> list[str]:
    """The words of names in full pinyin: whatever of them takes two to eight syllables."""
    words: dict[str, None] = {}
    for name in names:
        for run in _RUNS.findall(fold(name)):
            parts = [text for text, chinese in _syllables(run) if chinese]
            for start in range(len(parts)):
                for end in range(start + 2, min(start + _LONGEST_WORD, len(parts)) + 1):
                    words["".join(parts[start:end])] = None
    return list(words)


def syllables(title: str) -> str:
    """One syllable for each Chinese character of a title, joined by spaces."""
    runs = _RUNS.findall(title)
    return " ".join(text for run in runs for text, spoken in _syllables(run) if spoken)


def _syllables(folded: str) -> Iterator[tuple[str, bool]]:
    for run in _RUNS.findall(folded):
        if _FIRST <= ord(run[0]) <= _LAST:
            for syllable in lazy_pinyin(run, style=Style.NORMAL, v_to_u=False):
                yield syllable, True
        else:
            yield run, False


def readings() -> Iterator[tuple[str, str]]:
    """The usual reading of every common character: how a query that is written with the wrong
    character is still understood."""
    for code in range(_FIRST, _LAST + 1):
        char = chr(code)
        try:
            char.encode("gb2312")
        except UnicodeEncodeError:
            continue
        yield char, lazy_pinyin(char)[0]


def variants() -> Iterator[tuple[str, str]]:
    """Traditional characters with the simplified ones that they are compared as."""
    converter = OpenCC("t2s")
    for code in range(_FIRST, _LAST + 1):
        char = chr(code)
        simplified = converter.convert(char)
        if simplified != char and len(simplified) == 1:
            yield char, simplified
