"""The number of an official document, typed without its brackets or 号: 国办发2018 26."""

from __future__ import annotations

import re

_ISSUER = "([国中卫医保药监政办府厅食健委署局规联财]{1,6}发)"
_YEAR = r"[\[(〔【]?\s*((?:19|20)\d\d)\s*[\])〕】]?"
_NUMBER = r"(\d{1,4})(?:\s*号)?(?![\d.年月日%亿万家人个起])"
_WITH_YEAR = re.compile(rf"{_ISSUER}\s*{_YEAR}[\s第-]*{_NUMBER}")
_WITHOUT_YEAR = re.compile(rf"{_ISSUER}[\s第]*(?!(?:19|20)\d\d){_NUMBER}")


def with_document_number(text: str) -> str:
    """Return a text with the number of a document as it is printed: 国办发〔2018〕26号."""
    return _WITHOUT_YEAR.sub(r"\1\2号", _WITH_YEAR.sub(r"\1〔\2〕\3号", text))
