"""A pre-forked app shows the same screens as one forked for the session."""

from __future__ import annotations

from tests.e2e.ssh.conftest import StartServer
from tests.serve.server_process import SshScreen
from tests.serve.sessions import wait_until_preforked

_PREFORKED, _FORKED = "xterm-256color", "vt220"
"""Terminal types: pre-forked processes are assigned to the first, never to the second."""


async def test_screens_are_the_same_with_and_without_preforking(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous")
    screens = []
    async with await server.connect() as connection:
        for size in ((80, 24), (120, 40)):
            for locale in ("zh_CN.UTF-8", "C.UTF-8"):
                await wait_until_preforked(server)
                for term in (_PREFORKED, _FORKED):
                    screen = await SshScreen.open(connection, size=size, LANG=locale, TERM=term)
                    await screen.wait_for("Esc")
                    await screen.wait_until_quiet()
                    screens.append(screen.text)
                    screen.type("q")
                    assert await screen.wait_for_exit() == 0
                assert screens[-1] == screens[-2]
    assert len(set(screens)) == 4
