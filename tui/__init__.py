"""medbrief: a briefing on China's internet-healthcare industry, in the terminal.

Two halves with one file between them::

    seeds/ content/ --load--> model --check--> --compile--> briefing.db
    briefing.db --search, views, render--> cli | app | export | serve

shared   fast_namedtuple, xdg, full_write, atomic_write, file_write, text, document, database,
         diagnostics, system_errors
build    model -> load -> check -> compile
runtime  config, state, store -> search -> views -> render -> export -> app -> cli -> serve

The runtime half starts the build half only when the content has changed
(``store.compile_bridge.recompile``).
"""

__version__ = "0.1.0"
