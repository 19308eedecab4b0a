"""MCP server: the briefing as tools of an AI assistant, over standard input and output.

Model Context Protocol, modelcontextprotocol.io. Input: tool calls. Output: the JSON of the command
line. Only this package imports the SDK ``mcp``.
"""
