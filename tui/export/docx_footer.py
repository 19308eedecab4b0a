"""The footer of a Word document, with its page numbers, and the author among its properties."""

from __future__ import annotations

from xml.sax.saxutils import escape

FOOTER_PART = "word/footer-pages.xml"
FOOTER_ID = "rIdFooterPages"
"""Of the relationship from the text to the footer."""
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_SIZE = '<w:rPr><w:sz w:val="16"/></w:rPr>'


def footer(author: str) -> str:
    """Return the part with the footer: the author, the number of the page and of all pages
    (ISO/IEC 29500-1, 17.16)."""
    text = f"{author} · " if author else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:ftr xmlns:w="{_WORDS}">'
        f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{_run(text)}{_field("PAGE")}{_run(" / ")}'
        f"{_field('NUMPAGES')}</w:p></w:ftr>"
    )


def with_footer_part(name: str, part: bytes, author: str) -> bytes:
    """Return a part of a document with what it says of the footer and the author, if anything."""
    if name == "[Content_Types].xml":
        entry = f'<Override PartName="/{FOOTER_PART}" ContentType="{_CONTENT_TYPE}"/>'
        return part.replace(b"</Types>", f"{entry}</Types>".encode())
    if name == "word/_rels/document.xml.rels":
        target = FOOTER_PART.removeprefix("word/")
        entry = f'<Relationship Id="{FOOTER_ID}" Type="{_RELATION}" Target="{target}"/>'
        return part.replace(b"</Relationships>", f"{entry}</Relationships>".encode())
    if name == "docProps/core.xml":
        creator = f"<dc:creator>{escape(author)}</dc:creator>".encode()
        return part.replace(b"<dc:creator></dc:creator>", creator)
    return part


def _run(text: str) -> str:
    return f'<w:r>{_SIZE}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr="{name}"><w:r>{_SIZE}<w:t>1</w:t></w:r></w:fldSimple>'
