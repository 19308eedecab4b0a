"""The app in a terminal: first frame, keys, search box."""
