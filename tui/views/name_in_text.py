"""Whether a text names a subject."""

from __future__ import annotations

import re

from tui.text.fold import fold
from tui.text.language import Wording


def has_name(name: str, text: Wording) -> bool:
    """Return whether a text has a name: in Chinese anywhere, in English as whole words."""
    if not name.isascii():
        return fold(name) in fold(text.zh)
    return bool(re.search(rf"\b{re.escape(fold(name))}\b", fold(text.en)))
