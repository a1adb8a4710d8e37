-- Papers that stay alive: what a paper was made anew from, when it was signed and under which number; what each of
-- its prints is called, what it counts, and where it stands.

ALTER TABLE "paper" ADD COLUMN "previous_id" INTEGER REFERENCES "record" ("id") ON DELETE NO ACTION;
ALTER TABLE "paper" ADD COLUMN "signed_on" TEXT NOT NULL DEFAULT '';
ALTER TABLE "paper" ADD COLUMN "number" TEXT NOT NULL DEFAULT '';
CREATE INDEX "paper_previous_id" ON "paper" ("previous_id");
CREATE INDEX "paper_file_hash" ON "paper" ("file_hash");
CREATE INDEX "paper_file_path" ON "paper" ("file_path");

ALTER TABLE "paper_print" ADD COLUMN "what" TEXT NOT NULL DEFAULT '';
ALTER TABLE "paper_print" ADD COLUMN "of_uids" TEXT NOT NULL DEFAULT '';
ALTER TABLE "paper_print" ADD COLUMN "block" TEXT NOT NULL DEFAULT '';
ALTER TABLE "paper_print" ADD COLUMN "cell" INTEGER;
CREATE INDEX "paper_print_mark" ON "paper_print" ("mark");
