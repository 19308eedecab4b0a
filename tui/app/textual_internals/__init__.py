"""The only package that uses underscore names of Textual, whose version is pinned for that reason.

``tests/arch/test_textual_internals.py`` fails when another module uses one.
"""
