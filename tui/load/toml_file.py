"""A file that was read, kept so that what is found in it can be placed."""

from __future__ import annotations

from typing import NamedTuple

from tui.load.toml_positions import TomlPositions


class TomlFile(NamedTuple):
    """The file that a model was read from: its name as a person here would type it, its text."""

    file: str
    text: str

    def positions(self) -> TomlPositions:
        """Where its keys and values stand; worked out anew at each call."""
        return TomlPositions(self.text)
