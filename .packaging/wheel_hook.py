"""Build hook: add the compiled briefing and the manual pages to a wheel.

With them an installed medbrief answers its first lookup without compiling.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_MAN_FOLDERS = {"en": "man1", "zh": "zh_CN/man1"}
"""Folder of each language's manual page, below share/man."""


class WheelHook(BuildHookInterface):
    """Runs for wheels; an editable installation compiles the briefing on first use."""

    PLUGIN_NAME = "custom"
    _folder: tempfile.TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the briefing and write the manual pages, for inclusion in the wheel."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from tui.cli.help.man_page import render_man_page
        from tui.compile import compile_briefing
        from tui.load import load_content
        from tui.store.fingerprint import BUNDLED_FINGERPRINT

        self._folder = tempfile.TemporaryDirectory(prefix="medbrief-")
        folder = Path(self._folder.name)
        database = folder / "briefing.db"
        content = load_content(root / "content")
        compile_briefing(content, database, BUNDLED_FINGERPRINT)
        build_data["force_include"][str(database)] = "tui/data/briefing.db"
        for language, man_folder in _MAN_FOLDERS.items():
            page = folder / f"medbrief-{language}.1"
            page.write_text(render_man_page(language, content.briefing.as_of), encoding="utf-8")
            build_data["shared_data"][str(page)] = f"share/man/{man_folder}/medbrief.1"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder."""
        if self._folder is not None:
            self._folder.cleanup()
