"""What a command of the app is: its name, keys and titles. No Textual."""

from __future__ import annotations

from tui.fast_namedtuple import NamedTuple
from tui.text.language import Wording


class KeyCommand(NamedTuple):
    """A command. ``action``: its name; ``keys``: as Textual names them; ``shown``: the keys as
    users read them; ``bar``: its title in the key bar, if it is shown there."""

    action: str
    keys: tuple[str, ...]
    shown: Wording
    title: Wording
    bar: Wording | None = None
    in_palette: bool = False
    """Whether the command palette lists it; commands that move a cursor are left out."""
