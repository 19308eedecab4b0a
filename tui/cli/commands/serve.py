"""``medbrief serve``: the briefing over SSH."""

from __future__ import annotations

import os
import sys
from typing import Any

from tui.app.keymap import actions
from tui.cli.args.serve_options import ARGUMENTS, chosen
from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.args.spec import Command, Example, Options, UsageError
from tui.cli.errors import print_config_problems
from tui.cli.output.writer import print_message, write_output
from tui.cli.settings import Settings
from tui.config import read_config
from tui.config.server_settings import SETTINGS
from tui.text.language import Wording

_MISSING = Wording(
    "要架服务器，先装上所需的包：python -m pip install 'medbrief[ssh]'",
    "serving needs two more packages: python -m pip install 'medbrief[ssh]'",
)
_WHO = Wording(
    "谁可以进来？用--authorized-keys FILE写明公钥，或用--anonymous放任何人进来",
    "who may come in? Name a file of public keys with --authorized-keys, or let anybody in with "
    "--anonymous",
)
_LISTENING = Wording(
    "在{host}的{port}端口等候读者；主机密钥{key}",
    "readers can connect to {host}, port {port}; host key {key}",
)
_BROKEN = Wording(
    "[serve]里有错，不带着它开始", "the server does not start with a mistake in [serve]"
)


def run(options: Options, settings: Settings) -> int:
    """Serve until a signal ends it; 2 where it is not said who may come in."""
    language = settings.language
    config = read_config(os.environ, actions())
    if config.problems:
        print_config_problems(config.problems, language)
    if config.serve is None:  # else limits that were meant would silently not hold
        print_message(_BROKEN.of(language))
        return 2
    said = chosen(options, config.serve)
    if options.print == "haproxy":
        return _print(options, said, settings)
    if bool(said["authorized_keys"]) == said["anonymous"]:
        print_message(_WHO.of(language))
        return 2
    if options.print:
        return _print(options, said, settings)
    try:
        from tui.serve.security.keys import default_host_key
        from tui.serve.server import serve
        from tui.serve.settings import ServeSettings
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("asyncssh", "prometheus_client"):
            raise
        print_message(_MISSING.of(language))
        return 2
    said["host_key"] = said["host_key"] or default_host_key(os.environ)
    try:
        return serve(
            ServeSettings(content=settings.content, language=language, **said),
            lambda host, port, key: print_message(
                _LISTENING.format(host=host, port=port, key=key).of(language)
            ),
        )
    except UsageError as error:
        print_message(error.message.of(language))
        return 2


def _print(options: Options, said: dict[str, Any], settings: Settings) -> int:
    from tui.serve.deploy.render import unit

    line = _line(options, said)
    write_output(unit(options.print, line, said["host"], said["port"], settings.language))
    return 0


def _line(options: Options, said: dict[str, Any]) -> list[str]:
    """The command line that serves with these settings, wherever it is started and by whom."""
    line = [os.path.abspath(sys.argv[0]), "serve"]  # noqa: PTH100
    for argument in (*COMMON_OPTIONS, *ARGUMENTS):
        setting = SETTINGS.get(argument.dest)
        value = said.get(argument.dest, getattr(options, argument.dest))
        usual = setting.default if setting else argument.default
        if argument.dest == "print" or value is None or value is False or value == usual:
            continue
        line.append(argument.names[0])
        if not argument.switch:
            path = argument.completion in ("file", "folder")
            line.append(os.path.abspath(value) if path else str(value))  # noqa: PTH100
    return line


COMMAND = Command(
    "serve",
    Wording("架起SSH服务器", "serve the briefing over SSH"),
    run,
    (
        Example(
            "medbrief serve --authorized-keys readers.pub",
            Wording("给持有这些公钥的读者", "to readers who hold these keys"),
        ),
        Example(
            "medbrief serve --anonymous --host 0.0.0.0",
            Wording("给任何人，在所有网络接口上", "to anybody, on all interfaces"),
        ),
        Example(
            "medbrief serve --anonymous --print systemd",
            Wording("如此运行的systemd单元", "a systemd unit that runs it so"),
        ),
    ),
    ARGUMENTS,
    needs_store=False,
    group="serve",
    details=(
        Wording(
            "有终端的读者看到面板，没有的得到命令的结果（ssh HOST help列出能问的）。SIGHUP换上新的"
            "公钥与内容，SIGTERM停止。每一项都可以写进设置文件的[serve]表里，名称相同，-写作_。",
            "Readers with a terminal get the panels, those without the answers of commands (ssh "
            "HOST help lists them). SIGHUP reads keys and content anew, SIGTERM ends it. Every "
            "option can stand in the table [serve] of the config, by its name with _ for -.",
        ),
        Wording(
            "读者发来的东西不经shell，也不成为文件名；转发、sftp与scp一概拒绝。",
            "Nothing that readers send reaches a shell or names a file; forwarding, sftp and scp "
            "are refused.",
        ),
    ),
)
