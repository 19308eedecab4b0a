"""Reading, step 7: documents, lists and answers as lines of role-tagged spans, then as text.

In: what the store and the search give, and a width in cells. Out: lines, each a tuple of
spans, which the command line prints as SGR or plain text and the app draws as they are.
The same lines for both: what a reader sees does not depend on the front end.
"""
