"""Phiếu yêu cầu bổ sung hồ sơ: what a nomination's dossier lacks, and by when it is asked for."""

from dataclasses import dataclass, fields

from reports.awarding.award_making import AwardMaking
from reports.awarding.heads import OPEN, body_head, written_day
from reports.awarding.nominee_lists import Naming, NomineeRow
from reports.wording.letterheads import office_name
from reports.wording.sentences import capitalised
from reports.wording.wording import traced
from reports.yearly.annual_report_context import Letterhead, Signature, Text
from ward.errors import UserError


@dataclass(frozen=True)
class SupplementRequest:
    """The request. `addressee` proposed the nominee; `missing` is what is asked for, a line each; `due` by when."""

    letterhead: Letterhead
    office: Text
    addressee: Text
    round: Text
    nominee: NomineeRow
    received_on: Text
    missing: tuple[Text, ...]
    due: Text
    signature: Signature

    def names(self) -> dict[str, object]:
        """The context that the template is filled with: each field under its own name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


def supplement_request(making: AwardMaking) -> SupplementRequest:
    """The request for one nomination; what is missing stays open where it was not said."""
    found = making.view.by_id.get(making.about.id)
    if found is None:
        raise UserError("Đề nghị này không còn trong đợt xét. Hãy mở lại đợt xét.")
    words, naming = making.words, Naming(making.words, making.view, as_proposed=True)
    asked = found["state"] in ("supplement", "returned")
    due = traced(written_day(found["supplement_due"]), found.uid, "supplement_due", "nomination")
    addressee = words.either(found, "proposer", "proposer_words")
    return SupplementRequest(
        letterhead=body_head(words, ""),
        office=office_name(words),
        addressee=capitalised(addressee or naming.name(found)),
        round=words.value(making.view.round, "name"),
        nominee=naming.row(found),
        received_on=words.date(found, "received_on"),
        missing=words.sentences(found, "state_reason") if asked else (),
        due=due if found["supplement_due"] else f"{OPEN} tháng {OPEN} năm {OPEN}",
        signature=Signature("", OPEN),
    )
