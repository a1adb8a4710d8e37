"""One window writes a file at a time, and an unclean close is remembered."""

import os
import subprocess
import sys
from pathlib import Path

from ward.locking import lock_file

ROOT = str(Path(__file__).parents[2])


def test_a_second_lock_of_the_same_file_is_refused_in_words(tmp_path):
    first, reason = lock_file(tmp_path / "a.sovang")
    assert first is not None
    assert reason == ""
    second, reason = lock_file(tmp_path / "a.sovang")
    assert second is None
    assert "cửa sổ khác" in reason
    first.release(clean=True)


def test_files_beside_each_other_are_locked_apart(tmp_path):
    locks = [lock_file(tmp_path / name)[0] for name in ("a.sovang", "b.sovang")]
    for lock in locks:
        assert lock is not None
        lock.release(clean=True)


def test_a_clean_release_leaves_no_mark_and_an_unclean_one_does(tmp_path):
    path = tmp_path / "a.sovang"
    for clean in (True, False, True):
        lock, _ = lock_file(path)
        assert lock is not None
        lock.release(clean=clean)
        assert path.with_name("a.sovang.open").exists() is not clean


def test_a_journal_left_behind_is_an_unclean_close(tmp_path):
    path = tmp_path / "a.sovang"
    path.with_name("a.sovang-journal").write_bytes(b"")
    lock, _ = lock_file(path)
    assert lock is not None
    assert lock.unclean
    lock.release(clean=True)


def test_the_lock_of_a_dead_process_is_free_and_its_close_unclean(tmp_path):
    path = tmp_path / "a.sovang"
    script = (
        "import os, sys; from pathlib import Path; from ward.locking import lock_file\n"
        "lock = lock_file(Path(sys.argv[1])); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], env={**os.environ, "PYTHONPATH": ROOT}, check=False)
    assert path.with_name("a.sovang.lock").exists()
    lock, reason = lock_file(path)
    assert lock is not None
    assert reason == ""
    assert lock.unclean
    lock.release(clean=True)


def test_a_folder_that_takes_no_lock_makes_the_file_only_readable(tmp_path):
    (tmp_path / "a.sovang.lock").mkdir()
    lock, reason = lock_file(tmp_path / "a.sovang")
    assert lock is None
    assert "không cho ghi" in reason
