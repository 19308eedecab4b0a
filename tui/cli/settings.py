"""Resolve the settings of a run from options, environment, config file and terminal."""

from __future__ import annotations

import os
from collections.abc import Mapping

from tui.cli.args.spec import Options
from tui.config import Config, read_config
from tui.fast_namedtuple import TYPE_CHECKING, NamedTuple
from tui.render.glyphs import ASCII, UNICODE, Glyphs
from tui.text.fold import is_chinese
from tui.text.language import Language

if TYPE_CHECKING:
    from typing import Literal, TextIO, TypeAlias

    from tui.config import Theme

Origin: TypeAlias = 'Literal["option", "environment", "file", "default"]'
"""Where the value of a setting comes from."""

_PIPED_WIDTH = 80
_PIPED_LIST_WIDTH = 120
"""Of a list in a pipe, which needs room for its ids."""


class Settings(NamedTuple):
    """Effective settings of one run.

    ``width``: cells to lay out for; ``fixed_width``: whether a terminal or an option sets it;
    ``ambiguous``: cells of an East Asian ambiguous character, if known;
    ``language_origin``: where the language comes from; ``remote``: of a client of the SSH server.
    """

    content: str | None
    originals: str | None
    language: Language
    width: int
    fixed_width: bool
    color: bool
    glyphs: Glyphs
    theme: Theme | None
    watch: bool
    ambiguous: int | None
    config: Config = Config("")
    language_origin: Origin = "default"
    remote: bool = False

    @property
    def list_width(self) -> int:
        """Cells of a list: more than of text where nothing sets the width."""
        return self.width if self.fixed_width else _PIPED_LIST_WIDTH

    def language_for(self, query: str) -> Language:
        """Return the language of titles suggested for a query: that of the run. A query with
        Chinese characters gets Chinese titles where the locale alone suggests English; Latin
        letters say nothing, because readers of Chinese type pinyin and English names too."""
        is_guessed = self.language_origin == "default"
        return "zh" if is_guessed and any(map(is_chinese, query)) else self.language


def resolve_settings(
    options: Options, environ: Mapping[str, str], out: TextIO | None, config: Config | None = None
) -> Settings:
    """Return the settings of a run whose output goes to ``out``; ``config``: the
    user's config, if it is read already."""
    config = config or read_config(environ)
    language, language_origin = choose_language(options.lang, environ, config)
    terminal = out is not None and not out.closed and out.isatty()
    width = options.width or (_terminal_width(environ, out) if terminal and out else _PIPED_WIDTH)
    wide = options.ambiguous or environ.get("MEDBRIEF_AMBIGUOUS", "")
    ambiguous = {"1": 1, "2": 2, "narrow": 1, "wide": 2}.get(wide or config.ambiguous_width)
    return Settings(
        options.content,
        options.originals,
        language,
        max(20, min(width, 400)),
        bool(options.width) or terminal,
        _use_color(options.color, environ, terminal),
        ASCII if ambiguous == 2 or _needs_ascii(environ, out, terminal) else UNICODE,
        _theme(options.theme or environ.get("MEDBRIEF_THEME", "") or config.theme),
        bool(getattr(options, "watch", False)),
        ambiguous,
        config,
        language_origin,
    )


def choose_language(
    option: Language | None, environ: Mapping[str, str], config: Config
) -> tuple[Language, Origin]:
    """Return the language and its origin: the option, MEDBRIEF_LANG, the config, else the locale
    (Chinese for a Chinese locale whose encoding has simplified characters, else English)."""
    if option:
        return option, "option"
    if value := environ.get("MEDBRIEF_LANG", ""):
        return _language_of(value), "environment"
    if config.language:
        return _language_of(config.language), "file"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name, ""):
            language = _language_of(value)
            return ("zh" if language == "zh" and _has_simplified(environ) else "en"), "default"
    return "en", "default"


def _has_simplified(environ: Mapping[str, str]) -> bool:
    """Return whether the encoding of the output has simplified characters: Big5 does not."""
    encoding = environ.get("PYTHONIOENCODING", "").partition(":")[0] or locale_encoding(environ)
    try:
        return not encoding or bool("简体".encode(encoding))
    except (UnicodeEncodeError, LookupError):
        return False


def _language_of(name: str) -> Language:
    return "zh" if name.lower().startswith("zh") else "en"


def _terminal_width(environ: Mapping[str, str], out: TextIO) -> int:
    """Return the width of the terminal: the kernel's, else COLUMNS, which may be that of another
    window."""
    try:
        if columns := os.get_terminal_size(out.fileno()).columns:
            return columns
    except (OSError, ValueError):
        pass
    given = environ.get("COLUMNS", "")
    return (int(given) if given.isascii() and given.isdigit() else 0) or _PIPED_WIDTH


def _use_color(option: str, environ: Mapping[str, str], terminal: bool) -> bool:
    """Return whether to use colors: ``--color`` decides, else NO_COLOR (https://no-color.org), else
    whether the output is a terminal."""
    if option != "auto":
        return option == "always"
    return terminal and not environ.get("NO_COLOR") and not is_dumb_terminal(environ)


def is_dumb_terminal(environ: Mapping[str, str]) -> bool:
    """Return whether the terminal cannot be expected to handle escape sequences: TERM is unset or
    names a type without them (term(7), "unknown" and "dumb"). Windows sets no TERM."""
    return environ.get("TERM", "") in _DUMB and os.name != "nt"


_DUMB = ("", "dumb", "unknown", "network", "dialup")


def _theme(name: str) -> Theme | None:
    if not name:
        return None
    from tui.render.theme import theme_by_name

    return theme_by_name(name.lower())


def _needs_ascii(environ: Mapping[str, str], out: TextIO | None, terminal: bool) -> bool:
    """Return whether to draw with ASCII alone: the encoding of the output lacks box-drawing
    characters, or it is a terminal whose locale names no such encoding."""
    return not _is_unicode_stream(out) or (terminal and not unicode_locale(environ))


def unicode_locale(environ: Mapping[str, str]) -> bool:
    """Return whether the locale names an encoding with Chinese and box-drawing characters."""
    unset = environ.get("LANG", "") in ("", "C", "POSIX")
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        value = environ.get(name, "")
        if value and not (name == "LC_CTYPE" and unset and value in _COERCED_LC_CTYPE):
            return _is_unicode_encoding(value.rpartition(".")[2].partition("@")[0])
    return os.name == "nt"


def locale_encoding(environ: Mapping[str, str]) -> str:
    """Return the encoding that a Chinese locale names if it is not UTF-8, else an empty string.

    Where the locale is not installed, as in most containers, Python takes the terminal for one of
    UTF-8 (PEP 538, PEP 540); the terminal is still what the user says. PYTHONUTF8=1 and
    PYTHONIOENCODING take precedence.
    """
    if environ.get("PYTHONUTF8") == "1" or environ.get("PYTHONIOENCODING"):
        return ""
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        value = environ.get(name, "")
        if value and not (name == "LC_CTYPE" and value in _COERCED_LC_CTYPE):
            codeset = value.rpartition(".")[2].partition("@")[0]
            return _CHINESE_ENCODINGS.get(codeset.lower().replace("-", "").replace("_", ""), "")
    return ""


_CHINESE_ENCODINGS = {
    "gb18030": "gb18030",
    "gbk": "gbk",
    "cp936": "gbk",
    "gb2312": "gb2312",
    "euccn": "gb2312",
    "big5": "big5",
    "cp950": "big5",
    "big5hkscs": "big5hkscs",
}
_COERCED_LC_CTYPE = ("C.UTF-8", "C.utf8", "UTF-8")
"""Values of LC_CTYPE that Python itself sets if there is no locale (PEP 538)."""


def _is_unicode_stream(out: TextIO | None) -> bool:
    return _is_unicode_encoding(getattr(out, "encoding", None) or "utf-8")


def _is_unicode_encoding(encoding: str) -> bool:
    name = encoding.lower()
    return name.startswith("utf") or name in ("gb18030", "gbk", "cp936")
