"""Commands about the app as a whole: language, forecasts, theme, notices, help, exit."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.app import messages
from tui.app.browse.browse_model import BrowseModel
from tui.app.browse.effects import Leave, OpenHelp, OpenPalette, OpenProblems, UseTheme
from tui.app.browse.location import PAGES, PINS
from tui.app.browse.view_state import NoticeView, PageView
from tui.config import Theme
from tui.fast_namedtuple import TYPE_CHECKING
from tui.text.language import Wording, other_language, plural

if TYPE_CHECKING:
    from tui.diagnostics import Problem


def change_language(model: BrowseModel) -> None:
    """Switch to the other language at the same location, if the briefing has it."""
    if only := model.briefing.only_language:
        model.show_reason(messages.ONE_LANGUAGE[only])
        return
    model.remember()
    model.briefing.language = other_language(model.briefing.language)
    model.show_location()


def toggle_forecasts(model: BrowseModel) -> None:
    """Hide or show figures that are forecasts."""
    model.remember()
    model.briefing.show_forecasts = not model.briefing.show_forecasts
    model.show_page()
    shown = model.briefing.show_forecasts
    model.show_message(messages.FORECASTS_SHOWN if shown else messages.FORECASTS_HIDDEN)


def change_theme(model: BrowseModel) -> None:
    """Open the list of themes, which shows the one under the cursor."""
    from tui.app.browse.sources.palette_list import THEME

    model.request(OpenPalette(only=THEME, chosen=model.theme))


def use_theme(model: BrowseModel, theme: Theme) -> None:
    """Switch to a theme and name it."""
    model.theme = theme
    model.session.update(lambda state: state._replace(theme=theme))
    model.request(UseTheme(theme))
    model.show_message(messages.THEME_CHOSEN.format(theme=messages.THEMES[theme]))


def close_notice(model: BrowseModel) -> None:
    """Close the notice above the key bar."""
    if model.state.notice is None:
        model.show_reason(messages.NO_NOTICE)
    model.replace(notice=None)


def open_problems(model: BrowseModel) -> None:
    """Open the list of content problems, or say that there are none."""
    if not model.problems:
        model.show_message(messages.NO_PROBLEMS)
        return
    model.request(OpenProblems(model.problems))


def open_help(model: BrowseModel) -> None:
    """Open the help, with the keys of the panel first."""
    from tui.app.help_groups import keys_here

    here = keys_here(model.positions.focus, model.location.section)
    omitted = ("change_language",) if model.briefing.only_language else ()
    model.request(OpenHelp(here, omitted))


def leave(model: BrowseModel) -> None:
    """Exit the app."""
    model.request(Leave())


# -- content that is being edited


def show_problems(model: BrowseModel, problems: Sequence[Problem]) -> None:
    """Show a notice about problems of the edited content; close it where there are none."""
    model.problems = tuple(problems)
    if not problems:
        model.replace(notice=None)
        return
    first = Wording(*(f"{problems[0].location()} {text}" for text in problems[0].message))
    invalid = any(problem.code.startswith("L") for problem in problems)
    found = messages.CONTENT_ERRORS if invalid else messages.CONTENT_FINDINGS
    count = len(problems)
    counts = {"errors": plural(count, "error"), "findings": plural(count, "finding")}
    text = found.format(count=count, first=first, **counts)
    model.replace(notice=NoticeView(text, messages.SHOW_ERRORS))


def reload(model: BrowseModel) -> None:
    """Show the briefing after an edit at the same location, as far as it still exists."""
    model.remember()
    model.briefing.reload()
    message = _replace_removed_record(model)
    model.show_list_again()
    if message:
        model.show_location()
        model.show_message(message)
    else:
        location = model.location
        model.show_title()
        names = model.briefing.section_names()
        page = PageView(model.pages.document(location), keep_position=True)
        model.replace(sections=model.state.sections._replace(names=names), page=page)
    if model.problems:
        show_problems(model, ())


def _replace_removed_record(model: BrowseModel) -> Wording | None:
    """Where the record was removed, go to the one now in its position in the list. Return the
    message about it."""
    location, cursor = model.location, model.cursor
    if location.section in (*PAGES, PINS) or not location.record:
        return None
    if model.briefing.store.row(location.record, model.briefing.language):
        return None
    rows = model.lists.content(location).rows
    model.set_record(rows[min(cursor, len(rows) - 1)].id if rows else "")
    return messages.RECORD_GONE.format(id=location.record)


COMMANDS: dict[str, Callable[[BrowseModel], None]] = {
    each.__name__: each
    for each in (
        change_language, toggle_forecasts, change_theme, close_notice, open_problems, open_help,
        leave,
    )
}  # fmt: skip
