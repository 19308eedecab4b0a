"""The process that sessions are forked from, and the life of a forked session."""
