"""The systemd unit: systemd.service(5), systemd.exec(5), systemd.resource-control(5)."""

from __future__ import annotations

import os
import sys

from tui.cli.args.spec import Options
from tui.config.server_setting_table import SETTINGS
from tui.config.server_settings import ServerSettings
from tui.serve.deploy.resource_limits import FIRST_FREE_PORT, resource_limits
from tui.serve.deploy.serve_arguments import serve_arguments
from tui.serve.deploy.template_file import comment_lines, fill_template
from tui.serve.deploy.unit_paths import unusable_file, unusable_program
from tui.text.language import Language, Wording

_SECRET = "host_key"
"""The setting whose file only root can read: systemd passes a copy to the service. Keys of readers
are public and read from their own file, so that changes apply while the server runs."""
_CREDENTIAL = "${CREDENTIALS_DIRECTORY}/" + _SECRET
_INSTRUCTIONS = Wording(
    "存为/etc/systemd/system/medbrief.service，再运行systemctl enable --now medbrief",
    "save as /etc/systemd/system/medbrief.service, then: systemctl enable --now medbrief",
)
_LOW_PORT = "AmbientCapabilities=CAP_NET_BIND_SERVICE\nCapabilityBoundingSet=CAP_NET_BIND_SERVICE"
_HIGH_PORT = "CapabilityBoundingSet="


def render_unit(options: Options, settings: ServerSettings, language: Language) -> str:
    """Return the unit."""
    program = os.path.abspath(sys.argv[0])  # noqa: PTH100
    files, credentials = {}, ""
    if settings.host_key:
        path = os.path.abspath(settings.host_key).replace("%", "%%")  # noqa: PTH100
        credentials = f"LoadCredential={_SECRET}:{path}\n"
        files[_SECRET] = _CREDENTIAL
    words = serve_arguments(options, settings, files)
    arguments = [word if word == _CREDENTIAL else _quote(word) for word in words]
    low = any(0 < port < FIRST_FREE_PORT for port in (settings.port, settings.metrics))
    return fill_template(
        "medbrief.service.tmpl",
        instructions=comment_lines(_INSTRUCTIONS, language),
        command=" ".join([_quote(program), *arguments]),
        credentials=credentials,
        capabilities=_LOW_PORT if low else _HIGH_PORT,
        max_sessions=settings.max_sessions,
        **resource_limits(settings)._asdict(),
    )


def unit_problems(options: Options, settings: ServerSettings) -> list[Wording]:
    """Return which paths the service could not use on this machine."""
    problems = unusable_program()
    paths = [getattr(settings, name) for name in SETTINGS if SETTINGS[name].is_path]
    for path in (*paths, options.content):
        if path and path != settings.host_key:  # systemd itself reads the host key, as root
            problems += unusable_file(path)
    return problems


def _quote(word: str) -> str:
    """Quote a word of a command line: systemd.service(5), COMMAND LINES."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"' if set(escaped) & set(" \t'\";") else escaped
