"""The number of colors over SSH is that of the client's terminal."""

from __future__ import annotations

import re

import pytest

from tests.e2e.ssh.conftest import StartServer
from tests.serve.server_process import SshScreen
from tui.render.palette import Depth, palette

_DRAWN = re.compile(rb"\x1b\[([\d;]*)m")


@pytest.mark.parametrize(
    ("environ", "depth"),
    [
        ({}, "256"),
        ({"COLORTERM": "truecolor"}, "true"),
        ({"TERM": "linux"}, "16"),
    ],
    ids=["default", "truecolor", "console"],
)
async def test_only_colors_of_the_terminal_are_drawn(
    start_server: StartServer, environ: dict[str, str], depth: Depth
) -> None:
    server = start_server("--anonymous")
    async with await server.connect() as connection:
        screen = await SshScreen.open(connection, **environ)
        await screen.wait_for("概览", "退出")
        await screen.wait_until_quiet()
        drawn = {code.decode() for code in _DRAWN.findall(screen.written)}
        assert any("38;5;" in code for code in drawn) is (depth == "256")
        assert any("38;2;" in code for code in drawn) is (depth == "true")
        accent = palette("any" if depth == "16" else "dark-painted", depth)["accent"].color
        assert accent is not None
        assert any(_parameters(accent) in code for code in drawn)


def _parameters(color: int | str) -> str:
    if isinstance(color, str):
        return ";".join(map(str, (38, 2, *bytes.fromhex(color))))
    return str(30 + color) if color < 8 else f"38;5;{color}"
