"""A small BibTeX parser: enough to check that others can read the output."""

from __future__ import annotations

import re

_HEAD = re.compile(r"@(\w+)\{([^\s,{}]+),\n")


def entries(text: str) -> dict[str, dict[str, str]]:
    """Fields by key; ``type`` among them. Raises AssertionError for what is no entry."""
    found: dict[str, dict[str, str]] = {}
    at = 0
    while text[at:].strip():
        at += len(text[at:]) - len(text[at:].lstrip())
        head = _HEAD.match(text, at)
        assert head, f"no entry: {text[at : at + 40]!r}"
        end = _closing(text, text.index("{", at))
        body = text[head.end() : end]
        assert head[2] not in found, f"a key twice: {head[2]}"
        found[head[2]] = {"type": head[1], **_fields(body)}
        at = end + 1
    return found


def _fields(body: str) -> dict[str, str]:
    found: dict[str, str] = {}
    at = 0
    while body[at:].strip(" ,\n"):
        match = re.compile(r"[\s,]*(\w+) = ").match(body, at)
        assert match, f"no field: {body[at : at + 40]!r}"
        at = match.end()
        if body[at] == "{":
            end = _closing(body, at)
            found[match[1]] = body[at + 1 : end]
            at = end + 1
        else:
            macro = re.compile(r"[a-z]{3}").match(body, at)
            assert macro, f"neither braces nor a month: {body[at : at + 20]!r}"
            found[match[1]] = macro[0]
            at = macro.end()
    return found


def _closing(text: str, at: int) -> int:
    """Where the brace that opens at ``at`` closes: BibTeX counts every brace, escaped or not."""
    depth = 0
    for place in range(at, len(text)):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        if depth == 0:
            return place
    raise AssertionError("braces are not balanced")


_NAMED = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
}


def read_latex(text: str) -> str:
    """The text that LaTeX would set."""
    signs = "|".join(map(re.escape, _NAMED)) + r"|\\[&%$#_]"
    return re.sub(signs, lambda match: _NAMED.get(match[0], match[0][1:]), text)
