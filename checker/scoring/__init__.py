"""Gold answers, the pairing of claims with them, and the counts that scores are made of."""
