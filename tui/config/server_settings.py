"""What can be set of ``medbrief serve``: on its command line, and under ``[serve]`` in the config.

Both read a setting here, so that both take the same words and say alike what they want.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui import diagnostics
from tui.text.language import Wording

_UNITS = {"s": 1, "m": 60, "h": 3600}
_MOST = 100_000
_PORT = 65_535
_TRUTH = diagnostics.TRUE_OR_FALSE
_TEXT = diagnostics.QUOTED_TEXT
_TIME = Wording("秒数，或“90s”“30m”“8h”", 'seconds, or "90s", "30m", "8h"')
_RATE = Wording("次数，如60或“60/min”", 'a number such as 60 or "60/min"')
_NUMBER = Wording("{least}到{most}之间的整数", "a whole number from {least} to {most}")
_CHOICE = Wording("其中之一：{known}", "one of: {known}")


class Setting(NamedTuple):
    """``default``: what holds where nobody says anything; times in seconds."""

    kind: Literal["text", "file", "switch", "number", "rate", "time", "choice"]
    default: str | int | bool
    least: int = 1
    most: int = _MOST
    choices: tuple[str, ...] = ()


SETTINGS = {
    "host": Setting("text", "127.0.0.1"),
    "port": Setting("number", 2222, 0, _PORT),
    "authorized_keys": Setting("file", ""),
    "anonymous": Setting("switch", False),
    "host_key": Setting("file", ""),
    "max_sessions": Setting("number", 100),
    "idle_timeout": Setting("time", 1800),
    "max_time": Setting("time", 28_800),
    "login_grace": Setting("time", 20),
    "end_grace": Setting("time", 10),
    "rate": Setting("rate", 60),
    "watch": Setting("switch", False),
    "log_format": Setting("choice", "text", choices=("text", "json")),
    "metrics": Setting("number", 0, 0, _PORT),
    "proxy_protocol": Setting("switch", False),
}


def taken(setting: Setting, value: object) -> str | int | bool | None:
    """A value as TOML holds it; None where it is not wanted."""
    if setting.kind == "switch" or isinstance(value, bool):
        return value if setting.kind == "switch" and isinstance(value, bool) else None
    if isinstance(value, int) and setting.kind in ("number", "rate", "time"):
        return worded(setting, str(value))
    return worded(setting, value) if isinstance(value, str) else None


def worded(setting: Setting, text: str) -> str | int | None:
    """A value as a command line says it; None where it is not wanted."""
    if setting.kind in ("text", "file"):
        return text if text and text.isprintable() else None
    if setting.kind == "choice":
        return text if text in setting.choices else None
    unit = 1
    if setting.kind == "time" and text[-1:] in _UNITS:
        text, unit = text[:-1], _UNITS[text[-1]]
    if setting.kind == "rate":
        text = text.removesuffix("/min")
    if not (text.isascii() and text.isdigit() and len(text) < 9):
        return None
    number = int(text)
    most = 10 * 365 * 86_400 if setting.kind == "time" else setting.most
    return number * unit if setting.least <= number * unit <= most else None


def wanted(setting: Setting) -> Wording:
    """What is, in words."""
    if setting.kind == "number":
        return _NUMBER.format(least=setting.least, most=setting.most)
    if setting.kind == "choice":
        known = setting.choices
        return _CHOICE.format(known=Wording("、".join(known), ", ".join(known)))
    return {"switch": _TRUTH, "time": _TIME, "rate": _RATE}.get(setting.kind, _TEXT)
