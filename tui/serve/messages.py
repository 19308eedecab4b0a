"""What readers at a distance are told, in both languages."""

from __future__ import annotations

from tui.text.language import Wording

NOT_HERE = Wording(
    "“{name}”不能远程使用；用help看能问什么",
    "{name} is not to be had here; help lists what can be asked",
)
TOO_LONG = Wording(
    "命令行太长：最多{most}字节", "the command line is too long: at most {most} bytes"
)
NO_TEXT = Wording("命令行里有控制字符", "the command line holds control characters")
UNCLOSED = Wording("引号没有成对", "a quotation mark is not closed")
INTERNAL = Wording("出了内部错误，已记入日志", "an internal error; it stands in the log")

HELP_TITLE = Wording("经SSH能问的", "What can be asked over SSH")
HELP_ALONE = Wording(
    "不带命令时打开面板；没有终端则印出概览。不是命令的词就是查询。",
    "Without a command the panels open, or the overview is printed where there is no terminal. "
    "What is no command is a query.",
)
HELP_TERMINAL = Wording("要终端：ssh -t HOST open ID", "with a terminal: ssh -t HOST open ID")
HELP_MORE = Wording("一个命令的用法：ssh HOST help COMMAND", "more: ssh HOST help COMMAND")

NO_BRIEFING = Wording(
    "简报眼下读不出来，请稍后再来", "the briefing cannot be read just now; please come back later"
)

# medbrief serve, to clients
FULL = Wording(
    "眼下人满了（{most}人），请稍后再来", "full just now ({most} sessions); please come back later"
)
ENDING = Wording(
    "服务器即将停止，请稍后再来", "the server is about to stop; please come back later"
)
IDLE = Wording("太久没有按键，已结束", "ended: no key was pressed for too long")
TOO_LASTING = Wording("时间到了，已结束", "ended: the longest time for a session is over")
CRASHED = Wording("这次会话出错中断了，请再连一次", "this session broke off; please connect again")
NOT_BEGUN = Wording(
    "眼下开不了新的会话，请再连一次", "no session can begin just now; please connect again"
)
TOO_MANY = Wording("连接过于频繁", "too many connections from this address; wait a minute")
