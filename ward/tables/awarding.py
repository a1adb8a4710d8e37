"""The way of an award: ratings, initiatives, rounds, nominations, councils, ballots, submissions, money, rules."""

from __future__ import annotations

from ward.tables.columns import ChildRow, Code, Day, Flag, KindRow, PeriodCode, Ref, Text, Whole


class Rating(KindRow):
    """Xếp loại: how a person or a unit was rated for a year, on the side of the State (work) or of the Party."""

    subject = Ref("person", "unit")
    subject_words = Text()
    year = Whole()
    side = Text()
    grade = Text()
    number = Text()
    decided_on = Day()
    issuer_words = Text()
    document = Ref("document")
    note = Text()

    class Meta:
        table_name = "rating"


class Initiative(KindRow):
    """Sáng kiến, đề tài: what was recognised, within which scope, with which marks, by whom."""

    name = Text()
    initiative_kind = Text()
    field = Text()
    state = Text()
    scope = Text()
    registered_on = Day()
    applied_since = Day()
    marks = Text()
    council_words = Text()
    recogniser_words = Text()
    decision_number = Text()
    decided_on = Day()
    document = Ref("document")
    effect = Text()
    spread = Text()
    note = Text()

    class Meta:
        table_name = "initiative"


class Author(ChildRow):
    """Who made an initiative, and the share in hundredths."""

    who = Ref("person")
    words = Text()
    share = Whole()

    class Meta:
        table_name = "initiative_author"
        without_rowid = True


class Discipline(KindRow):
    """Kỷ luật, xác minh: what stands in the way of an award, from `since` on; `cleared` if unfounded."""

    subject = Ref("person", "unit", "household")
    subject_words = Text()
    matter = Text()
    degree = Text()
    since = Day()
    until = Day()
    cleared = Flag()
    document_words = Text()
    note = Text()

    class Meta:
        table_name = "discipline"


class Council(KindRow):
    """Hội đồng: a council of emulation and commendation in its term, by its decision."""

    name = Text()
    since = Day()
    until = Day()
    decision_number = Text()
    decided_on = Day()
    document = Ref("document")
    note = Text()

    class Meta:
        table_name = "council"


class CouncilMember(ChildRow):
    """A member of a council, in a role, from `since` to `until`."""

    who = Ref("person")
    words = Text()
    role = Text()
    as_title = Text()
    since = Day()
    until = Day()

    class Meta:
        table_name = "council_member"
        without_rowid = True


class Round(KindRow):
    """Đợt xét: nominations that are judged together; `rules_on` is the day whose rules hold, `pack` keeps them."""

    name = Text()
    basis = Text()
    movement = Ref("movement")
    opened_on = Day()
    due_on = Day()
    rules_on = Day()
    state = Text()
    council = Ref("council")
    pack = Ref("rule_pack")
    opening_document = Ref("document")
    note = Text()

    class Meta:
        table_name = "round"


class Reopening(ChildRow):
    """Why a round was opened again after its decision, by whom, when (UTC, ISO)."""

    reason = Text()
    who = Text()
    at = Text()

    class Meta:
        table_name = "round_reopening"
        without_rowid = True


class Nomination(KindRow):
    """Đề nghị khen: who is proposed for what in a round, what was found about it, and what became of it."""

    round = Ref("round")
    award_type = Ref("award_type")
    form_words = Text()
    nominee = Ref("person", "unit", "household")
    nominee_words = Text()
    recipient_kind = Text()
    as_title = Text()
    proposer = Ref("unit")
    proposer_words = Text()
    received_on = Day()
    achievement = Text()
    period = PeriodCode()
    period_words = Text()
    movement = Ref("movement")
    practice = Ref("practice")
    posthumous = Flag()
    worker_group = Text()
    place_in_list = Whole()
    route = Code()
    state = Text()
    state_on = Day()
    state_reason = Text()
    supplement_due = Day()
    lowered_to = Ref("award_type")
    submission = Ref("submission")
    decision = Ref("document")
    award = Ref("award")
    verdict = Text()
    judged_at = Text()
    judged_pack = Code()
    judged_words = Text()
    note = Text()

    class Meta:
        table_name = "nomination"


class NominationInitiative(ChildRow):
    """An initiative that a nomination rests on."""

    initiative = Ref("initiative")

    class Meta:
        table_name = "nomination_initiative"
        without_rowid = True


class Confirmation(ChildRow):
    """What a person confirmed of a nomination: the rule, yes or no, by whom, when (UTC, ISO)."""

    rule = Code()
    words = Text()
    answer = Text()
    who = Text()
    at = Text()
    note = Text()

    class Meta:
        table_name = "nomination_confirmation"
        without_rowid = True


class Override(ChildRow):
    """The written reason for which a nomination goes on against a rule or a doubt."""

    rule = Code()
    words = Text()
    reason = Text()
    who = Text()
    at = Text()

    class Meta:
        table_name = "nomination_override"
        without_rowid = True


class Meeting(KindRow):
    """Cuộc họp Hội đồng: who came, how it voted; locked when its result stands."""

    council = Ref("council")
    round = Ref("round")
    held_on = Day()
    starts = Text()
    ends = Text()
    place = Text()
    chair = Ref("person")
    chair_words = Text()
    secretary = Ref("person")
    secretary_words = Text()
    invitation_number = Text()
    invited_on = Day()
    minutes_number = Text()
    method = Text()
    purpose = Text()
    opinions = Text()
    conclusion = Text()
    issued = Whole()
    returned = Whole()
    invalid = Whole()
    first_by = Text()
    second_by = Text()
    locked_at = Text()
    locked_by = Text()
    note = Text()

    class Meta:
        table_name = "meeting"


class Attendance(ChildRow):
    """A member at a meeting: present, absent, or absent with a written opinion."""

    who = Ref("person")
    words = Text()
    role = Text()
    as_title = Text()
    presence = Text()
    reason = Text()

    class Meta:
        table_name = "meeting_attendance"
        without_rowid = True


class Conflict(ChildRow):
    """A member who does not vote on a nomination, and why."""

    who = Ref("person")
    words = Text()
    nomination = Ref("nomination")
    reason = Text()

    class Meta:
        table_name = "meeting_conflict"
        without_rowid = True


class Teller(ChildRow):
    """A member of the counting team (tổ kiểm phiếu)."""

    who = Ref("person")
    words = Text()
    role = Text()

    class Meta:
        table_name = "meeting_teller"
        without_rowid = True


class Unlocking(ChildRow):
    """Why a locked result was opened again, by whom, when (UTC, ISO)."""

    reason = Text()
    who = Text()
    at = Text()

    class Meta:
        table_name = "meeting_unlocking"
        without_rowid = True


class Ballot(KindRow):
    """Kết quả bỏ phiếu: how one meeting voted on one nomination, counted twice; written opinions apart."""

    meeting = Ref("meeting")
    nomination = Ref("nomination")
    award_type = Ref("award_type")
    first_agree = Whole()
    first_disagree = Whole()
    first_invalid = Whole()
    second_agree = Whole()
    second_disagree = Whole()
    second_invalid = Whole()
    written_agree = Whole()
    written_disagree = Whole()
    members = Whole()
    lower_type = Ref("award_type")
    lower_agree = Whole()
    threshold = Text()
    result = Text()
    note = Text()

    class Meta:
        table_name = "ballot"


class Submission(KindRow):
    """Trình cấp trên: a dossier sent to whoever decides above the ward, and what came back."""

    round = Ref("round")
    level = Text()
    authority = Text()
    number = Text()
    sent_on = Day()
    state = Text()
    returned_on = Day()
    returned_reason = Text()
    supplemented_on = Day()
    supplement_number = Text()
    answered_on = Day()
    result_number = Text()
    result_issuer = Text()
    result_document = Ref("document")
    note = Text()

    class Meta:
        table_name = "submission"


class FundEntry(KindRow):
    """Thu, chi quỹ thi đua, khen thưởng: an amount in whole đồng, in or out, on a day, for what."""

    direction = Text()
    entry_kind = Text()
    amount = Whole()
    entered_on = Day()
    purpose = Text()
    award = Ref("award")
    payee = Ref("person", "unit", "household")
    payee_words = Text()
    receipt = Text()
    note = Text()

    class Meta:
        table_name = "fund_entry"


class Blank(KindRow):
    """Phôi giấy khen: a pre-printed sheet and where each line is printed on it; lengths in tenths of a millimetre."""

    name = Text()
    award_type = Ref("award_type")
    width = Whole()
    height = Whole()
    offset_x = Whole()
    offset_y = Whole()
    note = Text()

    class Meta:
        table_name = "blank"


class BlankPlace(ChildRow):
    """Where one line goes: tenths of a millimetre from the top left corner; size in half-points."""

    item = Text()
    x = Whole()
    y = Whole()
    width = Whole()
    height = Whole()
    font = Text()
    size = Whole()
    least_size = Whole()
    bold = Flag()
    italic = Flag()
    colour = Text()
    align = Text()
    fit = Text()

    class Meta:
        table_name = "blank_place"
        without_rowid = True


class BlankMovement(ChildRow):
    """Sheets that came, were used or spoiled on a day."""

    moved_on = Day()
    movement = Text()
    count = Whole()
    award = Ref("award")
    reason = Text()

    class Meta:
        table_name = "blank_movement"
        without_rowid = True


class LocalRule(KindRow):
    """Quy định của địa phương: a value that holds here in place of the pack's, from `since` to `until`."""

    what = Text()
    value = Text()
    since = Day()
    until = Day()
    instrument = Text()
    note = Text()

    class Meta:
        table_name = "local_rule"


class RulePack(KindRow):
    """Bộ quy định: a pack of rules as it was when it was used; `sha` is the SHA-256 of `content`."""

    name = Text()
    version = Text()
    sha = Code(index=True)
    content = Code()
    since = Day()
    taken_on = Text()
    active = Flag()
    note = Text()

    class Meta:
        table_name = "rule_pack"
