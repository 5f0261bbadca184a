"""The gate: placeholder connect() until it is built."""


def connect() -> None:
    """Connect the guards."""
