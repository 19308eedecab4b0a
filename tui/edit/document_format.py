"""Read a document of any format as text: plain text, Markdown, HTML, PDF; UTF-8, UTF-16, GBK."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from io import BytesIO
from typing import Literal, NamedTuple, TypeAlias

from tui.text.language import Wording

DocumentFormat: TypeAlias = Literal["text", "markdown", "html", "pdf"]
_HTML = re.compile(r"<(?:!doctype html|html|head|body|div|p|article)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_BINARY = ((b"PK\x03\x04", "ZIP (docx, epub)"), (b"\xd0\xcf\x11\xe0", "OLE (doc, xls)"))
_SPACES = re.compile(r"[ \t\u3000]+\n")
_EMPTY_LINES = re.compile(r"\n{3,}")

_MISSING_LIBRARY = Wording(
    "读取{format}需要{library}：pip install 'medbrief[import]'",
    "reading {format} requires {library}: pip install 'medbrief[import]'",
)
_UNREADABLE = Wording("无法读取{format}：{why}", "cannot read this {format}: {why}")
_NO_TEXT = Wording("没有文字（扫描件？）", "it contains no text (a scan?)")
_OTHER_FORMAT = Wording(
    "不支持的格式{format}：应为文本、Markdown、HTML或PDF",
    "unsupported format {format}: expected text, Markdown, HTML or PDF",
)


class UnreadableDocumentError(ValueError):
    """A document that cannot be read; ``message`` says why."""

    def __init__(self, message: Wording) -> None:
        super().__init__(message.en)
        self.message = message


class ReadDocument(NamedTuple):
    """A document. ``text``: what is quoted, in UTF-8 the original of its source record;
    ``markup``: the HTML that it was extracted from; ``properties``: what a PDF says about itself;
    ``is_raw``: the text is the file itself, byte for byte."""

    format: DocumentFormat
    text: str
    markup: str = ""
    properties: dict[str, str] = {}  # noqa: RUF012  never changed
    is_raw: bool = False


def read_document(data: bytes, name: str) -> ReadDocument:
    """Return the text of a document. ``name``: of its file, for the format.

    Raises:
        UnreadableDocumentError: another format, no text, or a missing library.
    """
    for signature, binary in _BINARY:
        if data.startswith(signature):
            raise UnreadableDocumentError(_OTHER_FORMAT.format(format=binary))
    if data.startswith(b"%PDF-"):
        return _pdf(data)
    text = _decode(data)
    suffix = name.lower().rpartition(".")[2]
    if suffix in ("html", "htm", "xhtml") or (
        suffix not in ("md", "markdown", "txt") and _HTML.search(text[:2000])
    ):
        return ReadDocument("html", _main_text(text), markup=text)
    kind: DocumentFormat = "markdown" if suffix in ("md", "markdown") else "text"
    is_raw = text.encode() == data
    return ReadDocument(kind, text, is_raw=is_raw)


def _decode(data: bytes) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if data.startswith(BOM_UTF8):
        return data[len(BOM_UTF8) :].decode("utf-8", "replace")
    if b"\0" in data:
        raise UnreadableDocumentError(_OTHER_FORMAT.format(format="binary"))
    declared = _CHARSET.search(data[:2048])
    names = ["utf-8", declared[1].decode("ascii") if declared else "", "gb18030", "big5"]
    for name in filter(None, names):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    raise UnreadableDocumentError(_OTHER_FORMAT.format(format="non-UTF-8"))


def _main_text(markup: str) -> str:
    try:
        from trafilatura import extract
    except ImportError:
        raise UnreadableDocumentError(
            _MISSING_LIBRARY.format(format="HTML", library="trafilatura")
        ) from None
    text = extract(markup, include_comments=False, include_tables=True)
    text = text or extract(markup, include_comments=False, favor_recall=True)
    if not text or not text.strip():
        raise UnreadableDocumentError(_UNREADABLE.format(format="HTML", why=_NO_TEXT))
    return _tidy(str(text))


def _pdf(data: bytes) -> ReadDocument:
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise UnreadableDocumentError(
            _MISSING_LIBRARY.format(format="PDF", library="pypdf")
        ) from None
    try:
        reader = PdfReader(BytesIO(data))
        text = "\n\n".join(page.extract_text() or "" for page in reader.pages)
        properties = {
            str(key).lstrip("/").lower(): str(value)
            for key, value in (reader.metadata or {}).items()
        }
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError) as error:
        why = str(error) or type(error).__name__
        raise UnreadableDocumentError(_UNREADABLE.format(format="PDF", why=why)) from error
    if not text.strip():
        raise UnreadableDocumentError(_UNREADABLE.format(format="PDF", why=_NO_TEXT))
    return ReadDocument("pdf", _tidy(text), properties=properties)


def _tidy(text: str) -> str:
    """Drop white space at the ends of lines and all but one empty line between paragraphs. This is
    done to extracted text only, which is a copy of nothing."""
    text = text.replace("\r\n", "\n")
    return _EMPTY_LINES.sub("\n\n", _SPACES.sub("\n", text)).strip() + "\n"
