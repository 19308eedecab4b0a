"""The configuration of HAProxy in front of several servers."""

from __future__ import annotations

from tui.config.server_settings import ServerSettings
from tui.serve.deploy.template_file import comment_lines, fill_template
from tui.text.language import Language, Wording

SSH_PORT = 22
HEALTH_PORT = 9422
"""Where the settings name no port for health checks."""
_INSTRUCTIONS = Wording(
    "存为/etc/haproxy/haproxy.cfg。各节点须用同一把主机密钥，并以这些选项运行：\n"
    "--proxy-protocol --metrics {health_port} --metrics-host ADDRESS --drain-time 10s\n"
    "ADDRESS是均衡器能访问的地址。端口只对这台均衡器开放。",
    "save as /etc/haproxy/haproxy.cfg. All nodes share one host key and run with\n"
    "--proxy-protocol --metrics {health_port} --metrics-host ADDRESS --drain-time 10s,\n"
    "where this load balancer reaches ADDRESS. They accept connections from it only.",
)
_COMPOSE_NODE = "{name}:{port} check port {health} resolvers docker init-addr none"
_RESOLVERS = """
# A container that is created again has another address.
resolvers docker
    parse-resolv-conf
    hold valid 5s
"""


def render_haproxy(settings: ServerSettings, language: Language) -> str:
    """Return a configuration for this node and a second one to be filled in."""
    health = settings.metrics or HEALTH_PORT
    nodes = {"node1": settings.host, "node2": "192.0.2.2"}
    servers = [
        f"    server {name} {_bracketed(host)}:{settings.port} check port {health}"
        for name, host in nodes.items()
    ]
    return fill_template(
        "haproxy.cfg.tmpl",
        instructions=comment_lines(_INSTRUCTIONS, language, health_port=health),
        port=SSH_PORT,
        servers="\n".join(servers),
        resolvers="",
    )


def render_for_compose(port: int, health_port: int, instructions: str) -> str:
    """Return a configuration for the nodes of the compose file."""
    servers = [
        f"    server {name} " + _COMPOSE_NODE.format(name=name, port=port, health=health_port)
        for name in ("node1", "node2")
    ]
    return fill_template(
        "haproxy.cfg.tmpl",
        instructions=instructions,
        port=port,
        servers="\n".join(servers),
        resolvers=_RESOLVERS,
    )


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
