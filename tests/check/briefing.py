"""A small briefing without violations, for tests to change.

Its files are in ``clean_briefing/``; its newspaper, companies and figures are invented. It is
smaller than the sample briefing, so that a test can change one line and know every finding.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

_FOLDER = Path(__file__).parent / "clean_briefing"

Files: TypeAlias = Mapping[str, str]
"""Texts by path below the folder: ``content/briefing.toml``, ``seeds/…``, ``originals/…``."""
Change: TypeAlias = tuple[str, str, str]
"""A file, a text to replace wherever it occurs, its replacement. A missing file is created."""

CLEAN: Files = {
    path.relative_to(_FOLDER).as_posix(): path.read_bytes().decode()
    for path in sorted(_FOLDER.rglob("*.*"))
}


def changed(*changes: Change) -> dict[str, str]:
    """Return the clean files with the changes applied."""
    files = dict(CLEAN)
    for name, old, new in changes:
        if name in files:
            assert old in files[name], f"{old!r} is not in {name}"
            files[name] = files[name].replace(old, new)
        else:
            files[name] = new
    return files


def with_checksums(files: Files) -> dict[str, str]:
    """Return the files with sizes and checksums that match their originals."""
    updated = dict(files)
    for name, text in files.items():
        if name.startswith("seeds/"):
            original = files["originals/" + re.findall(r'file = "(.*)"', text)[0]].encode()
            text = re.sub(r"size = \d+", f"size = {len(original)}", text)
            digest = f'sha256 = "{sha256(original).hexdigest()}"'
            updated[name] = re.sub(r'sha256 = ".*"', digest, text)
    return updated


def write(folder: Path, files: Files = CLEAN) -> Path:
    """Write the files below a folder; return the content folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder / "content"
