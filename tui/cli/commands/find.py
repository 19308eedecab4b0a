"""``medbrief find``: the fact that was asked for, with its status and its source."""

from __future__ import annotations

from argparse import Namespace

from tui.cli import wording
from tui.cli.output import put, put_lines, say, shown
from tui.cli.settings import Settings
from tui.render.contract import entry_object, to_json
from tui.render.entry import entry_lines
from tui.render.lines import BLANK, Line
from tui.search import find, suggest
from tui.store import Store


def run(store: Store, options: Namespace, settings: Settings) -> int:
    """Print what is found, best first; 1 where nothing is, 2 for an empty query."""
    language = settings.language
    query = " ".join(options.query)
    if not query.strip():
        say(wording.EMPTY_QUERY.of(language))
        return 2
    hits = find(store, query, options.limit)
    if options.json:
        put(to_json(entry_object(hit.entry, hit.score) for hit in hits))
    else:
        lines: list[Line] = []
        for hit in hits:
            lines += [BLANK] if lines else []
            lines += entry_lines(hit.entry, language, settings.width)
        put_lines(lines, settings)
    if hits:
        return 0
    say(wording.NOTHING_FOUND.format(query=shown(query)).of(language))
    near = suggest(store, query)
    if near:
        names = ("、" if language == "zh" else ", ").join(near)
        say(wording.NEAREST.format(names=names).of(language))
    else:
        say(wording.TRY_LIST.of(language))
    return 1
