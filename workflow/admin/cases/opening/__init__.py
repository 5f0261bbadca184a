"""Opening a case: a number, a plan, and perhaps a text that there is already."""
