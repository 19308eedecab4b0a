"""The widgets of the app: each draws lines of ``tui.render``; none reads the store."""
