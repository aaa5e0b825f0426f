"""From arguments and bytes to documents: text, language, publication day and blocks, with lasting offsets."""
