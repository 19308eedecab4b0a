"""``medbrief serve``: the briefing over SSH."""

from __future__ import annotations

import os
import sys

from tui.cli.command import Argument, Command, Example, Options, UsageError
from tui.cli.common import COMMON
from tui.cli.output import put, say
from tui.cli.settings import Settings
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
_NO_NUMBER = Wording(
    "“{text}”不行：要{least}到{most}之间的整数",
    "{text!r} will not do: a whole number from {least} to {most} is wanted",
)
_NO_TIME = Wording(
    "“{text}”不是时长：写秒数，或如90s、30m、8h",
    "{text!r} is no time: give seconds, or 90s, 30m, 8h",
)
_UNITS = {"s": 1, "m": 60, "h": 3600}


def _number(text: str, least: int, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 9 and least <= int(text) <= most):
        raise UsageError(_NO_NUMBER.format(text=text, least=least, most=most))
    return int(text)


def _port(text: str) -> int:
    return _number(text, 0, 65535)


def _count(text: str) -> int:
    return _number(text, 1, 100_000)


def _rate(text: str) -> int:
    return _number(text.removesuffix("/min"), 1, 100_000)


def _time(text: str) -> int:
    number, unit = (text[:-1], text[-1:]) if text[-1:] in _UNITS else (text, "s")
    if not (number.isascii() and number.isdigit() and len(number) < 8 and int(number) > 0):
        raise UsageError(_NO_TIME.format(text=text))
    return int(number) * _UNITS[unit]


def run(options: Options, settings: Settings) -> int:
    """Serve until a signal ends it; 2 where it is not said who may come in."""
    language = settings.language
    if options.print == "haproxy":
        return _print(options, settings)
    if bool(options.authorized_keys) == options.anonymous:
        say(_WHO.of(language))
        return 2
    if options.print:
        return _print(options, settings)
    try:
        from tui.serve.keys import default_host_key
        from tui.serve.plan import Plan
        from tui.serve.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("asyncssh", "prometheus_client"):
            raise
        say(_MISSING.of(language))
        return 2
    plan = Plan(
        host=options.host,
        port=options.port,
        keys=options.authorized_keys,
        host_key=options.host_key or default_host_key(os.environ),
        content=settings.content,
        language=language,
        most=options.max_sessions,
        idle=options.idle_timeout,
        longest=options.max_time,
        rate=options.rate,
        watch=options.watch,
        log_form=options.log_format,
        metrics=options.metrics,
        proxied=options.proxy_protocol,
    )
    try:
        return serve(
            plan,
            lambda host, port, key: say(
                _LISTENING.format(host=host, port=port, key=key).of(language)
            ),
        )
    except UsageError as error:
        say(error.said.of(language))
        return 2


def _print(options: Options, settings: Settings) -> int:
    from tui.serve.units import unit

    put(unit(options.print, _line(options), options.host, options.port, settings.language))
    return 0


def _line(options: Options) -> list[str]:
    """The command line that serves with these options, wherever it is started."""
    line = [os.path.abspath(sys.argv[0]), "serve"]  # noqa: PTH100
    for argument in (*COMMON, *COMMAND.arguments):
        value = getattr(options, argument.field)
        if argument.field == "print" or value in (None, False, argument.default):
            continue
        line.append(argument.names[0])
        if not argument.switch:
            path = argument.complete in ("file", "folder")
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
    (
        Argument(
            ("--host",),
            Wording("监听的地址（默认127.0.0.1）", "address to listen on (default: 127.0.0.1)"),
            "ADDRESS",
            default="127.0.0.1",
        ),
        Argument(
            ("--port",),
            Wording("端口（默认2222）", "port (default: 2222)"),
            "PORT",
            _port,
            2222,
        ),
        Argument(
            ("--authorized-keys",),
            Wording("FILE里的公钥可以进来", "let in who holds a key of FILE"),
            "FILE",
            complete="file",
        ),
        Argument(("--anonymous",), Wording("任何人可以进来", "let in anybody"), switch=True),
        Argument(
            ("--host-key",),
            Wording(
                "服务器的密钥（默认在用户数据文件夹里，没有则生成）",
                "the server's key (default: in the user's data folder, made if missing)",
            ),
            "FILE",
            complete="file",
        ),
        Argument(
            ("--max-sessions",),
            Wording("同时至多N个会话（默认100）", "at most N sessions at a time (default: 100)"),
            "N",
            _count,
            100,
        ),
        Argument(
            ("--idle-timeout",),
            Wording("多久没有按键就结束（默认30m）", "end after T without a key (default: 30m)"),
            "T",
            _time,
            1800,
        ),
        Argument(
            ("--max-time",),
            Wording("一个会话最长多久（默认8h）", "longest time of a session (default: 8h)"),
            "T",
            _time,
            28800,
        ),
        Argument(
            ("--rate",),
            Wording(
                "一个地址每分钟至多连接N次（默认60）",
                "at most N connections a minute from an address (default: 60)",
            ),
            "N/min",
            _rate,
            60,
        ),
        Argument(
            ("--watch",),
            Wording("内容一改就换上", "serve new content as soon as it is saved"),
            switch=True,
        ),
        Argument(
            ("--log-format",),
            Wording("日志的格式（默认text）", "form of the log (default: text)"),
            default="text",
            choices=("text", "json"),
        ),
        Argument(
            ("--metrics",),
            Wording(
                "在本机PORT端口供Prometheus取数",
                "answer Prometheus on PORT of this machine alone",
            ),
            "PORT",
            _port,
            0,
        ),
        Argument(
            ("--proxy-protocol",),
            Wording(
                "连接都以PROXY头开始（只在负载均衡器后面用）",
                "connections begin with a PROXY header (behind a load balancer only)",
            ),
            switch=True,
        ),
        Argument(
            ("--print",),
            Wording(
                "不架服务器，只印出systemd单元或HAProxy的配置",
                "do not serve, but print a systemd unit or a configuration of HAProxy",
            ),
            choices=("systemd", "haproxy"),
        ),
    ),
    needs_store=False,
    group="serve",
    details=(
        Wording(
            "有终端的读者看到面板，没有的得到命令的结果（ssh HOST help列出能问的）。SIGHUP换上新的"
            "公钥与内容，SIGTERM停止。",
            "Readers with a terminal get the panels, those without the answers of commands (ssh "
            "HOST help lists them). SIGHUP reads keys and content anew, SIGTERM ends it.",
        ),
        Wording(
            "读者发来的东西不经shell，也不成为文件名；转发、sftp与scp一概拒绝。",
            "Nothing that readers send reaches a shell or names a file; forwarding, sftp and scp "
            "are refused.",
        ),
    ),
)
