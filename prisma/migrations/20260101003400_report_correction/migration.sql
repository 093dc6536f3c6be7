-- CreateTable: what is to replace a submitted report, why, and what became of it. A waiting report is replaced when the
-- correction is attested; an approved one counts until a reviewer has approved the correction.
CREATE TABLE "report_correction" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "drafted_by_person_id" UUID NOT NULL,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by_person_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "attestation_id" UUID,
    "content_hash" TEXT,
    "decide_by" DATE,
    "amount_ore" BIGINT,
    "risk" INTEGER,
    "findings" JSONB,
    "decided_by_person_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason_code" TEXT,
    "decision_reason" TEXT,
    "new_report_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "report_correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "report_correction_attestation_id_key" ON "report_correction"("attestation_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_correction_new_report_id_key" ON "report_correction"("new_report_id");

-- CreateIndex
CREATE INDEX "report_correction_report_id_idx" ON "report_correction"("report_id");

-- AddForeignKey
ALTER TABLE "report_correction" ADD CONSTRAINT "report_correction_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_correction" ADD CONSTRAINT "report_correction_attestation_id_fkey" FOREIGN KEY ("attestation_id") REFERENCES "attestation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- --- What a correction always holds -------------------------------------------------------------------------------
ALTER TABLE report_correction
  ADD CONSTRAINT report_correction_status CHECK (status IN ('draft', 'discarded', 'submitted', 'applied', 'approved', 'rejected', 'withdrawn')),
  ADD CONSTRAINT report_correction_submitted CHECK ((status IN ('draft', 'discarded')) = (submitted_at IS NULL)),
  ADD CONSTRAINT report_correction_signed CHECK (num_nonnulls(submitted_at, submitted_by_person_id, attestation_id, content_hash, decide_by,
    amount_ore, risk, findings) IN (0, 8)),
  ADD CONSTRAINT report_correction_says_why CHECK (status IN ('draft', 'discarded') OR length(btrim(reason)) > 0),
  ADD CONSTRAINT report_correction_decided CHECK ((status IN ('approved', 'rejected')) = (decided_at IS NOT NULL)
    AND (decided_at IS NULL) = (decided_by_person_id IS NULL)),
  ADD CONSTRAINT report_correction_refused CHECK (status <> 'rejected' OR (reason_code IS NOT NULL AND length(btrim(decision_reason)) > 0)),
  ADD CONSTRAINT report_correction_became CHECK ((status IN ('applied', 'approved')) = (new_report_id IS NOT NULL)),
  ADD CONSTRAINT report_correction_four_eyes CHECK (decided_by_person_id NOT IN (submitted_by_person_id, drafted_by_person_id));
CREATE UNIQUE INDEX report_correction_one_open ON report_correction (report_id) WHERE status IN ('draft', 'submitted');
CREATE INDEX report_correction_queue ON report_correction (decide_by, id) WHERE status = 'submitted';

-- Attested once and decided once; what it says stands from then on. Who writes it is who they say they are.
CREATE FUNCTION guard_report_correction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE person uuid := app.person_id(); asked text := app.setting('role');
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF asked IS NOT NULL AND (NEW.status <> 'draft' OR NEW.drafted_by_person_id IS DISTINCT FROM person) THEN
      RAISE EXCEPTION 'a correction begins as a draft in one''s own name' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.report_id <> NEW.report_id OR OLD.status IN ('discarded', 'applied', 'approved', 'rejected', 'withdrawn')
    OR (OLD.status = 'submitted' AND (OLD.reason, OLD.content, OLD.drafted_by_person_id, OLD.drafted_at, OLD.submitted_by_person_id,
        OLD.submitted_at, OLD.attestation_id, OLD.content_hash, OLD.decide_by, OLD.amount_ore, OLD.risk, OLD.findings)
      IS DISTINCT FROM (NEW.reason, NEW.content, NEW.drafted_by_person_id, NEW.drafted_at, NEW.submitted_by_person_id,
        NEW.submitted_at, NEW.attestation_id, NEW.content_hash, NEW.decide_by, NEW.amount_ore, NEW.risk, NEW.findings))
    OR (OLD.status <> NEW.status AND NOT (CASE OLD.status
      WHEN 'draft' THEN NEW.status IN ('discarded', 'submitted', 'applied')
      WHEN 'submitted' THEN NEW.status IN ('approved', 'rejected', 'withdrawn')
      ELSE false END)) THEN
    RAISE EXCEPTION 'an attested correction keeps its content and is decided once' USING ERRCODE = 'restrict_violation';
  END IF;
  IF asked IS NOT NULL AND (
      (OLD.status = 'draft' AND asked NOT IN ('coach', 'reporter', 'signatory'))
      OR (NEW.status IN ('submitted', 'applied', 'withdrawn') AND asked <> 'signatory')
      OR (OLD.submitted_at IS NULL AND NEW.submitted_at IS NOT NULL AND NEW.submitted_by_person_id IS DISTINCT FROM person)
      OR (NEW.status IN ('approved', 'rejected') AND (asked <> 'reviewer' OR NEW.decided_by_person_id IS DISTINCT FROM person))) THEN
    RAISE EXCEPTION 'a correction is attested by a signatory and decided by a reviewer, each in the own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_correction_guard BEFORE INSERT OR UPDATE ON report_correction FOR EACH ROW EXECUTE FUNCTION guard_report_correction();
CREATE TRIGGER report_correction_no_delete BEFORE DELETE ON report_correction FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_correction_no_truncate BEFORE TRUNCATE ON report_correction EXECUTE FUNCTION refuse_change();

-- --- A report gives way to its correction, and to nothing else ------------------------------------------------------
-- Whether a correction that was carried out in this very transaction says so.
CREATE FUNCTION app.is_report_corrected(p_report uuid, p_new uuid, p_how text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM report_correction c WHERE c.report_id = p_report AND c.status = p_how AND c.xmin = pg_current_xact_id()::xid
    AND (p_new IS NULL OR c.new_report_id = p_new)) $$;
REVOKE ALL ON FUNCTION app.is_report_corrected(uuid, uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_report_corrected(uuid, uuid, text) TO portal_app;

-- A submitted report keeps its content; only its status and who has taken it move. One that waits or is approved is
-- superseded by its correction alone. Only whom the tables belong to, who loads history, is not held to that.
CREATE OR REPLACE FUNCTION guard_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a submitted report is never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.placement_id, OLD.participant_id, OLD.provider_id, OLD.office_id, OLD.month, OLD.number, OLD.supersedes_id, OLD.language_support,
      OLD.job_suggestions, OLD.no_activity_reason, OLD.submitted_on, OLD.submitted_at, OLD.submitted_by_person_id, OLD.api_client_id,
      OLD.attestation_id, OLD.source, OLD.content_hash)
    IS DISTINCT FROM
     (NEW.placement_id, NEW.participant_id, NEW.provider_id, NEW.office_id, NEW.month, NEW.number, NEW.supersedes_id, NEW.language_support,
      NEW.job_suggestions, NEW.no_activity_reason, NEW.submitted_on, NEW.submitted_at, NEW.submitted_by_person_id, NEW.api_client_id,
      NEW.attestation_id, NEW.source, NEW.content_hash) THEN
    RAISE EXCEPTION 'the content of a submitted report never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.status <> NEW.status AND NOT (CASE OLD.status
      WHEN 'submitted' THEN NEW.status IN ('inReview', 'approved', 'returned', 'rejected', 'withdrawn', 'superseded')
      WHEN 'inReview' THEN NEW.status IN ('submitted', 'approved', 'returned', 'rejected', 'superseded')
      WHEN 'returned' THEN NEW.status = 'superseded'
      WHEN 'approved' THEN NEW.status IN ('superseded', 'inReview')
      WHEN 'rejected' THEN NEW.status IN ('superseded', 'inReview')
      ELSE false END) THEN
    RAISE EXCEPTION 'a report cannot go from % to %', OLD.status, NEW.status USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.status = 'superseded' AND OLD.status NOT IN ('superseded', 'returned')
    AND current_user <> (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
    AND NOT app.is_report_corrected(OLD.id, NULL, CASE OLD.status WHEN 'approved' THEN 'approved' ELSE 'applied' END) THEN
    RAISE EXCEPTION 'a report that waits or is approved gives way to its attested correction alone' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- A new version is of the same placement and month. A correction counts as sent on the day of what it corrects, so that
-- the day on which it is made moves no money; it is approved only where an approved correction says so.
CREATE FUNCTION guard_report_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE old report;
BEGIN
  IF current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN RETURN NEW; END IF;
  SELECT * INTO old FROM report r WHERE r.id = NEW.supersedes_id;
  IF old.id IS NULL OR (old.placement_id, old.month) <> (NEW.placement_id, NEW.month) OR old.status <> 'superseded' OR old.number >= NEW.number THEN
    RAISE EXCEPTION 'a version supersedes one of the same placement and month' USING ERRCODE = 'restrict_violation';
  END IF;
  IF app.is_report_corrected(old.id, NEW.id, 'applied') OR app.is_report_corrected(old.id, NEW.id, 'approved') THEN
    IF NEW.submitted_on <> old.submitted_on THEN
      RAISE EXCEPTION 'a correction counts as sent on the day of what it corrects' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  IF NEW.status <> 'submitted' AND NOT (NEW.status = 'approved' AND app.is_report_corrected(old.id, NEW.id, 'approved')) THEN
    RAISE EXCEPTION 'a version begins as submitted, or as the approved correction that it is' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_version BEFORE INSERT ON report FOR EACH ROW WHEN (NEW.supersedes_id IS NOT NULL) EXECUTE FUNCTION guard_report_version();

-- --- Who sees and who writes ------------------------------------------------------------------------------------
ALTER TABLE report_correction ENABLE ROW LEVEL SECURITY;
ALTER TABLE report_correction FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON report_correction TO CURRENT_USER USING (true) WITH CHECK (true);
-- What is being written is the provider's alone; the participant reads the report that counts.
CREATE POLICY through_report ON report_correction TO portal_app USING (
  (SELECT app.participant_id()) IS NULL AND (submitted_at IS NOT NULL OR (SELECT app.provider_id()) IS NOT NULL)
  AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id));
GRANT SELECT, INSERT, UPDATE ON report_correction TO portal_app;
-- What was replaced while it waited never counts by itself: the run asks here.
CREATE POLICY worker ON report_correction FOR SELECT TO portal_worker USING (true);
GRANT SELECT ON report_correction TO portal_worker;

-- Whoever has taken a report is told that it was corrected. A provider does not read the authority's people: this gives
-- the address to write to, for a report of its own, and nothing else.
CREATE FUNCTION app.taker_mail(p_report uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT n.email FROM report r JOIN person n ON n.id = r.taken_by_person_id
  WHERE r.id = p_report AND r.provider_id = app.provider_id() $$;
REVOKE ALL ON FUNCTION app.taker_mail(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.taker_mail(uuid) TO portal_app;
