"""Front end 8c: the briefing for readers who have nothing but an SSH client.

In: what a client asks for (a line of words, or nothing), its terminal and its locale. Out: the
bytes and the exit code of the same command run locally. Nothing that a client sends reaches a
shell or names a file: a line is read by the command line's own parsers, and only what the table
of commands marks as fit to be asked at a distance is answered.
"""
