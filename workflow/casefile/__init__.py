"""A case as its record tells it: reading, checking, playing and retelling case files."""
