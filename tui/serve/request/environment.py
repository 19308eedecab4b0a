"""The environment of a client's request: its locale and terminal, nothing of the operator's."""

from __future__ import annotations

import os
from collections.abc import Mapping

from tui.cli.settings import choose_language
from tui.config import Config
from tui.text.language import Language

EMPTY_CONFIG = Config("")
"""The config of remote readers: the operator's own does not apply to them."""
_ALLOWED = frozenset({"TERM", "COLORTERM", "LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES"})
_ALLOWED_BYTES = frozenset(name.encode() for name in _ALLOWED)
_MAX_VALUE = 64
"""Bytes. The longest locale name of glibc has 29, the longest terminal type of ncurses 31."""


class AllowedEnvironment(dict[bytes, bytes]):
    """The variables of a channel as asyncssh stores them: keeps the allowed ones only.

    A client may send any number of variables of any size, and asyncssh would store them all.
    """

    def __setitem__(self, name: bytes, value: bytes) -> None:
        if name in _ALLOWED_BYTES and len(value) <= _MAX_VALUE:
            super().__setitem__(name, value)


def allowed_variables(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the terminal and locale variables whose value is short, printable ASCII.

    A longer value is ignored, not cut: half of a name would be the name of something else.
    """
    return {
        name: value
        for name, value in environ.items()
        if name in _ALLOWED and len(value) <= _MAX_VALUE and value.isascii() and value.isprintable()
    }


def language_of(environ: Mapping[str, str]) -> Language:
    """Return the language of a client's locale."""
    return choose_language(None, environ, EMPTY_CONFIG)[0]


def session_environment(
    sent: Mapping[bytes, bytes], term: str, default: Language
) -> dict[str, str]:
    """Return a session's environment: the allowed variables that the client sent.

    ``term``: the client's terminal type; ``default``: the language if it sent no locale.
    """
    decoded = {
        name.decode("ascii", "replace"): value.decode("ascii", "replace")
        for name, value in sent.items()
    }
    environ = allowed_variables({**decoded, "TERM": term})
    if not has_locale(environ):
        environ["LANG"] = locale_for(default)
    return environ


def has_locale(environ: Mapping[str, str]) -> bool:
    """Return whether the environment names a locale."""
    return any(name.startswith(("LANG", "LC_")) for name in environ)


def locale_for(language: Language) -> str:
    """Return a UTF-8 locale of the language."""
    return "zh_CN.UTF-8" if language == "zh" else "C.UTF-8"


def restrict_process() -> None:
    """Prepare this process to serve a remote reader.

    No state is stored. The operator's config and debug mode do not apply; the original documents
    are not printable, because their licenses forbid reproduction.
    """
    os.environ["MEDBRIEF_STATE"] = "off"
    os.environ["MEDBRIEF_ORIGINALS"] = "off"
    os.environ["XDG_CONFIG_HOME"] = "/nonexistent"
    os.environ.pop("MEDBRIEF_DEBUG", None)
