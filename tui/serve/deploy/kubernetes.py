"""The manifest for Kubernetes."""

from __future__ import annotations

import json
import shlex

from tui.cli.args.spec import Options
from tui.config.server_settings import ServerSettings
from tui.serve.deploy.balancer import SSH_PORT
from tui.serve.deploy.container_files import HOST_FOLDER, KEYS_FOLDER, USER, cluster_server
from tui.serve.deploy.resource_limits import resource_limits
from tui.serve.deploy.template_file import comment_lines, fill_template
from tui.text.language import Language, Wording

_INSTRUCTIONS = Wording(
    "先构建镜像（--print container）并推送到你的仓库，把下面的image改为它，再运行：\n"
    "{commands}\n"
    "kubectl apply -f medbrief.yaml。自动伸缩需要自定义指标的适配器，如prometheus-adapter",
    "Build the image (--print container), push it to your registry, set image below. Then:\n"
    "{commands}\n"
    "kubectl apply -f medbrief.yaml. Autoscaling needs an adapter for custom metrics, such as\n"
    "prometheus-adapter.",
)
_KEYS, _HOST = "medbrief-keys", "medbrief-host"
_TARGET_LOAD = 0.7
"""Share of max_sessions at which another pod is started."""


def render_kubernetes(options: Options, settings: ServerSettings, language: Language) -> str:
    """Return the manifest: Deployment, Service, autoscaler, disruption budget, network policy."""
    server, arguments = cluster_server(options, settings, proxy_protocol=False)
    limits = resource_limits(server)
    target_sessions = max(1, int(server.max_sessions * _TARGET_LOAD))
    # With fsGroup the key is readable by the group; its owner is root.
    volumes: list[dict[str, object]] = [
        {"name": "host", "secret": {"secretName": _HOST, "defaultMode": 0o440}}
    ]
    mounts: list[dict[str, object]] = [{"name": "host", "mountPath": HOST_FOLDER, "readOnly": True}]
    if not server.anonymous:
        volumes.append({"name": "keys", "configMap": {"name": _KEYS}})
        mounts.append({"name": "keys", "mountPath": KEYS_FOLDER, "readOnly": True})
    return fill_template(
        "kubernetes.yaml.tmpl",
        instructions=comment_lines(_INSTRUCTIONS, language, commands=_commands(settings)),
        user=USER,
        arguments=json.dumps(arguments),
        mounts=json.dumps(mounts),
        volumes=json.dumps(volumes),
        port=server.port,
        public_port=SSH_PORT,
        health_port=server.metrics,
        request_megabytes=resource_limits(server._replace(max_sessions=target_sessions)).megabytes,
        target_sessions=target_sessions,
        **limits._asdict(),
    )


def _commands(settings: ServerSettings) -> str:
    """Return the commands that store the keys in the cluster."""
    host = settings.host_key or "ssh_host_ed25519_key"
    files = [f"--from-file=ssh_host_ed25519_key={shlex.quote(host)}"]
    if settings.host_certificate:
        path = shlex.quote(settings.host_certificate)
        files.append(f"--from-file=ssh_host_ed25519_key-cert.pub={path}")
    commands = [f"kubectl create secret generic {_HOST} {' '.join(files)}"]
    if settings.authorized_keys:
        keys = [f"--from-file=readers.pub={shlex.quote(settings.authorized_keys)}"]
        if settings.revoked_keys:
            keys.append(f"--from-file=revoked.keys={shlex.quote(settings.revoked_keys)}")
        commands.append(f"kubectl create configmap {_KEYS} {' '.join(keys)}")
    return "\n".join(commands)
