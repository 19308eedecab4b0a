"""Front end 8a: the command line. One command, one answer, on standard output.

In: arguments and the environment. Out: lines from ``render`` or JSON on stdout, everything
else on stderr, and an exit code: 0 found, 1 nothing found, 2 wrong usage, 3 the content does
not hold. Opens the app where no command is given and somebody sits at a terminal.
"""
