"""The pictures of the README show the live content as it is; an edit of the content does not fail
this test, but says that they are to be taken again."""

from __future__ import annotations

import pytest

from tests.pictures.digests import read_digests, screen_digest
from tests.pictures.shots import RECORDING, SHOTS
from tui.store import Store


@pytest.mark.parametrize("name", [*SHOTS, RECORDING])
async def test_the_picture_shows_the_live_content(real_store: Store, name: str) -> None:
    if await screen_digest(real_store, name) != read_digests()[name].content:
        pytest.skip(f"the picture {name} shows an earlier state of the content: make pictures")
