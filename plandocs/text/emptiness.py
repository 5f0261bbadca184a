"""What of a stored value says something."""

_EMPTY: tuple[object, ...] = (None, "", [], {})


def filled(value: object) -> object:
    """Leave out what is empty: a field that is missing and one that says nothing are the same."""
    if isinstance(value, dict):
        children = {key: filled(child) for key, child in value.items()}
        return {key: child for key, child in children.items() if child not in _EMPTY}
    if isinstance(value, list):
        return [filled(child) for child in value]
    return None if value is False else value
