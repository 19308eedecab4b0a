"""Where things are: the content, the cache."""

from __future__ import annotations

import os
from collections.abc import Mapping

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CARRIED = os.path.join(_PACKAGE, "data", "content")
"""The content that an installed package brings along."""
CARRIED_FILE = os.path.join(_PACKAGE, "data", "briefing.db")
"""The same, compiled when the package was built."""


def find_content(content: str | None, environ: Mapping[str, str]) -> str:
    """The folder of briefing.toml: as asked, else MEDBRIEF_CONTENT, else that of the checkout,
    else the one that the installed package carries."""
    asked = content or environ.get("MEDBRIEF_CONTENT")
    if asked:
        return asked
    checkout = os.path.join(os.path.dirname(_PACKAGE), "content")
    return CARRIED if os.path.isdir(CARRIED) else checkout


def cache_folder(environ: Mapping[str, str]) -> str:
    """The user's cache folder for medbrief (XDG Base Directory specification)."""
    base = environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):  # the specification: a relative one is ignored
        home = environ.get("HOME") or os.path.expanduser("~")
        # Nobody's home is no folder called "~" where the command happens to run.
        base = os.path.join(home if os.path.isabs(home) else os.sep, ".cache")
    return os.path.join(base, "medbrief")
