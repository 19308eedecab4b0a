"""A tool that refuses unknown arguments and says in plain words what is wrong with a call."""

from __future__ import annotations

from typing import Any

from mcp.server.mcpserver.context import Context
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from pydantic import ValidationError


class StrictTool(Tool):
    """A tool whose input schema allows no further arguments (``additionalProperties``: false)."""

    def model_post_init(self, context: Any, /) -> None:
        """Forbid further arguments: the SDK ignores them by default."""
        super().model_post_init(context)
        model = self.fn_metadata.arg_model
        model.model_config["extra"] = "forbid"
        model.model_rebuild(force=True)
        self.parameters = model.model_json_schema(by_alias=True)

    async def run(
        self, arguments: dict[str, Any], context: Context[Any, Any], convert_result: bool = False
    ) -> Any:
        """Run the tool.

        Raises:
            ToolError: an argument is unknown, missing or invalid; or as the SDK.
        """
        try:
            self.fn_metadata.validate_arguments(arguments)
        except ValidationError as error:
            raise ToolError(self._problems(error)) from None
        return await super().run(arguments, context, convert_result)

    def _problems(self, error: ValidationError) -> str:
        known = ", ".join(self.parameters.get("properties", ())) or "no arguments"
        lines = []
        for problem in error.errors(include_url=False):
            name = str(problem["loc"][0])
            if problem["type"] == "extra_forbidden":
                lines.append(f"unknown argument {name!r}: expected {known}")
            elif problem["type"] == "missing":
                lines.append(f"missing argument {name!r}")
            else:
                what = problem["msg"].removeprefix("Value error, ")
                lines.append(f"invalid value for {name!r}: {what[:1].lower()}{what[1:]}")
        return f"{self.name}: " + "; ".join(dict.fromkeys(lines))
