"""What each command of the main screen does: functions that take the ``BrowseModel``."""
