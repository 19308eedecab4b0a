"""Options of ``medbrief serve``, generated from the declaration of its settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tui.cli.args.spec import Argument, Options, UsageError
from tui.config.server_setting_table import SETTINGS, Setting
from tui.config.server_settings import ServerSettings
from tui.config.server_value_types import OneOf, Switch
from tui.text.language import Wording

_INVALID = Wording(
    "{option}的值“{text}”无效：应为{expected}",
    "invalid value {text!r} for {option}: expected {expected}",
)
_ACCESS = {"authorized_keys", "anonymous"}
"""The two settings that together say who may connect."""


def resolve_server_settings(
    options: Options, config: Mapping[str, str | int | bool]
) -> ServerSettings:
    """Return the settings: from the command line, else from the config, else the defaults.

    Access on the command line replaces all access settings of the config. A switch that the config
    turns on cannot be turned off.
    """
    given: dict[str, Any] = {
        name: value
        for name in SETTINGS
        if (value := getattr(options, name)) is not None and value is not False
    }
    if given.keys() & _ACCESS:
        config = {name: value for name, value in config.items() if name not in _ACCESS}
    return ServerSettings(**{**config, **given})


def _argument(setting: Setting) -> Argument:
    value_type = setting.value_type
    choices = value_type.values if isinstance(value_type, OneOf) else ()
    switch = isinstance(value_type, Switch)
    return Argument(
        (_flag(setting),),
        setting.help,
        setting.description.metavar,
        None if choices or switch or setting.is_path else _converter(setting),
        switch=switch,
        choices=choices,
        completion="file" if setting.is_path else "",
    )


def _flag(setting: Setting) -> str:
    return "--" + setting.name.replace("_", "-")


def _converter(setting: Setting) -> Callable[[str], object]:
    def convert(text: str) -> object:
        from tui.config.server_table import parse_value

        value = parse_value(setting.name, text)
        if value is None:
            expected = setting.value_type.expected
            raise UsageError(_INVALID.format(option=_flag(setting), text=text, expected=expected))
        return value

    return convert


SERVE_OPTIONS = (
    *map(_argument, SETTINGS.values()),
    Argument(
        ("--check",),
        Wording(
            "只检查设置、密钥与内容，不启动服务器",
            "check settings, keys and content instead of serving",
        ),
        switch=True,
    ),
    Argument(
        ("--print",),
        Wording(
            "不启动服务器，只输出部署文件：systemd、haproxy、container、compose或kubernetes",
            "print a file for deployment instead of serving: systemd, haproxy, container, compose "
            "or kubernetes",
        ),
        "KIND",
        choices=("systemd", "haproxy", "container", "compose", "kubernetes"),
    ),
)
