#!/usr/bin/env python3
"""Attacks the API of a running demonstration with generated requests (schemathesis): as a stranger, and with the token of a
State that may act. Nothing may answer with a fault, nothing otherwise than its own description says, and no answer may hold
a word of what another State has hidden.

    python3 attack.py TAMGA [--seconds N] [--seed N]

TAMGA is the binary. It runs on a free port, in a folder that is thrown away. Exit: 0 nothing found, 1 something found.
Needs Python 3.10 and the package `schemathesis`.
"""
import argparse
import http.client
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse
import uuid

HERE = pathlib.Path(__file__).resolve().parent
PASSWORD = "exercise-on-the-lake"
# Found by a search, if anything hidden is found; and never to be seen.
WORD, MARK = "zqporpoise", "zqhiddenmark"
WORLD = "/exercise"


class Installation:
    """A demonstration that is served for us alone."""

    def __init__(self, binary, folder):
        self.log = open(folder / "log", "w+")
        command = [binary, "demo", "--data", str(folder / "data"), "--listen", "127.0.0.1:0", "--log"]
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log)
        for _ in range(600):
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", (folder / "log").read_text())
            if found:
                self.port = int(found[1])
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        sys.exit("the demonstration does not start: " + (folder / "log").read_text())

    @property
    def origin(self):
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method, path, headers=None, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode("utf-8", "replace")

    def form(self, path, fields, cookie=""):
        headers = {"Origin": self.origin, "Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
        return self.ask("POST", path, headers, urllib.parse.urlencode(fields))

    def token(self, login):
        """A token of a ready account, which may act."""
        status, headers, text = self.form("/sign-in", {"login": login, "password": PASSWORD})
        session = re.search(r"session=[^;]+", " ".join(headers.get_all("set-cookie") or []))
        if not session:
            sys.exit(f"{login} does not come in: {status} {text[:300]}")
        fields = {"token-name": "attack", "days": "1", "may-act": "yes", "acts": ""}
        _, _, page = self.form("/account/tokens", fields, session[0])
        token = re.search(r"tamga_[0-9a-f]{64}", page)
        return token[0] if token else sys.exit(f"{login} gets no token: {page[:300]}")

    def act(self, token, act):
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        body = json.dumps({"id": str(uuid.uuid4()), **act})
        status, _, text = self.ask("POST", f"{WORLD}/api/acts", headers, body)
        if status != 201:
            sys.exit(f"nothing was hidden: {status} {text}")

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


def hide(site, token):
    """Drafts of one State, and one that is shared with a third: their ids."""
    party = json.loads(site.ask("GET", f"{WORLD}/api/parties")[2])["parties"]
    of = {line["label"]: line["record"] for line in party}
    hidden = []
    for readers in ("own", {"named": [of["XCO"]]}):
        record = str(uuid.uuid4())
        words = {"en": f"{WORD} {MARK}", "ru": f"{WORD} {MARK}"}
        body = {"party": of["XBR"], "topic": words, "title": words, "practice": words, "themes": [], "sources": []}
        site.act(token, {"act": "practice", "record": record, "audience": readers, "body": body})
        hidden.append(record)
    return hidden


def attack(site, who, headers, hidden, seconds, seed, *more):
    report = pathlib.Path(tempfile.mkdtemp())
    command = [
        sys.executable, "-m", "schemathesis.cli", "run", f"{site.origin}{WORLD}/api/openapi.json",
        "--checks", "all", "--exclude-checks", "positive_data_acceptance,ensure_resource_availability,use_after_free,object_level_authorization",
        "--phases", "examples,coverage,fuzzing", "--seed", str(seed), "--max-time", str(seconds), "--continue-on-failure",
        "--max-failures", "20", "--suppress-health-check", "all", "--no-color", "--no-shrink", "--warnings", "off", "--request-timeout", "30",
        "--report", "json", "--report-json-path", str(report / "report.json"),
    ]
    command += more
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    said = report / "seen.json"
    told = {"TAMGA_HIDDEN": ",".join(hidden), "TAMGA_WORD": WORD, "TAMGA_MARK": MARK, "TAMGA_SEEN": str(said)}
    paths = os.pathsep.join(filter(None, [str(HERE), os.environ.get("PYTHONPATH")]))
    known = {**os.environ, **told, "SCHEMATHESIS_HOOKS": "hooks", "PYTHONPATH": paths}
    done = subprocess.run(command, env=known, cwd=report, text=True, capture_output=True)
    seen = json.loads(said.read_text()) if said.exists() else {}
    asked = sum(seen.get("statuses", {}).values())
    print(f"{who}: {asked} requests, {seen.get('aimed', 0)} of them at hidden records; answers: {seen.get('statuses', {})}")
    if done.returncode or not asked or not seen.get("aimed") or seen.get("leaks"):
        print(done.stdout[-12000:], done.stderr[-4000:])
        print("leaks:", seen.get("leaks"))
        return False
    return True


def main():
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("tamga")
    asked.add_argument("--seconds", type=int, default=40)
    asked.add_argument("--seed", type=int, default=1540)
    asked = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Installation(asked.tamga, pathlib.Path(folder))
        try:
            hidden = hide(site, site.token("xbr-coordinator"))
            bearer = {"Authorization": f"Bearer {site.token('xal-coordinator')}"}
            good = [
                attack(site, "a stranger", {}, hidden, asked.seconds, asked.seed),
                attack(site, "another State's program", bearer, hidden, asked.seconds, asked.seed),
                attack(site, "the same, acting", bearer, hidden, asked.seconds, asked.seed, "--include-operation-id", "perform", "--mode", "positive"),
            ]
            panics = [line for line in (pathlib.Path(folder) / "log").read_text().splitlines() if '"panic"' in line or '"fault"' in line]
            print("\n".join(panics[:10]))
            return 0 if all(good) and not panics and site.process.poll() is None else 1
        finally:
            site.stop()


if __name__ == "__main__":
    sys.exit(main())
