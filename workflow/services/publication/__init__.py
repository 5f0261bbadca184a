"""Adoption, what follows a decision, and the index of measures."""
