"""Render the templates of this folder: a systemd unit, and HAProxy in front of several servers."""

from __future__ import annotations

import shlex
from importlib.resources import files
from string import Template
from typing import Literal

from tui.text.language import Language, Wording

DeployFile = Literal["systemd", "haproxy"]

_SSH_PORT = 22
_SYSTEMD_INSTRUCTIONS = Wording(
    "存为/etc/systemd/system/medbrief.service，再运行systemctl enable --now medbrief",
    "save as /etc/systemd/system/medbrief.service, then: systemctl enable --now medbrief",
)
_HAPROXY_INSTRUCTIONS = Wording(
    "存为/etc/haproxy/haproxy.cfg。各节点须用同一把主机密钥，以--proxy-protocol运行，"
    "端口只对这台均衡器开放",
    "save as /etc/haproxy/haproxy.cfg. All nodes share one host key, run with --proxy-protocol, "
    "and accept connections from this load balancer only",
)


def render(name: DeployFile, command: list[str], host: str, port: int, language: Language) -> str:
    """Return the text of a configuration file.

    ``command``: the command line that runs the server; ``host`` and ``port``: its address.
    """
    if name == "systemd":
        quoted = " ".join(shlex.quote(word).replace("%", "%%") for word in command)
        return _template("medbrief.service.tmpl").substitute(
            instructions=_SYSTEMD_INSTRUCTIONS.of(language), command=quoted
        )
    return _template("haproxy.cfg.tmpl").substitute(
        instructions=_HAPROXY_INSTRUCTIONS.of(language), host=host, port=_SSH_PORT, node_port=port
    )


def _template(name: str) -> Template:
    return Template(files(__package__).joinpath(name).read_text(encoding="utf-8"))
