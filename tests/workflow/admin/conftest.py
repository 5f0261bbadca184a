"""What the officials do on their screens."""

import pytest


@pytest.fixture
def record(client):
    """Check a form, and send it again as it was checked."""

    def sent(url, data, **more):
        checked = client.post(url, {**data, "action": "check"})
        if checked.context is None or not checked.context.get("checked"):
            return checked
        again = {**data, **more, "action": "record", "checked": checked.context["checked"]}
        return client.post(url, again)

    return sent
