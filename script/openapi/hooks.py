"""What schemathesis sends stays on this machine."""

import schemathesis

# Nobody listens on the port that is kept for throwing away.
NOWHERE = "http://127.0.0.1:9/"


@schemathesis.hook
def map_body(context, body):
    """Has webhooks go nowhere: a made-up address could be somebody's."""
    if isinstance(body, dict) and isinstance(body.get("dest"), str) and body["dest"].startswith("http"):
        return {**body, "dest": NOWHERE}
    return body
