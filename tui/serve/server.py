"""``medbrief serve``: from a plan to a running server, until a signal ends it."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Awaitable, Callable
from contextlib import suppress

import asyncssh

from tui.cli.args.spec import UsageError
from tui.serve.listener import Listener
from tui.serve.security.keys import authorized, host_key
from tui.serve.server_state import ServerState
from tui.serve.settings import ServeSettings
from tui.serve.snapshot import load
from tui.text.language import Wording

_NOT_FREE = Wording(
    "{host}的{port}端口用不了：{why}", "cannot listen on {host}, port {port}: {why}"
)
_BACKLOG = 256


def serve(plan: ServeSettings, told: Callable[[str, int, str], None]) -> int:
    """Serve until SIGTERM or SIGINT. ``told``: given address, port and fingerprint once clients
    can connect.

    Raises:
        UsageError: what the plan names cannot be used.
        BriefingError: there is no briefing to serve.
    """
    key = host_key(plan.host_key)
    keys = authorized(plan.authorized_keys) if plan.authorized_keys else None
    listener = _listen(plan)
    with listener:
        asyncio.run(_run(plan, key, keys, listener, told))
    return 0


def _listen(plan: ServeSettings) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in plan.host else socket.AF_INET
        listener = socket.create_server((plan.host, plan.port), family=family, backlog=_BACKLOG)
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(_NOT_FREE.format(host=plan.host, port=plan.port, why=why)) from None
    listener.setblocking(False)
    return listener


async def _run(
    plan: ServeSettings,
    key: asyncssh.SSHKey,
    keys: asyncssh.SSHAuthorizedKeys | None,
    listener: socket.socket,
    told: Callable[[str, int, str], None],
) -> None:
    service = ServerState(plan, load(plan.content), keys)
    os.environ.pop("MEDBRIEF_DEBUG", None)
    if plan.metrics:
        try:
            service.metrics.publish(plan.metrics)
        except OSError as error:
            why = error.strerror or str(error)
            named = _NOT_FREE.format(host="127.0.0.1", port=plan.metrics, why=why)
            service.link.close()
            raise UsageError(named) from None
    ended = asyncio.Event()
    tasks = [
        asyncio.create_task(Listener(service, await _options(plan, key)).keep(listener)),
        *([asyncio.create_task(service.watch())] if plan.watch else []),
    ]
    _heed(ended, service.reload)
    with suppress(TimeoutError):
        await asyncio.wait_for(service.link.ready.wait(), 30)
    host, port = listener.getsockname()[:2]
    service.log.event("listen", host=host, port=port, key=key.get_fingerprint())
    told(host, port, key.get_fingerprint())
    await ended.wait()
    service.log.event("stop")
    for task in tasks:
        task.cancel()
    listener.close()
    await service.close()


async def _options(
    plan: ServeSettings, key: asyncssh.SSHKey
) -> asyncssh.SSHServerConnectionOptions:
    return asyncssh.SSHServerConnectionOptions(
        server_factory=asyncssh.SSHServer,
        server_host_keys=[key],
        server_version="medbrief",
        encoding=None,
        line_editor=False,
        allow_scp=False,
        sftp_factory=None,
        agent_forwarding=False,
        x11_forwarding=False,
        password_auth=False,
        kbdint_auth=False,
        host_based_auth=False,
        gss_host=None,
        compression_algs=None,
        login_timeout=plan.login_grace,
        keepalive_interval=30,
        keepalive_count_max=3,
    )


def _heed(ended: asyncio.Event, reload: Callable[[], Awaitable[None]]) -> None:
    loop = asyncio.get_running_loop()
    running: set[asyncio.Task[None]] = set()

    async def again() -> None:
        await reload()

    def renew() -> None:
        task = loop.create_task(again())
        running.add(task)
        task.add_done_callback(running.discard)

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, ended.set)
    loop.add_signal_handler(signal.SIGHUP, renew)
