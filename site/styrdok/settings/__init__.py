"""The settings: base is what Styrdok is, the others are where it runs."""
