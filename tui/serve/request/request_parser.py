"""Parse a client's command line with the command line's own parsers, without a shell.

Allowlist: commands with ``Command.over_ssh``, without the options that reach files or programs of
the server (``Argument.local_only``).
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping

from tui.cli.args.command_line import parse
from tui.cli.args.fast_parser import read_common_options
from tui.cli.args.kind_commands import Kinds, kind_words
from tui.cli.args.shared_options import COMMON_OPTIONS, WATCH_OPTION
from tui.cli.args.spec import Options
from tui.cli.commands import COMMAND_NAMES, load_command
from tui.cli.output.json_errors import json_error, requests_json
from tui.cli.output.writer import print_message, printable
from tui.serve import messages
from tui.serve.request.capture import CapturedOutput, capture_output
from tui.serve.request.environment import language_of
from tui.text.language import Language, Wording

MAX_LINE = 4096
"""Bytes; the longest meaningful query has a few dozen words."""

_PROGRAMS = frozenset(
    {
        *("ash", "bash", "csh", "dash", "fish", "ksh", "sh", "tcsh", "zsh", "busybox", "login"),
        *("env", "exec", "su", "sudo", "chsh", "screen", "tmux", "mosh-server", "cmd"),
        *("scp", "sftp", "sftp-server", "internal-sftp", "rsync", "cat", "nc", "curl", "wget"),
        *("git", "git-receive-pack", "git-upload-archive", "git-upload-pack"),
        *("perl", "python", "python3"),
    }
)
"""Programs that clients request from other servers: refused, not searched for in the briefing."""
_LOCAL_OPTIONS = [argument for argument in (*COMMON_OPTIONS, WATCH_OPTION) if argument.local_only]


class _RefusedError(Exception):
    def __init__(self, message: Wording) -> None:
        super().__init__(message.en)
        self.message = message


def parse_request(
    line: str | None, environ: Mapping[str, str], kinds: Kinds | None = None
) -> Options | CapturedOutput:
    """Parse a request, or return the output that refuses it.

    ``line``: None if the client sent no command, which opens the app. ``environ``: the client's.
    ``kinds``: of the briefing; without them no kind of record is a command.
    """
    language = language_of(environ)
    words: list[str] = []
    try:
        words = _split(line or "")
        language = read_common_options(words)["lang"] or language
        parsed = _parse(words, language, kinds)
    except _RefusedError as refused:
        with capture_output() as (_, err):
            print_message(refused.message.of(language))
        parsed = CapturedOutput(2, stderr=err.getvalue())
    if isinstance(parsed, CapturedOutput) and parsed.exit_code and requests_json(words):
        error = json_error(parsed.stderr.decode("utf-8", "replace"), parsed.exit_code)
        return parsed._replace(stderr=f"{error}\n".encode())
    return parsed


def _split(line: str) -> list[str]:
    if len(line.encode("utf-8", "replace")) > MAX_LINE:
        raise _RefusedError(messages.LINE_TOO_LONG.format(limit=MAX_LINE))
    if any("\ud800" <= char <= "\udfff" for char in line):  # bytes that are not UTF-8 (PEP 383)
        raise _RefusedError(messages.NOT_UTF8)
    if any(map(_is_control, line)):
        raise _RefusedError(messages.CONTROL_CHARACTERS)
    try:
        words = shlex.split(line)
    except ValueError:
        raise _RefusedError(messages.UNCLOSED_QUOTE) from None
    # Accept "ssh HOST medbrief find ..." as well.
    return words[1:] if words[:1] == ["medbrief"] else words


def _is_control(char: str) -> bool:
    return (char < " " and char not in "\t\r\n") or "\x7f" <= char <= "\x9f"


def _parse(words: list[str], language: Language, kinds: Kinds | None) -> Options | CapturedOutput:
    first = next((word for word in words if not word.startswith("-")), "")
    if first in _PROGRAMS or first.startswith(("/", "./", "../", "~")):
        raise _not_available(first)
    local = {name for argument in _LOCAL_OPTIONS for name in argument.names}
    for word in words[: words.index("--")] if "--" in words else words:
        if (name := word.partition("=")[0]) in local:
            raise _not_available(name)
    _check_help_topic(words, kinds)
    with capture_output() as (out, err):
        try:
            options = parse(words, language, remote=True, kinds=kinds)
        except SystemExit as exit_:  # wrong usage, or --version
            code = exit_.code if isinstance(exit_.code, int) else 2
            return CapturedOutput(code, out.getvalue(), err.getvalue())
    _check_allowed(options)
    return options


def _check_help_topic(words: list[str], kinds: Kinds | None) -> None:
    """Raise ``_RefusedError`` for an unknown help topic: the parser's error would suggest commands
    that are refused here."""
    values = set(map(str, read_common_options(words).values()))
    topics = [word for word in words if not word.startswith("-") and word not in values]
    if topics[:1] != ["help"] or len(topics) != 2 or topics[1] in (*COMMAND_NAMES, "json"):
        return
    if not kinds or topics[1].lower() not in kind_words(kinds()):
        raise _not_available(topics[1])


def _check_allowed(options: Options) -> None:
    """Raise ``_RefusedError`` for commands and options that remote readers must not use."""
    for argument in _LOCAL_OPTIONS:
        if getattr(options, argument.dest, None) not in (None, False):
            raise _not_available(argument.names[0])
    if options.command is None:
        return
    command = load_command(options.command)
    if not command.over_ssh:
        raise _not_available(command.name.strip("_"))
    for argument in command.arguments:
        value = getattr(options, argument.dest)
        if argument.local_only and value not in (None, False, argument.default):
            raise _not_available(argument.names[0])
    topic = options.topic if command.name == "help" else None
    if topic in COMMAND_NAMES and not load_command(topic).over_ssh:
        raise _not_available(topic)


def _not_available(name: str) -> _RefusedError:
    return _RefusedError(messages.NOT_AVAILABLE.format(name=printable(name)))
