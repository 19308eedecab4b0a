"""Render a configuration file for operators from the templates of this folder."""

from __future__ import annotations

from typing import Literal, NamedTuple

from tui.cli.args.spec import Options
from tui.config.server_settings import ServerSettings
from tui.serve.deploy.balancer import render_haproxy
from tui.serve.deploy.container_files import render_compose, render_containerfile
from tui.serve.deploy.kubernetes import render_kubernetes
from tui.serve.deploy.systemd_unit import render_unit, unit_problems
from tui.text.language import Language, Wording

DeployFile = Literal["systemd", "haproxy", "container", "compose", "kubernetes"]


class RenderedFile(NamedTuple):
    """``warnings``: why the file does not work on this machine as it is."""

    text: str
    warnings: list[Wording]


def render(
    name: DeployFile, options: Options, settings: ServerSettings, language: Language
) -> RenderedFile:
    """Return a file that runs servers with these settings."""
    warnings: list[Wording] = []
    match name:
        case "systemd":
            text = render_unit(options, settings, language)
            warnings = unit_problems(options, settings)
        case "haproxy":
            text = render_haproxy(settings, language)
        case "container":
            text = render_containerfile(options, settings, language)
        case "compose":
            text = render_compose(options, settings, language)
        case "kubernetes":
            text = render_kubernetes(options, settings, language)
    return RenderedFile(text, warnings)
