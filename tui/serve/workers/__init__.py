"""Session processes as seen by the front end: the pool, one job, its terminal or pipes."""
