"""What reviewers say of leads: decisions, the ledger that keeps them, and what of them still holds after another run."""
