"""What a wheel carries beside the code: the briefing, compiled.

An installed medbrief so answers its first question without compiling anything.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Carry(BuildHookInterface):
    """Runs when a wheel is built; an editable installation compiles when it is first used."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the briefing and add it to what the wheel holds."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from tui.compile import compile_briefing
        from tui.load import load_content
        from tui.store.fingerprint import CARRIED_STATE

        made = Path(tempfile.mkdtemp(prefix="medbrief-")) / "briefing.db"
        compile_briefing(load_content(root / "content"), made, CARRIED_STATE)
        build_data["force_include"][str(made)] = "tui/data/briefing.db"
