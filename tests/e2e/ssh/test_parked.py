"""Panels that were composed before anybody came are those that anybody sees."""

from __future__ import annotations

import asyncio

from tests.e2e.ssh.conftest import Serve
from tests.serve.readers import until
from tests.serve.served import Screen


async def test_who_finds_panels_parked_sees_what_others_see(serve: Serve) -> None:
    server = serve("--anonymous")
    screens = []
    async with await server.connect() as connection:
        for size in ((80, 24), (120, 40)):
            for locale in ("zh_CN.UTF-8", "C.UTF-8"):
                await until(lambda: len(server.children(server.zygote)) == 2)
                await asyncio.sleep(0.5)  # it has composed
                for term in ("xterm-256color", "vt220"):  # the latter is never parked for
                    screen = await Screen.open(connection, size=size, LANG=locale, TERM=term)
                    await screen.until("Esc")
                    await screen.rested()
                    screens.append(screen.text)
                    screen.type("q")
                    assert await screen.ended() == 0
                assert screens[-1] == screens[-2]
    assert len(set(screens)) == 4
