"""Pinyin and initials of Chinese names, for queries typed without an input method.

Only the build half imports pypinyin: the import takes longer than a whole lookup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from opencc import OpenCC
from pypinyin import Style, lazy_pinyin, load_phrases_dict, pinyin

from tui.text.fold import FULL_NAME_MARK, fold

# Terms of the field whose reading is wrong in pypinyin's dictionary of phrases.
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


def pinyin_lines(names: Iterable[str]) -> str:
    """Return the pinyin of names, one reading a line: whole and from each syllable on, in full and
    as initials. Latin words and numbers within a name are unchanged."""
    lines: dict[str, None] = {}
    for name in names:
        syllables = list(_syllables(fold(name)))
        if not any(chinese for _, chinese in syllables):
            continue
        for start, (_, chinese) in enumerate(syllables):
            if (chinese or not start) and len(syllables) - start > 1:
                rest, mark = syllables[start:], "" if start else FULL_NAME_MARK
                initials = (text[0] if is_chinese else text for text, is_chinese in rest)
                lines[mark + "".join(text for text, _ in rest)] = None
                lines[mark + "".join(initials)] = None
    return "\n".join(lines)


def pinyin_words(names: Iterable[str]) -> list[str]:
    """Return the words within names in full pinyin: every sequence of two to eight syllables."""
    words: dict[str, None] = {}
    for name in names:
        for run in _RUNS.findall(fold(name)):
            parts = [text for text, chinese in _syllables(run) if chinese]
            for start in range(len(parts)):
                for end in range(start + 2, min(start + _LONGEST_WORD, len(parts)) + 1):
                    words["".join(parts[start:end])] = None
    return list(words)


def syllables(title: str) -> str:
    """Return one syllable for each Chinese character of a title, separated by spaces."""
    runs = _RUNS.findall(title)
    return " ".join(text for run in runs for text, chinese in _syllables(run) if chinese)


def syllables_and_words(folded: str) -> list[str]:
    """Return one syllable for each Chinese character of a folded text, and its other words."""
    return [text for text, _ in _syllables(folded)]


def _syllables(folded: str) -> Iterator[tuple[str, bool]]:
    for run in _RUNS.findall(folded):
        if _FIRST <= ord(run[0]) <= _LAST:
            for syllable in lazy_pinyin(run, style=Style.NORMAL, v_to_u=False):
                yield syllable, True
        else:
            yield run, False


def readings() -> Iterator[tuple[str, str, str]]:
    """Yield every common character (GB 2312) with its usual reading and its other ones, separated
    by spaces, so that a query with a homophone in place of the right character finds it."""
    for code in range(_FIRST, _LAST + 1):
        char = chr(code)
        try:
            char.encode("gb2312")
        except UnicodeEncodeError:
            continue
        usual = lazy_pinyin(char)[0]
        every = dict.fromkeys(pinyin(char, style=Style.NORMAL, heteronym=True)[0])
        yield char, usual, " ".join(other for other in every if other != usual)


def variants() -> Iterator[tuple[str, str]]:
    """Yield traditional characters with their simplified forms."""
    converter = OpenCC("t2s")
    for code in range(_FIRST, _LAST + 1):
        char = chr(code)
        simplified = converter.convert(char)
        if simplified != char and len(simplified) == 1:
            yield char, simplified
