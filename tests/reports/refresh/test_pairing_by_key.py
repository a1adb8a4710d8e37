"""Items of a list are paired by the key that their sentence gives, whichever records it names today."""

from reports.prints import Block, Print
from reports.refreshing.match import pair_blocks


def item(at: int, record: str, text: str, key: str) -> Block:
    return Block(f"_svb{at}", "slot", "p", True, (Print(f"_sv_{at}", record * 32, "words", text, "x"), "."), key)


def test_an_item_is_the_same_while_its_key_is_though_another_record_tells_it() -> None:
    base = [item(1, "a", "28 mắt", "mat camera"), item(2, "b", "12 tổ", "to")]
    today = [item(1, "c", "12 tổ", "to"), item(2, "d", "30 mắt", "mat camera")]
    assert pair_blocks(base, today) == {0: 1, 1: 0}


def test_items_of_other_keys_and_records_are_not_paired() -> None:
    assert pair_blocks([item(1, "a", "28 mắt", "mat camera")], [item(1, "c", "12 tổ", "to")]) == {}
