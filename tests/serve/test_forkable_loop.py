"""A stopped event loop continues in a forked process, apart from that of its parent."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Iterator

import pytest

from tui.serve.zygote.forkable_loop import ForkableEventLoop


@pytest.fixture
def loop() -> Iterator[ForkableEventLoop]:
    """A loop of its own, closed at the end."""
    loop = ForkableEventLoop()
    yield loop
    loop.close()


async def _wait_for_everything(loop: asyncio.AbstractEventLoop, start: asyncio.Event) -> int:
    """Use timers, threads, signals and a descriptor; return how many of them worked."""
    await start.wait()
    seen: list[str] = []
    await asyncio.sleep(0.001)
    thread = threading.Thread(target=loop.call_soon_threadsafe, args=(seen.append, "thread"))
    thread.start()
    loop.add_signal_handler(signal.SIGUSR1, seen.append, "signal")
    signal.raise_signal(signal.SIGUSR1)
    read, write = os.pipe()
    loop.add_reader(read, seen.append, "reader")
    os.write(write, b"x")
    while set(seen) != {"thread", "signal", "reader"}:
        await asyncio.sleep(0.001)
    thread.join()
    loop.remove_reader(read)
    loop.remove_signal_handler(signal.SIGUSR1)
    return 3


def test_a_task_continues_in_each_child_and_in_the_parent(loop: ForkableEventLoop) -> None:
    start = asyncio.Event()
    task = loop.create_task(_wait_for_everything(loop, start))
    loop.run_until_complete(asyncio.sleep(0))
    children = []
    for _ in range(3):
        pid = os.fork()
        if pid == 0:
            code = 99
            try:
                signal.set_wakeup_fd(-1)
                signal.alarm(20)
                loop.separate_from_parent()
                loop.call_soon(start.set)
                code = loop.run_until_complete(task)
            finally:
                os._exit(code)
        children.append(pid)
    assert [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in children] == [3, 3, 3]
    assert not task.done()
    loop.call_soon(start.set)
    assert loop.run_until_complete(task) == 3
