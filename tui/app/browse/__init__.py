"""The main screen: where the user is, what the panels show there, what each command does.

Imports inside functions here and in ``dialogs`` are of what the first frame does not need: search,
views, exports, clipboard, citations, dialogs. Not importing them before it saves 75 of 410 ms CPU.
"""
