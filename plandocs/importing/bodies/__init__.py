"""The bodies that a document names: what is a name, and which names are of one body."""
