"""One writer a machine format, the folder they are written to, and the summary that a terminal shows."""
