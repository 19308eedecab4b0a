"""Shell completion: what may follow at the cursor of a command line."""
