"""``medbrief config``, and the effect of the config file on other commands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import Medbrief

_INVALID = 'language = "fr"\nstart = "overview"\n[keys]\nopn_help = "h"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "medbrief").mkdir()
    return tmp_path


def _write(folder: Path, text: str) -> str:
    (folder / "medbrief" / "config.toml").write_text(text)
    return str(folder)


def test_the_path_is_printed_even_without_a_file(medbrief: Medbrief, folder: Path) -> None:
    answer = medbrief("config", XDG_CONFIG_HOME=str(folder))
    assert answer.code == 0
    assert answer.lines[0].startswith(f"{folder}/medbrief/config.toml (not created yet")
    assert answer.lines[1].split() == ["language", "en", "default"]


def test_settings_are_printed_with_their_origin(medbrief: Medbrief, folder: Path) -> None:
    config = _write(folder, 'language = "zh"\ntheme = "dark"\n[keys]\nopen_search = ["a", "/"]\n')
    lines = [line.split() for line in medbrief("config", XDG_CONFIG_HOME=config).lines]
    assert ["language", "zh", "设置文件"] in lines
    assert ["theme", "dark", "设置文件"] in lines
    assert ["start", "last", "默认"] in lines
    assert ["keys.open_search", "a", "/", "设置文件"] in lines


@pytest.mark.parametrize(
    ("words", "variables", "language"),
    [
        ((), {}, "zh"),
        ((), {"MEDBRIEF_LANG": "en"}, "en"),
        (("--lang", "zh"), {"MEDBRIEF_LANG": "en"}, "zh"),
        (("--lang", "en"), {}, "en"),
    ],
)
def test_options_override_environment_then_file_then_locale(
    medbrief: Medbrief,
    folder: Path,
    words: tuple[str, ...],
    variables: dict[str, str],
    language: str,
) -> None:
    config = _write(folder, 'language = "zh"\n')
    answer = medbrief("find", "市场规模", "2022", *words, XDG_CONFIG_HOME=config, **variables)
    assert ("已公布" in answer.text) == (language == "zh")
    assert answer.message == ""


def test_help_and_usage_errors_use_the_language_of_the_config(
    medbrief: Medbrief, folder: Path
) -> None:
    config = _write(folder, 'language = "zh"\n')
    assert "示例" in medbrief("find", "--help", XDG_CONFIG_HOME=config).text
    assert "没有" in medbrief("find", "--no-such", XDG_CONFIG_HOME=config).message


@pytest.mark.parametrize("words", [("find", "市场规模"), ("list",), ()], ids=" ".join)
def test_an_invalid_config_does_not_change_the_output(
    medbrief: Medbrief, folder: Path, words: tuple[str, ...]
) -> None:
    config = _write(folder, _INVALID)
    plain, invalid = medbrief(*words), medbrief(*words, XDG_CONFIG_HOME=config)
    assert (invalid.code, invalid.stdout) == (0, plain.stdout)
    if words:
        assert invalid.message.count("2 errors in the config file") == 1
        assert "config.toml:1:12  U006" in invalid.message
        assert "config.toml:4:1  U007" in invalid.message


def test_an_output_file_has_no_config_errors(
    medbrief: Medbrief, folder: Path, tmp_path: Path
) -> None:
    config = _write(folder, _INVALID)
    answer = medbrief("list", "-o", str(tmp_path / "list.txt"), XDG_CONFIG_HOME=config)
    assert answer.code == 0
    assert answer.message.count("errors in the config file") == 1
    assert "U006" not in (tmp_path / "list.txt").read_text()


def test_config_reports_errors(medbrief: Medbrief, folder: Path) -> None:
    answer = medbrief("config", XDG_CONFIG_HOME=_write(folder, _INVALID))
    assert answer.code == 0
    assert answer.message.count("errors in the config file") == 1
    assert "did you mean 'open_help'?" in answer.message


def test_completion_reports_no_config_errors(medbrief: Medbrief, folder: Path) -> None:
    assert medbrief("__words", "sh", XDG_CONFIG_HOME=_write(folder, _INVALID)).message == ""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_init_writes_defaults_and_never_overwrites(
    medbrief: Medbrief, tmp_path: Path, language: str
) -> None:
    new = str(tmp_path / "not" / "yet")
    first = medbrief("config", "--init", "--lang", language, XDG_CONFIG_HOME=new)
    assert (first.code, first.text) == (0, f"{new}/medbrief/config.toml\n")
    assert (
        first.message.splitlines()[-1]
        == {
            "zh": "medbrief: 已新建设置文件",
            "en": "medbrief: config file created",
        }[language]
    )
    lines = medbrief("config", XDG_CONFIG_HOME=new)
    assert lines.message == ""
    assert all(line.endswith("default") for line in lines.lines[1:])
    Path(first.text.strip()).write_text('language = "zh"\n')
    again = medbrief("config", "--init", "--lang", "en", XDG_CONFIG_HOME=new)
    assert again.code == 2
    assert "was not changed" in again.message
    assert Path(first.text.strip()).read_text() == 'language = "zh"\n'


def test_init_without_write_permission_is_an_output_error(
    medbrief: Medbrief, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    answer = medbrief("config", "--init", XDG_CONFIG_HOME=str(tmp_path / "file"))
    assert answer.code == 74
    assert "cannot write" in answer.message


def test_server_settings_are_printed(medbrief: Medbrief, folder: Path) -> None:
    config = _write(folder, "[serve]\nport = 2200\nanonymous = true\n")
    lines = [line.split() for line in medbrief("config", XDG_CONFIG_HOME=config).lines]
    assert ["serve.port", "2200", "file"] in lines
    assert ["serve.anonymous", "true", "file"] in lines
