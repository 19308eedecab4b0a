"""Of what a client sends, what is heard: its locale, and what its terminal can do."""

from __future__ import annotations

from collections.abc import Mapping

from tui.cli.settings import choose_language
from tui.config import Config
from tui.text.language import Language

NOBODYS = Config("")
"""What is set for readers at a distance: nothing. The operator's own config is not theirs."""
_NAMES = ("LANG", "LANGUAGE", "TERM", "COLORTERM", "NO_COLOR")


def locale_of(environ: Mapping[str, str]) -> dict[str, str]:
    """The part of it that is plain."""
    return {
        name: value[:64]
        for name, value in environ.items()
        if (name in _NAMES or name.startswith("LC_")) and value.isascii() and value.isprintable()
    }


def language_of(environ: Mapping[str, str]) -> Language:
    """The language of a client's locale."""
    return choose_language(None, environ, NOBODYS)[0]


def heard(sent: Mapping[bytes, bytes], term: str, language: Language) -> dict[str, str]:
    """What a session goes by: of what the client sent what is heard, and where it names no locale
    one of ``language``."""
    words = {
        name.decode("ascii", "replace"): value.decode("ascii", "replace")
        for name, value in sent.items()
    }
    environ = locale_of({**words, "TERM": term})
    if not any(name.startswith(("LANG", "LC_")) for name in environ):
        environ["LANG"] = "zh_CN.UTF-8" if language == "zh" else "C.UTF-8"
    return environ
