"""Paper, fonts, type sizes and spacing of a Word document by pandoc, whose own are those of a web
page in English."""

from __future__ import annotations

import io
import re
import zipfile
from typing import NamedTuple

from tui.export.docx_footer import FOOTER_ID, FOOTER_PART, footer, with_footer_part
from tui.export.docx_footnotes import without_repeated
from tui.export.docx_tables import fit_tables


class _Style(NamedTuple):
    """Spacing in twips, size of type in half-points."""

    before: int
    after: int
    size: int


_BODY = 21
_STYLES = {
    "BodyText": _Style(60, 60, _BODY),
    "Compact": _Style(20, 20, 19),
    "FootnoteText": _Style(0, 0, 17),
    "Title": _Style(0, 120, 36),
    "Heading1": _Style(240, 60, 30),
    "Heading2": _Style(180, 40, 25),
    "Heading3": _Style(140, 40, 22),
}
"""By style id (ISO/IEC 29500-1, 17.7.4)."""
_PAGE = (
    f'<w:sectPr><w:footerReference w:type="default" r:id="{FOOTER_ID}"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="794" w:right="850" '
    'w:bottom="794" w:left="850" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
"""A4, with the margins of the HTML export on paper."""
_TEXT_WIDTH = 11906 - 2 * 850
_EAST_ASIAN = "zh-CN"
"""The language of Chinese characters, also in a document in English, which quotes Chinese."""
_MAJOR_FONT, _MINOR_FONT = "黑体", "宋体"
"""Of headings and of the text; Word and LibreOffice have them, or replace them with their like."""
_SIZES = re.compile(r"<w:sz(?:Cs)? [^>]*/>")
_SPACING = re.compile(r"<w:spacing [^>]*/>")
_STYLE = re.compile(r'<w:style [^>]*w:styleId="(\w+)".*?</w:style>', re.DOTALL)
_DEFAULTS = re.compile(r"<w:docDefaults>.*?</w:docDefaults>", re.DOTALL)
_LANGUAGE = re.compile(r"<w:lang [^>]*/>")
_THEME_LANGUAGE = re.compile(r"<w:themeFontLang [^>]*/>")
_FONTS = re.compile(r"<a:(major|minor)Font>.*?</a:\1Font>", re.DOTALL)
_NO_SECTION = re.compile(r"<w:sectPr\s*/>|<w:sectPr>\s*</w:sectPr>")


def with_layout(document: bytes, language: str, author: str = "") -> bytes:
    """Return a document by pandoc with the layout of a report on A4. ``language``: of its text, as
    in BCP 47; ``author``: for its properties and the footer."""
    with zipfile.ZipFile(io.BytesIO(document)) as old:
        parts = {item: old.read(item) for item in old.infolist()}
    names = {item.filename: item for item in parts}
    text, notes = names["word/document.xml"], names.get("word/footnotes.xml")
    body = parts[text].decode()
    if notes:
        body, footnotes = without_repeated(body, parts[notes].decode())
        parts[notes] = footnotes.encode()
    parts[text] = fit_tables(_NO_SECTION.sub(_PAGE, body), _TEXT_WIDTH).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item, part in parts.items():
            laid_out = _laid_out(item.filename, part, language)
            new.writestr(item, with_footer_part(item.filename, laid_out, author))
        new.writestr(FOOTER_PART, footer(author))
    return out.getvalue()


def _laid_out(name: str, part: bytes, language: str) -> bytes:
    if name == "word/styles.xml":
        return _styles(part.decode(), language).encode()
    if name == "word/settings.xml":
        fonts = f'<w:themeFontLang w:val="en-US" w:eastAsia="{_EAST_ASIAN}"/>'
        return _THEME_LANGUAGE.sub(fonts, part.decode()).encode()
    if name.startswith("word/theme/"):
        return _FONTS.sub(_east_asian_font, part.decode()).encode()
    return part


def _styles(text: str, language: str) -> str:
    languages = f'<w:lang w:val="{language}" w:eastAsia="{_EAST_ASIAN}" w:bidi="ar-SA"/>'
    text = _LANGUAGE.sub(languages, text)
    text = text.replace('w:eastAsiaTheme="minorHAnsi"', 'w:eastAsiaTheme="minorEastAsia"')
    text = _DEFAULTS.sub(lambda found: _SIZES.sub(_size, found[0]), text)
    return _STYLE.sub(_style, text)


def _east_asian_font(found: re.Match[str]) -> str:
    font = _MAJOR_FONT if found[1] == "major" else _MINOR_FONT
    return re.sub(r'<a:ea typeface="[^"]*"', f'<a:ea typeface="{font}"', found[0])


def _size(found: re.Match[str]) -> str:
    return re.sub(r'w:val="\d+"', f'w:val="{_BODY}"', found[0])


def _style(found: re.Match[str]) -> str:
    style = _STYLES.get(found[1])
    if style is None:
        return found[0]
    spacing = f'<w:spacing w:before="{style.before}" w:after="{style.after}"/>'
    size = f'<w:sz w:val="{style.size}"/><w:szCs w:val="{style.size}"/>'
    text = _SIZES.sub("", found[0])
    if _SPACING.search(text):
        text = _SPACING.sub(spacing, text)
    else:
        text = text.replace("</w:style>", f"<w:pPr>{spacing}</w:pPr></w:style>")
    if "</w:rPr>" in text:
        return text.replace("</w:rPr>", f"{size}</w:rPr>")
    return text.replace("</w:style>", f"<w:rPr>{size}</w:rPr></w:style>")
