"""Lindsjö kommun: a municipality that does not exist, told in case files."""
