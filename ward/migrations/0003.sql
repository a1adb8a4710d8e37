-- The way of an award: ratings, initiatives, councils, rounds, nominations, meetings and their ballots, submissions,
-- money, blanks, and the rules. Registrations and awards get what belongs to that way; papers what they are about.

CREATE TABLE "rating" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "subject_id" INTEGER,
  "subject_words" TEXT NOT NULL DEFAULT '',
  "year" INTEGER,
  "side" TEXT NOT NULL DEFAULT '',
  "grade" TEXT NOT NULL DEFAULT '',
  "number" TEXT NOT NULL DEFAULT '',
  "decided_on" TEXT NOT NULL DEFAULT '',
  "issuer_words" TEXT NOT NULL DEFAULT '',
  "document_id" INTEGER,
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("subject_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("document_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "rating_subject_id" ON "rating" ("subject_id");
CREATE INDEX "rating_document_id" ON "rating" ("document_id");

CREATE TABLE "initiative" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '',
  "initiative_kind" TEXT NOT NULL DEFAULT '',
  "field" TEXT NOT NULL DEFAULT '',
  "state" TEXT NOT NULL DEFAULT '',
  "scope" TEXT NOT NULL DEFAULT '',
  "registered_on" TEXT NOT NULL DEFAULT '',
  "applied_since" TEXT NOT NULL DEFAULT '',
  "marks" TEXT NOT NULL DEFAULT '',
  "council_words" TEXT NOT NULL DEFAULT '',
  "recogniser_words" TEXT NOT NULL DEFAULT '',
  "decision_number" TEXT NOT NULL DEFAULT '',
  "decided_on" TEXT NOT NULL DEFAULT '',
  "document_id" INTEGER,
  "effect" TEXT NOT NULL DEFAULT '',
  "spread" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("document_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "initiative_document_id" ON "initiative" ("document_id");

CREATE TABLE "initiative_author" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "who_id" INTEGER,
  "words" TEXT NOT NULL DEFAULT '',
  "share" INTEGER,
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("who_id") REFERENCES "record" ("id") ON DELETE NO ACTION
) WITHOUT ROWID;
CREATE INDEX "initiative_author_who_id" ON "initiative_author" ("who_id");

CREATE TABLE "discipline" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "subject_id" INTEGER,
  "subject_words" TEXT NOT NULL DEFAULT '',
  "matter" TEXT NOT NULL DEFAULT '',
  "degree" TEXT NOT NULL DEFAULT '',
  "since" TEXT NOT NULL DEFAULT '',
  "until" TEXT NOT NULL DEFAULT '',
  "cleared" INTEGER NOT NULL DEFAULT 0,
  "document_words" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("subject_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "discipline_subject_id" ON "discipline" ("subject_id");

CREATE TABLE "council" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '',
  "since" TEXT NOT NULL DEFAULT '',
  "until" TEXT NOT NULL DEFAULT '',
  "decision_number" TEXT NOT NULL DEFAULT '',
  "decided_on" TEXT NOT NULL DEFAULT '',
  "document_id" INTEGER,
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("document_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "council_document_id" ON "council" ("document_id");

CREATE TABLE "council_member" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "who_id" INTEGER,
  "words" TEXT NOT NULL DEFAULT '',
  "role" TEXT NOT NULL DEFAULT '',
  "as_title" TEXT NOT NULL DEFAULT '',
  "since" TEXT NOT NULL DEFAULT '',
  "until" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("who_id") REFERENCES "record" ("id") ON DELETE NO ACTION
) WITHOUT ROWID;
CREATE INDEX "council_member_who_id" ON "council_member" ("who_id");

CREATE TABLE "round" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '',
  "basis" TEXT NOT NULL DEFAULT '',
  "movement_id" INTEGER,
  "opened_on" TEXT NOT NULL DEFAULT '',
  "due_on" TEXT NOT NULL DEFAULT '',
  "rules_on" TEXT NOT NULL DEFAULT '',
  "state" TEXT NOT NULL DEFAULT '',
  "council_id" INTEGER,
  "pack_id" INTEGER,
  "opening_document_id" INTEGER,
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("movement_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("council_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("pack_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("opening_document_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "round_movement_id" ON "round" ("movement_id");
CREATE INDEX "round_council_id" ON "round" ("council_id");
CREATE INDEX "round_pack_id" ON "round" ("pack_id");
CREATE INDEX "round_opening_document_id" ON "round" ("opening_document_id");

CREATE TABLE "round_reopening" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "reason" TEXT NOT NULL DEFAULT '',
  "who" TEXT NOT NULL DEFAULT '',
  "at" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "nomination" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "round_id" INTEGER,
  "award_type_id" INTEGER,
  "form_words" TEXT NOT NULL DEFAULT '',
  "nominee_id" INTEGER,
  "nominee_words" TEXT NOT NULL DEFAULT '',
  "recipient_kind" TEXT NOT NULL DEFAULT '',
  "as_title" TEXT NOT NULL DEFAULT '',
  "proposer_id" INTEGER,
  "proposer_words" TEXT NOT NULL DEFAULT '',
  "received_on" TEXT NOT NULL DEFAULT '',
  "achievement" TEXT NOT NULL DEFAULT '',
  "period" TEXT NOT NULL DEFAULT '',
  "period_words" TEXT NOT NULL DEFAULT '',
  "movement_id" INTEGER,
  "practice_id" INTEGER,
  "posthumous" INTEGER NOT NULL DEFAULT 0,
  "worker_group" TEXT NOT NULL DEFAULT '',
  "place_in_list" INTEGER,
  "route" TEXT NOT NULL DEFAULT '',
  "state" TEXT NOT NULL DEFAULT '',
  "state_on" TEXT NOT NULL DEFAULT '',
  "state_reason" TEXT NOT NULL DEFAULT '',
  "supplement_due" TEXT NOT NULL DEFAULT '',
  "lowered_to_id" INTEGER,
  "submission_id" INTEGER,
  "decision_id" INTEGER,
  "award_id" INTEGER,
  "verdict" TEXT NOT NULL DEFAULT '',
  "judged_at" TEXT NOT NULL DEFAULT '',
  "judged_pack" TEXT NOT NULL DEFAULT '',
  "judged_words" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("round_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("award_type_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("nominee_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("proposer_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("movement_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("practice_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("lowered_to_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("submission_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("decision_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("award_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "nomination_round_id" ON "nomination" ("round_id");
CREATE INDEX "nomination_award_type_id" ON "nomination" ("award_type_id");
CREATE INDEX "nomination_nominee_id" ON "nomination" ("nominee_id");
CREATE INDEX "nomination_proposer_id" ON "nomination" ("proposer_id");
CREATE INDEX "nomination_movement_id" ON "nomination" ("movement_id");
CREATE INDEX "nomination_practice_id" ON "nomination" ("practice_id");
CREATE INDEX "nomination_lowered_to_id" ON "nomination" ("lowered_to_id");
CREATE INDEX "nomination_submission_id" ON "nomination" ("submission_id");
CREATE INDEX "nomination_decision_id" ON "nomination" ("decision_id");
CREATE INDEX "nomination_award_id" ON "nomination" ("award_id");

CREATE TABLE "nomination_initiative" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "initiative_id" INTEGER,
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("initiative_id") REFERENCES "record" ("id") ON DELETE NO ACTION
) WITHOUT ROWID;
CREATE INDEX "nomination_initiative_initiative_id" ON "nomination_initiative" ("initiative_id");

CREATE TABLE "nomination_confirmation" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "rule" TEXT NOT NULL DEFAULT '',
  "words" TEXT NOT NULL DEFAULT '',
  "answer" TEXT NOT NULL DEFAULT '',
  "who" TEXT NOT NULL DEFAULT '',
  "at" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "nomination_override" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "rule" TEXT NOT NULL DEFAULT '',
  "words" TEXT NOT NULL DEFAULT '',
  "reason" TEXT NOT NULL DEFAULT '',
  "who" TEXT NOT NULL DEFAULT '',
  "at" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "meeting" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "council_id" INTEGER,
  "round_id" INTEGER,
  "held_on" TEXT NOT NULL DEFAULT '',
  "starts" TEXT NOT NULL DEFAULT '',
  "ends" TEXT NOT NULL DEFAULT '',
  "place" TEXT NOT NULL DEFAULT '',
  "chair_id" INTEGER,
  "chair_words" TEXT NOT NULL DEFAULT '',
  "secretary_id" INTEGER,
  "secretary_words" TEXT NOT NULL DEFAULT '',
  "invitation_number" TEXT NOT NULL DEFAULT '',
  "invited_on" TEXT NOT NULL DEFAULT '',
  "minutes_number" TEXT NOT NULL DEFAULT '',
  "method" TEXT NOT NULL DEFAULT '',
  "purpose" TEXT NOT NULL DEFAULT '',
  "opinions" TEXT NOT NULL DEFAULT '',
  "conclusion" TEXT NOT NULL DEFAULT '',
  "issued" INTEGER,
  "returned" INTEGER,
  "invalid" INTEGER,
  "first_by" TEXT NOT NULL DEFAULT '',
  "second_by" TEXT NOT NULL DEFAULT '',
  "locked_at" TEXT NOT NULL DEFAULT '',
  "locked_by" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("council_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("round_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("chair_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("secretary_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "meeting_council_id" ON "meeting" ("council_id");
CREATE INDEX "meeting_round_id" ON "meeting" ("round_id");
CREATE INDEX "meeting_chair_id" ON "meeting" ("chair_id");
CREATE INDEX "meeting_secretary_id" ON "meeting" ("secretary_id");

CREATE TABLE "meeting_attendance" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "who_id" INTEGER,
  "words" TEXT NOT NULL DEFAULT '',
  "role" TEXT NOT NULL DEFAULT '',
  "as_title" TEXT NOT NULL DEFAULT '',
  "presence" TEXT NOT NULL DEFAULT '',
  "reason" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("who_id") REFERENCES "record" ("id") ON DELETE NO ACTION
) WITHOUT ROWID;
CREATE INDEX "meeting_attendance_who_id" ON "meeting_attendance" ("who_id");

CREATE TABLE "meeting_conflict" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "who_id" INTEGER,
  "words" TEXT NOT NULL DEFAULT '',
  "nomination_id" INTEGER,
  "reason" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("who_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("nomination_id") REFERENCES "record" ("id") ON DELETE NO ACTION
) WITHOUT ROWID;
CREATE INDEX "meeting_conflict_who_id" ON "meeting_conflict" ("who_id");
CREATE INDEX "meeting_conflict_nomination_id" ON "meeting_conflict" ("nomination_id");

CREATE TABLE "meeting_teller" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "who_id" INTEGER,
  "words" TEXT NOT NULL DEFAULT '',
  "role" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("who_id") REFERENCES "record" ("id") ON DELETE NO ACTION
) WITHOUT ROWID;
CREATE INDEX "meeting_teller_who_id" ON "meeting_teller" ("who_id");

CREATE TABLE "meeting_unlocking" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "reason" TEXT NOT NULL DEFAULT '',
  "who" TEXT NOT NULL DEFAULT '',
  "at" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "ballot" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "meeting_id" INTEGER,
  "nomination_id" INTEGER,
  "award_type_id" INTEGER,
  "first_agree" INTEGER,
  "first_disagree" INTEGER,
  "first_invalid" INTEGER,
  "second_agree" INTEGER,
  "second_disagree" INTEGER,
  "second_invalid" INTEGER,
  "written_agree" INTEGER,
  "written_disagree" INTEGER,
  "members" INTEGER,
  "lower_type_id" INTEGER,
  "lower_agree" INTEGER,
  "threshold" TEXT NOT NULL DEFAULT '',
  "result" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("meeting_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("nomination_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("award_type_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("lower_type_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "ballot_meeting_id" ON "ballot" ("meeting_id");
CREATE INDEX "ballot_nomination_id" ON "ballot" ("nomination_id");
CREATE INDEX "ballot_award_type_id" ON "ballot" ("award_type_id");
CREATE INDEX "ballot_lower_type_id" ON "ballot" ("lower_type_id");

CREATE TABLE "submission" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "round_id" INTEGER,
  "level" TEXT NOT NULL DEFAULT '',
  "authority" TEXT NOT NULL DEFAULT '',
  "number" TEXT NOT NULL DEFAULT '',
  "sent_on" TEXT NOT NULL DEFAULT '',
  "state" TEXT NOT NULL DEFAULT '',
  "returned_on" TEXT NOT NULL DEFAULT '',
  "returned_reason" TEXT NOT NULL DEFAULT '',
  "supplemented_on" TEXT NOT NULL DEFAULT '',
  "supplement_number" TEXT NOT NULL DEFAULT '',
  "answered_on" TEXT NOT NULL DEFAULT '',
  "result_number" TEXT NOT NULL DEFAULT '',
  "result_issuer" TEXT NOT NULL DEFAULT '',
  "result_document_id" INTEGER,
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("round_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("result_document_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "submission_round_id" ON "submission" ("round_id");
CREATE INDEX "submission_result_document_id" ON "submission" ("result_document_id");

CREATE TABLE "fund_entry" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "direction" TEXT NOT NULL DEFAULT '',
  "entry_kind" TEXT NOT NULL DEFAULT '',
  "amount" INTEGER,
  "entered_on" TEXT NOT NULL DEFAULT '',
  "purpose" TEXT NOT NULL DEFAULT '',
  "award_id" INTEGER,
  "payee_id" INTEGER,
  "payee_words" TEXT NOT NULL DEFAULT '',
  "receipt" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("award_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("payee_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "fund_entry_award_id" ON "fund_entry" ("award_id");
CREATE INDEX "fund_entry_payee_id" ON "fund_entry" ("payee_id");

CREATE TABLE "blank" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '',
  "award_type_id" INTEGER,
  "width" INTEGER,
  "height" INTEGER,
  "offset_x" INTEGER,
  "offset_y" INTEGER,
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("award_type_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "blank_award_type_id" ON "blank" ("award_type_id");

CREATE TABLE "blank_place" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "item" TEXT NOT NULL DEFAULT '',
  "x" INTEGER,
  "y" INTEGER,
  "width" INTEGER,
  "height" INTEGER,
  "font" TEXT NOT NULL DEFAULT '',
  "size" INTEGER,
  "least_size" INTEGER,
  "bold" INTEGER NOT NULL DEFAULT 0,
  "italic" INTEGER NOT NULL DEFAULT 0,
  "colour" TEXT NOT NULL DEFAULT '',
  "align" TEXT NOT NULL DEFAULT '',
  "fit" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "blank_movement" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "moved_on" TEXT NOT NULL DEFAULT '',
  "movement" TEXT NOT NULL DEFAULT '',
  "count" INTEGER,
  "award_id" INTEGER,
  "reason" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("award_id") REFERENCES "record" ("id") ON DELETE NO ACTION
) WITHOUT ROWID;
CREATE INDEX "blank_movement_award_id" ON "blank_movement" ("award_id");

CREATE TABLE "local_rule" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "what" TEXT NOT NULL DEFAULT '',
  "value" TEXT NOT NULL DEFAULT '',
  "since" TEXT NOT NULL DEFAULT '',
  "until" TEXT NOT NULL DEFAULT '',
  "instrument" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE
);

CREATE TABLE "rule_pack" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '',
  "version" TEXT NOT NULL DEFAULT '',
  "sha" TEXT NOT NULL DEFAULT '',
  "content" TEXT NOT NULL DEFAULT '',
  "since" TEXT NOT NULL DEFAULT '',
  "taken_on" TEXT NOT NULL DEFAULT '',
  "active" INTEGER NOT NULL DEFAULT 0,
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE
);
CREATE INDEX "rule_pack_sha" ON "rule_pack" ("sha");

ALTER TABLE "award" ADD COLUMN "basis" TEXT NOT NULL DEFAULT '';
ALTER TABLE "award" ADD COLUMN "nomination_id" INTEGER REFERENCES "record" ("id") ON DELETE NO ACTION;
CREATE INDEX "award_nomination_id" ON "award" ("nomination_id");
ALTER TABLE "award" ADD COLUMN "posthumous" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "award" ADD COLUMN "worker_group" TEXT NOT NULL DEFAULT '';
ALTER TABLE "award" ADD COLUMN "prize" INTEGER;
ALTER TABLE "award" ADD COLUMN "paid_on" TEXT NOT NULL DEFAULT '';
ALTER TABLE "award" ADD COLUMN "cancelled_on" TEXT NOT NULL DEFAULT '';
ALTER TABLE "award" ADD COLUMN "cancelled_reason" TEXT NOT NULL DEFAULT '';

ALTER TABLE "registration" ADD COLUMN "award_type_id" INTEGER REFERENCES "record" ("id") ON DELETE NO ACTION;
CREATE INDEX "registration_award_type_id" ON "registration" ("award_type_id");
ALTER TABLE "registration" ADD COLUMN "returned_on" TEXT NOT NULL DEFAULT '';
ALTER TABLE "registration" ADD COLUMN "returned_reason" TEXT NOT NULL DEFAULT '';
ALTER TABLE "registration" ADD COLUMN "accepted_on" TEXT NOT NULL DEFAULT '';

ALTER TABLE "paper" ADD COLUMN "about_id" INTEGER REFERENCES "record" ("id") ON DELETE NO ACTION;
CREATE INDEX "paper_about_id" ON "paper" ("about_id");
