"""One request of a client: parsing its command line and producing the answer."""
