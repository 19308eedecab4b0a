"""Find record files that loading would pass over: in an unknown folder, too deep, misspelt."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path

from tui.diagnostics import Problem
from tui.load import load_problems
from tui.text.close_matches import did_you_mean
from tui.text.language import Wording


def stray_files(
    folder: Path, folders: Collection[str], names_of: Collection[str] = ()
) -> Iterator[Path]:
    """Yield the TOML files below ``folder``, relative to it, that are in none of its ``folders``.

    A file belongs to a folder if it is directly in it and its name ends with ``.toml``; the empty
    string stands for ``folder`` itself, where only ``names_of`` belong if any are given. Hidden
    files and folders are ignored, as editors use them for drafts. Of a linked folder, only its own
    files are looked at: a link may lead to a whole disk, or back.
    """
    for current, below, names in os.walk(folder):
        place = Path(current).relative_to(folder)
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield from _strays(place, names, folders, names_of)
        for linked in (Path(current, name) for name in below):
            if linked.is_symlink():
                try:
                    inside = [path.name for path in linked.iterdir()]
                except OSError:
                    continue
                yield from _strays(place / linked.name, inside, folders, names_of)


def _strays(
    place: Path, names: Collection[str], folders: Collection[str], names_of: Collection[str]
) -> Iterator[Path]:
    known = "" if place == Path() else str(place)
    for name in sorted(names):
        if name.startswith(".") or not name.lower().endswith(".toml"):
            continue
        expected = known in folders and name.endswith(".toml")
        if not expected or (not known and names_of and name not in names_of):
            yield place / name


def stray_problem(file: str, path: Path, folders: Collection[str]) -> Problem:
    """Return the problem of a stray file, which problems call ``file``."""
    kinds = [name for name in folders if name]
    if path.suffix != ".toml":
        name = f"{path.stem}.toml"
        hint = Wording(f"将文件改名为{name}", f"rename the file to {name}")
    elif not kinds:
        hint = Wording("将文件移出子文件夹", "move the file out of its subfolder")
    else:
        listed = ", ".join(kinds)
        hint = Wording(f"将文件移到以下文件夹之一：{listed}", f"move the file into one of {listed}")
        near = did_you_mean(path.parts[0], kinds) if len(path.parts) > 1 else None
        if near:
            hint = Wording(f"{near.zh}{hint.zh}", f"{near.en} {hint.en}")
    return load_problems.STRAY_FILE.at(file, hint=hint)
