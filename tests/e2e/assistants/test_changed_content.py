"""An editor changes the content while an assistant is connected."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("mcp", reason="the extra mcp is not installed")

from mcp import Client

from tui.mcp.command_call import ServedBriefing
from tui.mcp.stdio_server import create_server


async def test_a_change_of_the_content_is_answered_without_a_restart(sample_copy: Path) -> None:
    path = next(sample_copy.rglob("qinghe-health.toml"))
    async with Client(create_server(ServedBriefing(str(sample_copy), "en"), "A sample")) as client:
        before = await client.call_tool("show", {"id": "qinghe-health"})
        whole = path.read_text("utf-8")
        path.write_text("not = [valid\n", "utf-8")
        invalid = await client.call_tool("show", {"id": "qinghe-health"})
        path.write_text(whole.replace('"青禾健康"', '"青苗健康"', 1), "utf-8")
        after = await client.call_tool("show", {"id": "qinghe-health"})
    assert invalid.is_error
    assert "qinghe-health.toml" in invalid.content[0].text  # type: ignore[union-attr]
    assert before.structured_content
    assert after.structured_content
    assert before.structured_content["answers"][0]["title"]["zh"] == "青禾健康"
    assert after.structured_content["answers"][0]["title"]["zh"] == "青苗健康"
    assert not after.is_error
