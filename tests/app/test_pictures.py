"""The pictures of the README. ``make pictures`` takes them from the live content; whether they are
up to date is not tested, so that a change of the content breaks no test."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

from tests.conftest import ROOT
from tui.store import Store
from tui.text.language import LANGUAGES

_PICTURES = ROOT / ".pictures"


def test_pictures_are_svg_files_of_the_app(
    tmp_path: Path, environment: Mapping[str, str], sample: Path, sample_store: Store
) -> None:
    script = [sys.executable, str(_PICTURES / "pictures.py"), str(tmp_path)]
    environ = {**environment, "MEDBRIEF_CONTENT": str(sample)}
    subprocess.run(script, check=True, cwd=ROOT, env=environ)
    pictures = sorted(tmp_path.glob("*.svg"))
    assert [each.name for each in pictures] == sorted(each.name for each in _PICTURES.glob("*.svg"))
    titles = {sample_store.title().of(language) for language in LANGUAGES}
    for picture in pictures:
        svg = picture.read_text("utf-8")
        text = "".join(ElementTree.fromstring(svg).itertext()).replace("\xa0", " ")
        assert any(title in text for title in titles), picture.name
        assert "@font-face" not in svg, "the picture loads a font from the network"


def test_readme_shows_every_picture() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for picture in _PICTURES.glob("*.svg"):
        assert f".pictures/{picture.name}" in readme
