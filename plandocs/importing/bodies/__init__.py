"""The bodies that a document names: what is a name, and which names are of one body."""

Names = tuple[str, ...]
"""Names and aliases in the register, in lower case: what they hold is never split."""
