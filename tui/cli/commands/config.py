"""``medbrief config``: print the effective settings and their origin, or write a config file."""

from __future__ import annotations

import os
from typing import NamedTuple

from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.unwritten import report_unwritten
from tui.cli.output.writer import print_message, write_output, write_path
from tui.cli.settings import Origin, Settings
from tui.config import Config
from tui.text.language import Language, Wording

_ORIGINS: dict[Origin, Wording] = {
    "option": Wording("选项", "option"),
    "environment": Wording("环境变量", "environment"),
    "file": Wording("设置文件", "file"),
    "default": Wording("默认", "default"),
}
_NO_CONFIG = Wording(
    "（尚未创建；用medbrief config --init新建）", " (not created yet: medbrief config --init)"
)
_CREATED = Wording("已新建设置文件", "config file created")


class Effective(NamedTuple):
    """The effective value of a setting and its origin."""

    name: str
    value: str
    origin: Origin


def run(options: Options, settings: Settings) -> int:
    """Print the settings, or write a template; mistakes in the config go to standard error."""
    from tui.app.keymap import actions
    from tui.config import read_config

    language = settings.language
    if options.init:
        return _init(language)
    config = read_config(os.environ, actions(), server=True)
    found = _effective(settings, config)
    note = "" if config.found else _NO_CONFIG.of(language)
    names, values = (max(len(item[place]) for item in found) for place in (0, 1))
    rows = [
        f"{item.name:<{names}}  {item.value:<{values}}  {_ORIGINS[item.origin].of(language)}"
        for item in found
    ]
    write_output("\n".join([f"{config.path}{note}", *rows]) + "\n")
    if config.problems:
        from tui.cli.errors import print_config_problems

        print_config_problems(config.problems, language)
    return 0


def _effective(settings: Settings, config: Config) -> list[Effective]:
    effective = [Effective("language", settings.language, settings.language_origin)]
    for name, placeholder in (
        ("theme", "-"),
        ("ambiguous_width", "-"),
        ("start", "last"),
        ("copy_form", "plain"),
        ("citation_style", "-"),
    ):
        value: str = getattr(config, name)
        effective.append(Effective(name, value or placeholder, "file" if value else "default"))
    for name, keys in config.keys.items():
        effective.append(Effective(f"keys.{name}", " ".join(keys), "file"))
    for name, setting in (config.serve or {}).items():
        effective.append(Effective(f"serve.{name}", _format(setting), "file"))
    return effective


def _format(value: str | int | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _init(language: Language) -> int:
    """Write the template; never overwrite a file."""
    from tui.app.commands import COMMANDS
    from tui.app.keymap import actions
    from tui.config.config import config_path
    from tui.config.effective_keys import configurable_keys
    from tui.config.template import config_template
    from tui.file_write import write_file

    path, keys = config_path(os.environ), actions()
    commands = (
        (item.action, configurable_keys(keys[item.action]), item.title) for item in COMMANDS
    )
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        write_file(path, config_template(language, commands).encode(), exclusive=True)
    except (OSError, ValueError) as error:
        return report_unwritten(path, error, language)
    write_path(path)
    print_message(_CREATED.of(language))
    return 0


COMMAND = Command(
    "config",
    Wording("显示设置，或新建设置文件", "show your settings, or create a config file"),
    run,
    (
        Example(
            "medbrief config",
            Wording("生效的设置及其来源", "the effective settings and their origin"),
        ),
        Example(
            "medbrief config --init", Wording("新建带注释的设置文件", "create a commented file")
        ),
    ),
    (
        Argument(
            ("--init",),
            Wording("新建带注释的设置文件", "create a commented config file"),
            switch=True,
        ),
    ),
    needs_store=False,
    group="self",
    details=(
        Wording(
            "设置文件config.toml可设语言、配色、字符宽度、起始页、按键与SSH服务器。优先次序："
            "命令行选项、环境变量、设置文件、系统语言。有误的设置会注明行列，并按默认值处理。",
            "config.toml sets the language, theme, character width, start page, keys and SSH "
            "server. "
            "Order of precedence: command-line options, environment variables, config.toml, "
            "locale. "
            "Invalid settings are reported with line and column, and the default is used.",
        ),
    ),
)
