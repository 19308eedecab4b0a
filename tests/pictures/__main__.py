"""Take the pictures and the recording of the README: ``make pictures``.

Usage: python -m tests.pictures [FOLDER]
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from tests.conftest import REAL_CONTENT, SAMPLE
from tests.pictures.animation import write_gif
from tests.pictures.cell_image import Size, draw_window, rounded
from tests.pictures.cells import digest
from tests.pictures.digests import FOLDER, Digests, screen_digest, write_digests
from tests.pictures.shots import RECORDING, SHOTS, record, take
from tui.store import Store, open_store

_CELL = Size(14, 34)
_RADIUS = 20


async def take_pictures(store: Store, sample: Store, folder: Path) -> dict[str, Digests]:
    """Write all pictures and the recording; return the hashes of their screens."""
    digests = {}
    for name, shot in SHOTS.items():
        grid = await take(store, shot)
        image = rounded(draw_window(grid, shot.colors, _CELL), _RADIUS)
        image.quantize(256, method=2).save(folder / f"{name}.png", optimize=True)
        digests[name] = Digests(await screen_digest(sample, name), digest([grid]))
    frames = await record(store)
    write_gif(frames, folder / f"{RECORDING}.gif")
    of_frames = digest(frame.grid for frame in frames)
    digests[RECORDING] = Digests(await screen_digest(sample, RECORDING), of_frames)
    return digests


def main(folder: Path = FOLDER) -> None:
    """Take them from the live content, independent of the user's settings."""
    for name in list(os.environ):
        if name.startswith("MEDBRIEF_") or name in ("NO_COLOR", "COLORTERM", "XDG_CONFIG_HOME"):
            del os.environ[name]
    os.environ["MEDBRIEF_STATE"] = "off"
    with (
        open_store(str(REAL_CONTENT), os.environ) as store,
        open_store(str(SAMPLE / "content"), os.environ) as sample,
    ):
        digests = asyncio.run(take_pictures(store, sample, folder))
    if folder == FOLDER:
        write_digests(digests)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
