"""``medbrief serve``: serve the briefing over SSH."""

from __future__ import annotations

import os
import sys
from typing import Any

from tui.app.keymap import actions
from tui.cli.args.serve_options import ARGUMENTS, chosen
from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.args.spec import Command, Example, Options, UsageError
from tui.cli.errors import print_config_problems
from tui.cli.output.writer import print_error, print_message, write_output
from tui.cli.settings import Settings
from tui.config import read_config
from tui.config.server_settings import SETTINGS
from tui.text.language import Wording

_MISSING_PACKAGES = Wording(
    "缺少SSH服务所需的包：python -m pip install 'medbrief[ssh]'",
    "packages for the SSH server are missing: python -m pip install 'medbrief[ssh]'",
)
_NO_ACCESS = Wording(
    "没有指定谁可以登录：应写--authorized-keys FILE（公钥文件）或--anonymous（任何人），二者取一",
    "no access specified: expected either --authorized-keys FILE (clients with these public keys) "
    "or --anonymous (any client)",
)
_LISTENING = Wording(
    "正在监听{host}的{port}端口；主机密钥{key}",
    "listening on {host} port {port}; host key {key}",
)
_INVALID_CONFIG = Wording(
    "设置文件的[serve]有误，服务未启动：请先改正",
    "invalid [serve] in the config file, the server does not start: correct it first",
)


def run(options: Options, settings: Settings) -> int:
    """Serve until a signal arrives; return 2 for invalid settings."""
    language = settings.language
    config = read_config(os.environ, actions())
    if config.problems:
        print_config_problems(config.problems, language)
    if config.serve is None:  # the defaults may allow more than the user intended
        print_error(_INVALID_CONFIG.of(language), language)
        return 2
    values = chosen(options, config.serve)
    if options.print == "haproxy":
        return _print_unit(options, values, settings)
    if bool(values["authorized_keys"]) == values["anonymous"]:
        print_error(_NO_ACCESS.of(language), language)
        return 2
    if options.print:
        return _print_unit(options, values, settings)
    try:
        from tui.serve.security.keys import default_host_key
        from tui.serve.server import serve
        from tui.serve.settings import ServeSettings
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("asyncssh", "prometheus_client"):
            raise
        print_error(_MISSING_PACKAGES.of(language), language)
        return 2
    values["host_key"] = values["host_key"] or default_host_key(os.environ)
    try:
        return serve(
            ServeSettings(content=settings.content, language=language, **values),
            lambda host, port, key: print_message(
                _LISTENING.format(host=host, port=port, key=key).of(language)
            ),
        )
    except UsageError as error:
        print_error(error.message.of(language), language)
        return 2


def _print_unit(options: Options, values: dict[str, Any], settings: Settings) -> int:
    from tui.serve.deploy.render import unit

    line = _command_line(options, values)
    write_output(unit(options.print, line, values["host"], values["port"], settings.language))
    return 0


def _command_line(options: Options, values: dict[str, Any]) -> list[str]:
    """Return the command line that serves with these settings from any working directory."""
    line = [os.path.abspath(sys.argv[0]), "serve"]  # noqa: PTH100
    for argument in (*COMMON_OPTIONS, *ARGUMENTS):
        setting = SETTINGS.get(argument.dest)
        value = values.get(argument.dest, getattr(options, argument.dest))
        default = setting.default if setting else argument.default
        if argument.dest == "print" or value is None or value is False or value == default:
            continue
        line.append(argument.names[0])
        if not argument.switch:
            path = argument.completion in ("file", "folder")
            line.append(os.path.abspath(value) if path else str(value))  # noqa: PTH100
    return line


COMMAND = Command(
    "serve",
    Wording("启动SSH服务", "serve the briefing over SSH"),
    run,
    (
        Example(
            "medbrief serve --authorized-keys readers.pub",
            Wording("只允许持有这些公钥的客户端", "to clients with these public keys"),
        ),
        Example(
            "medbrief serve --anonymous --host 0.0.0.0",
            Wording("允许任何人，监听所有网络接口", "to any client, on all interfaces"),
        ),
        Example(
            "medbrief serve --anonymous --print systemd",
            Wording("输出相应的systemd单元", "print the systemd unit for it"),
        ),
    ),
    ARGUMENTS,
    needs_store=False,
    group="serve",
    details=(
        Wording(
            "有终端的客户端打开面板，没有的执行只读命令（ssh HOST help列出可用的命令）。"
            "SIGHUP重新载入公钥与内容，SIGTERM停止服务。各选项都可写入设置文件的[serve]表，"
            "名称相同，-写作_。",
            "Clients with a terminal get the panels; others can run read-only commands (ssh HOST "
            "help lists them). SIGHUP reloads keys and content, SIGTERM stops the server. Every "
            "option can be set in the [serve] table of the config file, with _ for -.",
        ),
        Wording(
            "客户端发来的内容不会传给shell，也不会用作文件名；转发、sftp与scp一律拒绝。",
            "Client input never reaches a shell and is never used as a file name; forwarding, "
            "sftp and scp are refused.",
        ),
    ),
)
