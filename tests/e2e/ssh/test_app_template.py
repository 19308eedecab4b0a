"""An app that continues the template of the zygote shows what one composed by itself shows."""

from __future__ import annotations

from tests.e2e.ssh.conftest import StartServer
from tests.serve.server_process import SshScreen

_TEMPLATE, _COMPOSED = "xterm-256color", "vt220"
"""Terminal types: with the first an app continues the template, with the second never."""


async def test_screens_are_the_same_with_and_without_the_template(
    start_server: StartServer,
) -> None:
    server = start_server("--anonymous")
    screens = []
    async with await server.connect() as connection:
        for size in ((80, 24), (120, 40)):
            for locale in ("zh_CN.UTF-8", "C.UTF-8"):
                for term in (_TEMPLATE, _COMPOSED):
                    screen = await SshScreen.open(connection, size=size, LANG=locale, TERM=term)
                    await screen.wait_for(": ", "q ")
                    await screen.wait_until_quiet()
                    screens.append(screen.text)
                    screen.type("q")
                    assert await screen.wait_for_exit() == 0
                assert screens[-1] == screens[-2]
    assert len(set(screens)) == 4


async def test_sessions_of_one_template_share_nothing(start_server: StartServer) -> None:
    server = start_server("--anonymous")
    async with await server.connect() as connection:
        first = await SshScreen.open(connection)
        await first.wait_for("概览", "退出")
        first.type("L")
        await first.wait_for("Overview", "quit")
        second = await SshScreen.open(connection, size=(120, 40))
        await second.wait_for("概览", "退出")
        first.resize(100, 30)
        await first.wait_for("6 sources")  # fits 100 columns
        first.type("?")
        await first.wait_for("Keys that work here")
        await first.wait_until_quiet()
        before = first.text
        second.type("q")
        assert await second.wait_for_exit() == 0
        third = await SshScreen.open(connection)
        await third.wait_for("概览", "退出")
        await first.wait_until_quiet()
        assert first.text == before
