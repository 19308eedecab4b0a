"""The options of a command line that a command named in a hint needs too."""

from __future__ import annotations

from tui.cli.settings import Settings


def folder_options(settings: Settings) -> str:
    """Return ``--content`` and ``--originals`` as they were given, each after a space."""
    import shlex

    given = {"--content": settings.content, "--originals": settings.originals}
    return "".join(f" {name} {shlex.quote(value)}" for name, value in given.items() if value)
