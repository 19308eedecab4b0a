"""Network details below SSH: the PROXY protocol and TCP_QUICKACK."""
