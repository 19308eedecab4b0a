"""Debian's HAProxy, as `medbrief serve --print haproxy` configures it, before two servers."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.inside import run
from tests.conftest import REAL_CONTENT
from tests.e2e.ssh.keys import Client, environment, free_port, make_key, wait_for_port
from tests.e2e.terminal import Terminal
from tests.serve.served import Served
from tui.store import Store

HAPROXY = shutil.which("haproxy", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")


class Farm(NamedTuple):
    """Two nodes and the port before them."""

    nodes: list[Served]
    client: Client


@pytest.fixture
def farm(environment: dict[str, str], real_store: Store, tmp_path: Path) -> Iterator[Farm]:
    if not HAPROXY:
        pytest.skip("no HAProxy here: install haproxy")
    assert real_store.identities()
    key = make_key(tmp_path / "reader")
    options = ["--authorized-keys", f"{key}.pub", "--host-key", str(tmp_path / "host_key")]
    environ = {
        "PATH": environment["PATH"],
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": environment["XDG_CACHE_HOME"],
        "LANG": "C.UTF-8",
        "MEDBRIEF_CONTENT": str(REAL_CONTENT),
    }
    nodes = [Served(environ, *options, "--proxy-protocol", "--max-time", "600") for _ in range(2)]
    port = free_port()
    text = run("serve", "--print", "haproxy").out
    for old, new in (
        ("bind :22", f"bind 127.0.0.1:{port}"),
        ("server node1 127.0.0.1:2222", f"server node1 127.0.0.1:{nodes[0].port}"),
        ("server node2 192.0.2.2:2222", f"server node2 127.0.0.1:{nodes[1].port}"),
    ):
        assert old in text
        text = text.replace(old, new)
    config = tmp_path / "haproxy.cfg"
    config.write_text(text)
    checked = subprocess.run([HAPROXY, "-c", "-f", str(config)], capture_output=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, b"") or b"valid" in (
        checked.stdout + checked.stderr
    )
    balancer = subprocess.Popen(
        [HAPROXY, "-db", "-f", str(config)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait_for_port(port)
    yield Farm(nodes, Client(tmp_path, port, key))
    balancer.terminate()
    balancer.wait(20)
    for node in nodes:
        node.close()


def _has(node: Served) -> int:
    return sum(event["event"] == "app" for event in node.events)


def test_a_node_dies_and_readers_go_on_with_the_other(farm: Farm) -> None:
    sessions = []
    for _ in range(2):
        line = farm.client.line(terminal=True)
        sessions.append(Terminal(line, environment({"LANG": "zh_CN.UTF-8"})))
        sessions[-1].until("概览", "退出")
    try:
        assert [_has(node) for node in farm.nodes] == [1, 1]  # the least connections
        for node in farm.nodes:
            assert node.until("connect")["peer"] == "127.0.0.1"
        known = farm.client.known_hosts.read_text()
        farm.nodes[0].process.send_signal(signal.SIGKILL)
        ended = [each.process.isalive() for each in sessions]
        end = time.monotonic() + 30
        while all(ended) and time.monotonic() < end:
            for each in sessions:
                each._read()
            ended = [each.process.isalive() for each in sessions]
        assert sorted(ended) == [False, True]
        # The living one goes on, and who comes now finds the same host: no warning, no new key.
        living = sessions[ended.index(True)]
        living.send("l")
        living.until("Overview", "quit")
        time.sleep(5)  # two failed checks of two seconds each
        for _ in range(4):
            answer = farm.client("find", "医保")
            assert (answer.code, answer.message) == (0, "")
        assert farm.client.known_hosts.read_text() == known
    finally:
        for each in sessions:
            each.close()


def test_health_checks_are_no_readers(farm: Farm) -> None:
    time.sleep(5)
    events = [event["event"] for node in farm.nodes for event in node.events]
    # One refusal: whoever looked whether the balancer listens.
    assert sorted(events) in (["listen"] * 2, ["listen"] * 2 + ["refuse"])
