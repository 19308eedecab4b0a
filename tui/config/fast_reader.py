"""Reading a plain config without a TOML parser, whose import costs a look-up a fifth and more.

Reads what is right and ordinary: comments, and settings of one line each. For anything else it
says nothing and the file is parsed as TOML (``tui.config.parser``): what both read, they read
alike. What stands below ``[keys]`` and ``[serve]`` is for the app and the server, and is passed
over.
"""

from __future__ import annotations

CHOICES: dict[str, tuple[str, ...]] = {
    "language": ("zh", "en"),
    "theme": ("auto", "dark", "light", "mono"),
    "ambiguous_width": ("narrow", "wide"),
    "start": ("last", "overview"),
}
"""The settings and what each may be."""

TABLES = ("[keys]", "[serve]")
"""What only the app and the server have a use for."""


def holds(name: str, value: str) -> bool:
    """Whether a setting may have that value."""
    return value in CHOICES[name] or not value


def plain(data: bytes) -> dict[str, str] | None:
    """The settings of a plain file, or None."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    if not text.replace("\n", "").replace("\t", "").isprintable():
        return None
    found: dict[str, str] = {}
    passed: list[str] = []
    for line in text.split("\n"):
        if line.lstrip().startswith("["):
            if line not in TABLES or line in passed:
                return None  # another table
            passed.append(line)
        if passed:
            continue
        name, equals, said = (part.strip(" \t") for part in line.partition("="))
        if not name or name.startswith("#"):
            if not name and equals:
                return None
            continue
        value = said[1:-1]
        if not (equals and name in CHOICES and name not in found):
            return None
        if said != f'"{value}"' or not holds(name, value):
            return None
        found[name] = value
    return found
