"""``medbrief brief``: a narrative, or the list of them."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.commands import listing, show
from tui.cli.settings import Settings
from tui.store import Store


def run(store: Store, options: Namespace, settings: Settings) -> int:
    """Print the narrative of that name; without a name, which ones there are."""
    if options.id:
        return show.run(store, options, settings, kind="brief")
    return listing.print_list(store, "brief", settings, as_json=options.json)
