"""The main screen: where the reader is, what the panels show there, what each command does."""
