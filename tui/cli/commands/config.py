"""``medbrief config``: the user's settings: where they stand, what holds, and who said so."""

from __future__ import annotations

import os
from typing import NamedTuple

from tui.cli import messages
from tui.cli.args.spec import Argument, Command, Example, Options
from tui.cli.output.writer import OUTPUT_ERROR, print_error, printable, write_output
from tui.cli.settings import Origin, Settings
from tui.config import Config
from tui.text.language import Language, Wording

_ORIGINS: dict[Origin, Wording] = {
    "option": Wording("选项", "option"),
    "environment": Wording("环境变量", "environment"),
    "file": Wording("设置文件", "file"),
    "default": Wording("默认", "default"),
}
_NO_FILE = Wording(
    "（还没有；medbrief config --init写一份）", " (none yet: medbrief config --init)"
)


class Effective(NamedTuple):
    """A setting as it holds."""

    name: str
    value: str
    origin: Origin


def run(options: Options, settings: Settings) -> int:
    """Print the settings, or write a template; mistakes go to standard error."""
    from tui.app.keymap import actions
    from tui.config import read_config

    language = settings.language
    if options.init:
        return _init(language)
    config = read_config(os.environ, actions())
    found = _effective(settings, config)
    note = "" if config.found else _NO_FILE.of(language)
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
    held = [Effective("language", settings.language, settings.language_origin)]
    for name, unsaid in (("theme", "-"), ("ambiguous_width", "-"), ("start", "last")):
        value: str = getattr(config, name)
        held.append(Effective(name, value or unsaid, "file" if value else "default"))
    for name, keys in config.keys.items():
        held.append(Effective(f"keys.{name}", " ".join(keys), "file"))
    for name, said in (config.serve or {}).items():
        held.append(Effective(f"serve.{name}", _plain(said), "file"))
    return held


def _plain(said: str | int | bool) -> str:
    return str(said).lower() if isinstance(said, bool) else str(said)


def _init(language: Language) -> int:
    """Write the template; a file that is there already stays as it is."""
    from tui.app.commands import COMMANDS
    from tui.app.keymap import actions
    from tui.cli.args.serve_options import ARGUMENTS
    from tui.config.config import config_path
    from tui.config.key_bindings import choosable
    from tui.config.server_settings import SETTINGS
    from tui.config.template import template

    path, keys = config_path(os.environ), actions()
    commands = ((item.action, choosable(keys[item.action]), item.title) for item in COMMANDS)
    server = (
        (argument.dest, SETTINGS[argument.dest].default, argument.help)
        for argument in ARGUMENTS
        if argument.dest in SETTINGS
    )
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        with open(path, "x", encoding="utf-8") as file:  # noqa: PTH123
            file.write(template(language, commands, server))
    except FileExistsError:
        print_error(messages.FILE_EXISTS.format(file=printable(path, 200)).of(language), language)
        return 2
    except OSError as error:
        why = error.strerror or type(error).__name__
        print_error(
            messages.CANNOT_WRITE.format(file=printable(path, 200), why=why).of(language), language
        )
        return OUTPUT_ERROR
    write_output(f"{path}\n")
    return 0


COMMAND = Command(
    "config",
    Wording("显示或新建自己的设置", "show your settings, or begin a file of them"),
    run,
    (
        Example(
            "medbrief config", Wording("哪些设置有效，出自哪里", "what holds, and who said so")
        ),
        Example(
            "medbrief config --init", Wording("写一份带注释的设置文件", "write a commented file")
        ),
    ),
    (
        Argument(
            ("--init",),
            Wording("新建带注释的设置文件", "write a commented config file"),
            switch=True,
        ),
    ),
    needs_store=False,
    group="self",
    details=(
        Wording(
            "设置文件是config.toml：语言、主题、字符宽度、从哪里开始、按键、SSH服务器。先后次序："
            "选项、环境变量、设置文件、系统语言。写错的地方连同行列一起说明，按默认值处理。",
            "The file config.toml holds language, theme, width of signs, where to begin, keys, and "
            "the SSH server. Options come before the environment, that before the file, and the "
            "locale last. "
            "Mistakes are told with line and column, and count as not set.",
        ),
    ),
)
