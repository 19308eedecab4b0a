"""Server settings from the config and the command line, and their documentation."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.cli.inside import run
from tests.conftest import ROOT
from tests.serve.conftest import StartServer
from tests.serve.server_process import SshScreen
from tui.config.server_setting_table import SETTINGS, Setting

_CONFIG = """
[serve]
port = 2200
authorized_keys = "readers.pub"
max_sessions = 7
idle_timeout = "90s"
log_format = "json"
watch = true
"""
_DOCUMENT = ROOT / "tui" / "serve" / "README.md"


def _write(folder: Path, text: str) -> str:
    (folder / "medbrief").mkdir(exist_ok=True)
    (folder / "medbrief" / "config.toml").write_text(text)
    return str(folder)


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", _write(tmp_path, _CONFIG))
    return tmp_path / "medbrief"


def _command_line(*words: str) -> list[str]:
    """The arguments that a systemd unit for a server with these words runs."""
    result = run("serve", *words, "--print", "systemd", "--lang", "en")
    assert result.code == 0
    (line,) = (line for line in result.out.splitlines() if line.startswith("ExecStart="))
    return shlex.split(line)[1:]


def test_the_config_sets_what_the_command_line_does_not(config: Path) -> None:
    assert _command_line("--max-sessions", "100") == [
        *("serve", "--lang", "en", "--port", "2200"),
        *("--authorized-keys", str(config / "readers.pub")),
        *("--idle-timeout", "90", "--watch", "--log-format", "json"),
    ]


def test_the_command_line_takes_precedence(config: Path) -> None:
    words = _command_line("--port", "2300", "--idle-timeout", "30m", "--log-format", "text")
    assert words[:5] == ["serve", "--lang", "en", "--port", "2300"]
    assert "--idle-timeout" not in words  # 30m is the default
    assert "--log-format" not in words
    assert words[words.index("--max-sessions") + 1] == "7"
    assert _command_line("--port", "0")[3:5] == ["--port", "0"]


def test_access_on_the_command_line_replaces_access_in_the_config(config: Path) -> None:
    words = _command_line("--anonymous")
    assert "--anonymous" in words
    assert "--authorized-keys" not in words


def test_the_server_does_not_start_with_an_invalid_table(config: Path) -> None:
    (config / "config.toml").write_text(_CONFIG.replace("max_sessions", "max_sesions"))
    result = run("serve", "--anonymous", "--lang", "en")
    assert (result.code, result.out) == (2, "")
    assert "config.toml:5:1  U004  " in result.err
    assert "'max_sesions'" in result.err
    assert result.err.count("U004") == 1
    assert "does not start" in result.err
    assert "[serve]有误" in run("serve", "--anonymous", "--lang", "zh").err


def test_the_server_starts_with_a_mistake_outside_its_table(config: Path) -> None:
    (config / "config.toml").write_text(f"langage = 'zh'\n{_CONFIG}")
    result = run("serve", "--print", "systemd", "--lang", "en")
    assert result.code == 0
    assert result.err.count("U004") == 1


async def test_a_server_can_be_configured_by_its_config_alone(
    start_server: StartServer, tmp_path: Path
) -> None:
    server = start_server(
        XDG_CONFIG_HOME=_write(tmp_path, "[serve]\nanonymous = true\nmax_sessions = 1\n")
    )
    async with await server.connect() as connection:
        screen = await SshScreen.open(connection)
        await screen.wait_for("概览")
        assert (await server.run("help")).code == 75


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_help_lists_every_setting_with_its_default(language: str) -> None:
    page = run("serve", "--help", "--lang", language).out
    text = "".join(page.split())  # the page is wrapped
    for setting in SETTINGS.values():
        option = "--" + setting.name.replace("_", "-")
        help_text = setting.help.zh if language == "zh" else setting.help.en
        row = f"{option} {setting.description.metavar} {help_text}"
        assert "".join(row.split()) in text or setting.name == "log_format"
    assert "--log-formattext|json" in text


@pytest.mark.parametrize("name", ["port", "idle_timeout", "rate"])
def test_an_invalid_value_is_refused_with_what_is_expected(name: str) -> None:
    option = "--" + name.replace("_", "-")
    result = run("serve", option, "x", "--anonymous", "--lang", "en")
    assert result.code == 2
    expected = SETTINGS[name].value_type.expected.en
    assert f"invalid value 'x' for {option}: expected {expected}" in result.err


def _row(setting: Setting) -> str:
    default = f"`{setting.toml_default}`" if setting.toml_default else ""
    return f"| `{setting.name}` | {default} | {setting.description.help.en} |"


def test_the_documentation_lists_every_setting() -> None:
    lines = _DOCUMENT.read_text(encoding="utf-8").splitlines()
    start = lines.index("| Setting | Default | Meaning |") + 2
    rows = lines[start : lines.index("", start)]
    assert rows == [_row(setting) for setting in SETTINGS.values()]
