"""Shell completion: candidates for the word at the cursor of a command line."""
