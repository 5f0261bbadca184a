"""The memo before a document: found, parted from it, and read."""
