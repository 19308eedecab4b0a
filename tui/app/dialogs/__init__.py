"""Dialogs above the main screen: command palette, filters, prompts, help, content problems."""
