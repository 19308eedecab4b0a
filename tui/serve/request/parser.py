"""What a client may ask for: its line, read without any shell by the command line's own parsers.

Nothing is allowed but what the table of commands marks (``Command.over_ssh``), and of that nothing
that reaches files or programs of the machine (``Argument.local``).
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping

from tui.cli.args.fast_parser import read_common_options
from tui.cli.args.parser import parse
from tui.cli.args.shared_options import COMMON_OPTIONS, WATCH_OPTION
from tui.cli.args.spec import Options
from tui.cli.commands import load_command
from tui.cli.output.writer import print_message, printable
from tui.serve import messages
from tui.serve.request.capture import CapturedOutput, caught
from tui.serve.request.environment import language_of
from tui.text.language import Language, Wording

LONGEST = 4096
"""Bytes of a line; the longest query that means something has a few dozen words."""

_PROGRAMS = frozenset(
    {
        *("ash", "bash", "csh", "dash", "fish", "ksh", "sh", "tcsh", "zsh", "busybox", "login"),
        *("env", "exec", "su", "sudo", "chsh", "screen", "tmux", "mosh-server", "cmd"),
        *("scp", "sftp", "sftp-server", "internal-sftp", "rsync", "cat", "nc", "curl", "wget"),
        *("git", "git-receive-pack", "git-upload-archive", "git-upload-pack"),
        *("perl", "python", "python3"),
    }
)
"""What clients ask of other servers: told so, rather than looked up in the briefing."""


_LOCAL = [argument for argument in (*COMMON_OPTIONS, WATCH_OPTION) if argument.local_only]


class _RefusedError(Exception):
    def __init__(self, said: Wording) -> None:
        super().__init__(said.en)
        self.said = said


def read(line: str | None, environ: Mapping[str, str]) -> Options | CapturedOutput:
    """What is asked for, or why it is not to be had. ``line`` None: no command at all, which asks
    for the panels. ``environ``: the client's locale."""
    language = language_of(environ)
    words: list[str] = []
    try:
        words = _words(line or "")
        language = read_common_options(words)["lang"] or language
        return _asked(words, language)
    except _RefusedError as refused:
        with caught() as (_, err):
            print_message(refused.said.of(language))
        return CapturedOutput(2, stderr=err.taken())


def _words(line: str) -> list[str]:
    if len(line.encode("utf-8", "replace")) > LONGEST:
        raise _RefusedError(messages.TOO_LONG.format(most=LONGEST))
    if any(map(_is_control, line)):
        raise _RefusedError(messages.NO_TEXT)
    try:
        words = shlex.split(line)
    except ValueError:
        raise _RefusedError(messages.UNCLOSED) from None
    # By habit: ssh HOST medbrief find …
    return words[1:] if words[:1] == ["medbrief"] else words


def _is_control(char: str) -> bool:
    return (
        (char < " " and char not in "\t\r\n")
        or "\x7f" <= char <= "\x9f"
        or "\ud800" <= char <= "\udfff"  # bytes that are no UTF-8
    )


def _asked(words: list[str], language: Language) -> Options | CapturedOutput:
    first = next((word for word in words if not word.startswith("-")), "")
    if first in _PROGRAMS or first.startswith(("/", "./", "../", "~")):
        raise _refused(first)
    local = {name for argument in _LOCAL for name in argument.names}
    for word in words[: words.index("--")] if "--" in words else words:
        if (name := word.partition("=")[0]) in local:
            raise _refused(name)
    with caught() as (out, err):
        try:
            options = parse(words, language)
        except SystemExit as ended:  # wrong usage, or --version
            code = ended.code if isinstance(ended.code, int) else 2
            return CapturedOutput(code, out.taken(), err.taken())
    _allow(options)
    return options


def _allow(options: Options) -> None:
    """Raise where the line asks for more than a reader at a distance may have."""
    for argument in _LOCAL:
        if getattr(options, argument.dest, None) not in (None, False):
            raise _refused(argument.names[0])
    if options.command is None:
        return
    command = load_command(options.command)
    if not command.over_ssh:
        raise _refused(command.name.strip("_"))
    for argument in command.arguments:
        said = getattr(options, argument.dest)
        if argument.local_only and said not in (None, False, argument.default):
            raise _refused(argument.names[0])
    topic = options.topic if command.name == "help" else None
    if topic not in (None, "json") and not load_command(topic).over_ssh:
        raise _refused(topic)


def _refused(name: str) -> _RefusedError:
    return _RefusedError(messages.NOT_HERE.format(name=printable(name)))
