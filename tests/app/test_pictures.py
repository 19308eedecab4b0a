"""The README's pictures show today's app."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

_PICTURES = ROOT / ".pictures"


def _text(picture: Path) -> list[str]:
    return re.findall(r">([^<]+)</text>", picture.read_text("utf-8"))


def test_the_pictures_are_those_of_today(tmp_path: Path) -> None:
    """make pictures takes them anew."""
    script = [sys.executable, str(_PICTURES / "pictures.py"), str(tmp_path)]
    subprocess.run(script, check=True, cwd=ROOT)
    taken = sorted(tmp_path.glob("*.svg"))
    assert [each.name for each in taken] == sorted(each.name for each in _PICTURES.glob("*.svg"))
    for picture in taken:
        assert _text(picture) == _text(_PICTURES / picture.name), picture.name


def test_readme_shows_every_picture() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for picture in _PICTURES.glob("*.svg"):
        assert f".pictures/{picture.name}" in readme
