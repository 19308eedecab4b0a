"""What records state, derived from them: answers, disagreements, timeline, facets."""
