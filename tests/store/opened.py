"""Opening a briefing with a cache of its own."""

from __future__ import annotations

from pathlib import Path

from tui.store import open_store


def title(content: Path, environ: dict[str, str]) -> str:
    """The title that a reader of the briefing sees."""
    with open_store(str(content), environ) as store:
        return store.title().zh


def compiled(environ: dict[str, str]) -> list[Path]:
    """The compiled files in the cache."""
    return sorted(Path(environ["XDG_CACHE_HOME"]).rglob("*.db"))
