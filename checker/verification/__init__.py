"""A report held against its documents, the tables of law and itself: what of it still holds, and what cannot be told."""
