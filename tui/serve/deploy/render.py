"""What runs a server for good: a systemd unit, and HAProxy before several of them."""

from __future__ import annotations

import shlex
from typing import Literal

from tui.text.language import Language, Wording

Unit = Literal["systemd", "haproxy"]
UNITS: tuple[Unit, ...] = ("systemd", "haproxy")

_SYSTEMD_HOW = Wording(
    "存为/etc/systemd/system/medbrief.service，再运行systemctl enable --now medbrief",
    "save as /etc/systemd/system/medbrief.service, then: systemctl enable --now medbrief",
)
_HAPROXY_HOW = Wording(
    "存为/etc/haproxy/haproxy.cfg。各节点须用同一把主机密钥，以--proxy-protocol运行，"
    "端口只对这台均衡器开放",
    "save as /etc/haproxy/haproxy.cfg. All nodes share one host key, run with --proxy-protocol, "
    "and let nobody but this balancer reach their port",
)
_SYSTEMD = """\
# {how}
[Unit]
Description=medbrief over SSH
After=network-online.target
Wants=network-online.target

[Service]
ExecStart={command}
ExecReload=/bin/kill -HUP $MAINPID
Restart=on-failure
RestartSec=2
KillMode=mixed
TimeoutStopSec=20
DynamicUser=yes
StateDirectory=medbrief
CacheDirectory=medbrief
Environment=XDG_DATA_HOME=/var/lib/medbrief XDG_CACHE_HOME=/var/cache/medbrief
Environment=HOME=/var/lib/medbrief PYTHONDONTWRITEBYTECODE=1
UMask=0077
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectKernelModules=yes
ProtectKernelLogs=yes
ProtectControlGroups=yes
ProtectClock=yes
ProtectHostname=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
SystemCallArchitectures=native
CapabilityBoundingSet=
MemoryMax=4G
TasksMax=1024
LimitNOFILE=8192

[Install]
WantedBy=multi-user.target
"""
_HAPROXY = """\
# {how}
defaults
    mode tcp
    timeout connect 5s
    timeout client 1h
    timeout server 1h
    timeout check 5s

frontend ssh
    bind :{port}
    default_backend briefing

backend briefing
    balance leastconn
    option tcp-check
    tcp-check connect default
    tcp-check expect rstring ^SSH-2\\.0-
    default-server inter 2s fall 2 rise 1 send-proxy-v2 check-send-proxy
    default-server on-marked-down shutdown-sessions
    server node1 {host}:{node} check
    server node2 192.0.2.2:{node} check
"""


def unit(name: Unit, line: list[str], host: str, port: int, language: Language) -> str:
    """The text of a configuration file. ``line``: the command line that serves."""
    if name == "systemd":
        command = " ".join(shlex.quote(word).replace("%", "%%") for word in line)
        return _SYSTEMD.format(how=_SYSTEMD_HOW.of(language), command=command)
    return _HAPROXY.format(how=_HAPROXY_HOW.of(language), host=host, port=22, node=port)
