"""From a document's text to claims and citations."""
