"""Screens over the main one: command palette, filters, prompts, help, content problems."""
