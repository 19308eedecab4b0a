"""Where things are: the content, the cache."""

from __future__ import annotations

import os
from collections.abc import Mapping

from tui.xdg import user_folder

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
    """The user's cache folder for medbrief."""
    return user_folder(environ, "XDG_CACHE_HOME", ".cache")
