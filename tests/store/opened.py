"""Opening a briefing with a given environment."""

from __future__ import annotations

from pathlib import Path

from tui.store import open_store


def title(content: Path, environ: dict[str, str]) -> str:
    """Open the briefing and return its title."""
    with open_store(str(content), environ) as store:
        return store.title().zh


def compiled(environ: dict[str, str]) -> list[Path]:
    """Return the compiled files in the cache."""
    return sorted(Path(environ["XDG_CACHE_HOME"]).rglob("*.db"))
