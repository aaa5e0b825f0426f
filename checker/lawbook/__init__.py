"""The tables of law as a folder of pages for people: regimes, paragraphs, days, and the texts that forbid nothing."""
