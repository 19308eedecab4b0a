"""medbrief: a briefing on China's internet-healthcare industry, in the terminal.

Two halves and one file between them::

    seeds/ content/ --load--> model --check--> --compile--> briefing.db
    briefing.db --search, views, render--> cli | app | export | serve

ground   tuples, homes, text, document, database, problem
making   model -> load -> check -> compile
reading  config, state, store -> search -> views -> render -> app, export -> cli -> serve

The reading half starts the making half only where content changed (``store.recompile``).
"""

__version__ = "0.1.0"
