"""The command line that runs a server with given settings."""

from __future__ import annotations

import os
from collections.abc import Mapping

from tui.cli.args.serve_options import SERVE_OPTIONS
from tui.cli.args.shared_options import COMMON_OPTIONS
from tui.cli.args.spec import Options
from tui.config.server_setting_table import SETTINGS
from tui.config.server_settings import ServerSettings


def serve_arguments(
    options: Options, settings: ServerSettings, files: Mapping[str, str]
) -> list[str]:
    """Return the arguments of ``medbrief`` that serve with these settings from any folder.

    ``files``: by name of a setting or option, the path to use in place of the given one; an empty
    path leaves the option out.
    """
    arguments = ["serve"]
    for argument in (*COMMON_OPTIONS, *SERVE_OPTIONS):
        name = argument.dest
        from_settings = name in SETTINGS
        value = getattr(settings if from_settings else options, name)
        default = SETTINGS[name].default if from_settings else argument.default
        if name in _NOT_FOR_SERVING or value is None or value is False or value == default:
            continue
        if argument.completion in ("file", "folder"):
            value = files.get(name, os.path.abspath(value))  # noqa: PTH100
            if not value:
                continue
        arguments.append(argument.names[0])
        if not argument.switch:
            arguments.append(str(value))
    return arguments


_NOT_FOR_SERVING = ("print", "check")
