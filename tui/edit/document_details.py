"""Guess the title, date, author, publisher and address of a document from what it says."""

from __future__ import annotations

import datetime
import re
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from tui.edit.document_format import ReadDocument
from tui.edit.figure_wording import looks_ahead
from tui.edit.source_text import SourceText
from tui.text.dates import parse_date
from tui.text.period_mentions import find_periods

_HEAD = 1500
"""Characters at the beginning and at the end that may hold a byline."""
_FRONT_MATTER = re.compile(r"\A\s*---\n(?P<fields>.*?)\n---\s*\n", re.DOTALL)
_FIELD = re.compile(r"^(?P<key>\w+):[ \t]*['\"]?(?P<value>[^\n]*?)['\"]?[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^#\s+(?P<title>\S.*?)\s*#*\s*$", re.MULTILINE)
_LABELLED_DATE = re.compile(
    r"(?:发布|发表|更新|刊登|出版|印发)?(?:时间|日期|于)?[:：\s]*(?P<date>(?:19|20)\d{2}"
    r"(?:\s?[-/.年]\s?\d{1,2}\s?(?:[-/.月]\s?\d{1,2}\s?日?|月))?)"
)
_FULL_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})\s?[-/.年]\s?(?P<month>1[0-2]|0?[1-9])\s?[-/.月]\s?"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?"
_ENGLISH_DATES = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH},? (?P<year>(?:19|20)\d\d)\b"),
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b"),
)
_BYLINE = re.compile(r"^By (?P<name>[A-Z][^\n,|·]{2,40}?)(?=[,|·]|\s*$)", re.MULTILINE)
_AUTHOR = re.compile(
    r"(?:作者|撰文|记者|文\s?[|｜/／:：])\s?[:：|｜]?\s?(?P<name>[^\s，。、；|｜)）]{2,16})"
)
_PUBLISHER = re.compile(
    r"(?:文章来源|信息来源|稿源|来源|发布机构|发布单位|出版)\s?[:：]\s?(?P<name>[^\s，。；|｜)）(（]{2,30})"
)
_ADDRESS = re.compile(r"(?:原文链接|链接|网址|来源)\s?[:：]\s?(?P<url>https?://[^\s)）>\"'，。]+)")


class DocumentDetails(NamedTuple):
    """What could be read; empty where nothing was found. ``date``: ISO 8601; ``latest_period``:
    the last year or month that the text speaks of, for a document without a date."""

    title: str = ""
    date: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    latest_period: str = ""


def read_details(document: ReadDocument, today: datetime.date) -> DocumentDetails:
    """Return what a document says about itself: in its markup, its front matter, its byline."""
    found = _from_text(document.text)
    if document.markup:
        found = _merged(_from_markup(document.markup), found)
    if document.properties:
        found = _merged(found, _from_properties(document.properties))
    front = _FRONT_MATTER.match(document.text)
    if front:
        found = _merged(_from_front_matter(front["fields"]), found)
    date = found.date if found.date and found.date <= today.isoformat() else ""
    return found._replace(date=date, latest_period=_latest_period(document.text, today))


def _merged(first: DocumentDetails, second: DocumentDetails) -> DocumentDetails:
    pairs = zip(first, second, strict=True)
    return DocumentDetails(*(one or other for one, other in pairs))


def _from_text(text: str) -> DocumentDetails:
    head, tail = text[:_HEAD], text[-_HEAD:]
    heading = _HEADING.search(head)
    lines = [line.strip() for line in head.splitlines() if line.strip()]
    first = lines[0].lstrip("# ").strip() if lines else ""
    author = _AUTHOR.search(head) or _AUTHOR.search(tail) or _BYLINE.search(head)
    publisher = _PUBLISHER.search(head) or _PUBLISHER.search(tail)
    address = _ADDRESS.search(head) or _ADDRESS.search(tail)
    return DocumentDetails(
        heading["title"] if heading else first if len(first) <= 80 else "",
        _first_date(head) or _first_date(tail[-300:]),
        author["name"] if author else "",
        publisher["name"] if publisher and "://" not in publisher["name"] else "",
        address["url"] if address else "",
    )


def _first_date(text: str) -> str:
    written = [match for pattern in _ENGLISH_DATES for match in pattern.finditer(text)]
    for match in sorted(written, key=lambda found: found.start()):
        month = _MONTHS.index(match["month"].lower()[:3]) + 1
        date = f"{match['year']}-{month:02}-{int(match['day']):02}"
        if _is_date(date):
            return date
    for match in _FULL_DATE.finditer(text):
        date = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
        if _is_date(date):
            return date
    return ""


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except ValueError:
        return False
    return True


def _from_markup(markup: str) -> DocumentDetails:
    from trafilatura import extract_metadata

    found = extract_metadata(markup, extensive=False)  # no years from the running text
    if found is None:
        return DocumentDetails()
    date = found.date if found.date and _is_date(found.date) else ""
    if date.endswith("-01-01") and date not in markup:  # only the year is printed
        date = ""
    url = found.url if found.url and found.url.startswith(("http://", "https://")) else ""
    return DocumentDetails(found.title or "", date, found.author or "", found.sitename or "", url)


def _from_properties(properties: dict[str, str]) -> DocumentDetails:
    printed = re.match(r"D:(\d{4})(\d{2})(\d{2})", properties.get("creationdate", ""))
    date = "-".join(printed.groups()) if printed else ""
    return DocumentDetails(
        properties.get("title", "").strip(),
        date if _is_date(date) else "",
        properties.get("author", "").strip(),
    )


def _from_front_matter(fields: str) -> DocumentDetails:
    values = {match["key"].lower(): match["value"] for match in _FIELD.finditer(fields)}
    date = _first_date(values.get("date", ""))
    if not date and values.get("date"):
        try:
            date = parsedate_to_datetime(values["date"]).date().isoformat()
        except ValueError:
            date = ""
    url = values.get("url") or values.get("link") or ""
    return DocumentDetails(
        values.get("title", ""),
        date,
        values.get("author", ""),
        values.get("site") or values.get("publisher") or "",
        url if url.startswith(("http://", "https://")) else "",
    )


def _latest_period(text: str, today: datetime.date) -> str:
    """Return the last month up to today that a text names, as YYYY-MM or YYYY, but for what it
    expects: that may not have come when it was written."""
    now = (today.year, today.month)
    past = [
        one.period
        for sentence in SourceText(text).sentences()
        if not looks_ahead(text[sentence.start : sentence.end])
        for one in find_periods(text[sentence.start : sentence.end])
        if one.period.last <= now
    ]
    if not past:
        return ""
    last = max(past, key=lambda period: period.last)
    (year, month), whole_year = last.last, last.first[1] == 1 and last.last[1] == 12
    return str(year) if whole_year else f"{year}-{month:02}"
