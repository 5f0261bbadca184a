"""The page of a case: where an official lives."""
