"""Footnotes of a Word document by pandoc, which repeats a footnote at each reference to it."""

from __future__ import annotations

import re
from collections import Counter

_REFERENCE = re.compile(
    r'<w:r>\s*(<w:rPr>\s*<w:rStyle w:val="FootnoteReference"\s*/>\s*</w:rPr>)\s*'
    r'<w:footnoteReference w:id="(\d+)"\s*/>\s*</w:r>'
)
_FOOTNOTE = re.compile(r'<w:footnote w:id="(\d+)">(.*?)</w:footnote>', re.DOTALL)
_FIRST_BOOKMARK = 100_000
"""Ids of bookmarks are unique in a document; pandoc begins at 1."""


def without_repeated(document: str, footnotes: str) -> tuple[str, str]:
    """Return the main part and the footnotes of a document with one footnote for each text: further
    references to it are cross-references (NOTEREF, ISO/IEC 29500-1, 17.16.5.43) to the first."""
    texts: dict[str, str] = dict(_FOOTNOTE.findall(footnotes))
    numbers: dict[str, int] = {}
    kept: set[str] = set()
    times = Counter(texts.values())

    def reference(found: re.Match[str]) -> str:
        properties, identity = found[1], found[2]
        text = texts.get(identity, identity)
        number = numbers.get(text)
        if number:
            code = f" NOTEREF note{number} \\f \\h "
            parts = (
                '<w:fldChar w:fldCharType="begin"/>',
                f'<w:instrText xml:space="preserve">{code}</w:instrText>',
                '<w:fldChar w:fldCharType="separate"/>',
                f"<w:t>{number}</w:t>",
                '<w:fldChar w:fldCharType="end"/>',
            )
            return "".join(f"<w:r>{properties}{part}</w:r>" for part in parts)
        number = numbers[text] = len(numbers) + 1
        kept.add(identity)
        if times[text] < 2:
            return found[0]
        bookmark = _FIRST_BOOKMARK + number
        start = f'<w:bookmarkStart w:id="{bookmark}" w:name="note{number}"/>'
        return f'{start}{found[0]}<w:bookmarkEnd w:id="{bookmark}"/>'

    document = _REFERENCE.sub(reference, document)
    referred = _FOOTNOTE.sub(lambda note: note[0] if note[1] in kept else "", footnotes)
    return document, referred
