"""Golden files: output of the product as plain text files, compared byte for byte."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest


def check_golden(path: Path, text: str) -> None:
    """Compare ``text`` with the golden at ``path``; MEDBRIEF_UPDATE_GOLDENS=1 rewrites it."""
    if os.environ.get("MEDBRIEF_UPDATE_GOLDENS") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return
    golden = path.read_bytes().decode() if path.exists() else ""
    if golden != text:
        lines = difflib.unified_diff(
            golden.split("\n"), text.split("\n"), f"{path.name} (golden)", "now", lineterm="", n=2
        )
        hint = "\nMEDBRIEF_UPDATE_GOLDENS=1 rewrites the golden files if the new output is correct."
        pytest.fail("\n".join(lines) + hint, pytrace=False)
