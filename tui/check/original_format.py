"""Whether an original is a text in UTF-8, as quotes are compared with it."""

from __future__ import annotations

import re

_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"\xd0\xcf\x11\xe0", "OLE"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
"""First bytes of a file and its format. ZIP: docx, epub; OLE: doc of Office 97 to 2003."""
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]\w*);", re.IGNORECASE)


def other_format(data: bytes) -> str:
    """Return the format of a file that is not text in UTF-8 (PDF, GB18030, …); empty for
    UTF-8."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if b"\0" in data:
        return "binary"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "GB18030" if _is_gb18030(data) else "non-UTF-8"
    return ""


def first_entity(text: str) -> str:
    """Return the first HTML entity in a text, or an empty string."""
    match = _ENTITY.search(text)
    return match[0] if match else ""


def _is_gb18030(data: bytes) -> bool:
    # GBK and GB2312 are subsets of it.
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True
