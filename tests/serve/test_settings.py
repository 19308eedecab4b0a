"""What the user's config says of a server, and what the command line makes of it."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from tests.cli.inside import run
from tests.serve.conftest import Serve

_CONFIG = """
[serve]
port = 2200
authorized_keys = "readers.pub"
max_sessions = 7
idle_timeout = "90s"
log_format = "json"
watch = true
"""


def _write(folder: Path, text: str) -> str:
    (folder / "medbrief").mkdir(exist_ok=True)
    (folder / "medbrief" / "config.toml").write_text(text)
    return str(folder)


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", _write(tmp_path, _CONFIG))
    return tmp_path / "medbrief"


def _unit(*words: str) -> list[str]:
    """The line that a server with these words is run by, its program left out."""
    said = run("serve", *words, "--print", "systemd", "--lang", "en")
    assert (said.code, said.err) == (0, "")
    (line,) = (each for each in said.out.splitlines() if each.startswith("ExecStart="))
    return shlex.split(line)[1:]


def test_what_the_config_says_holds(config: Path) -> None:
    assert _unit("--max-sessions", "100") == [
        *("serve", "--lang", "en", "--port", "2200"),
        *("--authorized-keys", str(config / "readers.pub")),
        *("--idle-timeout", "90", "--watch", "--log-format", "json"),
    ]


def test_the_command_line_comes_before(config: Path) -> None:
    words = _unit("--port", "2300", "--idle-timeout", "30m", "--log-format", "text")
    assert _unit("--port", "0")[3:5] == ["--port", "0"]
    assert words[:5] == ["serve", "--lang", "en", "--port", "2300"]
    assert "--idle-timeout" not in words
    assert "--log-format" not in words
    assert words[words.index("--max-sessions") + 1] == "7"


def test_who_may_come_in_is_one_matter(config: Path) -> None:
    words = _unit("--anonymous")
    assert "--anonymous" in words
    assert "--authorized-keys" not in words


def test_with_a_mistake_in_its_table_no_server_starts(config: Path) -> None:
    (config / "config.toml").write_text(_CONFIG.replace("max_sessions", "max_sesions"))
    said = run("serve", "--anonymous", "--lang", "en")
    assert (said.code, said.out) == (2, "")
    assert "config.toml:5:1  U004  there is no setting 'max_sesions'" in said.err
    assert said.err.count("U004") == 1
    assert "does not start" in said.err
    assert "[serve]有误" in run("serve", "--anonymous", "--lang", "zh").err


def test_a_mistake_elsewhere_is_told_and_the_server_starts(config: Path) -> None:
    (config / "config.toml").write_text(f"langage = 'zh'\n{_CONFIG}")
    said = run("serve", "--print", "systemd", "--lang", "en")
    assert said.code == 0
    assert said.err.count("U004") == 1


async def test_a_server_needs_no_more_than_its_config(serve: Serve, tmp_path: Path) -> None:
    text = '[serve]\nanonymous = true\nmax_sessions = 1\nlog_format = "text"\n'
    server = serve(XDG_CONFIG_HOME=_write(tmp_path, text))
    assert json.dumps(server.until("listen"))  # the command line asked for JSON
    async with await server.connect() as connection:
        process = await connection.create_process(term_type="xterm", encoding=None)
        await process.stdout.read(100)
        assert (await server.ask("help")).code == 75
