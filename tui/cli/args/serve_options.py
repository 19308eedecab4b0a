"""What is said of a server: by the command line, else by the user's config, else by default."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tui.cli.args.spec import Argument, Options, UsageError
from tui.config.server_settings import SETTINGS, wanted, worded
from tui.text.language import Wording

_INVALID = Wording(
    "--{name}的值“{text}”无效：应为{wanted}",
    "invalid value {text!r} for --{name}: expected {wanted}",
)


def _text(name: str) -> Callable[[str], object]:
    """Reads a word for the setting of that name."""

    def read(text: str) -> object:
        found = worded(SETTINGS[name], text)
        if found is None:
            raise UsageError(
                _INVALID.format(
                    name=name.replace("_", "-"), text=text, wanted=wanted(SETTINGS[name])
                )
            )
        return found

    return read


def chosen(options: Options, config: dict[str, str | int | bool]) -> dict[str, Any]:
    """Every setting of ``tui.config.server_settings``. Who may come in is one matter: what
    the command line says of it puts aside all that the config does. What it switches on
    stays on."""
    words = {name: getattr(options, name) for name in SETTINGS}
    said = {name: word for name, word in words.items() if word is not None and word is not False}
    if said.keys() & _WHO:
        config = {name: value for name, value in config.items() if name not in _WHO}
    usual = {name: setting.default for name, setting in SETTINGS.items()}
    return {**usual, **config, **said}


_WHO = {"authorized_keys", "anonymous"}

ARGUMENTS = (
    Argument(
        ("--host",),
        Wording("监听的地址（默认127.0.0.1）", "address to listen on (default: 127.0.0.1)"),
        "ADDRESS",
        _text("host"),
    ),
    Argument(
        ("--port",),
        Wording("端口（默认2222）", "port (default: 2222)"),
        "PORT",
        _text("port"),
    ),
    Argument(
        ("--authorized-keys",),
        Wording("FILE里的公钥可以进来", "let in who holds a key of FILE"),
        "FILE",
        completion="file",
    ),
    Argument(("--anonymous",), Wording("任何人可以进来", "let in anybody"), switch=True),
    Argument(
        ("--host-key",),
        Wording(
            "服务器的密钥（默认在用户数据文件夹里，没有则生成）",
            "the server's key (default: in the user's data folder, made if missing)",
        ),
        "FILE",
        completion="file",
    ),
    Argument(
        ("--max-sessions",),
        Wording("同时至多N个会话（默认100）", "at most N sessions at a time (default: 100)"),
        "N",
        _text("max_sessions"),
    ),
    Argument(
        ("--idle-timeout",),
        Wording("多久没有按键就结束（默认30m）", "end after T without a key (default: 30m)"),
        "T",
        _text("idle_timeout"),
    ),
    Argument(
        ("--max-time",),
        Wording("一个会话最长多久（默认8h）", "longest time of a session (default: 8h)"),
        "T",
        _text("max_time"),
    ),
    Argument(
        ("--login-grace",),
        Wording(
            "多久没有登录就挂断（默认20s）",
            "hang up on who has not come in after T (default: 20s)",
        ),
        "T",
        _text("login_grace"),
    ),
    Argument(
        ("--end-grace",),
        Wording(
            "停止时给会话多久收尾（默认10s）",
            "time for sessions to end when the server stops (default: 10s)",
        ),
        "T",
        _text("end_grace"),
    ),
    Argument(
        ("--rate",),
        Wording(
            "一个地址每分钟至多连接N次（默认60）",
            "at most N connections a minute from an address (default: 60)",
        ),
        "N/min",
        _text("rate"),
    ),
    Argument(
        ("--watch",),
        Wording("内容一改就换上", "serve new content as soon as it is saved"),
        switch=True,
    ),
    Argument(
        ("--log-format",),
        Wording("日志的格式（默认text）", "form of the log (default: text)"),
        choices=SETTINGS["log_format"].choices,
    ),
    Argument(
        ("--metrics",),
        Wording(
            "在本机PORT端口供Prometheus取数",
            "answer Prometheus on PORT of this machine alone",
        ),
        "PORT",
        _text("metrics"),
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
)
