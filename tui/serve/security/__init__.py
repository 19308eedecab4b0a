"""Host keys, authorized keys and rate limits."""
