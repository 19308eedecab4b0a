"""``medbrief serve``: serve the briefing over SSH."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.app.keymap import actions
from tui.cli import messages
from tui.cli.args.serve_options import SERVE_OPTIONS, resolve_server_settings
from tui.cli.args.spec import Command, Example, Options, UsageError
from tui.cli.errors import is_unexpected, print_config_problems, report_error
from tui.cli.output.missing_packages import report_missing_package
from tui.cli.output.writer import print_error, print_message, printable, write_output
from tui.cli.settings import Settings
from tui.config import Config, read_config
from tui.config.server_settings import ServerSettings
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from tui.diagnostics import Problem
    from tui.serve.observability.log import Log

_INTERNAL_ERROR = 70  # EX_SOFTWARE of sysexits.h
_MISSING_PACKAGES = Wording(
    "缺少SSH服务所需的包，请运行：{command}",
    "packages for the SSH server are missing; run: {command}",
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
_CHECKED = Wording(
    "检查完毕：{errors}处错误，{warnings}处警告", "checked: {en_errors}, {en_warnings}"
)
_WARNING = Wording("警告：{what}", "warning: {what}")
_INVALID_CONFIG = Wording(
    "设置文件的[serve]有误，服务未启动：请先改正",
    "invalid [serve] in the config file, the server does not start: correct it first",
)


def run(options: Options, settings: Settings) -> int:
    """Serve until a signal arrives; return 2 for invalid settings.

    With ``--log-format json`` every error is printed as a JSON object.

    Raises:
        UsageError: no access is specified; a file, address or port cannot be used.
    """
    config = read_config(os.environ, actions(), server=True)
    if options.print:
        server = _server_settings(options, settings, config)
        return _print_file(options, server, settings) if server else 2
    if options.check:
        server = _server_settings(options, settings, config)
        return _check(server, settings) if server else 2
    from tui.serve.observability.python_errors import log_error
    from tui.serve.observability.standard_error import standard_error_logged

    log_format = options.log_format or (config.serve or {}).get("log_format")
    with standard_error_logged("json" if log_format == "json" else "text") as log:
        try:
            return _serve(options, settings, config, log)
        except Exception as error:
            if log.format == "text":
                raise
            if is_unexpected(error):
                log_error(log, error, "serve")
                return _INTERNAL_ERROR
            return report_error(error, "serve", settings)


def _server_settings(options: Options, settings: Settings, config: Config) -> ServerSettings | None:
    """Return the settings, or None after a message if the config is invalid."""
    if config.problems:
        print_config_problems(config.problems, settings.language)
    if config.serve is None:  # the defaults may allow more than the user intended
        print_error(_INVALID_CONFIG.of(settings.language), settings.language)
        return None
    server = resolve_server_settings(options, config.serve)
    if options.print != "haproxy" and bool(server.authorized_keys) == server.anonymous:
        raise UsageError(_NO_ACCESS)
    return server


def _serve(options: Options, settings: Settings, config: Config, log: Log) -> int:
    language = settings.language
    server = _server_settings(options, settings, config)
    if server is None:
        return 2
    try:
        from tui.serve.server import serve
    except ModuleNotFoundError as error:
        return _report_missing_package(error, language)
    server = _with_host_key(server)

    def print_address(host: str, port: int, key: str) -> None:
        if log.format == "text":  # JSON has it in the event "listen"
            print_message(_LISTENING.format(host=host, port=port, key=key).of(language))

    return serve(server, settings.content, language, log, print_address)


def _check(server: ServerSettings, settings: Settings) -> int:
    """Print every problem; return 0 if the server would start, 2 if not, 3 if only the content is
    invalid."""
    language = settings.language
    try:
        from tui.serve.settings_check import check_settings
    except ModuleNotFoundError as error:
        return _report_missing_package(error, language)
    findings = check_settings(_with_host_key(server))
    write_output("".join(f"{printable(item.format(language), 1000)}\n" for item in findings))
    errors = sum(item.is_error for item in findings)
    content = _content_problems(settings)
    write_output("".join(f"{printable(item.format(language), 1000)}\n" for item in content))
    summary = _CHECKED.format(
        errors=errors + len(content),
        warnings=len(findings) - errors,
        en_errors=messages.count_of(errors + len(content), "error"),
        en_warnings=messages.count_of(len(findings) - errors, "warning"),
    )
    print_message(summary.of(language))
    if errors:
        return 2
    return 3 if content else 0


def _content_problems(settings: Settings) -> tuple[Problem, ...]:
    from tui.store import BriefingError, open_store

    try:
        open_store(settings.content, os.environ).close()
    except BriefingError as error:
        return error.problems
    return ()


def _with_host_key(server: ServerSettings) -> ServerSettings:
    """Fill in the default host key, which is generated if it does not exist."""
    from tui.serve.security.host_key import default_host_key

    if server.host_key:
        return server
    return server._replace(host_key=default_host_key(os.environ), generate_host_key=True)


def _report_missing_package(error: ModuleNotFoundError, language: Language) -> int:
    packages = ("asyncssh", "prometheus_client")
    return report_missing_package(error, "ssh", packages, _MISSING_PACKAGES, language)


def _print_file(options: Options, server: ServerSettings, settings: Settings) -> int:
    from tui.serve.deploy.render import render

    text, warnings = render(options.print, options, server, settings.language)
    write_output(text)
    for warning in warnings:
        print_message(_WARNING.format(what=warning).of(settings.language))
    return 0


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
        Example(
            "medbrief serve --authorized-keys readers.pub --check",
            Wording("检查密钥文件等，不启动服务", "check the key file and everything else"),
        ),
    ),
    SERVE_OPTIONS,
    needs_store=False,
    group="serve",
    details=(
        Wording(
            "有终端的客户端打开面板，没有的执行只读命令（ssh HOST help列出可用的命令）。"
            "公钥文件改动后几秒内生效；SIGHUP重新载入公钥与内容，SIGTERM停止服务。"
            "各选项都可写入设置文件的[serve]表，名称相同，-写作_。",
            "Clients with a terminal get the panels; others can run read-only commands (ssh HOST "
            "help lists them). A changed key file takes effect within seconds; SIGHUP reloads keys "
            "and content, SIGTERM stops the server. Every option can be set in the [serve] table "
            "of the config file, with _ for -.",
        ),
        Wording(
            "--check逐行列出问题：服务能启动则返回0（被拒绝的公钥行只是警告），设置、密钥或证书有误返回2，"
            "只有内容有误返回3。可用作systemd的ExecStartPre。",
            "--check lists every problem with file and line. It returns 0 if the server would "
            "start (refused lines of keys are warnings), 2 if settings, keys or certificate are "
            "invalid, 3 if only the content is. It can be the ExecStartPre of a systemd unit.",
        ),
        Wording(
            "客户端发来的内容不会传给shell，也不会用作文件名；转发、sftp与scp一律拒绝。",
            "Client input never reaches a shell and is never used as a file name; forwarding, "
            "sftp and scp are refused.",
        ),
    ),
)
