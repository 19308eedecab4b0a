"""Session processes as the front end sees them: the pool, one job, its pty or pipes."""
