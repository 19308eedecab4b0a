"""Help pages and manual pages, generated from the command specifications."""
