"""What a wheel carries beside the code: the briefing, compiled, and the manual pages.

An installed medbrief so answers its first question without compiling anything.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_MANUALS = {"en": "man1", "zh": "zh_CN/man1"}
"""The folder of each language's manual, under share/man."""


class Carry(BuildHookInterface):
    """Runs when a wheel is built; an editable installation compiles when it is first used."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the briefing and add it to what the wheel holds."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from tui.cli.help.man_page import manual
        from tui.compile import compile_briefing
        from tui.load import load_content
        from tui.store.fingerprint import CARRIED_STATE

        folder = Path(tempfile.mkdtemp(prefix="medbrief-"))
        made = folder / "briefing.db"
        content = load_content(root / "content")
        compile_briefing(content, made, CARRIED_STATE)
        build_data["force_include"][str(made)] = "tui/data/briefing.db"
        for language, place in _MANUALS.items():
            page = folder / f"medbrief-{language}.1"
            page.write_text(manual(language, content.briefing.as_of), encoding="utf-8")
            build_data["shared_data"][str(page)] = f"share/man/{place}/medbrief.1"
