"""What the panels show, read from the store: lists, pages, the entries of the command palette."""
