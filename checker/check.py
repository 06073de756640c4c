#!/usr/bin/env python3
"""An independent checker of a Tamga database, written from docs/records.md and sharing no code with Tamga.

    python3 check.py DIR_OR_DB [--node HEXPUBKEY] [--vectors docs/vectors/records.json] [--json]

Exit: 0 whole, 1 something does not fit (one line each: `n=…: reason`), 2 cannot be read at all.
Needs Python 3.9 and the package `cryptography` (Ed25519 only). It never writes.
"""
import argparse
import datetime
import hashlib
import json
import os
import pathlib
import re
import sqlite3
import sys
import unicodedata

try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
except ImportError:
    print("this checker needs the Python package `cryptography` (for Ed25519)", file=sys.stderr)
    sys.exit(2)

LARGEST = 256 * 1024          # bytes of one JSON text
DEEPEST = 24                  # steps below the top
LARGEST_INTEGER = 2**53 - 1
LAST_MOMENT = 253_402_207_200_000   # 9999-12-30T22:00:00.000Z: no stamp is later
APPLICATION = 0x5441_4D47     # "TAMG" in the file's header
FORMAT = 1                    # the newest file format known here


class Refused(Exception):
    """A reason word; for flaws of bytes also what is flawed and where."""

    def __init__(self, reason, detail=""):
        super().__init__(reason)
        self.reason, self.detail = reason, detail

    def __str__(self):
        return f"{self.reason} ({self.detail})" if self.detail else self.reason


class Unreadable(Exception):
    """The file cannot be read at all."""


def sha256(data):
    return hashlib.sha256(data).digest()


def written(digest):
    return "sha256:" + digest.hex()


# Bytes: UTF-8, JSON, our limits, RFC 8785. ------------------------------------------------------------------------

SPACE = re.compile(r"[ \t\n\r]*")
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
PLAIN = re.compile(r'[^"\\\x00-\x1f]*')
HEX4 = re.compile(r"[0-9a-fA-F]{4}")
SHORT = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
WORDS = {"true": True, "false": False, "null": None}


class NotAnInteger:
    """A JSON number that is none of ours."""


class Reader:
    """A strict JSON reader: of numbers it keeps only what a flaw needs to be named by."""

    def __init__(self, text):
        self.text, self.at = text, 0

    def all(self):
        value = self.value(1)
        self.space()
        if self.at != len(self.text):
            raise Refused("not_json")
        return value

    def space(self):
        self.at = SPACE.match(self.text, self.at).end()

    def peek(self):
        return self.text[self.at:self.at + 1]

    def take(self, letter):
        if self.peek() != letter:
            raise Refused("not_json")
        self.at += 1

    def value(self, depth):
        self.space()
        first = self.peek()
        if first in ("{", "["):
            if depth > 127:
                raise Refused("not_json", "too deep to be read")
            return self.object(depth) if first == "{" else self.list(depth)
        if first == '"':
            return self.string()
        for word, value in WORDS.items():
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        number = NUMBER.match(self.text, self.at)
        if not number:
            raise Refused("not_json")
        self.at = number.end()
        whole = number.group(1) is None and number.group(2) is None and number.group(0) != "-0"
        return int(number.group(0)) if whole and len(number.group(0)) <= 20 else NotAnInteger

    def object(self, depth):
        found = {}
        self.take("{")
        self.space()
        if self.peek() == "}":
            self.at += 1
            return found
        while True:
            self.space()
            name = self.string()
            self.space()
            self.take(":")
            found[name] = self.value(depth + 1)
            self.space()
            if self.peek() == "}":
                self.at += 1
                return found
            self.take(",")

    def list(self, depth):
        found = []
        self.take("[")
        self.space()
        if self.peek() == "]":
            self.at += 1
            return found
        while True:
            found.append(self.value(depth + 1))
            self.space()
            if self.peek() == "]":
                self.at += 1
                return found
            self.take(",")

    def string(self):
        self.take('"')
        parts = []
        while True:
            plain = PLAIN.match(self.text, self.at)
            parts.append(plain.group(0))
            self.at = plain.end()
            if self.peek() == '"':
                self.at += 1
                return "".join(parts)
            self.take("\\")
            letter = self.peek()
            self.at += 1
            if letter == "u":
                parts.append(self.escaped())
            elif letter in SHORT:
                parts.append(SHORT[letter])
            else:
                raise Refused("not_json")

    def unit(self):
        digits = HEX4.match(self.text, self.at)
        if not digits:
            raise Refused("not_json")
        self.at = digits.end()
        return int(digits.group(0), 16)

    def escaped(self):
        high = self.unit()
        if not 0xD800 <= high <= 0xDFFF:
            return chr(high)
        if high > 0xDBFF or not self.text.startswith("\\u", self.at):
            raise Refused("not_json", "half a surrogate pair")
        self.at += 2
        low = self.unit()
        if not 0xDC00 <= low <= 0xDFFF:
            raise Refused("not_json", "half a surrogate pair")
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def changes_direction(letter):
    code = ord(letter)
    return (code in (0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0xFEFF) or 0x202A <= code <= 0x202E
            or 0x2066 <= code <= 0x2069 or 0xFFF9 <= code <= 0xFFFB)


def check_text(text, path):
    for letter in text:
        code = ord(letter)
        if (code < 0x20 and code != 0x0A) or 0x7F <= code <= 0x9F:
            raise Refused("control", path)
        if code > 0x7F and changes_direction(letter):
            raise Refused("direction", path)
    if not unicodedata.is_normalized("NFC", text):
        raise Refused("not_nfc", path)


def check_value(value, path=()):
    place = "/".join(path)
    if len(path) > DEEPEST:
        raise Refused("too_deep", place)
    if value is None:
        raise Refused("null", place)
    if value is NotAnInteger or (type(value) is int and abs(value) > LARGEST_INTEGER):
        raise Refused("number", place)
    if isinstance(value, str):
        check_text(value, place)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            check_value(item, path + (str(index),))
    elif isinstance(value, dict):
        for name in sorted(value):
            check_text(name, place)
            check_value(value[name], path + (name,))


ESCAPES = {0x08: "\\b", 0x09: "\\t", 0x0A: "\\n", 0x0C: "\\f", 0x0D: "\\r", 0x22: '\\"', 0x5C: "\\\\"}
ESCAPES.update({code: f"\\u{code:04x}" for code in range(0x20) if code not in ESCAPES})


def quoted(text):
    return '"' + text.translate(ESCAPES) + '"'


def write(value):
    """The one canonical text of a value (RFC 8785)."""
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return "[" + ",".join(write(item) for item in value) + "]"
    names = sorted(value, key=lambda name: name.encode("utf-16-be"))
    return "{" + ",".join(quoted(name) + ":" + write(value[name]) for name in names) + "}"


def canonical(value):
    return write(value).encode("utf-8")


def check_bytes(data):
    """The value of bytes that may be kept, or why they may not."""
    if len(data) > LARGEST:
        raise Refused("too_large")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("not_utf8") from None
    value = Reader(text).all()
    check_value(value)
    if canonical(value) != data:
        raise Refused("not_canonical")
    return value


# Forms: which fields, of which type. -------------------------------------------------------------------------------

def record_of(value, must, may=()):
    """An object with exactly these fields; each reader refuses what is not its type."""
    if not isinstance(value, dict):
        raise Refused("form")
    may = dict(may)
    if any(name not in must and name not in may for name in value) or any(name not in value for name in must):
        raise Refused("form")
    return {name: (must.get(name) or may[name])(field) for name, field in value.items()}


def matching(pattern):
    shape = re.compile(pattern, re.ASCII)

    def read(value):
        if not isinstance(value, str) or not shape.fullmatch(value):
            raise Refused("form")
        return value
    return read


def word(*allowed):
    def read(value):
        if not isinstance(value, str) or value not in allowed:
            raise Refused("form")
        return value
    return read


def text(value):
    if not isinstance(value, str):
        raise Refused("form")
    return value


def flag(value):
    if not isinstance(value, bool):
        raise Refused("form")
    return value


def number(value, largest=LARGEST_INTEGER):
    if type(value) is not int or not 0 <= value <= largest:
        raise Refused("form")
    return value


def schema(value):
    return number(value, 2**32 - 1)


def true(value):
    if value is not True:
        raise Refused("form")
    return value


STAMP = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})\.([0-9]{3})Z", re.ASCII)
EPOCH = datetime.datetime(1970, 1, 1)


def stamp(value):
    """Milliseconds since 1970."""
    found = STAMP.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise Refused("form")
    *parts, millis = (int(part) for part in found.groups())
    try:
        moment = datetime.datetime(*parts)
    except ValueError:
        raise Refused("form") from None
    since = moment - EPOCH
    total = (since.days * 86_400 + since.seconds) * 1000 + millis
    if total > LAST_MOMENT:
        raise Refused("form")
    return total


def stamp_text(millis):
    if not -62_135_596_800_000 <= millis <= LAST_MOMENT:
        raise Refused("seen")
    moment = EPOCH + datetime.timedelta(milliseconds=millis)
    return f"{moment.year:04}-{moment:%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}Z"


def partial_date(value):
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", value, re.ASCII):
        raise Refused("form")
    year, month, day = ([int(part) for part in value.split("-")] + [1, 1])[:3]
    try:
        datetime.date(year, month, day)
    except ValueError:
        raise Refused("form") from None
    return value


def hash_of(value):
    return bytes.fromhex(matching("sha256:[0-9a-f]{64}")(value)[7:])


def a_list_of(read):
    def read_all(value):
        if not isinstance(value, list):
            raise Refused("form")
        return [read(item) for item in value]
    return read_all


UUID = matching("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
KIND = matching(r"(?=.{1,64}\Z)[a-z][a-z_]*(\.[a-z][a-z_]*)+")
SALT = matching("[0-9a-f]{32}")
ORIGIN = word("real", "reconstruction", "exercise")


def public_key(value):
    return record_of(value, {"alg": text, "key": text})


def rising(items):
    return bool(items) and all(before < after for before, after in zip(items, items[1:]))


def audience(value):
    sort = value.get("type") if isinstance(value, dict) else None
    if sort in ("own", "public"):
        return record_of(value, {"type": text})
    if sort == "series":
        return record_of(value, {"type": text, "series": UUID})
    if sort == "agency":
        return record_of(value, {"type": text, "ids": a_list_of(UUID)})
    if sort == "readers":
        label = word("named", "round", "round_and_organizations")
        return record_of(value, {"type": text, "label": label, "parties": a_list_of(hash_of)})
    raise Refused("form")


def well_formed(read):
    return rising(read["ids"]) if "ids" in read else rising(read["parties"]) if "parties" in read else True


def by(value):
    return record_of(value, {"person": UUID, "role": text, "mandate": UUID})


GENESIS = {"tamga": word("genesis/1"), "sort": word("party", "round", "editor"), "origin": ORIGIN,
           "root": public_key, "held_in_trust": flag, "salt": SALT}
HOSTING = {"tamga": word("hosting/1"), "owner": hash_of, "no": number, "node": public_key, "from": stamp}
HEADER = {"tamga": word("version/1"), "record": UUID, "owner": hash_of, "audience": audience, "no": number,
          "act": UUID, "at": stamp, "by": by, "kind": KIND, "schema": schema, "origin": ORIGIN}
HEADER_MAY = {"prev": hash_of, "stated_at": partial_date, "content": hash_of, "withdraws": true}
CONTENT = {"tamga": word("content/1"), "salt": SALT, "kind": KIND, "schema": schema,
           "body": lambda value: value if isinstance(value, dict) else record_of(None, {})}
ERASURE = {"content": hash_of, "ground": word("personal_data", "spill"), "record": UUID}
SIGNATURE = {"alg": text, "key": text, "sig": text}
CHECKPOINT = {"tamga": word("checkpoint/1"), "n": number, "head": hash_of, "node": public_key, "at": stamp}


def read_genesis(value):
    return record_of(value, GENESIS)


def read_hosting(value):
    return record_of(value, HOSTING, {"prev": hash_of, "until": stamp})


def read_header(value):
    header = record_of(value, HEADER, HEADER_MAY)
    if not well_formed(header["audience"]):
        raise Refused("form")
    named = {"tamga": "lane/1", "record": value["record"], "audience": value["audience"]}
    header["lane"] = sha256(canonical(named))
    return header


# Signatures: Ed25519 as RFC 8032 has it, and strict: no key or point of small order. ---------------------------------

SMALL = {bytes.fromhex(digits) for digits in (
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")}


def is_small(point):
    return point[:31] + bytes([point[31] & 0x7F]) in SMALL


def unhex(digits, length):
    return bytes.fromhex(digits) if re.fullmatch(f"[0-9a-f]{{{2 * length}}}", digits, re.ASCII) else None


def check_signature(data, signature):
    """The signature as read, if it is good for these bytes."""
    read = record_of(check_bytes(signature), SIGNATURE)
    if read["alg"] != "ed25519":
        raise Refused("cannot_check_signature")
    key, sig = unhex(read["key"], 32), unhex(read["sig"], 64)
    if key is None or sig is None or is_small(key) or is_small(sig[:32]):
        raise Refused("bad_signature")
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(sig, data)
    except (InvalidSignature, ValueError):
        raise Refused("bad_signature") from None
    return {"alg": read["alg"], "key": read["key"]}


def public_half(seed):
    secret = Ed25519PrivateKey.from_private_bytes(seed)
    return secret, secret.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()


# The gate: what may stand beside what is held. --------------------------------------------------------------------

def require(holds, reason):
    if not holds:
        raise Refused(reason)


class Ledger:
    """What was accepted, in order."""

    def __init__(self):
        self.geneses, self.hostings = {}, {}
        self.lanes = {}               # lane -> [(hash, at), …] by number from 1
        self.stopped = set()
        self.records = {}             # record -> (owner, kind)
        self.forks = set()
        # Contents count per owner: each of these holds (owner, content).
        self.contents = {}            # -> whether its bytes came
        self.erased = set()           # named by an erasure of their owner
        self.erasures = set()         # the contents of those erasures
        self.said_erased = set()      # erased as the store says

    def accept(self, what, data, signature, content=None):
        """Takes an entry in and says as what; `held` if it was there. Raises Refused."""
        if what == "genesis":
            return self.genesis(data, signature)
        if what == "hosting":
            return self.hosting(data, signature)
        if what in ("version", "fork"):
            return self.version(data, signature, content)
        raise Refused("form", what)

    def genesis(self, data, signature):
        genesis = read_genesis(check_bytes(data))
        require(check_signature(data, signature) == genesis["root"], "bad_signature")
        if sha256(data) in self.geneses:
            return "held"
        self.geneses[sha256(data)] = genesis
        return "genesis"

    def hosting(self, data, signature):
        hosting = read_hosting(check_bytes(data))
        signer = check_signature(data, signature)
        owner = self.geneses.get(hosting["owner"])
        require(owner is not None, "unknown_owner")
        require(signer == owner["root"], "bad_signature")
        before = self.hostings.setdefault(hosting["owner"], [])
        if any(digest == sha256(data) for digest, _ in before):
            return "held"
        prev, last = before[-1] if before else (None, hosting)
        require(hosting["no"] == len(before) + 1 and hosting.get("prev") == prev, "not_next")
        require(last["from"] <= hosting["from"], "not_next")
        before.append((sha256(data), hosting))
        return "hosting"

    def hosts(self, owner, node, at):
        begun = [hosting for _, hosting in self.hostings.get(owner, []) if hosting["from"] <= at]
        newest = max(begun, key=lambda hosting: hosting["no"], default=None)
        return newest is not None and newest["node"] == node and at < newest.get("until", at + 1)

    def version(self, data, signature, content):
        header = read_header(check_bytes(data))
        signer = check_signature(data, signature)
        require("stated_at" not in header or header["origin"] != "real", "stated_at")
        body = self.content(header, content)
        owner = self.geneses.get(header["owner"])
        require(owner is not None, "unknown_owner")
        require(header["origin"] == owner["origin"], "other_origin")
        require(self.hosts(header["owner"], signer, header["at"]), "not_host")
        whose = (header["owner"], header["kind"])
        require(self.records.get(header["record"], whose) == whose, "other_record")
        if "content" in header and content is None:
            mine = (header["owner"], header["content"])
            known = mine in self.contents or mine in self.erased or mine in self.said_erased
            require(known, "other_content")
        return self.place(sha256(data), header, body)

    def content(self, header, content):
        """What the content says, as far as its bytes came and fit their header."""
        named, withdraws = header.get("content"), "withdraws" in header
        if named is None:
            require(withdraws and content is None and header["no"] > 1, "withdrawal")
            return None
        require(not withdraws, "withdrawal")
        if content is None:
            return None
        require(sha256(content) == named, "other_content")
        read = record_of(check_bytes(content), CONTENT)
        require(read["kind"] == header["kind"] and read["schema"] == header["schema"], "form")
        return read["body"]

    def place(self, digest, header, body):
        lane = self.lanes.get(header["lane"], [])
        owner, no, named = header["owner"], header["no"], header.get("content")
        if 1 <= no <= len(lane):
            if lane[no - 1][0] == digest or digest in self.forks:
                return "held"
            self.stopped.add(header["lane"])
            self.forks.add(digest)
            self.take(owner, named, body)
            return "fork"
        require(header["lane"] not in self.stopped, "stopped")
        prev, last = lane[-1] if lane else (None, None)
        require(no == len(lane) + 1 and header.get("prev") == prev, "not_next")
        require(last is None or last < header["at"], "stamp_back")
        erased = erased_by(header, body)
        if erased is not None:
            of_erasure = (owner, erased) in self.erasures
            require((owner, named) not in self.erased and not of_erasure, "erases_erasure")
            self.erased.add((owner, erased))
            self.erasures.add((owner, named))
        self.lanes.setdefault(header["lane"], []).append((digest, header["at"]))
        self.records.setdefault(header["record"], (owner, header["kind"]))
        self.take(owner, named, body)
        return "version"

    def take(self, owner, named, body):
        if named is not None:
            self.contents[owner, named] = self.contents.get((owner, named), False) or body is not None


def erased_by(header, body):
    """The content that an erasure destroys; nothing in a shape that is not known here."""
    if body is None or header["kind"] != "ledger.erasure":
        return None
    try:
        return record_of(body, ERASURE)["content"]
    except Refused:
        return None


def journal_line(n, prev, what, data, signature, act, seen):
    """The bytes of the journal's line for an entry; `act` and `seen` as written."""
    line = {"tamga": "journal/1", "n": n, "what": what, "hash": written(sha256(data)),
            "signature": written(sha256(signature)), "act": act, "seen": seen}
    if prev is not None:
        line["prev"] = written(prev)
    return canonical(line)


def uuid_text(data):
    digits = data.hex()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


# The file. ---------------------------------------------------------------------------------------------------------

class Inspection:
    """One walk through a database, with everything that does not fit."""

    def __init__(self):
        self.ledger = Ledger()
        self.entries = self.versions = self.forks = self.erased = 0
        self.head_n, self.head = 0, None
        self.seal, self.node, self.node_from = "absent", None, "nowhere"
        self.findings, self.engine = [], []
        self.heads, self.gone = {}, {}
        self.accepted = set()         # versions that brought a content
        self.erased_rows = {}         # n -> (owner, content), as the table says
        self.erasures = {}            # n -> (owner, own content), entries of that kind
        self.targets = {}             # (owner, own content) -> the content it names
        self.named_files = {}         # (owner, hash of its bytes) -> the entry whose content names it
        self.files = 0                # how many of them are there, with these bytes
        self.last_seen = None

    def find(self, n, reason):
        self.findings.append((n, str(reason)))

    def guarded(self, what, work, *given):
        """A part of the check; whatever goes wrong in reading is a finding, and the other parts go on."""
        try:
            work(*given)
        except Unreadable:
            raise
        except Exception as error:    # also MemoryError and what sqlite3 makes of a damaged page
            self.find(0, f"{what} cannot be read: {type(error).__name__}: {error}")

    # Parts, in the order in which they are done.

    def recognise(self, path):
        try:
            with open(path, "rb") as file:
                header = file.read(100)
        except OSError as error:
            raise Unreadable(f"{path}: {error.strerror}") from None
        if len(header) < 100 or header[:16] != b"SQLite format 3\0":
            raise Unreadable(f"{path} is not a SQLite database")
        if int.from_bytes(header[68:72], "big") != APPLICATION:
            raise Unreadable(f"{path} is not a Tamga database")
        version = int.from_bytes(header[60:64], "big")
        if version == 0 or version > FORMAT:
            raise Unreadable(f"{path} has format {version}; this checker knows {FORMAT}")

    def check_seal(self, path):
        beside = path.with_name(path.name + ".sha256")
        if not beside.exists():
            return
        self.seal = "broken"
        digest = hashlib.sha256()
        with open(path, "rb") as file:
            for part in iter(lambda: file.read(1 << 20), b""):
                digest.update(part)
        if beside.read_bytes() == f"{digest.hexdigest()}  {path.name}\n".encode("utf-8"):
            self.seal = "whole"
        else:
            self.find(0, "seal: the file's bytes are not those that were put away")

    def open(self, path):
        wal = path.with_name(path.name + "-wal")
        used = wal.exists() and wal.stat().st_size > 0
        address = path.resolve().as_uri() + ("?mode=ro" if used else "?mode=ro&immutable=1")
        connection = sqlite3.connect(address, uri=True, isolation_level=None)
        connection.text_factory = bytes
        return connection

    def check_engine(self, connection):
        for (line,) in connection.execute("pragma integrity_check"):
            line = line.decode("utf-8", "replace")
            if line != "ok":
                self.engine.append(line)
                self.find(0, "engine: " + line.replace("\n", " "))

    def read_erased(self, connection):
        for n, digest, owner in connection.execute("select n, hash, owner from erased not indexed order by n"):
            self.erased_rows[n] = (owner, digest)
            self.ledger.said_erased.add((owner, digest))

    def choose_node(self, connection, given, folder):
        """The key that must have signed the checkpoints."""
        seed = folder / "keys" / "node"
        if given:
            self.node, self.node_from = given, "given"
        elif seed.is_file():
            private = unhex(seed.read_text("ascii", "replace").strip(), 32)
            if private is None:
                return self.find(0, "keys/node: not 64 hexadecimal digits")
            self.node, self.node_from = public_half(private)[1], "keys/node"
        else:
            row = connection.execute("select bytes from checkpoint order by n desc limit 1").fetchone()
            if row:
                self.node, self.node_from = json.loads(row[0])["node"]["key"], "newest checkpoint"

    def read_entries(self, connection):
        names = ("n", "what", "hash", "owner", "record", "kind", "lane", "no", "at", "content", "act", "seen",
                 "head", "bytes", "signature")
        contents = connection.execute("select n, hash, owner, bytes from content not indexed order by n")
        waiting = contents.fetchone()
        rows = connection.execute(f"select {', '.join(names)} from entry not indexed order by n")
        for values in rows:
            row = dict(zip(names, values))
            while waiting and waiting[0] < row["n"]:
                self.find(waiting[0], "column content: no entry brought it")
                waiting = contents.fetchone()
            brought = None
            if waiting and waiting[0] == row["n"]:
                brought, waiting = waiting, contents.fetchone()
            try:
                self.entry(row, brought)
            except Exception as error:
                self.find(row["n"], f"cannot be read: {type(error).__name__}: {error}")
        while waiting:
            self.find(waiting[0], "column content: no entry brought it")
            waiting = contents.fetchone()

    def entry(self, row, brought):
        n = row["n"]
        self.entries += 1
        if n != self.head_n + 1:
            self.find(n, f"gap: expected n={self.head_n + 1}")
        for name in ("hash", "owner", "act", "head", "bytes", "signature"):
            if not isinstance(row[name], bytes):
                return self.skip(row, name)
        if not isinstance(row["seen"], int) or not isinstance(row["what"], bytes):
            return self.skip(row, "seen or what")
        what = row["what"].decode("utf-8", "replace")
        content = self.brought(row, brought)
        if self.last_seen is not None and row["seen"] < self.last_seen:
            self.find(n, "seen_back: the node's clock runs backwards")
        self.last_seen = row["seen"]
        self.columns(n, what, row, content)
        self.admit(n, what, row, content)
        self.chain(n, what, row)

    def skip(self, row, name):
        self.find(row["n"], f"column {name}: not of its type")
        self.head_n, self.head = row["n"], row["head"] if isinstance(row["head"], bytes) else None

    def brought(self, row, brought):
        """The bytes of the content that this entry brought, its row being right."""
        if brought is None:
            return None
        n, digest, owner, data = brought
        right = (isinstance(digest, bytes) and digest == row["content"] and owner == row["owner"]
                 and isinstance(data, bytes) and sha256(data) == digest)
        if not right:
            self.find(n, "column content: its row is not that of the entry that brought it")
        return data if isinstance(data, bytes) else None

    def columns(self, n, what, row, content):
        """The columns that repeat what the bytes say."""
        expected = dict.fromkeys(("record", "kind", "lane", "no", "at", "content"))
        expected["hash"] = expected["owner"] = sha256(row["bytes"])
        try:
            value = Reader(row["bytes"].decode("utf-8")).all() if what != "genesis" else None
            if what == "hosting":
                hosting = read_hosting(value)
                expected.update(owner=hosting["owner"], no=hosting["no"])
            elif what in ("version", "fork"):
                header = read_header(value)
                named = header.get("content")
                expected.update(
                    owner=header["owner"], record=bytes.fromhex(header["record"].replace("-", "")), content=named,
                    kind=header["kind"].encode(), lane=header["lane"], no=header["no"], at=header["at"])
                mine = (header["owner"], named)
                if mine in self.ledger.said_erased:
                    self.gone.setdefault(mine, n)
                if header["kind"] == "review.file" and content is not None:
                    self.name_file(n, header, content)
                if header["kind"] == "ledger.erasure":
                    self.erasures[n] = mine
                    self.targets.setdefault(mine, self.target(header, content))
            elif what != "genesis":
                return self.find(n, "column what: no such word")
        except (Refused, UnicodeDecodeError):
            return self.find(n, "column bytes: not of the form that `what` says")
        for name, right in expected.items():
            if row[name] != right or type(row[name]) is not type(right):
                self.find(n, f"column {name}: differs from the bytes")

    def name_file(self, n, header, content):
        """A file that stands beside the database: its record names the hash of its bytes."""
        try:
            named = check_bytes(content)["body"]["hash"]
            self.named_files[header["owner"], hash_of(named)] = n
        except (Refused, KeyError, TypeError):
            self.find(n, "file: its content does not name the hash of its bytes")

    def check_files(self, folder):
        """Every file that a content names is there with its bytes, and nothing else is."""
        kept = folder / "files" / "kept"
        for (owner, digest), n in sorted(self.named_files.items(), key=lambda item: item[1]):
            path = kept / owner.hex() / digest.hex()
            if not path.is_file():
                self.find(n, f"file missing: {owner.hex()}/{digest.hex()}")
                continue
            found = hashlib.sha256()
            with open(path, "rb") as file:
                for part in iter(lambda: file.read(1 << 20), b""):
                    found.update(part)
            if found.digest() == digest:
                self.files += 1
            else:
                self.find(n, f"file altered: {owner.hex()}/{digest.hex()}")
        for path in sorted(kept.glob("**/*")):
            if path.is_dir():
                continue
            owner, digest = unhex(path.parent.name, 32), unhex(path.name, 32)
            if path.parent.parent != kept or (owner, digest) not in self.named_files:
                self.find(0, f"file extra: {path.relative_to(kept)}")

    def target(self, header, content):
        try:
            return erased_by(header, check_bytes(content).get("body")) if content is not None else None
        except (Refused, AttributeError):
            return None

    def admit(self, n, what, row, content):
        try:
            as_what = self.ledger.accept(what, row["bytes"], row["signature"], content)
        except Refused as refused:
            return self.find(n, refused)
        if as_what == "held" or (as_what == "fork") != (what == "fork"):
            self.find(n, "not_next")
        if as_what == "version" and content is not None:
            self.accepted.add(n)
        if as_what != "held":
            self.versions += what == "version"
            self.forks += what == "fork"

    def chain(self, n, what, row):
        try:
            act = UUID(uuid_text(row["act"]))
            line = journal_line(n, self.head, what, row["bytes"], row["signature"], act, stamp_text(row["seen"]))
            if sha256(line) != row["head"]:
                self.find(n, "chain: the journal does not pass through this entry as it says")
        except Refused:
            self.find(n, "column act or seen: not what a journal writes")
        self.head_n, self.head = n, row["head"]
        self.heads[n] = row["head"]

    def read_checkpoints(self, connection):
        covered = 0
        for n, data, signature in connection.execute("select n, bytes, signature from checkpoint order by n"):
            covered = n
            try:
                require(isinstance(data, bytes) and isinstance(signature, bytes), "column")
                point = record_of(check_bytes(data), CHECKPOINT)
                node = {"alg": "ed25519", "key": self.node}
                require(check_signature(data, signature) == node and point["node"] == node, "not this node's")
                require(point["n"] == n and self.heads.get(n) == point["head"], "the journal says otherwise")
            except Refused as refused:
                self.find(n, f"checkpoint: {refused}")
        if covered != self.head_n:
            self.find(self.head_n, f"no_checkpoint: the newest covers n={covered}")

    def finish(self):
        for n, (owner, digest) in self.erased_rows.items():
            mine = self.erasures.get(n)
            if mine is None or mine[0] != owner or self.targets.get(mine) != digest or digest is None:
                self.find(n, "column erased: no erasure of its owner says so")
        for n, mine in self.erasures.items():
            if self.targets.get(mine) is not None and n in self.accepted and n not in self.erased_rows:
                self.find(n, "column erased: an erasure that is not noted there")
        for named, n in self.gone.items():
            if named in self.ledger.erased:
                self.erased += 1
            else:
                self.find(n, "lost: its content is gone and no erasure names it")
        for named, brought in self.ledger.contents.items():
            if brought and named in self.ledger.erased:
                self.find(0, f"not_erased: {written(named[1])} is still kept")

    def summary(self):
        head = {"n": self.head_n}
        if isinstance(self.head, bytes):
            head["hash"] = written(self.head)
        return {"whole": not self.findings, "entries": self.entries, "versions": self.versions,
                "erased": self.erased, "forks": self.forks, "files": self.files, "head": head, "seal": self.seal,
                "node": self.node, "node_from": self.node_from, "engine": self.engine,
                "findings": [{"n": n, "reason": reason} for n, reason in self.findings]}


def inspect(where, node=None):
    """Checks a database, or the data folder in which it stands. Raises Unreadable."""
    path = pathlib.Path(where)
    if path.is_dir():
        path = path / "tamga.db"
    found = Inspection()
    found.recognise(path)
    found.guarded("seal", found.check_seal, path)
    try:
        connection = found.open(path)
    except (sqlite3.Error, OSError, ValueError) as error:
        raise Unreadable(f"{path}: {error}") from None
    try:
        found.guarded("the engine's check", found.check_engine, connection)
        found.guarded("erased contents", found.read_erased, connection)
        found.guarded("the node's key", found.choose_node, connection, node, path.parent)
        found.guarded("entries", found.read_entries, connection)
        found.guarded("checkpoints", found.read_checkpoints, connection)
        found.guarded("erasures", found.finish)
        found.guarded("files", found.check_files, path.parent)
    finally:
        try:
            connection.close()
        except sqlite3.Error:
            pass
    return found


# Vectors. ----------------------------------------------------------------------------------------------------------

def check_vectors(path):
    """What does not agree with the file of test vectors; nothing if all does."""
    with open(path, encoding="utf-8") as file:
        vectors = json.load(file)
    wrong = []

    def agree(name, said, found):
        if said != found:
            wrong.append(f"{name}: the file says {said}, found {found}")

    def refusal(work, *given):
        try:
            said = work(*given)
            return said if isinstance(said, str) else "accepted"
        except Refused as refused:
            return refused.reason

    keys = {}
    for key in vectors["keys"]:
        keys[key["name"]] = public_half(bytes.fromhex(key["seed"]))
        agree(key["name"], key["key"], keys[key["name"]][1])

    def agree_signed(vector):
        name, data = vector["name"], vector["bytes"].encode("utf-8")
        secret, public = keys[vector["by"]]
        made = {"alg": "ed25519", "key": public, "sig": secret.sign(data).hex()}
        agree(f"{name}: signature", vector["signature"], write(made))
        agree(f"{name}: sha256", vector["sha256"], written(sha256(data)))
        agree(f"{name}: bytes", "accepted", refusal(check_bytes, data))

    for vector in vectors["hashed"]:
        data = vector["bytes"].encode("utf-8")
        agree(f"{vector['name']}: bytes", vector["bytes"], write(check_bytes(data)))
        agree(f"{vector['name']}: sha256", vector["sha256"], written(sha256(data)))

    ledger, prev, n = Ledger(), None, 0
    for n, entry in enumerate(vectors["entries"], 1):
        name, content = entry["name"], entry.get("content")
        agree_signed(entry)
        data, signature = entry["bytes"].encode("utf-8"), entry["signature"].encode("utf-8")
        agree(f"{name}: what", entry["what"],
              refusal(ledger.accept, entry["what"], data, signature, content and content.encode("utf-8")))
        if "lane" in entry:
            agree(f"{name}: lane", entry["lane"], written(read_header(check_bytes(data))["lane"]))
        line = journal_line(n, prev, entry["what"], data, signature, entry["act"], entry["seen"])
        agree(f"{name}: line", entry["line"], line.decode("utf-8"))
        prev = sha256(line)
        agree(f"{name}: head", entry["head"], written(prev))
    point = vectors["checkpoint"]
    agree_signed(point)
    read = record_of(check_bytes(point["bytes"].encode("utf-8")), CHECKPOINT)
    agree("checkpoint: head", (read["n"], read["head"]), (n, prev))

    for vector in vectors["refused_bytes"]:
        data = bytes.fromhex(vector["hex"]) if "hex" in vector else vector["bytes"].encode("utf-8")
        agree(vector["name"], vector["reason"], refusal(check_bytes, data))
    for vector in vectors["refused_entries"]:
        content = vector.get("content")
        reason = refusal(ledger.accept, vector["what"], vector["bytes"].encode("utf-8"),
                         vector["signature"].encode("utf-8"), content and content.encode("utf-8"))
        agree(vector["name"], vector["reason"], reason)
    return wrong


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Checks a Tamga database independently of Tamga.")
    parser.add_argument("path", nargs="?", help="the data folder, or tamga.db in it")
    parser.add_argument("--node", metavar="HEX", help="the node's public key, noted earlier elsewhere")
    parser.add_argument("--vectors", metavar="FILE", help="also check this program against the test vectors")
    parser.add_argument("--json", action="store_true", help="the result as JSON")
    asked = parser.parse_args(arguments)
    if not asked.path and not asked.vectors:
        parser.error("a database, or --vectors")
    if asked.node and unhex(asked.node, 32) is None:
        parser.error("--node wants 64 lower-case hexadecimal digits")
    said, code = {}, 0
    if asked.vectors:
        try:
            said["vectors"] = check_vectors(asked.vectors)
        except Exception as error:
            said["vectors"] = [f"{asked.vectors} cannot be read: {type(error).__name__}: {error}"]
        code = 1 if said["vectors"] else 0
    if asked.path:
        try:
            found = inspect(asked.path, asked.node)
            said.update(found.summary())
            code = max(code, 0 if said["whole"] else 1)
        except Unreadable as error:
            said["unreadable"], code = str(error), 2
        except Exception as error:    # nothing that a file holds may end in a traceback
            said["unreadable"], code = f"{type(error).__name__}: {error}", 2
    sys.stdout.reconfigure(errors="backslashreplace")
    if asked.json:
        print(json.dumps(said, indent=1))
    else:
        tell(said)
    return code


def tell(said):
    if "vectors" in said:
        print("vectors: " + ("all agree" if not said["vectors"] else f"{len(said['vectors'])} differ"))
        for line in said["vectors"]:
            print("  " + line)
    if "unreadable" in said:
        print("cannot read: " + said["unreadable"])
    if "entries" not in said:
        return
    head = said["head"]
    print(f"entries {said['entries']}, versions {said['versions']}, erased {said['erased']}, forks {said['forks']}, "
          f"files {said['files']}")
    print(f"head n={head['n']} {head.get('hash', '')}".rstrip())
    print(f"node {said['node']} (from {said['node_from']})")
    print(f"seal {said['seal']}")
    for finding in said["findings"]:
        print(f"n={finding['n']}: {finding['reason']}")
    print("whole" if said["whole"] else f"{len(said['findings'])} findings")


if __name__ == "__main__":
    sys.exit(main())
