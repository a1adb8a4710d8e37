"""The awards of a pack: each with its routes, exclusions, papers and prizes, gathered from the files by subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ward.rules.award_rules import BASES, KINDS, RECIPIENTS, AwardRule, DossierPaper, Exclusion, PrizeFactor, Route
from ward.rules.reading_conditions import read_tree
from ward.rules.reading_parts import prize, sourced, stated
from ward.rules.sources import UNSTATED, Sourced, Stated
from ward.rules.toml_tables import Table

LEVELS = ("trung_uong", "tinh", "huyen", "phuong", "co_so")


@dataclass
class Dossier:
    """What the tables of dossiers say of one award."""

    papers: list[DossierPaper] = field(default_factory=list)
    said: dict[str, Stated] = field(default_factory=dict)


def read_dossiers(tables: Sequence[Table]) -> dict[str, Dossier]:
    """The dossiers by award id; several tables may speak of one award."""
    found: dict[str, Dossier] = {}
    for table in tables:
        rule = Sourced(**sourced(table))
        papers = [_paper(inner, rule) for inner in table.tables("papers")]
        said = {key: stated(table, key, rule) for key in ("copies", "procedure", "due") if table.has(key)}
        for award in table.refs("awards", "award"):
            dossier = found.setdefault(award, Dossier())
            twice = {paper.id for paper in papers} & {paper.id for paper in dossier.papers}
            if twice or said.keys() & dossier.said.keys():
                table.fail("awards", f"“{award}” đã có “{(sorted(twice) or sorted(said))[0]}” ở một mục dossier khác")
            dossier.papers += papers
            dossier.said |= said
        table.done()
    return found


def _paper(table: Table, above: Sourced) -> DossierPaper:
    needed, stage = (
        table.choice("needed", ("always", "as_needed"), "always"),
        table.choice("stage", ("register", "submit", "result"), "submit"),
    )
    paper = DossierPaper(
        id=table.ident(),
        name=table.text("name", None),
        form=table.ref("form", "form"),
        recipients=table.texts("recipients", RECIPIENTS),
        bases=table.texts("bases", BASES),
        needed="always" if needed == "always" else "as_needed",
        stage="register" if stage == "register" else "result" if stage == "result" else "submit",
        **sourced(table, above),
    )
    table.done()
    return paper


def read_prizes(tables: Sequence[Table]) -> dict[str, dict[str, PrizeFactor]]:
    """The prize factors by award id and recipient."""
    found: dict[str, dict[str, PrizeFactor]] = {}
    for table in tables:
        award, factors = prize(table)
        table.done()
        if factors.keys() & found.get(award, {}).keys():
            table.fail("recipients", f"“{award}” đã có hệ số tiền thưởng cho đối tượng này")
        found.setdefault(award, {}).update(factors)
    return found


def read_award(table: Table, dossier: Dossier, prizes: dict[str, PrizeFactor]) -> AwardRule:
    """One award with all that the other tables say of it."""
    rule = sourced(table)
    above = Sourced(**rule)
    name = table.ident()
    said = table.choice("kind", KINDS)
    kind = next(one for one in KINDS if one == said)
    recipients = table.texts("recipients", RECIPIENTS)
    if not recipients:
        table.fail("recipients", "còn thiếu. Hãy ghi thêm")
    if other := prizes.keys() - set(recipients):
        table.fail("recipients", f"có hệ số tiền thưởng cho “{min(other)}” nhưng không tặng cho đối tượng đó")
    return AwardRule(
        id=name,
        name=table.text("name", None),
        kind=kind,
        recipients=recipients,
        party_members=table.flag("party_members"),
        former_name=table.text("former_name"),
        level=table.choice("level", LEVELS, ""),
        yearly=table.flag("yearly"),
        decided_by=table.ref("decided_by", "authority"),
        decided_by_words=table.text("decided_by_words"),
        criteria_sets=table.texts("criteria_sets"),
        certificate=table.text("certificate"),
        eligible_units=table.text("eligible_units"),
        watch=table.text("watch"),
        bases=_bases(table, recipients),
        routes=tuple(_route(inner, name, recipients, above) for inner in table.tables("route")),
        exclusions=tuple(_exclusion(inner, name, above) for inner in table.tables("exclusion")),
        papers=tuple(dossier.papers),
        prizes=prizes,
        prize_note=table.text("prize_note"),
        copies=dossier.said.get("copies", UNSTATED),
        procedure=dossier.said.get("procedure", UNSTATED),
        due=dossier.said.get("due", UNSTATED),
        **rule,
    )


def _bases(table: Table, recipients: Sequence[str]) -> dict[str, tuple[str, ...]]:
    inner = table.table("bases")
    if inner is None:
        return {}
    found = {recipient: inner.texts(recipient, BASES) for recipient in recipients if inner.has(recipient)}
    inner.done()
    return found


def _route(table: Table, award: str, recipients: Sequence[str], above: Sourced) -> Route:
    name = table.ident()
    own = table.texts("recipients", recipients) or tuple(recipients)
    route = Route(
        id=name,
        award=award,
        name=table.text("name", None),
        recipients=own,
        applies_to=table.text("applies_to"),
        bases=table.texts("bases", BASES),
        enabled=table.flag("enabled", True),
        condition=read_tree(table, f"{award}.{name}"),
        **sourced(table, above),
    )
    table.done()
    return route


def _exclusion(table: Table, award: str, above: Sourced) -> Exclusion:
    key = f"{award}.exclusion.{table.ident()}"
    found = Exclusion(key=key, text=table.text("text", None), **sourced(table, above))
    table.done()
    return found
