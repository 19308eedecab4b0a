"""``medbrief mcp``: serve the briefing to AI assistants (Model Context Protocol)."""

from __future__ import annotations

import sys

from tui.cli.args.spec import Command, Example, Options
from tui.cli.output.missing_packages import report_missing_package
from tui.cli.output.writer import print_message
from tui.cli.settings import Settings
from tui.store import Store
from tui.text.language import Wording

_MISSING_PACKAGE = Wording(
    "缺少MCP服务所需的包，请运行：{command}",
    "the package for the MCP server is missing; run: {command}",
)
_WAITING = Wording(
    "正在等待标准输入上的MCP客户端（通常由AI助手启动本命令）；按Ctrl+C结束",
    "waiting for an MCP client on standard input (AI assistants start this command themselves); "
    "press Ctrl+C to end",
)


def run(store: Store, options: Options, settings: Settings) -> int:  # noqa: ARG001
    """Serve until the client closes standard input; return 2 if the SDK is not installed."""
    language = settings.language
    try:
        from tui.mcp.command_call import ServedBriefing
        from tui.mcp.stdio_server import serve_stdio
    except ImportError as error:  # missing, or a version before 2
        packages = ("mcp", "mcp_types")
        return report_missing_package(error, "mcp", packages, _MISSING_PACKAGE, language)
    if sys.stdin is not None and sys.stdin.isatty():
        print_message(_WAITING.of(language))
    serve_stdio(ServedBriefing(settings.content, language), store.title().of(language))
    return 0


COMMAND = Command(
    "mcp",
    Wording(
        "供AI助手查询（MCP，标准输入输出）", "serve the briefing to AI assistants (MCP, stdio)"
    ),
    run,
    (
        Example(
            "medbrief mcp",
            Wording("写入AI助手设置的命令", "the command to put in the settings of an assistant"),
        ),
    ),
    group="serve",
    details=(
        Wording(
            "提供只读工具find、show、compare、timeline、disagreements、cite，结果与--json相同；"
            "简报没有的内容返回空列表及说明。缺少可选的包时，命令会给出安装方法。",
            "Offers the read-only tools find, show, compare, timeline, disagreements and cite, "
            "with the results of --json. A question that the briefing does not cover gets an "
            "empty list "
            "with a message. Where the optional packages are missing, the command prints how to "
            "install them.",
        ),
    ),
)
