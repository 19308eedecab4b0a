"""``medbrief mcp`` as an assistant starts it: a process, JSON-RPC over its standard streams."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.e2e.terminal import console_script

pytest.importorskip("mcp", reason="the extra mcp is not installed")

from mcp import Client, StdioServerParameters

_INITIALIZE = (
    '{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": '
    '"2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}}\n'
)


async def test_a_client_starts_the_configured_command_and_gets_answers(
    bare: dict[str, str],
) -> None:
    readme = (ROOT / "tui" / "mcp" / "README.md").read_text("utf-8")
    example = re.search(r"```json\n(.*?)```", readme, re.DOTALL)
    assert example
    settings = json.loads(example[1])["mcpServers"]["medbrief"]
    assert settings["command"] == "medbrief"
    server = StdioServerParameters(
        command=str(console_script(sys.executable)),
        args=settings["args"],
        env={**bare, "LANG": "en_US.UTF-8"},
    )
    async with Client(server) as client:
        tools = await client.list_tools()
        assert "find" in [tool.name for tool in tools.tools]
        found = await client.call_tool("find", {"query": "市场规模 2023"})
        missing = await client.call_tool("find", {"query": "叮当健康"})
        cited = await client.call_tool("cite", {"id": "night-market@2022"})
    assert found.structured_content
    assert found.structured_content["answers"][0]["match"] == "other_period"
    assert missing.structured_content
    assert missing.structured_content["answers"] == []
    assert not cited.is_error


def test_closed_and_invalid_input_end_without_a_traceback(bare: dict[str, str]) -> None:
    for sent in ("", "not json\n", '{"jsonrpc": "2.0"}\n'):
        ended = subprocess.run(
            [console_script(sys.executable), "mcp"],
            input=sent,
            env=bare,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert ended.returncode == 0, ended
        assert "Traceback" not in ended.stderr
        for line in ended.stdout.splitlines():
            assert json.loads(line)["jsonrpc"] == "2.0"


def test_invalid_content_ends_with_exit_code_3(bare: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "briefing.toml").write_text("not = [valid\n")
    ended = subprocess.run(
        [console_script(sys.executable), "--content", str(tmp_path), "mcp"],
        input="",
        env=bare,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (3, "")


@pytest.mark.parametrize(
    ("redirection", "code"),
    [("<&-", 0), (">&- </dev/null", 74), ("2>&- </dev/null", 0), (">/dev/full", 74)],
)
def test_closed_and_full_streams_have_their_exit_codes(
    bare: dict[str, str], redirection: str, code: int
) -> None:
    command = [console_script(sys.executable), "mcp"]
    ended = subprocess.run(
        ["sh", "-c", f'exec "$@" {redirection}', "sh", *command],
        input=_INITIALIZE,
        env=bare,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == code, ended
    assert len(ended.stderr.splitlines()) == (code != 0), ended


def test_a_client_that_no_longer_reads_is_no_error(bare: dict[str, str]) -> None:
    with subprocess.Popen(
        [console_script(sys.executable), "mcp"],
        env=bare,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(_INITIALIZE)
        process.stdin.close()
        assert process.wait(60) == 0
        assert process.stderr.read() == ""
