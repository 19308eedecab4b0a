"""What was set, and where."""

from __future__ import annotations

import os

from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.xdg import read_small_file, user_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.diagnostics import Problem

LARGEST = 256 * 1024


class Config(NamedTuple):
    """Empty texts: not set. ``keys``: for each action of the app the keys that were chosen, by
    the names of ``tui.config.key_bindings``. ``serve``: the settings of the server that were
    chosen, by the names of ``tui.config.server_settings``; None if that table is invalid.
    ``found``: there is such a file."""

    path: str
    found: bool = False
    language: str = ""
    theme: str = ""
    ambiguous_width: str = ""
    start: str = ""
    keys: dict[str, tuple[str, ...]] = {}  # noqa: RUF012  # never changed
    problems: tuple[Problem, ...] = ()
    serve: dict[str, str | int | bool] | None = {}  # noqa: RUF012  # never changed


def config_path(environ: Mapping[str, str]) -> str:
    """Where the user's config is, or would be."""
    return os.path.join(user_folder(environ, "XDG_CONFIG_HOME", ".config"), "config.toml")


def read_config(
    environ: Mapping[str, str],
    actions: Mapping[str, tuple[str, ...]] | None = None,
    *,
    server: bool = False,
) -> Config:
    """What the user set. ``actions``: those of the app with their keys; without them the tables
    for the app and the server may be passed over, since nobody else has a use for them.
    ``server``: read the table ``[serve]`` as well; its validation imports pydantic (126 ms)."""
    path = config_path(environ)
    try:
        data = read_small_file(path, LARGEST)
    except OSError as error:
        from tui.config.parser import unreadable

        return unreadable(path, error)
    if data is None:
        return Config(path)
    if actions is None:
        from tui.config.fast_reader import CHOICES, plain

        values = plain(data)
        if values is not None:
            language, theme, width, start = (values.get(name, "") for name in CHOICES)
            return Config(path, True, language, theme, width, start)
    from tui.config.parser import parsed

    return parsed(path, data, actions, server=server)
