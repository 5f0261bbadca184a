"""The plan: a document over its editions, read as the text in force."""
