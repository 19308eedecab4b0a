"""``medbrief`` without a command: open the panels, or print the overview outside a terminal."""

from __future__ import annotations

import os
import sys

from tui.cli.output.writer import is_terminal, print_message, printable, write_lines
from tui.cli.settings import Settings, is_dumb_terminal
from tui.code_cache import CodeCache
from tui.document import Block, Cards
from tui.document.link_target import TIMELINE, parse_target
from tui.fast_namedtuple import TYPE_CHECKING
from tui.render.page_layout import lay_out_text
from tui.store import Section, Store, find_content
from tui.text.language import Language, Wording

if TYPE_CHECKING:
    from tui.app import RunApp

_NOT_A_TERMINAL = Wording(
    "标准输入或标准错误不是终端，无法打开面板；输出概览",
    "standard input or standard error is not a terminal: printing the overview, not the panels",
)

_DUMB_TERMINAL = Wording(
    "终端类型（TERM）未设置，无法打开面板；输出概览",
    "the terminal type (TERM) is not set: printing the overview, not the panels",
)
_DUMB_TYPE = Wording(
    "终端类型TERM={term}不支持全屏显示，无法打开面板；输出概览",
    "the terminal type TERM={term} has no full-screen mode: printing the overview, not the panels",
)
_MORE = Wording("… 另有{count}条：medbrief {command}", "… {count} more: medbrief {command}")
_IN_BACKGROUND = Wording(
    "在后台运行，不能使用终端，无法打开面板；输出概览",
    "running in the background without access to the terminal: printing the overview, "
    "not the panels",
)


def open_or_print(store: Store, settings: Settings) -> int:
    """Open the panels; where they cannot be, print the overview and, below it on a terminal, why:
    above it, the reason would leave the window."""
    if is_full_terminal():
        return open_panels(store, settings)
    code = print_overview(store, settings)
    if is_terminal(sys.stdout) and (reason := _reason_against_panels()):
        print_message(reason.of(settings.language))
    return code


def print_overview(store: Store, settings: Settings) -> int:
    """Print the overview page."""
    document = store.document("overview", settings.language)
    if document is None:
        return 1
    blocks = [cards_with_rest(each, store, settings.language) for each in document.blocks]
    document = document._replace(blocks=tuple(blocks))
    write_lines(lay_out_text(document, settings.width, settings.glyphs), settings)
    return 0


def cards_with_rest(block: Block, store: Store, language: Language) -> Block:
    """Return the cards of the overview; lists that are cut say how many more there are, and which
    command prints them."""
    if not isinstance(block, Cards):
        return block
    words = {section.id: _words_of(store, section) for section in store.sections()}
    lists = []
    for card in block.lists:
        kind, name = parse_target(card.target)
        more = (int(card.tag) if card.tag.isdecimal() else 0) - len(card.rows)
        if more > 0:
            command = TIMELINE if kind == TIMELINE else words.get(name, name)
            note = _MORE.format(count=more, command=command).of(language)
            card = card._replace(notes=(*card.notes, note))
        lists.append(card)
    return block._replace(lists=tuple(lists))


def _words_of(store: Store, section: Section) -> str:
    """Return the command that prints a section: the first word for its kind."""
    return next((kind.words[0] for kind in store.kinds() if kind.id == section.kind), section.id)


def can_open_panels(settings: Settings) -> bool:
    """Return whether all three standard streams are a terminal that can show the panels; print why
    not where standard output is one."""
    if not is_terminal(sys.stdout):
        return False
    reason = _reason_against_panels()
    if reason:
        print_message(reason.of(settings.language))
    return reason is None


def is_full_terminal() -> bool:
    """Return whether all three standard streams are a terminal that can show panels."""
    return is_terminal(sys.stdout) and _reason_against_panels() is None


def _reason_against_panels() -> Wording | None:
    # Textual reads from standard input and draws on standard error.
    if not is_terminal(sys.stdin) or not is_terminal(sys.stderr):
        return _NOT_A_TERMINAL
    if is_dumb_terminal(os.environ):
        term = os.environ.get("TERM", "")
        return _DUMB_TYPE.format(term=printable(term)) if term else _DUMB_TERMINAL
    return None if _can_change_modes(sys.stdin.fileno()) else _IN_BACKGROUND


def _can_change_modes(terminal: int) -> bool:
    """Return whether this process may change the modes of the terminal. A background process is
    stopped here until it is in the foreground, unless nobody could continue it (POSIX: orphaned
    process group)."""
    try:
        import termios
    except ImportError:  # Windows
        return True
    try:
        termios.tcsetattr(terminal, termios.TCSANOW, termios.tcgetattr(terminal))
    except termios.error:
        return False
    return True


def open_panels(
    store: Store,
    settings: Settings,
    section: str = "",
    record: str = "",
    figure: str = "",
    run: RunApp | None = None,
) -> int:
    """Run the app, starting at a section, a record or one of its figures; return its exit code.

    ``run``: runs the app, instead of ``App.run``.
    """
    library_cache = CodeCache(libraries=True)
    library_cache.install()
    try:
        from tui.app import run_app
        from tui.app.messages import NO_UNICODE
        from tui.render.glyphs import ASCII
        from tui.store.originals import find_originals

        originals = find_originals(settings.originals, settings.content, os.environ)
        ascii_only = settings.glyphs.edge == ASCII.edge and settings.ambiguous != 2
        return run_app(
            store,
            originals,
            settings.language,
            settings.glyphs,
            chosen=settings.language_origin != "default",
            section=section,
            record=record,
            figure=figure,
            theme=settings.theme,
            hint=NO_UNICODE if ascii_only else None,
            watched=find_content(settings.content, os.environ) if settings.watch else None,
            ambiguous=settings.ambiguous,
            remote=settings.remote,
            run=run,
        )
    finally:
        library_cache.save()
