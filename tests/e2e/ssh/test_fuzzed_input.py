"""No input crashes the app over SSH: the session ends with its exit code and restores the modes."""

from __future__ import annotations

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from tests.fuzzed_input import END, Packet, fuzz_settings, packets, sizes
from tests.serve.server_process import ServerProcess, SshScreen

_CURSOR, _WRAP = 25, 7


async def _type(
    server: ServerProcess, size: tuple[int, int], locale: str, typed: list[Packet]
) -> None:
    async with await server.connect() as connection:
        screen = await SshScreen.open(connection, size=size, LANG=locale)
        while b"\x1b[?1049h" not in screen.written:
            assert await screen.read()
        for packet in (*typed, END):
            if screen.process.is_closing():
                break
            if isinstance(packet, bytes):
                screen.process.stdin.write(packet)
            else:
                screen.resize(*packet)
            await screen.wait_until_quiet()
        if not screen.process.is_closing():
            screen.process.stdin.write(b"qq")
        assert await screen.wait_for_exit() == 0, screen.text
        assert {mode for mode, on in screen.modes.items() if on} <= {_CURSOR, _WRAP}


@given(sizes, st.sampled_from(["zh_CN.UTF-8", "C.UTF-8"]), packets)
@fuzz_settings(5)
def test_no_input_crashes_the_app(
    server: ServerProcess, size: tuple[int, int], locale: str, typed: list[Packet]
) -> None:
    asyncio.run(_type(server, size, locale, typed))
