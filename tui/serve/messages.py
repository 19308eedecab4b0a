"""Messages to SSH clients, in both languages."""

from __future__ import annotations

from tui.text.language import Wording

NOT_AVAILABLE = Wording(
    "“{name}”不能通过SSH使用；运行help查看可用命令",
    '{name} is not available over SSH; run "help" for the list',
)
LINE_TOO_LONG = Wording(
    "命令行过长：最多{limit}字节", "the command line is too long: at most {limit} bytes"
)
NOT_UTF8 = Wording(
    "命令行不是有效的UTF-8；请使用UTF-8区域设置",
    "the command line is not valid UTF-8; use a UTF-8 locale",
)
CONTROL_CHARACTERS = Wording("命令行含有控制字符", "the command line contains control characters")
UNCLOSED_QUOTE = Wording("引号没有成对", "unclosed quotation mark")
INTERNAL_ERROR = Wording(
    "内部错误，原因已记入服务器日志，请告知管理员",
    "internal error; the reason is in the server log: please tell its operator",
)

HELP_TITLE = Wording("可通过SSH使用的命令", "Commands available over SSH")
HELP_ALONE = Wording(
    "不带命令时打开面板；没有终端时输出概览。不是命令的词一律作为查询。",
    "Without a command the panels open; without a terminal the overview is printed. "
    "Anything that is not a command is a search.",
)
HELP_TERMINAL = Wording(
    "需要终端的命令：ssh -t HOST open ID", "Commands that need a terminal: ssh -t HOST open ID"
)
HELP_MORE = Wording(
    "某个命令的用法：ssh HOST help COMMAND", "Help for one command: ssh HOST help COMMAND"
)

NO_BRIEFING = Wording(
    "简报暂时无法读取，请稍后再试",
    "the briefing is temporarily unavailable; please try again later",
)

# medbrief serve
SERVER_FULL = Wording(
    "会话数已达上限（{limit}个），请稍后再试",
    "the server is full ({limit} sessions); please try again later",
)
SESSION_SHARE = Wording(
    "您已打开{count}个会话，其余{free}个名额留给其他读者；请先关闭一个",
    "you have {count} open sessions, and the remaining {free} are kept for other readers; "
    "close one first",
)
CONNECTIONS_FULL = Wording(
    "连接数已达上限，请稍后再试", "the server has too many connections; please try again later"
)
CONNECTION_SHARE = Wording(
    "您已有{count}个连接，其余名额留给其他读者；请先关闭一个",
    "you have {count} open connections, and the remaining ones are kept for other readers; "
    "close one first",
)
TOO_MANY_CHANNELS = Wording(
    "一个连接最多{limit}个会话", "at most {limit} sessions on one connection"
)
NO_REQUEST = Wording("没有收到请求，会话已结束", "session ended: no request received")
SHUTTING_DOWN = Wording(
    "服务器即将停止，请稍后再连接", "the server is shutting down; please reconnect later"
)
IDLE_TIMEOUT = Wording("长时间没有按键，会话已结束", "session ended: idle for too long")
TIME_LIMIT = Wording(
    "会话已达时长上限，已结束", "session ended: the maximum session time was reached"
)
CRASHED = Wording(
    "会话意外中断，请重新连接", "the session ended unexpectedly; please connect again"
)
NOT_STARTED = Wording(
    "暂时无法开始新的会话，请重新连接", "the session could not be started; please connect again"
)
NO_PROXY_HEADER = Wording(
    "连接开头没有有效的PROXY协议头：请经负载均衡器连接",
    "missing or invalid PROXY protocol header: connect through the load balancer",
)
ACCESS_ENDED = Wording(
    "这个密钥已不能访问本服务，连接即将断开",
    "this key no longer has access; the connection is closed",
)
ACCESS_UNKNOWN = Wording(
    "服务器暂时无法读取公钥文件，不能开始新的会话",
    "no new sessions at the moment: the server cannot read its file of keys",
)
NO_TERMINAL = Wording(
    "这个密钥只能查询，不能打开面板", "this key may only look things up, not open the panels"
)
NOT_A_BALANCER = Wording(
    "{address}不是设定的负载均衡器（proxy_from）：请经负载均衡器连接",
    "{address} is not a load balancer of this server (setting proxy_from): connect through one",
)
ADDRESS_LOGINS = Wording(
    "这个地址正在登录的连接过多，请稍后再试",
    "too many clients from this address are logging in; try again later",
)
TOO_MANY_LOGINS = Wording(
    "正在登录的连接过多，请稍后再试", "too many clients are logging in; try again later"
)
TOO_MANY_CONNECTIONS = Wording(
    "连接过于频繁，请一分钟后再试", "too many connections from this address; try again in a minute"
)
