"""One module a kind of file; each is imported when a file of its kind is met."""
