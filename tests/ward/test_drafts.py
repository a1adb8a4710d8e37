"""Drafts: unsaved text beside the book, whole or not at all."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from ward.drafts import Draft, Drafts
from ward.errors import UserError

BOOK = "Phường.sovang"


def kept(folder: Path) -> Drafts:
    return Drafts(folder / BOOK)


def test_a_draft_is_read_again_from_the_file_beside_the_book(tmp_path: Path) -> None:
    kept(tmp_path).keep(Draft("ab12", "birth", "30/2/1980", "30/2/1980", "2025-01-02T03:04:05+00:00"))
    assert (tmp_path / f"{BOOK}.drafts").is_file()
    assert kept(tmp_path).of("ab12") == [
        Draft("ab12", "birth", "30/2/1980", "30/2/1980", "2025-01-02T03:04:05+00:00")
    ]


def test_a_later_text_of_the_same_field_takes_the_place_of_the_earlier(tmp_path: Path) -> None:
    drafts = kept(tmp_path)
    drafts.keep(Draft("ab12", "name", "Bì", "Bì"))
    drafts.keep(Draft("ab12", "name", "Bình", "Bình"))
    assert [one.typed for one in kept(tmp_path).all()] == ["Bình"]


def test_the_file_goes_with_the_last_draft(tmp_path: Path) -> None:
    drafts = kept(tmp_path)
    drafts.keep(Draft("ab12", "name", "Bình", "Bình"))
    drafts.keep(Draft("cd34", "points", [{"kept": 0, "cells": {"text": "é"}}], ""))
    drafts.drop("ab12", "name")
    assert [one.record for one in kept(tmp_path).all()] == ["cd34"]
    drafts.drop("cd34", "points")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_list_of_drafts_is_moved_aside_unharmed(tmp_path: Path) -> None:
    for content in (b"\xff\xfe nonsense", b"[]", json.dumps({"format": 99, "drafts": []}).encode()):
        (tmp_path / f"{BOOK}.drafts").write_bytes(content)
        drafts = kept(tmp_path)
        assert drafts.all() == []
        (aside,) = tmp_path.iterdir()
        assert aside.read_bytes() == content
        aside.unlink()


def test_a_killed_write_leaves_the_earlier_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts = kept(tmp_path)
    drafts.keep(Draft("ab12", "name", "Bình", "Bình"))

    def refuse(*_paths: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(UserError, match="chỗ trống"):
        drafts.keep(Draft("ab12", "name", "Bình Đặng", "Bình Đặng"))
    monkeypatch.undo()
    assert [one.typed for one in kept(tmp_path).all()] == ["Bình"]
