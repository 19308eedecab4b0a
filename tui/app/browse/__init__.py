"""The main screen: where the user is, what the panels show there, what each command does.

Imports inside functions here and in ``dialogs`` are of ``tui.search``, ``tui.views``, the export of
pins and the dialogs: not importing them before the first frame saves 70 of 410 ms CPU.
"""
