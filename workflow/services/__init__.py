"""The verbs: each asks permission and rule, writes the fact, moves the case and logs it."""
