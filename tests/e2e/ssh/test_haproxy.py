"""HAProxy, as ``medbrief serve --print haproxy`` configures it, in front of two servers."""

from __future__ import annotations

import csv
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.inside import run
from tests.e2e.ssh.openssh_client import (
    OpenSshClient,
    client_environment,
    free_port,
    make_key,
    wait_for_port,
)
from tests.e2e.terminal import Terminal
from tests.serve.server_process import TIMEOUT, ServerProcess

HAPROXY = shutil.which("haproxy", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")


class Cluster(NamedTuple):
    """Two nodes, a client of the balancer, and the balancer's statistics socket."""

    nodes: list[ServerProcess]
    client: OpenSshClient
    stats_socket: Path

    def node_states(self) -> list[tuple[str, str]]:
        """Status and result of the last health check of each node."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.connect(str(self.stats_socket))
            connection.sendall(b"show stat\n")
            text = b"".join(iter(lambda: connection.recv(65536), b"")).decode()
        rows = csv.DictReader(text.removeprefix("# ").splitlines())
        servers = [row for row in rows if row["svname"].startswith("node")]
        return [(row["status"].split()[0], row["check_status"].lstrip("* ")) for row in servers]


@pytest.fixture
def cluster(server_environ: dict[str, str], tmp_path: Path) -> Iterator[Cluster]:
    if not HAPROXY:
        pytest.skip("no HAProxy: install haproxy")
    key = make_key(tmp_path / "reader")
    options = ["--authorized-keys", f"{key}.pub", "--host-key", str(tmp_path / "host_key")]
    options += ["--generate-host-key", "--proxy-protocol", "--drain-time", "6", "--end-grace", "60"]
    environ = {**server_environ, "HOME": str(tmp_path)}
    health_ports = [free_port(), free_port()]
    nodes = [ServerProcess(environ, *options, "--metrics", str(port)) for port in health_ports]
    port, stats_socket = free_port(), tmp_path / "haproxy.sock"
    config = tmp_path / "haproxy.cfg"
    config.write_text(_config(port, nodes, health_ports, stats_socket))
    checked = subprocess.run([HAPROXY, "-c", "-f", str(config)], capture_output=True, check=False)
    assert checked.returncode == 0, checked.stderr.decode()
    balancer = subprocess.Popen(
        [HAPROXY, "-db", "-f", str(config)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for_port(port)
    cluster = Cluster(nodes, OpenSshClient(tmp_path, port, key), stats_socket)
    _wait_until(lambda: cluster.node_states() == [("UP", "L7OK")] * 2)
    yield cluster
    balancer.terminate()
    balancer.wait(20)
    for node in nodes:
        node.process.kill()  # a regular end takes the drain time
        node.close()


def _config(
    port: int, nodes: list[ServerProcess], health_ports: list[int], stats_socket: Path
) -> str:
    text = run("serve", "--print", "haproxy").out
    for old, new in (
        ("bind :22", f"bind 127.0.0.1:{port}"),
        (
            "server node1 127.0.0.1:2222 check port 9422",
            f"server node1 127.0.0.1:{nodes[0].port} check port {health_ports[0]}",
        ),
        (
            "server node2 192.0.2.2:2222 check port 9422",
            f"server node2 127.0.0.1:{nodes[1].port} check port {health_ports[1]}",
        ),
    ):
        assert old in text
        text = text.replace(old, new)
    return f"global\n    stats socket {stats_socket}\n\n{text}"


def _wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + TIMEOUT
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def _count_commands(node: ServerProcess) -> int:
    return sum(event["event"] == "command" for event in node.events)


def _is_running(terminal: Terminal) -> bool:
    terminal._read()
    return bool(terminal.process.isalive())


def test_when_a_node_dies_clients_reach_the_other_with_the_same_host_key(cluster: Cluster) -> None:
    sessions = []
    for _ in range(2):
        line = cluster.client.line(terminal=True)
        sessions.append(Terminal(line, client_environment({"LANG": "zh_CN.UTF-8"})))
        sessions[-1].until("概览", "退出")
    try:
        opened = [sum(event["event"] == "app" for event in node.events) for node in cluster.nodes]
        assert opened == [1, 1]  # balance leastconn
        for node in cluster.nodes:
            assert node.wait_for_event("connect")["peer"] == "127.0.0.1"
        known_hosts = cluster.client.known_hosts.read_text()
        cluster.nodes[0].process.send_signal(signal.SIGKILL)
        _wait_until(lambda: not all(map(_is_running, sessions)))
        (running,) = (session for session in sessions if session.process.isalive())
        running.send("L")
        running.until("Overview", "quit")
        _wait_until(lambda: sorted(status for status, _ in cluster.node_states()) == ["DOWN", "UP"])
        for _ in range(4):
            answer = cluster.client("find", "医保")
            assert (answer.code, answer.message) == (0, "")
        assert cluster.client.known_hosts.read_text() == known_hosts
    finally:
        for session in sessions:
            session.close()


def test_health_checks_are_not_logged_as_clients(cluster: Cluster) -> None:
    started = ("host_key", "keys", "ready")
    events = [event["event"] for node in cluster.nodes for event in node.events]
    events = [name for name in events if name not in started]
    # One refusal: the fixture's own connection that waits for the balancer's port.
    assert sorted(events) in (["listen"] * 2, ["listen"] * 2 + ["refuse"])


def test_a_node_that_stops_gets_no_new_client_and_keeps_its_sessions(cluster: Cluster) -> None:
    session = Terminal(
        cluster.client.line(terminal=True), client_environment({"LANG": "zh_CN.UTF-8"})
    )
    try:
        session.until("概览", "退出")
        (stopping,) = (
            node for node in cluster.nodes if any(event["event"] == "app" for event in node.events)
        )
        stopping.process.send_signal(signal.SIGTERM)
        stopping.wait_for_event("not ready", reason="draining")
        sent = 0
        while "DOWN" not in [status for status, _ in cluster.node_states()]:
            assert cluster.client("find", "医保").code == 0  # no gap for new clients
            sent += 1
        # A node may log a command after its client has left.
        _wait_until(lambda: sum(map(_count_commands, cluster.nodes)) == sent)
        before = _count_commands(stopping)
        for _ in range(3):
            assert cluster.client("find", "医保").code == 0
        _wait_until(lambda: sum(map(_count_commands, cluster.nodes)) == sent + 3)
        assert _count_commands(stopping) == before
        session.send("L")
        session.until("Overview", "quit")
        session.send("q")
        _wait_until(lambda: stopping.process.poll() is not None)
        assert stopping.process.returncode == 0
        assert cluster.client("find", "医保").code == 0
    finally:
        session.close()
