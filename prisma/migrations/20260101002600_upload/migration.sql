-- --- Uploads: files of reports from somebody at a provider ---------------------------------------------------------
-- An upload is its maker's own: it holds what they reach, which their colleagues may not. It is of use for as long as
-- somebody mends a file, and then goes (housekeeping). What came of it, drafts and reports, stays.

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "file_name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "replace" BOOLEAN NOT NULL,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "kind" TEXT,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "reports" INTEGER NOT NULL DEFAULT 0,
    "checked" INTEGER NOT NULL DEFAULT 0,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "left_out" INTEGER NOT NULL DEFAULT 0,
    "faults" INTEGER NOT NULL DEFAULT 0,
    "remarks" INTEGER NOT NULL DEFAULT 0,
    "fault" JSONB,
    "notes" JSONB NOT NULL DEFAULT '[]',
    "participant_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable: the bytes as they came, and the same file with a column of what is wrong.
CREATE TABLE "upload_file" (
    "upload_id" UUID NOT NULL,
    "given" BYTEA NOT NULL,
    "answer" BYTEA,

    CONSTRAINT "upload_file_pkey" PRIMARY KEY ("upload_id")
);

-- CreateTable: what is wrong, and what goes with a report to review, at its place in the file.
CREATE TABLE "upload_problem" (
    "upload_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "severity" TEXT NOT NULL,
    "row" INTEGER,
    "column" TEXT,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "fix" TEXT NOT NULL,

    CONSTRAINT "upload_problem_pkey" PRIMARY KEY ("upload_id", "number")
);

-- CreateIndex
CREATE INDEX "upload_membership_id_received_at_idx" ON "upload"("membership_id", "received_at");
CREATE INDEX "upload_received_at_idx" ON "upload"("received_at");

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "upload" ADD CONSTRAINT "upload_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "upload_file" ADD CONSTRAINT "upload_file_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "upload_problem" ADD CONSTRAINT "upload_problem_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE upload
  ADD CONSTRAINT upload_state CHECK (state IN ('waiting', 'reading', 'checking', 'done', 'refused')),
  ADD CONSTRAINT upload_kind CHECK (kind IN ('xlsx', 'csv')),
  ADD CONSTRAINT upload_month CHECK (date_trunc('month', month) = month),
  ADD CONSTRAINT upload_size CHECK (size > 0),
  ADD CONSTRAINT upload_ended CHECK ((state IN ('done', 'refused')) = (finished_at IS NOT NULL)),
  ADD CONSTRAINT upload_refused CHECK ((state = 'refused') = (fault IS NOT NULL));
ALTER TABLE upload_problem ADD CONSTRAINT upload_problem_severity CHECK (severity IN ('block', 'hold', 'flag'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['upload', 'upload_file', 'upload_problem']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker ON %I TO portal_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_app, portal_worker', t);
  END LOOP;
END $$;
CREATE POLICY own ON upload TO portal_app USING (
  provider_id = (SELECT app.provider_id()) AND 'person:' || membership_id::text = (SELECT app.actor_key()));
CREATE POLICY through_upload ON upload_file TO portal_app USING (EXISTS (SELECT 1 FROM upload u WHERE u.id = upload_id));
CREATE POLICY through_upload ON upload_problem FOR SELECT TO portal_app USING (EXISTS (SELECT 1 FROM upload u WHERE u.id = upload_id));
-- The app receives a file; the worker reads it, tells what came of it, and removes it in time.
GRANT INSERT ON upload, upload_file TO portal_app;
GRANT UPDATE (state, kind, rows, reports, checked, taken, unchanged, left_out, faults, remarks, fault, notes, participant_ids, finished_at)
  ON upload TO portal_worker;
GRANT UPDATE (answer) ON upload_file TO portal_worker;
GRANT INSERT, DELETE ON upload_problem TO portal_worker;
GRANT DELETE ON upload TO portal_worker;

-- What the worker takes in for somebody it takes in as the app and as that person, with the offices that they have then.
CREATE POLICY worker ON membership_office FOR SELECT TO portal_worker USING (true);
GRANT SELECT ON membership_office TO portal_worker;
