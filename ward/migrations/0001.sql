-- The first form of the file. Every table below `record` holds the fields of one kind, or one list inside it.

CREATE TABLE "record" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "uid" BLOB NOT NULL,
  "kind" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "title" TEXT NOT NULL,
  "sort" BLOB NOT NULL,
  "binned" INTEGER NOT NULL,
  "forwarded_to_id" INTEGER,
  FOREIGN KEY ("forwarded_to_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE UNIQUE INDEX "record_uid" ON "record" ("uid");
CREATE INDEX "record_forwarded_to_id" ON "record" ("forwarded_to_id");
CREATE INDEX "record_kind_binned_sort" ON "record" ("kind", "binned", "sort");

CREATE TABLE "acceptance" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "finding" TEXT NOT NULL DEFAULT '',
  "seen" TEXT NOT NULL DEFAULT '',
  "reason" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE
);

CREATE TABLE "alias" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '',
  "of_id" INTEGER,
  "reason" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("of_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "alias_of_id" ON "alias" ("of_id");

CREATE TABLE "evidence_attachment" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "to_record_id" INTEGER,
  "field" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("to_record_id") REFERENCES "record" ("id") ON DELETE NO ACTION
) WITHOUT ROWID;
CREATE INDEX "evidence_attachment_to_record_id" ON "evidence_attachment" ("to_record_id");

CREATE TABLE "award" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "award_type_id" INTEGER,
  "form_words" TEXT NOT NULL DEFAULT '',
  "level" TEXT NOT NULL DEFAULT '',
  "state" TEXT NOT NULL DEFAULT '',
  "reason" TEXT NOT NULL DEFAULT '',
  "period" TEXT NOT NULL DEFAULT '',
  "period_words" TEXT NOT NULL DEFAULT '',
  "proposed_on" TEXT NOT NULL DEFAULT '',
  "decision_id" INTEGER,
  "decision_number" TEXT NOT NULL DEFAULT '',
  "decided_on" TEXT NOT NULL DEFAULT '',
  "book_number" TEXT NOT NULL DEFAULT '',
  "collectives" INTEGER,
  "persons" INTEGER,
  "households" INTEGER,
  "counted_words" TEXT NOT NULL DEFAULT '',
  "movement_id" INTEGER,
  "event_id" INTEGER,
  "practice_id" INTEGER,
  "part_of_id" INTEGER,
  "field" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("award_type_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("decision_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("movement_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("event_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("practice_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("part_of_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "award_award_type_id" ON "award" ("award_type_id");
CREATE INDEX "award_decision_id" ON "award" ("decision_id");
CREATE INDEX "award_movement_id" ON "award" ("movement_id");
CREATE INDEX "award_event_id" ON "award" ("event_id");
CREATE INDEX "award_practice_id" ON "award" ("practice_id");
CREATE INDEX "award_part_of_id" ON "award" ("part_of_id");

CREATE TABLE "award_issuer" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "issuer_id" INTEGER,
  "words" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("issuer_id") REFERENCES "record" ("id") ON DELETE NO ACTION
) WITHOUT ROWID;
CREATE INDEX "award_issuer_issuer_id" ON "award_issuer" ("issuer_id");

CREATE TABLE "award_type" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '',
  "code" TEXT NOT NULL DEFAULT '',
  "form" TEXT NOT NULL DEFAULT '',
  "level" TEXT NOT NULL DEFAULT '',
  "recipients" TEXT NOT NULL DEFAULT '',
  "authority" TEXT NOT NULL DEFAULT '',
  "article" TEXT NOT NULL DEFAULT '',
  "confidence" TEXT NOT NULL DEFAULT '',
  "since" TEXT NOT NULL DEFAULT '',
  "until" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE
);

CREATE TABLE "change" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "uid" BLOB NOT NULL,
  "act" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  "who" TEXT NOT NULL,
  "installation" TEXT NOT NULL,
  "undoes_id" INTEGER,
  FOREIGN KEY ("undoes_id") REFERENCES "change" ("id") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "change_uid" ON "change" ("uid");

CREATE TABLE "contribution" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '',
  "contribution_kind" TEXT NOT NULL DEFAULT '',
  "given_on" TEXT NOT NULL DEFAULT '',
  "period" TEXT NOT NULL DEFAULT '',
  "period_words" TEXT NOT NULL DEFAULT '',
  "unit_id" INTEGER,
  "movement_id" INTEGER,
  "field" TEXT NOT NULL DEFAULT '',
  "purpose" TEXT NOT NULL DEFAULT '',
  "amount_meaning" TEXT NOT NULL DEFAULT '',
  "summary" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("unit_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("movement_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "contribution_unit_id" ON "contribution" ("unit_id");
CREATE INDEX "contribution_movement_id" ON "contribution" ("movement_id");

CREATE TABLE "difference" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "change_id" INTEGER NOT NULL,
  "record_uid" BLOB NOT NULL,
  "kind" TEXT NOT NULL,
  "revision" INTEGER NOT NULL,
  "before" TEXT,
  "after" TEXT,
  FOREIGN KEY ("change_id") REFERENCES "change" ("id") ON DELETE CASCADE
);
CREATE INDEX "difference_change_id" ON "difference" ("change_id");
CREATE INDEX "difference_record_uid" ON "difference" ("record_uid");

CREATE TABLE "document" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "doc_kind" TEXT NOT NULL DEFAULT '',
  "number" TEXT NOT NULL DEFAULT '',
  "issued_on" TEXT NOT NULL DEFAULT '',
  "issuer_id" INTEGER,
  "issuer_words" TEXT NOT NULL DEFAULT '',
  "subject" TEXT NOT NULL DEFAULT '',
  "level" TEXT NOT NULL DEFAULT '',
  "period" TEXT NOT NULL DEFAULT '',
  "period_words" TEXT NOT NULL DEFAULT '',
  "movement_id" INTEGER,
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("issuer_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("movement_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "document_issuer_id" ON "document" ("issuer_id");
CREATE INDEX "document_movement_id" ON "document" ("movement_id");

CREATE TABLE "event" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '',
  "event_kind" TEXT NOT NULL DEFAULT '',
  "level" TEXT NOT NULL DEFAULT '',
  "held_on" TEXT NOT NULL DEFAULT '',
  "period" TEXT NOT NULL DEFAULT '',
  "period_words" TEXT NOT NULL DEFAULT '',
  "place" TEXT NOT NULL DEFAULT '',
  "unit_id" INTEGER,
  "unit_words" TEXT NOT NULL DEFAULT '',
  "movement_id" INTEGER,
  "field" TEXT NOT NULL DEFAULT '',
  "role_words" TEXT NOT NULL DEFAULT '',
  "programme" TEXT NOT NULL DEFAULT '',
  "summary" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("unit_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("movement_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "event_unit_id" ON "event" ("unit_id");
CREATE INDEX "event_movement_id" ON "event" ("movement_id");

CREATE TABLE "evidence" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "file_name" TEXT NOT NULL DEFAULT '',
  "hash" TEXT NOT NULL DEFAULT '',
  "size" INTEGER,
  "media_type" TEXT NOT NULL DEFAULT '',
  "caption" TEXT NOT NULL DEFAULT '',
  "taken_on" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE
);
CREATE INDEX "evidence_hash" ON "evidence" ("hash");

CREATE TABLE "figure_claim" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "words" TEXT NOT NULL DEFAULT '',
  "relation" TEXT NOT NULL DEFAULT '',
  "qualifier" TEXT NOT NULL DEFAULT '',
  "amount_coefficient" INTEGER,
  "amount_exponent" INTEGER,
  "unit" TEXT NOT NULL DEFAULT '',
  "basis" TEXT NOT NULL DEFAULT '',
  "basis_period" TEXT NOT NULL DEFAULT '',
  "basis_words" TEXT NOT NULL DEFAULT '',
  "document_id" INTEGER,
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("document_id") REFERENCES "record" ("id") ON DELETE NO ACTION
) WITHOUT ROWID;
CREATE INDEX "figure_claim_document_id" ON "figure_claim" ("document_id");

CREATE TABLE "figure" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "indicator_id" INTEGER,
  "about_id" INTEGER,
  "label" TEXT NOT NULL DEFAULT '',
  "role" TEXT NOT NULL DEFAULT '',
  "state" TEXT NOT NULL DEFAULT '',
  "shape" TEXT NOT NULL DEFAULT '',
  "value_coefficient" INTEGER,
  "value_exponent" INTEGER,
  "value_to_coefficient" INTEGER,
  "value_to_exponent" INTEGER,
  "out_of_coefficient" INTEGER,
  "out_of_exponent" INTEGER,
  "measure" TEXT NOT NULL DEFAULT '',
  "qualifier" TEXT NOT NULL DEFAULT '',
  "qualifier_after" TEXT NOT NULL DEFAULT '',
  "words" TEXT NOT NULL DEFAULT '',
  "period" TEXT NOT NULL DEFAULT '',
  "period_words" TEXT NOT NULL DEFAULT '',
  "scope_words" TEXT NOT NULL DEFAULT '',
  "said_on" TEXT NOT NULL DEFAULT '',
  "source_id" INTEGER,
  "source_words" TEXT NOT NULL DEFAULT '',
  "chosen" INTEGER NOT NULL DEFAULT 0,
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("indicator_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("about_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("source_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "figure_about_id" ON "figure" ("about_id");
CREATE INDEX "figure_source_id" ON "figure" ("source_id");
CREATE INDEX "figure_indicator_id_period" ON "figure" ("indicator_id", "period");

CREATE TABLE "figure_scope" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "unit_id" INTEGER,
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("unit_id") REFERENCES "record" ("id") ON DELETE NO ACTION
) WITHOUT ROWID;
CREATE INDEX "figure_scope_unit_id" ON "figure_scope" ("unit_id");

CREATE TABLE "file" (
  "id" INTEGER NOT NULL PRIMARY KEY,
  "lineage" BLOB NOT NULL,
  "generation" INTEGER NOT NULL,
  "sample" INTEGER NOT NULL,
  "made_by" TEXT NOT NULL
);

CREATE TABLE "household" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '',
  "head_id" INTEGER,
  "unit_id" INTEGER,
  "address" TEXT NOT NULL DEFAULT '',
  "members" INTEGER,
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("head_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("unit_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "household_head_id" ON "household" ("head_id");
CREATE INDEX "household_unit_id" ON "household" ("unit_id");

CREATE TABLE "indicator" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '',
  "code" TEXT NOT NULL DEFAULT '',
  "group" TEXT NOT NULL DEFAULT '',
  "field" TEXT NOT NULL DEFAULT '',
  "measure" TEXT NOT NULL DEFAULT '',
  "direction" TEXT NOT NULL DEFAULT '',
  "aggregation" TEXT NOT NULL DEFAULT '',
  "numerator_id" INTEGER,
  "denominator_id" INTEGER,
  "open_parts" INTEGER NOT NULL DEFAULT 0,
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("numerator_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("denominator_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "indicator_numerator_id" ON "indicator" ("numerator_id");
CREATE INDEX "indicator_denominator_id" ON "indicator" ("denominator_id");

CREATE TABLE "indicator_part" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "part_id" INTEGER,
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("part_id") REFERENCES "record" ("id") ON DELETE NO ACTION
) WITHOUT ROWID;
CREATE INDEX "indicator_part_part_id" ON "indicator_part" ("part_id");

CREATE TABLE "office_letterhead" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "since" TEXT NOT NULL DEFAULT '',
  "until" TEXT NOT NULL DEFAULT '',
  "upper_line" TEXT NOT NULL DEFAULT '',
  "line" TEXT NOT NULL DEFAULT '',
  "place" TEXT NOT NULL DEFAULT '',
  "symbol" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "movement" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '',
  "movement_kind" TEXT NOT NULL DEFAULT '',
  "level" TEXT NOT NULL DEFAULT '',
  "field" TEXT NOT NULL DEFAULT '',
  "upper_id" INTEGER,
  "organiser_id" INTEGER,
  "organiser_words" TEXT NOT NULL DEFAULT '',
  "period" TEXT NOT NULL DEFAULT '',
  "period_words" TEXT NOT NULL DEFAULT '',
  "goal" TEXT NOT NULL DEFAULT '',
  "summary" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("upper_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("organiser_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "movement_upper_id" ON "movement" ("upper_id");
CREATE INDEX "movement_organiser_id" ON "movement" ("organiser_id");

CREATE TABLE "office" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '',
  "unit_id" INTEGER,
  "body" TEXT NOT NULL DEFAULT '',
  "layout" TEXT NOT NULL DEFAULT '',
  "keeper" INTEGER NOT NULL DEFAULT 0,
  "tone_style" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("unit_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "office_unit_id" ON "office" ("unit_id");

CREATE TABLE "paper" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '',
  "paper_kind" TEXT NOT NULL DEFAULT '',
  "template" TEXT NOT NULL DEFAULT '',
  "template_hash" TEXT NOT NULL DEFAULT '',
  "file_path" TEXT NOT NULL DEFAULT '',
  "file_hash" TEXT NOT NULL DEFAULT '',
  "made_at" TEXT NOT NULL DEFAULT '',
  "state" TEXT NOT NULL DEFAULT '',
  "sample" INTEGER NOT NULL DEFAULT 0,
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE
);

CREATE TABLE "paper_print" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "mark" TEXT NOT NULL DEFAULT '',
  "record_uid" TEXT NOT NULL DEFAULT '',
  "field" TEXT NOT NULL DEFAULT '',
  "text" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX "paper_print_record_uid" ON "paper_print" ("record_uid");

CREATE TABLE "participant" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "role" TEXT NOT NULL DEFAULT '',
  "who_id" INTEGER,
  "words" TEXT NOT NULL DEFAULT '',
  "as_title" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("who_id") REFERENCES "record" ("id") ON DELETE NO ACTION
) WITHOUT ROWID;
CREATE INDEX "participant_who_id" ON "participant" ("who_id");

CREATE TABLE "passage" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "section" TEXT NOT NULL DEFAULT '',
  "field" TEXT NOT NULL DEFAULT '',
  "unit_id" INTEGER,
  "movement_id" INTEGER,
  "place_in_section" INTEGER,
  "text" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("unit_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("movement_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "passage_unit_id" ON "passage" ("unit_id");
CREATE INDEX "passage_movement_id" ON "passage" ("movement_id");

CREATE TABLE "person" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '',
  "printed_name" TEXT NOT NULL DEFAULT '',
  "birth" TEXT NOT NULL DEFAULT '',
  "death" TEXT NOT NULL DEFAULT '',
  "sex" TEXT NOT NULL DEFAULT '',
  "address_form" TEXT NOT NULL DEFAULT '',
  "rank" TEXT NOT NULL DEFAULT '',
  "identity_number" TEXT NOT NULL DEFAULT '',
  "ethnicity" TEXT NOT NULL DEFAULT '',
  "hometown" TEXT NOT NULL DEFAULT '',
  "residence" TEXT NOT NULL DEFAULT '',
  "education" TEXT NOT NULL DEFAULT '',
  "phone" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE
);

CREATE TABLE "person_position" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "title" TEXT NOT NULL DEFAULT '',
  "unit_id" INTEGER,
  "unit_words" TEXT NOT NULL DEFAULT '',
  "since" TEXT NOT NULL DEFAULT '',
  "until" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("unit_id") REFERENCES "record" ("id") ON DELETE NO ACTION
) WITHOUT ROWID;
CREATE INDEX "person_position_unit_id" ON "person_position" ("unit_id");

CREATE TABLE "practice" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '',
  "practice_kind" TEXT NOT NULL DEFAULT '',
  "field" TEXT NOT NULL DEFAULT '',
  "movement_id" INTEGER,
  "unit_id" INTEGER,
  "place" TEXT NOT NULL DEFAULT '',
  "period" TEXT NOT NULL DEFAULT '',
  "period_words" TEXT NOT NULL DEFAULT '',
  "content" TEXT NOT NULL DEFAULT '',
  "result" TEXT NOT NULL DEFAULT '',
  "recognition" TEXT NOT NULL DEFAULT '',
  "copied_where" TEXT NOT NULL DEFAULT '',
  "status" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("movement_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("unit_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "practice_movement_id" ON "practice" ("movement_id");
CREATE INDEX "practice_unit_id" ON "practice" ("unit_id");

CREATE TABLE "practice_point" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "text" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "award_recipient" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "recipient_kind" TEXT NOT NULL DEFAULT '',
  "who_id" INTEGER,
  "words" TEXT NOT NULL DEFAULT '',
  "as_title" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("who_id") REFERENCES "record" ("id") ON DELETE NO ACTION
) WITHOUT ROWID;
CREATE INDEX "award_recipient_who_id" ON "award_recipient" ("who_id");

CREATE TABLE "record_year" (
  "record_id" INTEGER NOT NULL,
  "year" INTEGER NOT NULL,
  PRIMARY KEY ("record_id", "year"),
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX "record_year_year_record_id" ON "record_year" ("year", "record_id");

CREATE TABLE "registration" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "registrant_id" INTEGER,
  "registrant_words" TEXT NOT NULL DEFAULT '',
  "movement_id" INTEGER,
  "field" TEXT NOT NULL DEFAULT '',
  "content" TEXT NOT NULL DEFAULT '',
  "practice_id" INTEGER,
  "registered_on" TEXT NOT NULL DEFAULT '',
  "status" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("registrant_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("movement_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("practice_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "registration_registrant_id" ON "registration" ("registrant_id");
CREATE INDEX "registration_movement_id" ON "registration" ("movement_id");
CREATE INDEX "registration_practice_id" ON "registration" ("practice_id");

CREATE TABLE "related_document" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "document_id" INTEGER,
  "note" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("document_id") REFERENCES "record" ("id") ON DELETE NO ACTION
) WITHOUT ROWID;
CREATE INDEX "related_document_document_id" ON "related_document" ("document_id");

CREATE TABLE "office_number" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "doc_kind" TEXT NOT NULL DEFAULT '',
  "year" INTEGER,
  "last" INTEGER,
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "office_signatory" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "since" TEXT NOT NULL DEFAULT '',
  "until" TEXT NOT NULL DEFAULT '',
  "authority" TEXT NOT NULL DEFAULT '',
  "position_title" TEXT NOT NULL DEFAULT '',
  "name" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "succession" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "predecessor_id" INTEGER,
  "successor_id" INTEGER,
  "on_day" TEXT NOT NULL DEFAULT '',
  "succession_kind" TEXT NOT NULL DEFAULT '',
  "extent" TEXT NOT NULL DEFAULT '',
  "document_id" INTEGER,
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("predecessor_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("successor_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("document_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "succession_predecessor_id" ON "succession" ("predecessor_id");
CREATE INDEX "succession_successor_id" ON "succession" ("successor_id");
CREATE INDEX "succession_document_id" ON "succession" ("document_id");

CREATE TABLE "task" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "name" TEXT NOT NULL DEFAULT '',
  "task_kind" TEXT NOT NULL DEFAULT '',
  "parent_id" INTEGER,
  "unit_id" INTEGER,
  "unit_words" TEXT NOT NULL DEFAULT '',
  "movement_id" INTEGER,
  "field" TEXT NOT NULL DEFAULT '',
  "period" TEXT NOT NULL DEFAULT '',
  "period_words" TEXT NOT NULL DEFAULT '',
  "due" TEXT NOT NULL DEFAULT '',
  "due_words" TEXT NOT NULL DEFAULT '',
  "status" TEXT NOT NULL DEFAULT '',
  "content" TEXT NOT NULL DEFAULT '',
  "result" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("parent_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("unit_id") REFERENCES "record" ("id") ON DELETE NO ACTION,
  FOREIGN KEY ("movement_id") REFERENCES "record" ("id") ON DELETE NO ACTION
);
CREATE INDEX "task_parent_id" ON "task" ("parent_id");
CREATE INDEX "task_unit_id" ON "task" ("unit_id");
CREATE INDEX "task_movement_id" ON "task" ("movement_id");

CREATE TABLE "unit" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "code" TEXT NOT NULL DEFAULT '',
  "address" TEXT NOT NULL DEFAULT '',
  "founded" TEXT NOT NULL DEFAULT '',
  "ended" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE
);

CREATE TABLE "unit_name" (
  "owner_id" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "name" TEXT NOT NULL DEFAULT '',
  "short_name" TEXT NOT NULL DEFAULT '',
  "unit_kind" TEXT NOT NULL DEFAULT '',
  "parent_id" INTEGER,
  "since" TEXT NOT NULL DEFAULT '',
  "until" TEXT NOT NULL DEFAULT '',
  PRIMARY KEY ("owner_id", "position"),
  FOREIGN KEY ("owner_id") REFERENCES "record" ("id") ON DELETE CASCADE,
  FOREIGN KEY ("parent_id") REFERENCES "record" ("id") ON DELETE NO ACTION
) WITHOUT ROWID;
CREATE INDEX "unit_name_parent_id" ON "unit_name" ("parent_id");

CREATE TABLE "year" (
  "record_id" INTEGER NOT NULL PRIMARY KEY,
  "year" INTEGER,
  "theme" TEXT NOT NULL DEFAULT '',
  "closed_on" TEXT NOT NULL DEFAULT '',
  "closed_reason" TEXT NOT NULL DEFAULT '',
  "note" TEXT NOT NULL DEFAULT '',
  FOREIGN KEY ("record_id") REFERENCES "record" ("id") ON DELETE CASCADE
);

CREATE VIRTUAL TABLE search USING fts5 (title, body, prefix = '2 3');
