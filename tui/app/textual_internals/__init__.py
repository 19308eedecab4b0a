"""The only package that uses underscore names of Textual, which is pinned for that reason."""
