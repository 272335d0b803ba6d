"""What schemathesis sends stays on this machine, and goes past the first hurdle."""

import re

import schemathesis

# Nobody listens on the port that is kept for throwing away.
NOWHERE = "http://127.0.0.1:9/"
# As the description has it: such a token was made up, and is always refused.
TOKEN = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")
# Of so many made-up tokens one is sent.
TRIED = 8


@schemathesis.hook
def before_call(context, case, kwargs):
    """Has webhooks go nowhere: a made-up address could be somebody's."""
    if isinstance(case.body, dict) and str(case.body.get("dest", "")).startswith("http"):
        case.body = {**case.body, "dest": NOWHERE}


@schemathesis.hook
def map_query(context, query):
    """Leaves most made-up page tokens out, so that lists are asked for too."""
    token = (query or {}).get("nextPageToken")
    if isinstance(token, str) and TOKEN.fullmatch(token) and len(token) % TRIED:
        return {name: value for name, value in query.items() if name != "nextPageToken"}
    return query
