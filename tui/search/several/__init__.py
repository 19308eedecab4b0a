"""Questions that several records answer: lists, comparisons, several times, what sources dispute.

``tui.search.several_answers`` tells by a few words which of them a question may be; each module is
imported only for its own questions.
"""
