#!/usr/bin/env python3
"""Tests of the independent checker: the frozen vectors, and damaged copies of a real database.

    python3 -m unittest checker/test_check.py                       (vectors only)
    TAMGA_DB=demo/tamga.db python3 -m unittest checker/test_check.py

TAMGA_FLIPS says how many bits to flip (64).
"""
import contextlib
import io
import os
import pathlib
import random
import shutil
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import check  # noqa: E402

VECTORS = HERE.parent / "docs" / "vectors" / "records.json"
DATABASE = os.environ.get("TAMGA_DB")
FLIPS = int(os.environ.get("TAMGA_FLIPS", "64"))


def run(*arguments):
    """The exit code and what was printed."""
    out = io.StringIO()
    out.reconfigure = lambda **_: None
    with contextlib.redirect_stdout(out):
        code = check.main([str(argument) for argument in arguments])
    return code, out.getvalue()


class Vectors(unittest.TestCase):
    def test_all_agree(self):
        self.assertEqual(check.check_vectors(VECTORS), [])

    def test_a_changed_vector_is_told(self):
        changed = VECTORS.read_text("utf-8").replace("Minsk round", "Minsk meeting")
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "records.json")
            file.write_text(changed, "utf-8")
            code, said = run("--vectors", file)
        self.assertEqual(code, 1)
        self.assertIn("sha256", said)


class Files(unittest.TestCase):
    """The folder beside the database, for contents that name files."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.owner, self.data = bytes(32), b"%PDF-1.7 a law"
        self.path = self.folder / "files" / "kept" / self.owner.hex() / check.sha256(self.data).hex()
        self.path.parent.mkdir(parents=True)
        self.path.write_bytes(self.data)

    def found(self):
        inspection = check.Inspection()
        content = {"tamga": "content/1", "salt": "0" * 32, "kind": "review.file", "schema": 1,
                   "body": {"hash": check.written(check.sha256(self.data))}}
        inspection.name_file(7, {"owner": self.owner}, check.canonical(content))
        inspection.check_files(self.folder)
        return inspection.files, [(n, reason.split(":")[0]) for n, reason in inspection.findings]

    def test_a_whole_file_is_counted(self):
        self.assertEqual(self.found(), (1, []))

    def test_missing_altered_and_extra_files_are_named(self):
        self.path.with_name("readme").write_bytes(b"x")
        self.assertEqual(self.found(), (1, [(0, "file extra")]))
        self.path.with_name("readme").rename(self.path.with_name("0" * 64))
        self.assertEqual(self.found(), (1, [(0, "file extra")]))
        self.path.with_name("0" * 64).unlink()
        self.path.write_bytes(b"forged")
        self.assertEqual(self.found(), (0, [(7, "file altered")]))
        self.path.unlink()
        self.assertEqual(self.found(), (0, [(7, "file missing")]))


class Forms(unittest.TestCase):
    def refused(self, data):
        with self.assertRaises(check.Refused) as caught:
            check.check_bytes(data)
        return caught.exception.reason

    def test_more_than_the_limit(self):
        whole = b'"' + b"x" * (check.LARGEST - 2) + b'"'
        self.assertEqual(check.check_bytes(whole), "x" * (check.LARGEST - 2))
        self.assertEqual(self.refused(whole + b" "), "too_large")

    def test_an_abyss_is_refused_without_a_crash(self):
        self.assertEqual(self.refused(b"[" * 100_000), "not_json")

    def test_what_reads_strictly_is_an_object_with_all_its_fields_and_no_other(self):
        right = {"alg": "ed25519", "key": "00", "sig": "00"}
        self.assertEqual(check.record_of(right, check.SIGNATURE), right)
        for wrong in (list(right.values()), {**right, "more": 1}, {"alg": "ed25519"}, "ed25519", {**right, "key": 1}):
            with self.assertRaises(check.Refused):
                check.record_of(wrong, check.SIGNATURE)

    def test_audiences_have_no_field_too_many(self):
        self.assertTrue(check.well_formed(check.audience({"type": "own"})))
        for wrong in ({"type": "own", "x": 1}, {"type": "series"}, ["own"], "own", {"type": "all"}):
            with self.assertRaises(check.Refused):
                check.audience(wrong)

    def test_moments_are_real_and_written_in_one_way(self):
        self.assertEqual(check.stamp_text(check.stamp("2018-06-28T09:00:00.007Z")), "2018-06-28T09:00:00.007Z")
        wrong = ("2018-06-28T09:00:00Z", "2018-02-29T00:00:00.000Z", "2016-12-31T23:59:60.000Z",
                 "0000-01-01T00:00:00.000Z", "9999-12-31T00:00:00.000Z", "2018-06-28T09:00:00.007+00:00")
        for text in wrong:
            with self.assertRaises(check.Refused, msg=text):
                check.stamp(text)

    def test_a_key_of_small_order_signs_nothing(self):
        everything = '{"alg":"ed25519","key":"01%s","sig":"01%s"}' % ("00" * 31, "00" * 63)
        with self.assertRaises(check.Refused):
            check.check_signature(b"anything", everything.encode())


class NoDatabase(unittest.TestCase):
    def test_what_is_no_database_cannot_be_read(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder, "tamga.db")
            self.assertEqual(run(folder)[0], 2, "absent")
            for data in (b"", b"x" * 5000, b"SQLite format 3\0" + bytes(4000)):
                file.write_bytes(data)
                self.assertEqual(run(folder)[0], 2)


class Damage(unittest.TestCase):
    """Copies of the database in TAMGA_DB, each damaged in one way."""

    @classmethod
    def setUpClass(cls):
        if not DATABASE:
            print("TAMGA_DB is not set: no damaged copies were tried", file=sys.stderr)
            raise unittest.SkipTest("TAMGA_DB is not set")
        cls.database = pathlib.Path(DATABASE)
        if cls.database.is_dir():
            cls.database = cls.database / "tamga.db"
        cls.data = cls.database.read_bytes()
        cls.node = check.inspect(cls.database).node

    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory())
                                   if hasattr(self, "enterContext") else tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.copy = self.folder / self.database.name
        self.seal = self.folder / (self.database.name + ".sha256")

    def check(self, data, sealed=True):
        self.copy.write_bytes(data)
        self.seal.unlink(missing_ok=True)
        if sealed:
            shutil.copy(self.database.with_name(self.seal.name), self.seal)
        code, said = run(self.copy, "--node", self.node)
        self.assertIn(code, (0, 1, 2))
        self.assertNotIn("Traceback", said)
        return code

    def flips(self, count, seed):
        chance = random.Random(seed)
        for _ in range(count):
            offset, bit = chance.randrange(len(self.data)), chance.randrange(8)
            damaged = bytearray(self.data)
            damaged[offset] ^= 1 << bit
            yield offset, bit, bytes(damaged)

    def test_a_whole_copy_is_whole(self):
        self.assertEqual(self.check(self.data), 0)
        self.assertEqual(self.check(self.data, sealed=False), 0)

    def test_another_node_signed_no_checkpoint_of_it(self):
        self.copy.write_bytes(self.data)
        self.assertEqual(run(self.copy, "--node", "00" * 32)[0], 1)

    def test_every_flipped_bit_is_found_with_the_seal(self):
        for offset, bit, damaged in self.flips(FLIPS, 1540):
            with self.subTest(offset=offset, bit=bit):
                self.assertNotEqual(self.check(damaged), 0)

    def test_without_the_seal_no_flip_makes_it_crash(self):
        found = sum(self.check(damaged, sealed=False) != 0 for _, _, damaged in self.flips(FLIPS, 2004))
        print(f"without the seal: {found} of {FLIPS} flipped bits found", file=sys.stderr)

    def test_a_broken_off_copy_is_found_without_the_seal(self):
        for part in (4, 2):
            self.assertNotEqual(self.check(self.data[:len(self.data) // part], sealed=False), 0)

    def test_a_page_of_nothing_is_found_with_the_seal(self):
        for start in range(0, len(self.data), max(8192, len(self.data) // 8 // 8192 * 8192)):
            page = self.data[start:start + 8192]
            if any(page):
                damaged = self.data[:start] + bytes(len(page)) + self.data[start + 8192:]
                self.assertNotEqual(self.check(damaged), 0)

    def test_a_changed_seal_is_found(self):
        self.copy.write_bytes(self.data)
        self.seal.write_bytes(b"0" * 64 + b"  tamga.db\n")
        self.assertEqual(run(self.copy)[0], 1)


if __name__ == "__main__":
    unittest.main()
