"""A claim held against the provisions of its days: elements met, missing or contradicted, each with a reason."""
