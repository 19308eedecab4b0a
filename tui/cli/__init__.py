"""Command-line front end: one command, one answer.

Data goes to standard output (laid out by ``render``, or JSON), messages to standard error. Exit
codes are listed in ``exit_codes``. Without a command it opens the app if it runs in a terminal.
"""
