"""What lies in a dossier's folder from before: drafts that make room for new ones, and files of somebody's own."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from ward.awarding.round_papers import untouched_drafts
from ward.book import Book
from ward.errors import UserError
from ward.paper_records import MadePaper


def clear_superseded(book: Book, folder: Path, made: Iterable[MadePaper], round_id: int) -> None:
    """Removes the drafts of an earlier making whose place a paper of this one takes under another name.

    Only a numbered file that is byte for byte a draft of the book, never written in, signed or refreshed, is removed,
    and only when it is about the round itself, or the same kind of paper about the same record was just made.
    Raises UserError when that is not allowed.
    """
    places = {(one.kind, one.about): one.path for one in made}
    numbered = (path for path in sorted(folder.glob("*/*.docx")) if path.name[:2].isdigit())
    before = [path for path in numbered if path not in set(places.values())]
    hashes = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in before}
    drafts = untouched_drafts(book.db, set(hashes.values()))
    for path, digest in hashes.items():
        kind, about = drafts.get(digest, ("", None))
        if about and (about == round_id or (kind, about) in places):
            try:
                path.unlink()
            except OSError as error:
                raise UserError(f"Không xóa được dự thảo cũ “{path.name}”. Hãy đóng tệp rồi lập lại.") from error


def other_files(folder: Path, made: Sequence[Path], index: str) -> list[Path]:
    """The files that this making did not write, in order, without indexes and the PDFs of what it wrote."""
    known = {*made, *(path.with_suffix(".pdf") for path in made)}
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path not in known)
    return [path for path in found if not (path.parent == folder and path.name.startswith(f"{index}-"))]
