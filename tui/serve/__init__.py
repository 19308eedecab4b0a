"""SSH front end: serve the briefing to readers who only have an SSH client.

Input: a command line (or none), the client's terminal and its locale. Output: the bytes and the
exit code of the same command run locally. Nothing a client sends reaches a shell or names a file:
the command line's own parsers read the request, and only commands marked as available over SSH
are executed.
"""
