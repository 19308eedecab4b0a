"""Files for containers: a Containerfile, and a compose file with two nodes behind HAProxy."""

from __future__ import annotations

import json
from typing import NamedTuple

from tui.cli.args.spec import Options
from tui.config.server_settings import ServerSettings
from tui.serve.deploy.balancer import HEALTH_PORT, SSH_PORT, render_for_compose
from tui.serve.deploy.resource_limits import FIRST_FREE_PORT, resource_limits
from tui.serve.deploy.serve_arguments import serve_arguments
from tui.serve.deploy.template_file import comment_lines, fill_template
from tui.text.language import Language, Wording

USER = 10001
"""User and group id in the container; no account of a host has it by default."""
_PYTHON = "3.13"
_HAPROXY = "3.2-alpine"
"""A long-term support release."""
KEYS_FOLDER, HOST_FOLDER = "/etc/medbrief/keys", "/etc/medbrief/host"
_FILES = {
    "authorized_keys": f"{KEYS_FOLDER}/readers.pub",
    "revoked_keys": f"{KEYS_FOLDER}/revoked.keys",
    "host_key": f"{HOST_FOLDER}/ssh_host_ed25519_key",
    "host_certificate": f"{HOST_FOLDER}/ssh_host_ed25519_key-cert.pub",
    "content": "",  # the image contains the content
    "originals": "",
}
"""Folders are mounted, not files: a mounted file stays the old one when it is replaced."""
_DRAIN_TIME, _END_GRACE = 10, 1800
"""Seconds, where the settings have their defaults: readers finish before an upgrade ends them."""

_CONTAINERFILE = Wording(
    "存到medbrief的源代码目录中，再运行：\n"
    "podman build --format docker -f Containerfile -t medbrief .\n"
    "读者的公钥放在keys/readers.pub，主机密钥保存在卷里。启动：\n"
    "podman run --init --read-only --cap-drop all --security-opt no-new-privileges \\\n"
    "  --stop-timeout {stop_seconds} -p 2222:{port} -v ./keys:{keys}:ro \\\n"
    "  -v medbrief:/var/lib/medbrief medbrief",
    "Save it in a source checkout of medbrief, then:\n"
    "podman build --format docker -f Containerfile -t medbrief .\n"
    "The readers' keys are in keys/readers.pub; the volume keeps the host key. Run it:\n"
    "podman run --init --read-only --cap-drop all --security-opt no-new-privileges \\\n"
    "  --stop-timeout {stop_seconds} -p 2222:{port} -v ./keys:{keys}:ro \\\n"
    "  -v medbrief:/var/lib/medbrief medbrief",
)
_COMPOSE = Wording(
    "与Containerfile（--print container）一起存到medbrief的源代码目录中，读者的公钥放在\n"
    "keys/readers.pub，再运行：\n"
    "mkdir -p host && ssh-keygen -t ed25519 -N '' -f host/ssh_host_ed25519_key\n"
    "sudo chown -R {user} host\n"
    "docker compose up --build -d",
    "Save it with the Containerfile (--print container) in a source checkout of medbrief, and the\n"
    "readers' keys in keys/readers.pub. Then:\n"
    "mkdir -p host && ssh-keygen -t ed25519 -N '' -f host/ssh_host_ed25519_key\n"
    "sudo chown -R {user} host\n"
    "docker compose up --build -d",
)


class ClusterServer(NamedTuple):
    """A server of a cluster. ``arguments``: of the image's entry point."""

    settings: ServerSettings
    arguments: list[str]


def cluster_server(
    options: Options, settings: ServerSettings, *, proxy_protocol: bool
) -> ClusterServer:
    """Return the server that each container of a cluster runs."""
    defaults = ServerSettings()
    settings = settings._replace(
        port=settings.port if settings.port >= FIRST_FREE_PORT else defaults.port,
        host="0.0.0.0" if settings.host == defaults.host else settings.host,
        host_key="host_key",
        generate_host_key=False,
        metrics=settings.metrics or HEALTH_PORT,
        metrics_host="0.0.0.0",
        log_format="json",
        watch=False,
        proxy_protocol=proxy_protocol or settings.proxy_protocol,
        drain_time=settings.drain_time or _DRAIN_TIME,
        end_grace=_END_GRACE if settings.end_grace == defaults.end_grace else settings.end_grace,
    )
    return ClusterServer(settings, serve_arguments(options, settings, _FILES))


def render_containerfile(options: Options, settings: ServerSettings, language: Language) -> str:
    """Return the Containerfile. A volume keeps the host key, which is generated."""
    server = cluster_server(options, settings, proxy_protocol=False).settings
    server = server._replace(
        host_key="",
        host_certificate="",
        metrics_host="127.0.0.1",
        end_grace=settings.end_grace,
        drain_time=settings.drain_time,
    )
    return fill_template(
        "Containerfile.tmpl",
        instructions=comment_lines(
            _CONTAINERFILE,
            language,
            port=server.port,
            keys=KEYS_FOLDER,
            stop_seconds=resource_limits(server).stop_seconds,
        ),
        python=_PYTHON,
        user=USER,
        port=server.port,
        health_port=server.metrics,
        arguments=json.dumps(serve_arguments(options, server, _FILES)),
    )


def render_compose(options: Options, settings: ServerSettings, language: Language) -> str:
    """Return a compose file (Compose Specification) with two nodes behind HAProxy."""
    server, arguments = cluster_server(options, settings, proxy_protocol=True)
    balancer = render_for_compose(server.port, server.metrics, "HAProxy")
    mounts = [f"./host:{HOST_FOLDER}:ro"]
    if not server.anonymous:
        mounts.append(f"./keys:{KEYS_FOLDER}:ro")
    return fill_template(
        "compose.yaml.tmpl",
        instructions=comment_lines(_COMPOSE, language, user=USER),
        arguments=json.dumps(arguments).replace("$", "$$"),
        haproxy=_HAPROXY,
        public_port=SSH_PORT,
        port=server.port,
        volumes=json.dumps(mounts),
        haproxy_configuration=_indented(balancer, 6).replace("$", "$$"),
        **resource_limits(server)._asdict(),
    )


def _indented(text: str, spaces: int) -> str:
    lines = text.strip().splitlines()
    return "\n".join(f"{' ' * spaces}{line}".rstrip() for line in lines)
