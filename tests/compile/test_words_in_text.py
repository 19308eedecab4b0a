"""What texts say for the records that they refer to."""

from __future__ import annotations

from pathlib import Path

from tui.compile.catalogue import Catalogue
from tui.compile.kinds import KINDS
from tui.load import load_content
from tui.text.language import Wording

_GAP = "gap-patients-origin"
_TEXT = Wording(f"见{{fact:{_GAP}}}。", f"see {{fact:{_GAP}}}.")


def _filled(folder: Path) -> Wording:
    content = load_content(folder)
    return Catalogue(content, {kind.id: kind.label for kind in KINDS.values()}).filled(_TEXT)


def test_a_gap_without_a_short_title_is_named_by_its_question(sample_copy: Path) -> None:
    assert _filled(sample_copy).zh == "见“3,500万患者”出自哪里？。"


def test_a_gap_is_named_by_its_short_title_which_is_no_question(sample_copy: Path) -> None:
    file = sample_copy / "gaps" / f"{_GAP}.toml"
    short = 'short = { zh = "“3,500万”的出处", en = "Origin of the 35 million" }\n'
    text = file.read_text("utf-8").replace("question = ", f"{short}question = ")
    file.write_text(text, "utf-8")
    assert _filled(sample_copy) == Wording("见“3,500万”的出处。", "see Origin of the 35 million.")
