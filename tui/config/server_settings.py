"""The settings of ``medbrief serve``: the table ``[serve]`` and the command line's options.

``ServerSettings`` is the only place that declares their names, types, limits, defaults and
descriptions. Config validation, options, help, config template and README table are derived from
it. It does not import pydantic (126 ms), so that the help of all commands can list the options;
``tui.config.server_table`` validates values against it.
"""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from tui.config.server_setting_values import (
    COUNT,
    DELAY,
    PORT,
    RATE,
    SECONDS,
    SHARE,
    Description,
)
from tui.config.server_value_types import Networks, OneOf, Switch, Text
from tui.text.language import Wording

LogFormat = Literal["text", "json"]


class ServerSettings(NamedTuple):
    """Settings of the server; durations in seconds."""

    host: Annotated[
        str,
        Text(),
        Description(
            Wording(
                "监听的地址，可用逗号分隔多个；::为所有IPv4与IPv6地址",
                "addresses to listen on, separated by commas; :: is every IPv4 and IPv6 address",
            ),
            "ADDRESS",
        ),
    ] = "127.0.0.1"
    port: Annotated[int, PORT, Description(Wording("监听的端口", "port to listen on"), "PORT")] = (
        2222
    )
    authorized_keys: Annotated[
        str,
        Text(path=True),
        Description(
            Wording(
                "允许连接的公钥文件（OpenSSH格式）",
                "file of public keys that may connect (OpenSSH format)",
            ),
            "FILE",
        ),
    ] = ""
    revoked_keys: Annotated[
        str,
        Text(path=True),
        Description(
            Wording(
                "不得连接的公钥或指纹文件，每行一个",
                "file of keys or fingerprints that may not connect, one per line",
            ),
            "FILE",
        ),
    ] = ""
    anonymous: Annotated[
        bool, Switch(), Description(Wording("允许任何人连接", "let anyone connect"))
    ] = False
    host_key: Annotated[
        str,
        Text(path=True),
        Description(
            Wording(
                "主机密钥文件（默认在用户数据目录中自动生成）",
                "host key file (default: generated in the user's data folder)",
            ),
            "FILE",
        ),
    ] = ""
    generate_host_key: Annotated[
        bool,
        Switch(),
        Description(
            Wording(
                "主机密钥文件不存在时生成（默认位置总会生成）",
                "generate the host key file if it does not exist (the default one always is)",
            )
        ),
    ] = False
    host_certificate: Annotated[
        str,
        Text(path=True),
        Description(
            Wording(
                "主机密钥的OpenSSH证书文件", "file with an OpenSSH certificate of the host key"
            ),
            "FILE",
        ),
    ] = ""
    max_sessions: Annotated[
        int,
        COUNT,
        Description(
            Wording(
                "最大并发会话数；超出的客户端会被拒绝",
                "maximum concurrent sessions; further clients are refused",
            ),
            "N",
        ),
    ] = 100
    sessions_per_reader: Annotated[
        int,
        SHARE,
        Description(
            Wording(
                "一位读者（同一公钥；匿名时同一地址）的最大会话数（0：不超过空余）",
                "maximum sessions of a reader: a key, or an address with anonymous access (0: as "
                "many as remain free)",
            ),
            "N",
        ),
    ] = 0
    max_connections: Annotated[
        int,
        COUNT,
        Description(
            Wording("已登录连接的最大数量", "maximum concurrent connections that have logged in"),
            "N",
        ),
    ] = 500
    connections_per_reader: Annotated[
        int,
        SHARE,
        Description(
            Wording(
                "一位读者的最大连接数（0：不超过空余）",
                "maximum connections of a reader (0: as many as remain free)",
            ),
            "N",
        ),
    ] = 0
    max_logins: Annotated[
        int,
        COUNT,
        Description(
            Wording(
                "尚未登录的连接的最大数量",
                "maximum concurrent connections that have not logged in",
            ),
            "N",
        ),
    ] = 100
    logins_per_address: Annotated[
        int,
        SHARE,
        Description(
            Wording(
                "一个地址尚未登录的最大连接数（0：不超过空余）",
                "maximum connections of an address that have not logged in (0: as many as remain "
                "free)",
            ),
            "N",
        ),
    ] = 0
    unused_timeout: Annotated[
        int,
        SECONDS,
        Description(
            Wording(
                "连接上没有会话多久后断开", "time without a session until a connection is closed"
            ),
            "T",
        ),
    ] = 300
    idle_timeout: Annotated[
        int,
        SECONDS,
        Description(
            Wording(
                "多久没有按键或不读取输出后结束会话",
                "time without a key press, or without reading output, until a session ends",
            ),
            "T",
        ),
    ] = 1800
    max_time: Annotated[
        int, SECONDS, Description(Wording("会话最长时间", "maximum duration of a session"), "T")
    ] = 28_800
    login_grace: Annotated[
        int,
        SECONDS,
        Description(
            Wording(
                "多久未登录则断开连接",
                "time until clients that have not logged in are disconnected",
            ),
            "T",
        ),
    ] = 20
    end_grace: Annotated[
        int,
        SECONDS,
        Description(
            Wording(
                "服务器停止时留给会话的时间", "time that sessions get to end when the server stops"
            ),
            "T",
        ),
    ] = 10
    drain_time: Annotated[
        int,
        DELAY,
        Description(
            Wording(
                "停止时先让/ready返回503，再过多久停止接受连接",
                "time between /ready turning 503 and the end of accepting clients at a stop",
            ),
            "T",
        ),
    ] = 0
    rate: Annotated[
        int,
        RATE,
        Description(
            Wording(
                "每个地址每分钟的最大连接数；新会话同样计数",
                "maximum connections per minute and address; further sessions count as well",
            ),
            "N/min",
        ),
    ] = 300
    watch: Annotated[
        bool,
        Switch(),
        Description(Wording("内容改动后自动更新", "serve new content as soon as it is saved")),
    ] = False
    log_format: Annotated[
        LogFormat,
        OneOf(LogFormat),
        Description(Wording("日志格式，写到标准错误", "log format, on standard error")),
    ] = "text"
    metrics: Annotated[
        int,
        PORT,
        Description(
            Wording(
                "提供Prometheus指标与健康检查的HTTP端口（/metrics、/ready、/live）",
                "HTTP port for Prometheus metrics and health checks (/metrics, /ready, /live)",
            ),
            "PORT",
        ),
    ] = 0
    metrics_host: Annotated[
        str,
        Text(),
        Description(
            Wording("上述HTTP端口监听的地址", "address that this HTTP port listens on"), "ADDRESS"
        ),
    ] = "127.0.0.1"
    proxy_protocol: Annotated[
        bool,
        Switch(),
        Description(
            Wording(
                "要求连接以PROXY头开始（仅用于负载均衡器之后）",
                "require a PROXY header on connections (only behind a load balancer)",
            )
        ),
    ] = False
    proxy_from: Annotated[
        str,
        Networks(),
        Description(
            Wording(
                "负载均衡器的地址或网段，以逗号分隔；private：本机与内网",
                "addresses or networks of the load balancers, separated by commas; private: "
                "loopback and private networks",
            ),
            "ADDRESSES",
        ),
    ] = "private"
