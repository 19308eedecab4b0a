"""What ``check --fix`` changes, line by line."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.check.autofix import apply_fixes
from tui.load.content import seeds_folder


def toml_texts(folder: Path) -> dict[Path, str]:
    """Return the text of every TOML file of a briefing, by its path from the folder that holds
    content and seeds."""
    top = folder.resolve().parent
    places = (folder.resolve(), seeds_folder(folder))
    paths = (path for place in places for path in sorted(place.rglob("*.toml")) if path.is_file())
    return {path.relative_to(top): path.read_text("utf-8", "replace") for path in paths}


def preview_fixes(folder: Path, originals: Path | None) -> list[str]:
    """Return the changes that the automatic fixes would make, as lines of a unified diff. Nothing
    is written: the fixes are made in a copy.

    Raises:
        ContentError: the content does not load.
        OSError: the copy cannot be written.
    """
    top = folder.resolve().parent
    before = toml_texts(folder)
    with TemporaryDirectory() as temporary:
        for path in before:
            copy = Path(temporary, path)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(top / path, copy)
        apply_fixes(Path(temporary, folder.resolve().name), originals)
        after = toml_texts(Path(temporary, folder.resolve().name))
    return list(_diff(before, after))


def changed_lines(before: dict[Path, str], after: dict[Path, str]) -> Iterator[tuple[Path, int]]:
    """Yield the path and number of each line that differs. A fix never adds or removes lines."""
    for path, text in before.items():
        pairs = zip(text.splitlines(), after.get(path, text).splitlines(), strict=False)
        for number, (old, new) in enumerate(pairs, start=1):
            if old != new:
                yield path, number


def _diff(before: dict[Path, str], after: dict[Path, str]) -> Iterator[str]:
    for path, text in before.items():
        name = path.as_posix()
        yield from unified_diff(
            text.splitlines(), after[path].splitlines(), name, name, lineterm="", n=1
        )
