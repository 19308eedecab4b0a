"""The tools of ``medbrief mcp``, called by the SDK's own client in this process."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.inside import run
from tui.render.json_schema import output_schema
from tui.store import Store

pytest.importorskip("mcp", reason="the extra mcp is not installed")

from mcp import Client
from mcp_types import CallToolResult

from tui.mcp.command_call import ServedBriefing
from tui.mcp.stdio_server import create_server

pytestmark = pytest.mark.usefixtures("sample_store")


async def _call(content: Path, tool: str, **arguments: Any) -> CallToolResult:
    async with Client(create_server(ServedBriefing(str(content), "en"), "A sample")) as client:
        return await client.call_tool(tool, arguments)


async def _data(content: Path, tool: str, **arguments: Any) -> dict[str, Any]:
    """The data of a result, which the client has validated against the tool's output schema."""
    result = await _call(content, tool, **arguments)
    assert not result.is_error, result.content
    assert result.structured_content is not None
    return result.structured_content


@pytest.mark.parametrize(
    ("tool", "arguments", "line"),
    [
        ("find", {"query": "市场规模 2023", "limit": 3}, ["find", "-n", "3", "市场规模", "2023"]),
        ("show", {"id": "青禾健康"}, ["show", "qinghe-health"]),
        (
            "compare",
            {"ids": ["changle-health", "qinghe-health"]},
            ["compare", "changle-health", "qinghe-health"],
        ),
        (
            "timeline",
            {"since": "2020", "until": "2021", "types": ["policy"]},
            ["timeline", "--since", "2020", "--until", "2021", "--type", "policy"],
        ),
        ("disagreements", {}, ["disagreements"]),
    ],
)
async def test_a_tool_answers_what_the_command_prints_as_json(
    sample: Path, tool: str, arguments: dict[str, Any], line: list[str]
) -> None:
    answered = await _data(sample, tool, **arguments)
    printed = json.loads(run("--content", str(sample), *line, "--json").out)
    assert answered["answers"] == printed
    assert printed
    if tool == "timeline":
        assert "undated" in answered["message"]
    else:
        assert answered["message"] is None


async def test_an_answer_has_quote_source_status_and_verdict(sample: Path) -> None:
    answer = (await _data(sample, "find", query="市场规模 2023"))["answers"][0]
    assert (answer["match"], answer["status"]) == ("other_period", "reported")
    assert answer["remark"]["en"] == "no figure for 2023; showing 2022"
    assert answer["typed_fact"]["base_value"] == 10_000_000_000
    assert answer["citations"][0]["exact"] == "2022年增至100亿元"
    assert answer["disagrees"][0]["answer"]["en"] == "2022: CNY 13 billion (forecast)"


@pytest.mark.parametrize(
    ("tool", "arguments", "message"),
    [
        ("find", {"query": "叮当健康"}, '"叮当健康" is not in the 6 documents of this briefing'),
        ("show", {"id": "nope"}, "no record 'nope'"),
        ("compare", {"ids": ["nope", "qinghe-health"]}, "no record 'nope'"),
        ("timeline", {"since": "1990", "until": "1991"}, "no events match"),
    ],
)
async def test_what_is_not_covered_is_an_empty_list_with_a_sentence(
    sample: Path, tool: str, arguments: dict[str, Any], message: str
) -> None:
    answered = await _data(sample, tool, **arguments)
    assert answered["answers"] == []
    assert answered["message"].startswith(message)


async def test_cite_returns_text_in_the_style_and_csl_json(sample: Path) -> None:
    cited = await _data(sample, "cite", id="night-market@2022", style="apa")
    assert "“2022年为25亿元”" in cited["text"]
    assert [item["id"] for item in cited["references"]] == ["yearbook-2024"]
    assert cited["message"] is None
    assert cited["text"] != (await _data(sample, "cite", id="night-market@2022"))["text"]
    unknown = await _data(sample, "cite", id="nope")
    assert (unknown["text"], unknown["references"]) == ("", [])
    assert unknown["message"].startswith("no record 'nope'")


@pytest.mark.parametrize(
    ("tool", "arguments", "message"),
    [
        ("find", {"query": " "}, "empty query"),
        ("find", {"query": "x" * 5000}, "too long: at most 4096 bytes"),
        ("find", {"query": "a\x1b[2J"}, "control characters"),
        ("find", {"query": "x", "limit": 51}, "less than or equal to 50"),
        ("compare", {"ids": ["nope", "nope"]}, "expected 2 to 6 different ids"),
        ("timeline", {"since": "x"}, "invalid date 'x'"),
        ("timeline", {"types": ["x"]}, "invalid value 'x'"),
        ("cite", {"id": "qinghe-health", "style": "x"}, "'style': expected one of gb7714-2025"),
        ("cite", {"id": "qinghe-health", "style": "bibtex"}, "'style': expected one of"),
        ("cite", {}, "missing argument 'id'"),
        (
            "timeline",
            {"type": "financing"},
            "unknown argument 'type': expected since, until, types",
        ),
        ("disagreements", {"id": "x"}, "unknown argument 'id': expected no arguments"),
        ("database", {}, "Unknown tool"),
    ],
)
async def test_an_invalid_call_is_an_error_that_says_what_is_accepted(
    sample: Path, tool: str, arguments: dict[str, Any], message: str
) -> None:
    result = await _call(sample, tool, **arguments)
    assert result.is_error
    assert message in result.content[0].text  # type: ignore[union-attr]
    for unwanted in ("Traceback", "--help", "https://"):
        assert unwanted not in result.content[0].text  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["--output=written", "-oqqzz", "$(touch written)"])
async def test_arguments_are_never_options_files_or_shell(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for tool, name in (("find", "query"), ("show", "id"), ("cite", "id")):
        answered = await _data(sample, tool, **{name: text})
        assert answered["message"], (tool, answered)
    assert list(tmp_path.iterdir()) == []


async def test_every_tool_is_read_only_and_has_schemas_of_input_and_output(sample: Path) -> None:
    async with Client(create_server(ServedBriefing(str(sample), "en"), "A sample")) as client:
        tools = {tool.name: tool for tool in (await client.list_tools()).tools}
    names = ["find", "show", "compare", "timeline", "disagreements", "cite"]
    assert list(tools) == names
    listed = (Path(__file__).parents[2] / "tui" / "mcp" / "README.md").read_text("utf-8")
    for name, tool in tools.items():
        assert tool.annotations
        assert tool.annotations.read_only_hint
        assert tool.description
        assert tool.input_schema["additionalProperties"] is False
        assert tool.output_schema
        assert "message" in tool.output_schema["required"]
        data = "references" if name == "cite" else "answers"
        command = output_schema(name)
        assert tool.output_schema["properties"][data]["items"] == command["items"]
        assert tool.output_schema.get("$defs") == command.get("$defs")
        arguments = ", ".join(f"`{key}`" for key in tool.input_schema["properties"])
        assert f"| `{name}` | {arguments or '—'} |" in listed


async def test_the_text_of_a_result_is_its_data(sample: Path) -> None:
    result = await _call(sample, "find", query="市场规模 2023")
    assert json.loads(result.content[0].text) == result.structured_content  # type: ignore[union-attr]


def test_without_the_sdk_one_line_says_how_to_install_it(
    sample: Path, monkeypatch: pytest.MonkeyPatch, sample_store: Store
) -> None:
    monkeypatch.setitem(sys.modules, "mcp", None)
    for name in [each for each in sys.modules if each.startswith(("tui.mcp", "mcp."))]:
        monkeypatch.delitem(sys.modules, name)
    result = run("--content", str(sample), "--lang", "en", "mcp")
    assert (result.code, result.out) == (2, "")
    assert len(result.err.splitlines()) == 1
    assert "the package for the MCP server is missing; run: " in result.err
    assert " -m pip install " in result.err
    assert "mcp" in result.err.partition("pip install")[2]
    assert "缺少MCP服务所需的包" in run("--content", str(sample), "--lang", "zh", "mcp").err
