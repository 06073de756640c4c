"""What schemathesis is told beside the description: some requests are aimed at hidden records, and no answer may hold the
mark that stands in them. Counted is what came back."""
import atexit
import json
import os
import random
import threading

import schemathesis

HIDDEN = os.environ["TAMGA_HIDDEN"].split(",")
WORD, MARK = os.environ["TAMGA_WORD"], os.environ["TAMGA_MARK"]
seen = {"statuses": {}, "aimed": 0, "leaks": []}
lock = threading.Lock()


def aimed(case):
    """Whether a request names something hidden."""
    said = json.dumps([case.path_parameters, dict(case.query or {}), str(case.body)], default=str)
    return any(hidden in said for hidden in HIDDEN) or WORD in said


@schemathesis.hook
def before_call(context, case, kwargs):
    # Every third request that can: what is generated alone would never meet a record that is there.
    draw = random.Random(f"{case.path}{case.path_parameters}{case.query}{case.body}")
    if draw.random() > 0.34:
        return
    if "record" in (case.path_parameters or {}):
        case.path_parameters["record"] = draw.choice(HIDDEN)
    for name in ("about", "after"):
        if case.query and name in case.query:
            case.query[name] = draw.choice(HIDDEN)
    for name in ("record", "of"):
        if isinstance(case.body, dict) and name in case.body:
            case.body[name] = draw.choice(HIDDEN)
    if case.query and "q" in case.query:
        case.query["q"] = WORD[: draw.randint(3, len(WORD))]


@schemathesis.hook
def after_call(context, case, response):
    with lock:
        status = str(response.status_code)
        seen["statuses"][status] = seen["statuses"].get(status, 0) + 1
        seen["aimed"] += aimed(case)


@schemathesis.check
def nothing_hidden_is_told(context, response, case):
    said = response.content.decode("utf-8", "replace") + str(dict(response.headers))
    if MARK in said:
        with lock:
            seen["leaks"].append(f"{case.method} {case.formatted_path} {case.query}")
        raise AssertionError("a word of a hidden record")


@atexit.register
def told():
    with open(os.environ["TAMGA_SEEN"], "w", encoding="utf-8") as file:
        json.dump(seen, file)
