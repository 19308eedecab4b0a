"""The user's settings, and how they are read."""

from __future__ import annotations

import os

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.xdg import read_small_file, user_folder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal, TypeAlias

    from tui.diagnostics import Problem

Theme: TypeAlias = """Literal[
    "auto", "dark", "light", "mono", "nord", "gruvbox", "catppuccin", "solarized-dark",
    "solarized-light",
]"""
THEMES: tuple[Theme, ...] = (
    "auto", "dark", "light", "mono", "nord", "gruvbox", "catppuccin", "solarized-dark",
    "solarized-light",
)  # fmt: skip
"""Values of the setting ``theme`` and of ``--theme``; here because lookups import this module."""

MAX_FILE_SIZE = 256 * 1024


class Config(NamedTuple):
    """The settings of one user. An empty string means not set.

    ``found``: the file exists; ``keys``: the configured keys of each action, by the names of
    ``tui.config.key_bindings``; ``serve``: the configured settings of the server, by the names of
    ``tui.config.server_settings``, or None if that table is invalid.
    """

    path: str
    found: bool = False
    language: str = ""
    theme: str = ""
    ambiguous_width: str = ""
    start: str = ""
    copy_form: str = ""
    citation_style: str = ""
    keys: dict[str, tuple[str, ...]] = {}  # noqa: RUF012  # never changed
    problems: tuple[Problem, ...] = ()
    serve: dict[str, str | int | bool] | None = {}  # noqa: RUF012  # never changed


def config_path(environ: Mapping[str, str]) -> str:
    """Return the path of the user's config, which need not exist."""
    return os.path.join(user_folder(environ, "XDG_CONFIG_HOME", ".config"), "config.toml")


def read_config(
    environ: Mapping[str, str],
    actions: Mapping[str, tuple[str, ...]] | None = None,
    *,
    server: bool = False,
) -> Config:
    """Return the user's config.

    ``actions``: the actions of the app with their default keys; without them the tables ``[keys]``
    and ``[serve]`` may be skipped. ``server``: read the table ``[serve]`` too; its validation
    imports pydantic (126 ms).
    """
    path = config_path(environ)
    try:
        data = read_small_file(path, MAX_FILE_SIZE)
    except OSError as error:
        from tui.config.config_parser import unreadable_config

        return unreadable_config(path, error)
    if data is None:
        return Config(path)
    if actions is None:
        from tui.config.fast_reader import CHOICES, read_plain_config

        values = read_plain_config(data)
        if values is not None:
            set_to = {name: values.get(name, "") for name in CHOICES}
            return Config(path, True, **set_to)  # type: ignore[arg-type]  # all are texts
    from tui.config.config_parser import parse_config

    return parse_config(path, data, actions, server=server)
