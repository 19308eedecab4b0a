"""Locations of the content and of the cache."""

from __future__ import annotations

import os
from collections.abc import Mapping

from tui.xdg import user_folder

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUNDLED_CONTENT = os.path.join(_PACKAGE, "data", "content")
"""The content in an installed package."""
BUNDLED_DATABASE = os.path.join(_PACKAGE, "data", "briefing.db")
"""The same content, compiled when the package was built."""


def find_content(content: str | None, environ: Mapping[str, str]) -> str:
    """Return the folder of briefing.toml: ``content``, else MEDBRIEF_CONTENT, else the folder in
    the installed package, else the one in the checkout."""
    asked = content or environ.get("MEDBRIEF_CONTENT")
    if asked:
        return asked
    checkout = os.path.join(os.path.dirname(_PACKAGE), "content")
    return BUNDLED_CONTENT if os.path.isdir(BUNDLED_CONTENT) else checkout


def is_input(path: str, content: str) -> bool:
    """Return whether a path is an existing file that the briefing in the folder ``content`` is
    made from: a TOML file of the content, or a file of the folder ``seeds`` next to it."""
    target = os.path.realpath(path)
    if not os.path.isfile(target):
        return False
    folder = os.path.realpath(content)
    seeds = os.path.join(os.path.dirname(folder), "seeds")
    in_content = target.startswith(folder + os.sep) and target.endswith(".toml")
    return in_content or target.startswith(seeds + os.sep)


def cache_folder(environ: Mapping[str, str]) -> str:
    """Return the user's cache folder for medbrief."""
    return user_folder(environ, "XDG_CACHE_HOME", ".cache")


def real_path(path: str) -> str:
    """Return the path without symbolic links; unchanged where it is relative to a working directory
    that has been deleted."""
    try:
        return os.path.realpath(path)
    except FileNotFoundError:
        return path
