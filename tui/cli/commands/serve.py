"""``medbrief serve``: the briefing over SSH."""

from __future__ import annotations

import os
import sys

from tui.app.keymap import actions
from tui.cli.args.serve_options import SERVE_OPTIONS, resolve_server_settings
from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.args.spec import Command, Example, Options, UsageError
from tui.cli.config_errors import print_config_problems
from tui.cli.output.writer import print_message, write_output
from tui.cli.settings import Settings
from tui.config import read_config
from tui.config.server_settings import SETTINGS, ServerSettings
from tui.text.language import Wording

_MISSING_PACKAGES = Wording(
    "启动SSH服务需要另外的包：python -m pip install 'medbrief[ssh]'",
    "the SSH server needs two more packages: python -m pip install 'medbrief[ssh]'",
)
_NO_ACCESS = Wording(
    "没有设定谁可以连接：用--authorized-keys FILE指定公钥文件，或用--anonymous允许任何人",
    "no access configured: give a file of public keys with --authorized-keys, or let anyone "
    "connect with --anonymous",
)
_LISTENING = Wording(
    "正在监听{host}的{port}端口；主机密钥{key}",
    "listening on {host} port {port}; host key {key}",
)
_INVALID_TABLE = Wording(
    "设置文件的[serve]表有错误，服务器未启动",
    "the server does not start while the table [serve] of the config is invalid",
)


def run(options: Options, settings: Settings) -> int:
    """Serve until a signal ends it; return 2 for invalid settings."""
    language = settings.language
    config = read_config(os.environ, actions(), server=True)
    if config.problems:
        print_config_problems(config.problems, language)
    if config.serve is None:  # a limit with a typo must not be silently ignored
        print_message(_INVALID_TABLE.of(language))
        return 2
    server = resolve_server_settings(options, config.serve)
    if options.print == "haproxy":
        return _print_file(options, server, settings)
    if bool(server.authorized_keys) == server.anonymous:
        print_message(_NO_ACCESS.of(language))
        return 2
    if options.print:
        return _print_file(options, server, settings)
    try:
        from tui.serve.security.keys import default_host_key
        from tui.serve.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("asyncssh", "prometheus_client"):
            raise
        print_message(_MISSING_PACKAGES.of(language))
        return 2
    if not server.host_key:
        server = server._replace(host_key=default_host_key(os.environ))
    try:
        return serve(
            server,
            settings.content,
            language,
            lambda host, port, key: print_message(
                _LISTENING.format(host=host, port=port, key=key).of(language)
            ),
        )
    except UsageError as error:
        print_message(error.message.of(language))
        return 2


def _print_file(options: Options, server: ServerSettings, settings: Settings) -> int:
    from tui.serve.deploy.render import render

    command = _command_line(options, server)
    write_output(render(options.print, command, server.host, server.port, settings.language))
    return 0


def _command_line(options: Options, server: ServerSettings) -> list[str]:
    """Return a command line with these settings that works from any folder and for any user."""
    line = [os.path.abspath(sys.argv[0]), "serve"]  # noqa: PTH100
    for argument in (*COMMON_OPTIONS, *SERVE_OPTIONS):
        name = argument.dest
        from_settings = name in SETTINGS
        value = getattr(server if from_settings else options, name)
        default = SETTINGS[name].default if from_settings else argument.default
        if name == "print" or value is None or value is False or value == default:
            continue
        line.append(argument.names[0])
        if not argument.switch:
            is_path = argument.completion in ("file", "folder")
            line.append(os.path.abspath(value) if is_path else str(value))  # noqa: PTH100
    return line


COMMAND = Command(
    "serve",
    Wording("启动SSH服务", "serve the briefing over SSH"),
    run,
    (
        Example(
            "medbrief serve --authorized-keys readers.pub",
            Wording("供持有这些密钥的读者连接", "for readers who hold one of these keys"),
        ),
        Example(
            "medbrief serve --anonymous --host 0.0.0.0",
            Wording("允许任何人从所有网络接口连接", "for anyone, on all network interfaces"),
        ),
        Example(
            "medbrief serve --anonymous --print systemd",
            Wording("输出运行此命令的systemd单元", "print a systemd unit that runs this command"),
        ),
    ),
    SERVE_OPTIONS,
    needs_store=False,
    group="serve",
    details=(
        Wording(
            "有终端的读者看到面板，没有终端的得到命令的输出（ssh HOST help列出可用命令）。SIGHUP"
            "重新读取公钥与内容，SIGTERM停止服务。所有选项都可以写进设置文件的[serve]表，名称相同，"
            "以_代替-。",
            "Readers with a terminal get the panels, those without get the output of commands (ssh "
            "HOST help lists them). SIGHUP reloads keys and content, SIGTERM stops the server. "
            "Every option can be set in the table [serve] of the config, with _ for -.",
        ),
        Wording(
            "读者的输入不经过shell，也不会成为文件名；转发、sftp与scp一律拒绝。",
            "Input of readers never reaches a shell and never names a file; forwarding, sftp and "
            "scp are refused.",
        ),
    ),
)
