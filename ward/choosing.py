"""Which of several statements of the same thing is the printed one."""

from __future__ import annotations

from peewee import SqliteDatabase

from ward.edits import Amend, Edit
from ward.said import read_statements


def choose_for_print(db: SqliteDatabase, figure: int, chosen: bool = True) -> list[Edit]:
    """The edits that make this figure the printed one of all that say the same thing, or no longer."""
    rows = db.execute_sql(
        "SELECT o.record_id FROM figure f JOIN figure o ON o.indicator_id IS f.indicator_id "
        "AND o.about_id IS f.about_id "
        "AND (f.indicator_id IS NOT NULL OR f.about_id IS NOT NULL OR o.label = f.label) WHERE f.record_id = ?",
        (figure,),
    )
    statements = read_statements(db, {figure, *(record for (record,) in rows)})
    said = statements.all.get(figure)
    others = statements.by_thing[statements.thing(said)] if said else []
    edits: list[Edit] = [Amend(one.id, {"chosen": False}) for one in others if one.chosen and one.id != figure]
    return [*edits, Amend(figure, {"chosen": chosen})] if chosen else [Amend(figure, {"chosen": False})]
