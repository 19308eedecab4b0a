"""Hashes of the screens that the pictures show, by which a test finds stale pictures.

``.pictures/digests.json`` has two for each picture: of the screen with the sample briefing, which
changes with the app, and of the screen in the picture, which changes with the content as well.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from tests.conftest import ROOT
from tests.pictures.cells import digest
from tests.pictures.shots import RECORDING, SHOTS, record, take
from tui.store import Store

FOLDER = ROOT / ".pictures"
_FILE = FOLDER / "digests.json"


class Digests(NamedTuple):
    """The hashes of a picture: of the app with the sample briefing, and with the live content."""

    app: str
    content: str


async def screen_digest(store: Store, name: str) -> str:
    """Return the hash of the screens of a picture or of the recording."""
    if name == RECORDING:
        return digest(frame.grid for frame in await record(store))
    return digest([await take(store, SHOTS[name])])


def read_digests() -> dict[str, Digests]:
    """Return the hashes that were written with the pictures, by name."""
    return {name: Digests(*each) for name, each in json.loads(_FILE.read_text("utf-8")).items()}


def write_digests(digests: dict[str, Digests]) -> None:
    """Write the hashes."""
    _FILE.write_text(json.dumps(digests, indent=1, sort_keys=True) + "\n", "utf-8")
