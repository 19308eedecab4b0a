"""Content, state file and config never reach the terminal with control characters; for arguments
see ``test_untrusted_query``."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

from tests.cli.command import Medbrief

_EVIL = "\x1b[31mred\x9b2J\x07\x0e\u202egnp\u200b\u2066\x85"
_TOML = json.dumps(_EVIL)[1:-1].replace("\x7f", "")
_SGR = re.compile(r"\x1b\[[0-9;]*m")
_FAMILY = "👨‍👩‍👧"


def _assert_clean(written: str) -> None:
    found = {char for char in written if unicodedata.category(char) in {"Cc", "Cf"}}
    assert found <= set("\n\r\t\u200d")


def test_content(medbrief: Medbrief, sample_copy: Path) -> None:
    for file in (sample_copy / "glossary").rglob("*.toml"):
        text = file.read_text(encoding="utf-8")
        assert 'en = "' in text
        file.write_text(text.replace('en = "', f'en = "Zed {_TOML}'), encoding="utf-8")
    for line in (
        "list glossary",
        "list glossary --color always",
        "find Zed",
        "find Zed --color always",
    ):
        arguments = [*line.split(), "--lang", "en"]
        answer = medbrief(*arguments, MEDBRIEF_CONTENT=str(sample_copy))
        written = answer.text + answer.message
        assert "Zed" in written, line
        assert "\x1b[31mred" not in written
        _assert_clean(_SGR.sub("", written))
    found = medbrief("find", "Zed", "--json", MEDBRIEF_CONTENT=str(sample_copy))
    _assert_clean(found.text)
    assert _EVIL in json.loads(found.text)[0]["title"]["en"]


def test_the_state_file(medbrief: Medbrief, tmp_path: Path) -> None:
    folder = tmp_path / "medbrief"
    folder.mkdir()
    pins = [
        {"id": "e-prescriptions", "note": f"{_FAMILY}{_EVIL}", "at": _EVIL},
        {"id": f"gone{_EVIL}", "note": "", "at": ""},
    ]
    state = {"version": 1, "pins": pins, "place": {"section": _EVIL}}
    (folder / "state.json").write_text(json.dumps(state), encoding="utf-8")
    answer = medbrief("pins", MEDBRIEF_STATE="", XDG_STATE_HOME=str(tmp_path))
    assert _FAMILY in answer.text
    _assert_clean(answer.text + answer.message)


def test_the_config(medbrief: Medbrief, tmp_path: Path) -> None:
    folder = tmp_path / "medbrief"
    folder.mkdir()
    text = f'theme = "{_TOML}"\n"{_TOML}" = 1\n[keys]\n"{_TOML}" = ["a"]\nsearch = ["{_TOML}"]\n'
    (folder / "config.toml").write_text(text, encoding="utf-8")
    answer = medbrief("config", XDG_CONFIG_HOME=str(tmp_path))
    assert "red" in answer.text + answer.message
    _assert_clean(answer.text + answer.message)
