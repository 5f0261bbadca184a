"""The edition: one text of a plan, adopted or drafted, in one language."""
