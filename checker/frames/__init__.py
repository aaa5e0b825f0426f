"""Data frames in, data frames out: rows of a frame are read as documents, and what is said of them comes back as tables."""
