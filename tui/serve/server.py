"""Run the SSH server until a signal ends it."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Callable
from contextlib import ExitStack, suppress
from typing import NamedTuple

import asyncssh

from tui.config.server_settings import ServerSettings
from tui.serve.coalesced_task import CoalescedTask
from tui.serve.deploy.resource_limits import resource_limits
from tui.serve.health.endpoints import health_endpoint
from tui.serve.health.heartbeat import Heartbeat
from tui.serve.health.service_manager import ServiceManager
from tui.serve.listener import VERSION, Listener
from tui.serve.net import algorithms
from tui.serve.net.listening_sockets import listen
from tui.serve.net.open_files import raise_open_files
from tui.serve.observability.log import Log
from tui.serve.observability.loop_errors import log_loop_errors
from tui.serve.security.access_control import AccessControl, load_access
from tui.serve.security.host_key import HostIdentity, load_host_identity
from tui.serve.server_state import ZYGOTE_TIMEOUT, ServerState
from tui.serve.settings_check import open_files_shortage
from tui.serve.snapshot import load_snapshot
from tui.text.language import Language

_INPUT_WINDOW = 65_536
"""Bytes that a client may send before they are read: keys. asyncssh's default is 2 MB a channel."""

OnListening = Callable[[str, int, str], None]
"""Called with address, port and host key fingerprint once clients can connect."""


class _Sockets(NamedTuple):
    """The listening sockets."""

    ssh: list[socket.socket]
    http: list[socket.socket]


def serve(
    settings: ServerSettings,
    content: str | None,
    language: Language,
    log: Log,
    on_listening: OnListening,
) -> int:
    """Serve until SIGTERM or SIGINT.

    Raises:
        UsageError: a file, address or port in the settings cannot be used.
        BriefingError: the content is invalid.
    """
    host = load_host_identity(
        settings.host_key, settings.host_certificate, generate=settings.generate_host_key
    )
    access = load_access(settings)
    limit = raise_open_files(resource_limits(settings).open_files)
    if shortage := open_files_shortage(settings, limit):
        log.event("warning", what=shortage.en)
    with ExitStack() as stack:
        sockets = _Sockets(listen(settings.host, settings.port), [])
        if settings.metrics:
            sockets.http.extend(listen(settings.metrics_host, settings.metrics))
        for each in (*sockets.ssh, *sockets.http):
            stack.enter_context(each)
        asyncio.run(_run(settings, content, language, host, access, sockets, log, on_listening))
    return 0


async def _run(
    settings: ServerSettings,
    content: str | None,
    language: Language,
    host: HostIdentity,
    access: AccessControl | None,
    sockets: _Sockets,
    log: Log,
    on_listening: OnListening,
) -> None:
    log_loop_errors(asyncio.get_running_loop(), log)
    manager = ServiceManager(os.environ)  # first: session processes inherit the environment
    state = ServerState(settings, content, language, load_snapshot(content), access, log)
    os.environ.pop("MEDBRIEF_DEBUG", None)
    heartbeat = Heartbeat(
        state.wait_for_workers,
        manager.alive,
        state.kill_silent_zygote,
        manager.watchdog_interval,
        log,
    )
    endpoint = health_endpoint(state, heartbeat)
    await endpoint.listen(sockets.http)
    stopped = asyncio.Event()
    accepting = Listener(state, _connection_options(settings, host))
    tasks = [asyncio.create_task(accepting.accept_forever(each)) for each in sockets.ssh]
    tasks.append(asyncio.create_task(state.watch_keys()))

    async def reload_content() -> None:
        try:
            await state.reload_content()
        finally:
            manager.ready()

    async def reload_keys() -> None:
        manager.reloading()
        try:
            renewed = host.reload_certificate(settings.host_certificate, log)
            accepting.options = _connection_options(settings, renewed)
            await state.reload_keys()
        finally:
            content_reload.request()

    content_reload = CoalescedTask("reload", reload_content, log)
    # On its own: a revoked key must not wait until changed content is compiled.
    key_reload = CoalescedTask("reload of keys", reload_keys, log)
    if settings.watch:
        tasks.append(asyncio.create_task(state.watch_content(content_reload.request)))
    _install_signal_handlers(stopped, state.hurry, key_reload.request)
    with suppress(TimeoutError):
        await asyncio.wait_for(state.wait_until_ready(), ZYGOTE_TIMEOUT)
    host.log_origin(log)
    if access:
        access.log_contents(log)
    for each in sockets.ssh:
        address, port = each.getsockname()[:2]
        log.event("listen", host=address, port=port, key=host.fingerprint)
        on_listening(address, port, host.fingerprint)
    manager.ready()
    tasks.append(asyncio.create_task(heartbeat.run()))
    await stopped.wait()
    state.log.event("stop")
    manager.stopping()
    await state.drain()
    for task in tasks:
        task.cancel()
    await content_reload.close()
    accepting.close()
    for each in sockets.ssh:
        each.close()
    await state.shut_down()
    await key_reload.close()
    endpoint.close()


def _connection_options(
    settings: ServerSettings, host: HostIdentity
) -> asyncssh.SSHServerConnectionOptions:
    options = asyncssh.SSHServerConnectionOptions(
        config=[],
        server_factory=asyncssh.SSHServer,
        server_host_keys=[host.key],
        server_host_certs=[host.certificate.parsed] if host.certificate else [],
        server_version=VERSION,
        kex_algs=algorithms.key_exchanges(),
        encryption_algs=algorithms.ciphers(),
        mac_algs=algorithms.MACS,
        signature_algs=algorithms.SIGNATURES,
        encoding=None,
        line_editor=False,
        window=_INPUT_WINDOW,
        allow_scp=False,
        sftp_factory=None,
        agent_forwarding=False,
        x11_forwarding=False,
        password_auth=False,
        kbdint_auth=False,
        host_based_auth=False,
        gss_host=None,
        compression_algs=None,
        login_timeout=settings.login_grace,
        keepalive_interval=30,
        keepalive_count_max=3,
    )
    algorithms.remove_weak_host_key_algorithms(options)
    return options


def _install_signal_handlers(
    stopped: asyncio.Event, hurry: Callable[[], None], reload: Callable[[], None]
) -> None:
    """SIGTERM and SIGINT set ``stopped``, a second one calls ``hurry``; SIGHUP calls ``reload``."""
    loop = asyncio.get_running_loop()

    def stop() -> None:
        if stopped.is_set():
            hurry()
        stopped.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop)
    loop.add_signal_handler(signal.SIGHUP, reload)
