"""The tools: each is a command, with its arguments checked against the tool's input schema."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Sequence
from typing import Annotated, Any

from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp_types import CallToolResult, TextContent, ToolAnnotations
from pydantic import AfterValidator, Field

from tui.export.references import STYLES, TextStyle
from tui.mcp.command_call import CommandResult, ServedBriefing, ToolFailedError, run_command_line
from tui.mcp.result_schemas import result_schema
from tui.mcp.strict_tool import StrictTool
from tui.text.control_characters import json_without_controls

_MAX_RESULTS = 50
_MAX_COMPARED = 6
_STYLES = [name for name, style in STYLES.items() if isinstance(style, TextStyle)]
_WIDTH = "400"  # cells; the widest that --width accepts: an assistant wraps lines itself


def _known_style(style: str) -> str:
    if style not in _STYLES:
        raise ValueError(f"expected one of {', '.join(_STYLES)}")
    return style


_Id = Annotated[
    str, Field(description="id of a record as find returns it, or its full name in zh or en")
]
_Style = Annotated[str, AfterValidator(_known_style), Field(json_schema_extra={"enum": _STYLES})]
_Day = Annotated[str | None, Field(description="YYYY, YYYY-MM or YYYY-MM-DD")]


class BriefingTools:
    """The tools of one briefing. The functions are asynchronous so that the SDK runs them one after
    another: they replace the standard streams."""

    def __init__(self, briefing: ServedBriefing) -> None:
        self._briefing = briefing

    def tools(self) -> list[Tool]:
        """Return the tools, marked as read-only, with schemas of their results."""
        functions: tuple[Callable[..., Any], ...] = (
            self.find,
            self.show,
            self.compare,
            self.timeline,
            self.disagreements,
            self.cite,
        )
        return [_tool(function) for function in functions]

    async def find(
        self,
        query: Annotated[
            str,
            Field(
                description="a question or words in Chinese or English: a measure, a company, a "
                "policy or its number, a ticker, a value; add a year for the figure of that year"
            ),
        ],
        limit: Annotated[int, Field(ge=1, le=_MAX_RESULTS, description="at most so many")] = 5,
    ) -> CallToolResult:
        """Look up facts, best first, each with the quoted words, source and status."""
        return self._answers(["find", "--json", "--limit", str(limit), "--", query])

    async def show(self, id: _Id) -> CallToolResult:  # noqa: A002
        """Return all facts of one record."""
        return self._answers(["show", "--json", "--", id])

    async def compare(
        self,
        ids: Annotated[
            list[str],
            Field(
                min_length=2,
                max_length=_MAX_COMPARED,
                description="companies, or measures: ids of statistics, COMPANY.METRIC",
            ),
        ],
    ) -> CallToolResult:
        """Return the facts by which companies or measures can be compared. Measures of different
        definitions are not comparable; their records say so."""
        return self._answers(["compare", "--json", "--", *ids])

    async def timeline(
        self,
        since: _Day = None,
        until: _Day = None,
        types: Annotated[
            list[str] | None,
            Field(description="policy, financing, founding, launch, …; all types without it"),
        ] = None,
    ) -> CallToolResult:
        """Return policies, funding rounds, launches and other events in chronological order."""
        words = ["timeline", "--json"]
        words += [f"--since={since}"] if since else []
        words += [f"--until={until}"] if until else []
        words += [f"--type={name}" for name in types or ()]
        return self._answers(words)

    async def disagreements(self) -> CallToolResult:
        """Return the figures and statements on which sources disagree; disagrees has every side,
        with who says it, its figure, reason and quoted words."""
        return self._answers(["disagreements", "--json"])

    async def cite(
        self,
        id: Annotated[  # noqa: A002
            str, Field(description="id of a source or record, or a fact such as market-size@2022")
        ],
        style: _Style = _STYLES[0],
    ) -> CallToolResult:
        """Return the quotations and references of a source, record or fact, ready to paste."""
        text = self._run(["cite", "--width", _WIDTH, f"--style={style}", "--", id])
        data = self._run(["cite", "--json", "--", id])
        return _result(
            {
                "text": text.output.strip(),
                "references": data.objects(),
                "message": text.message,
            }
        )

    def _answers(self, words: Sequence[str]) -> CallToolResult:
        found = self._run(words)
        return _result({"answers": found.objects(), "message": found.message})

    def _run(self, words: Sequence[str]) -> CommandResult:
        try:
            return run_command_line(self._briefing, words)
        except ToolFailedError as error:
            raise ToolError(str(error)) from error


def _tool(function: Callable[..., Any]) -> Tool:
    tool = StrictTool.from_function(
        function,
        description=inspect.getdoc(function),
        annotations=ToolAnnotations(
            read_only_hint=True,
            destructive_hint=False,
            idempotent_hint=True,
            open_world_hint=False,
        ),
    )
    tool.fn_metadata.output_schema = result_schema(tool.name)
    return tool


def _result(content: dict[str, Any]) -> CallToolResult:
    """Return the content as data, and as text for clients that do not read the data (MCP
    2025-06-18, Structured Content)."""
    text = json_without_controls(json.dumps(content, ensure_ascii=False))
    return CallToolResult(content=[TextContent(type="text", text=text)], structured_content=content)
