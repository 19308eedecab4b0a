"""Commands that lead to another location, panel or link."""

from __future__ import annotations

from collections.abc import Callable

from tui.app import messages
from tui.app.browse.browse_model import BrowseModel
from tui.app.browse.effects import ChooseDispute, MoveLink, OpenPalette, ShowLinkHints
from tui.app.browse.location import COMPARISON, OVERVIEW, PAGES, PINS, SEARCH, TIMELINE, Location
from tui.app.browse.sources.dispute_choices import DisputeChoice, dispute_choices
from tui.app.browse.view_state import TWO_PANELS_WIDTH, InputText
from tui.text.language import Wording

_LINK_HINTS = {
    (True, True): Wording(
        "字母打开链接，数字打开引文，Esc取消", "letter: link · number: citation · Esc"
    ),
    (True, False): Wording("字母打开链接，Esc取消", "letter: link · Esc"),
    (False, True): Wording("数字打开引文，Esc取消", "number: citation · Esc"),
    (False, False): Wording("这里没有链接", "no links here"),
}
"""By whether a link in the window has a letter, and whether the page has citations."""


def go_back(model: BrowseModel) -> None:
    """Go to the location before, or to the overview from the first one. While a list is narrowed
    by words, show the whole list first."""
    query, focus = model.location.list_query, model.positions.focus
    if focus == "narrow" or (query.words and focus == "list"):
        model.change_query(query._replace(words=""))
        model.history.adjust(panel="list")
        model.show_panels()
        return
    model.remember()
    if model.history.back() is None:
        if model.location.section == OVERVIEW:
            model.show_reason(messages.FIRST_PAGE)
            return
        model.history.location = Location(OVERVIEW, panel="page")
    _show_again(model)


def go_forward(model: BrowseModel) -> None:
    """Undo the last step back."""
    model.remember()
    if model.history.forward() is None:
        model.show_reason(messages.LAST_PAGE)
        return
    _show_again(model)


def _show_again(model: BrowseModel) -> None:
    """Show a location of the history. Of a search, focus the results and not the input box, so that
    letters and digits are commands."""
    model.show_earlier_query()
    model.show_location()
    if model.location.panel == "search" and model.content.rows:
        model.history.adjust(panel="list")
        model.show_panels()


def go_to_overview(model: BrowseModel) -> None:
    """Go to the overview."""
    _go_to(model, Location(OVERVIEW, panel="page"))


def open_timeline(model: BrowseModel) -> None:
    """Go to the timeline."""
    _go_to(model, Location(TIMELINE, panel="page"))


def open_pins(model: BrowseModel) -> None:
    """Go to the list of pins."""
    if model.location.section != PINS:
        model.session.forget_removed_pins()
    _go_to(model, Location(PINS))


def _go_to(model: BrowseModel, location: Location) -> None:
    """Go to a section, or say that it is shown already."""
    focus = "page" if location.section in PAGES else "list"
    if model.location.section == location.section and model.positions.focus == focus:
        model.show_reason(messages.HERE_ALREADY)
    else:
        model.go(location)


def open_search(model: BrowseModel) -> None:
    """Go to the search, or to its input box with the query as it is."""
    if model.location.section == SEARCH:
        model.history.keep_query()
        model.show_earlier_query()
        model.focus_panel("search")
    else:
        model.replace(search=InputText())
        model.go(Location(SEARCH, panel="search"))


def open_palette(model: BrowseModel) -> None:
    """Open the command palette."""
    from tui.app.browse.commands.commands_without_effect import commands_without_effect

    model.request(OpenPalette(commands_without_effect(model)))


def open_short_briefs(model: BrowseModel) -> None:
    """Open the list of subjects with a short brief, at that of the record or of the filter."""
    from tui.app.browse.sources.palette_list import BRIEF
    from tui.views import subject_choices, subjects_of

    location, store = model.location, model.briefing.store
    tags = location.list_query.selected.get("tag", ()) or subjects_of(store, location.record)
    chosen = next((each.value for each in subject_choices(store) if each.value in tags), "")
    model.request(OpenPalette(only=BRIEF, chosen=chosen))


def open_section(model: BrowseModel, section: str) -> None:
    """Go to a section from the section tabs. Moving along the tabs adds one entry to the history,
    not one per section."""
    location = model.with_last_query(Location(section, panel="sections"))
    if model.location.panel == "sections":
        model.history.location = location
        model.show_location()
    else:
        model.go(location)


# -- panels


def inward(model: BrowseModel) -> None:
    """Go to the next section in a row of tabs; else to the panel on the right."""
    if _move_along_tabs(model, 1):
        return
    if model.positions.focus == "page":
        model.show_reason(messages.NO_PANEL_RIGHT)
    else:
        model.focus_panel("list" if model.positions.focus == "sections" else "page")


def outward(model: BrowseModel) -> None:
    """Go to the previous section in a row of tabs; else to the panel on the left."""
    if _move_along_tabs(model, -1):
        return
    if model.positions.focus == "sections":
        model.show_reason(messages.NO_PANEL_LEFT)
    else:
        to_list = model.positions.focus == "page" and model.location.section not in PAGES
        model.focus_panel("list" if to_list else "sections")


def _move_along_tabs(model: BrowseModel, steps: int) -> bool:
    if model.positions.focus != "sections":
        return False
    sections = [name for name, _ in model.state.sections.names]
    section = model.location.section
    current = sections.index(section) if section in sections else -1
    number = max(0, min(current + steps, len(sections) - 1))
    if number != current:
        open_section(model, sections[number])
    else:
        model.show_reason(messages.LAST_SECTION if steps > 0 else messages.FIRST_SECTION)
    return True


def enter(model: BrowseModel) -> None:
    """Open the row under the cursor, or follow the selected link; without one, follow the only link
    of the page or select one."""
    if model.positions.focus == "list":
        model.open_row(model.cursor)
    elif model.positions.focus != "page":
        model.focus_panel("list")
    elif target := model.positions.target:
        model.follow(target)
    elif len(model.positions.links) == 1:
        model.follow(model.positions.links[0].target)
    else:
        next_link(model)


def open_result(model: BrowseModel) -> None:
    """Go to the comparison that the query asks for, else to the page of the result under the
    cursor; without results, to the first suggestion."""
    ids = () if model.cursor else model.lists.compared(model.location)
    if not model.content.rows:
        next_link(model)
    elif len(ids) > 1:
        model.go(Location(COMPARISON, ",".join(ids), panel="page"))
    else:
        model.open_row(model.cursor)


def zoom(model: BrowseModel) -> None:
    """Show one panel at a time with the whole width, or all panels again."""
    one = model.location.section in PAGES or model.positions.width < TWO_PANELS_WIDTH
    if one and not model.alone:
        model.show_reason(messages.ONE_PANEL)
        return
    model.alone = not model.alone
    model.show_panels()


def fold_sections(model: BrowseModel) -> None:
    """Fold every section of the page away, or show them all again."""
    names = frozenset().union(*model.pages.headings(model.location))
    if names:
        model.fold_sections(names)
    else:
        model.show_message(messages.NO_SECTIONS)


# -- links and citations


def next_link(model: BrowseModel) -> None:
    """Select the next link of the page."""
    _move_link(model, 1)


def previous_link(model: BrowseModel) -> None:
    """Select the previous link of the page."""
    _move_link(model, -1)


def _move_link(model: BrowseModel, steps: int) -> None:
    if model.positions.focus != "page":
        model.focus_panel("page")
    elif not model.positions.links:
        model.show_reason(messages.NO_LINKS_ON_PAGE)
    model.request(MoveLink(steps))


def show_hints(model: BrowseModel) -> None:
    """Label the links in the window with letters."""
    if not model.state.visible.page:
        model.focus_panel("page")
    model.request(ShowLinkHints(_LINK_HINTS))


def open_disagreement(model: BrowseModel) -> None:
    """Go to the dispute about the record, or about what the selected link or a page of several
    records names; let the user choose where there are several."""
    positions = model.positions
    disputes = disputes_here(model)
    if not disputes:
        model.show_message(_no_dispute(model))
        return
    targets = [dispute.target for dispute in disputes]
    if len(disputes) == 1 or positions.target in targets:
        model.follow(positions.target if positions.target in targets else targets[0])
        return
    below = (link.target for link in positions.links if link.line >= positions.line)
    first = next((targets.index(target) for target in below if target in targets), 0)
    model.request(ChooseDispute(disputes, first))


def disputes_here(model: BrowseModel) -> list[DisputeChoice]:
    """Return the disputes about the record, or about what the selected link of the overview leads
    to; of another page of several records, all that it links to."""
    location, pages, positions = model.location, model.pages, model.positions
    store, language = model.briefing.store, model.briefing.language
    if location.section == OVERVIEW:
        selected = dispute_choices(store, language, (positions.target,))
        there = pages.destination(positions.target, location) if positions.target else None
        if selected or there is None or not there.record:
            return selected
        return pages.disputes(there, pages.document(there))
    if location.section in PAGES:
        return dispute_choices(store, language, (link.target for link in positions.links))
    return pages.disputes(location, model.state.page.document)


def _no_dispute(model: BrowseModel) -> Wording:
    """Return that there is no dispute, and that only one document has the figure, if so."""
    record = "" if model.location.section in PAGES else model.location.record
    figure = next((entry for entry in model.briefing.store.answers(record) if entry.status), None)
    count = len({citation["source"] for citation in figure.citations}) if figure else 0
    return messages.ONE_SOURCE if count == 1 else messages.NO_DISPUTE


COMMANDS: dict[str, Callable[[BrowseModel], None]] = {
    each.__name__: each
    for each in (
        go_back, go_forward, go_to_overview, open_timeline, open_pins, open_search, open_palette,
        open_short_briefs, inward, outward, enter, zoom, fold_sections, next_link, previous_link,
        show_hints, open_disagreement,
    )
}  # fmt: skip
