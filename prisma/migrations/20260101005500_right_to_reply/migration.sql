-- AlterTable
ALTER TABLE "review_decision" ADD COLUMN "last_day" DATE,
ADD COLUMN "proposal_id" UUID,
ADD COLUMN "reason_version" INTEGER;

-- AlterTable
ALTER TABLE "report" ADD COLUMN "reply_by" DATE,
ADD COLUMN "standing_status" "report_status";

-- AlterTable
ALTER TABLE "report_row" ADD COLUMN "approved_minutes" INTEGER;

-- CreateTable
CREATE TABLE "review_decision_row" (
    "id" BIGSERIAL NOT NULL,
    "decision_id" UUID NOT NULL,
    "activity" "activity_category" NOT NULL,
    "form" "activity_form",
    "reported_minutes" INTEGER NOT NULL,
    "approved_minutes" INTEGER NOT NULL,
    "reason_code" TEXT NOT NULL,
    "text" TEXT,

    CONSTRAINT "review_decision_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_reply" (
    "decision_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "replied_by_person_id" UUID NOT NULL,
    "replied_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_reply_pkey" PRIMARY KEY ("decision_id")
);

-- CreateTable
CREATE TABLE "finding_verdict" (
    "decision_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "upheld" BOOLEAN NOT NULL,

    CONSTRAINT "finding_verdict_pkey" PRIMARY KEY ("decision_id","code")
);

-- CreateIndex
CREATE INDEX "review_decision_row_decision_id_idx" ON "review_decision_row"("decision_id");

-- CreateIndex
CREATE INDEX "review_reply_report_id_idx" ON "review_reply"("report_id");

-- CreateIndex
CREATE INDEX "finding_verdict_report_id_code_idx" ON "finding_verdict"("report_id", "code");

-- AddForeignKey
ALTER TABLE "review_decision" ADD CONSTRAINT "review_decision_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "review_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_decision_row" ADD CONSTRAINT "review_decision_row_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "review_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_reply" ADD CONSTRAINT "review_reply_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "review_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_reply" ADD CONSTRAINT "review_reply_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_verdict" ADD CONSTRAINT "finding_verdict_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "review_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_verdict" ADD CONSTRAINT "finding_verdict_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- --- What a decision always holds -----------------------------------------------------------------------------------
-- A proposed rejection has a last day to answer, a return one to complete by; a rejection can say which proposal it makes final.
ALTER TABLE review_decision DROP CONSTRAINT review_decision_kind,
  ADD CONSTRAINT review_decision_kind CHECK (decision IN ('approve', 'return', 'proposeReject', 'reject')),
  ADD CONSTRAINT review_decision_last_day CHECK (CASE decision WHEN 'proposeReject' THEN last_day IS NOT NULL WHEN 'return' THEN true ELSE last_day IS NULL END),
  ADD CONSTRAINT review_decision_proposal CHECK (proposal_id IS NULL OR decision = 'reject');
CREATE INDEX review_decision_reasons ON review_decision (decided_at) WHERE reason_code IS NOT NULL;
ALTER TABLE review_decision_row
  ADD CONSTRAINT review_decision_row_fewer CHECK (approved_minutes >= 0 AND approved_minutes < reported_minutes),
  ADD CONSTRAINT review_decision_row_reason CHECK (reason_code IN ('activityNotShown', 'activityNotPermitted', 'wrongMonth', 'wrongParticipant',
    'minutes', 'evidenceInsufficient', 'other') AND (reason_code <> 'other' OR coalesce(length(btrim(text)), 0) > 0));
CREATE UNIQUE INDEX review_decision_row_once ON review_decision_row (decision_id, activity, form) NULLS NOT DISTINCT;
ALTER TABLE review_reply ADD CONSTRAINT review_reply_text CHECK (length(btrim(text)) > 0);
ALTER TABLE report_row ADD CONSTRAINT report_row_approved CHECK (approved_minutes >= 0 AND approved_minutes < minutes);
ALTER TABLE report
  ADD CONSTRAINT report_standing CHECK (standing_status IS NULL OR (standing_status IN ('approved', 'rejected') AND status IN ('submitted', 'inReview'))),
  ADD CONSTRAINT report_reply_by CHECK (reply_by IS NULL OR status IN ('submitted', 'inReview'));
CREATE INDEX report_replies ON report (reply_by) WHERE reply_by IS NOT NULL;

-- Reconsideration is asked for once of each decision; what it led to is not reconsidered again.
DROP INDEX report_reopening_one_reconsideration;
CREATE UNIQUE INDEX report_reopening_one_reconsideration ON report_reopening (decision_id) WHERE kind = 'reconsideration';

-- --- What counts while a report is taken up again ----------------------------------------------------------------------
-- Follows from the states, whoever moves them: nobody writes it. A report that was decided counts as it was until it is decided anew.
CREATE FUNCTION stand_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status NOT IN ('submitted', 'inReview') THEN
    NEW.standing_status := NULL;
    NEW.reply_by := NULL;
  ELSIF OLD.status IN ('approved', 'rejected') THEN
    NEW.standing_status := OLD.status;
  ELSE
    NEW.standing_status := OLD.standing_status;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_a_standing BEFORE UPDATE ON report FOR EACH ROW EXECUTE FUNCTION stand_report();
GRANT UPDATE (reply_by) ON report TO portal_app, portal_worker;

-- --- Minutes that are approved -------------------------------------------------------------------------------------------
-- Beside what was reported, where a decision approved fewer; null where all of them count. Follows from the decisions alone.
CREATE FUNCTION keep_report_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1
    AND (OLD.id, OLD.report_id, OLD.activity, OLD.form, OLD.minutes) IS NOT DISTINCT FROM (NEW.id, NEW.report_id, NEW.activity, NEW.form, NEW.minutes) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'report_row is append-only' USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER report_row_append_only ON report_row;
CREATE TRIGGER report_row_append_only BEFORE UPDATE OR DELETE ON report_row FOR EACH ROW EXECUTE FUNCTION keep_report_row();

CREATE FUNCTION approve_all_minutes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE report_row SET approved_minutes = NULL WHERE report_id = NEW.report_id AND approved_minutes IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER review_decision_all_minutes AFTER INSERT ON review_decision FOR EACH ROW WHEN (NEW.decision = 'approve') EXECUTE FUNCTION approve_all_minutes();

CREATE FUNCTION approve_fewer_minutes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE d review_decision;
BEGIN
  SELECT * INTO d FROM review_decision x WHERE x.id = NEW.decision_id AND x.decision = 'approve' AND x.xmin = pg_current_xact_id()::xid;
  IF d.id IS NULL THEN
    RAISE EXCEPTION 'fewer minutes are approved with their decision' USING ERRCODE = 'restrict_violation';
  END IF;
  UPDATE report_row w SET approved_minutes = NEW.approved_minutes WHERE w.report_id = d.report_id AND w.activity = NEW.activity
    AND w.form IS NOT DISTINCT FROM NEW.form AND w.minutes = NEW.reported_minutes;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no such minutes were reported' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER review_decision_row_minutes AFTER INSERT ON review_decision_row FOR EACH ROW EXECUTE FUNCTION approve_fewer_minutes();

-- The minutes of a row that count: what was approved of them, or all.
CREATE FUNCTION app.counted_minutes(p_row report_row) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(p_row.approved_minutes, p_row.minutes) $$;
GRANT EXECUTE ON FUNCTION app.counted_minutes(report_row) TO portal_app, portal_worker;

-- --- Who writes, each in the own name ------------------------------------------------------------------------------------
-- A rejection is final only after the provider has answered its proposal, or let the last day pass. Who loads history is not held to it.
CREATE FUNCTION guard_rejection() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE day date := (NEW.decided_at AT TIME ZONE 'Europe/Stockholm')::date;
BEGIN
  IF current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN RETURN NEW; END IF;
  IF NEW.decision = 'reject' AND NOT EXISTS (
      SELECT 1 FROM review_decision p JOIN report r ON r.id = p.report_id
      WHERE p.id = NEW.proposal_id AND p.report_id = NEW.report_id AND p.decision = 'proposeReject' AND p.last_day = r.reply_by
        AND p.decided_at <= NEW.decided_at AND NOT EXISTS (
          SELECT 1 FROM review_decision x WHERE x.report_id = p.report_id AND (x.decided_at, x.id) > (p.decided_at, p.id))
        AND (day > p.last_day OR (NEW."by" = 'person' AND EXISTS (SELECT 1 FROM review_reply a WHERE a.decision_id = p.id)))) THEN
    RAISE EXCEPTION 'a rejection is final only after an answer or the last day' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- What was approved and may be paid is not taken back but by a rejection that the provider could answer.
  IF NEW.decision = 'return' AND EXISTS (SELECT 1 FROM report r WHERE r.id = NEW.report_id AND r.standing_status = 'approved') THEN
    RAISE EXCEPTION 'a report that counts as approved is not returned' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW."by" IN ('deemed', 'rules') AND NEW.decision <> 'approve') OR (NEW."by" = 'silence' AND NEW.decision <> 'reject') THEN
    RAISE EXCEPTION 'rules and the agreement approve, silence rejects' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_decision_rejection BEFORE INSERT ON review_decision FOR EACH ROW EXECUTE FUNCTION guard_rejection();

-- A proposal, a reply, a request for reconsideration: each moves its report in the same transaction and no other way.
CREATE FUNCTION app.is_proposed_now(p_report uuid, p_last_day date) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM review_decision d WHERE d.report_id = p_report AND d.decision = 'proposeReject' AND d.last_day = p_last_day
    AND d.xmin = pg_current_xact_id()::xid) $$;

CREATE OR REPLACE FUNCTION guard_report_hands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role'); this_one xid := pg_current_xact_id()::xid; me uuid := app.person_id();
BEGIN
  IF role IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    -- What an approved version rests on, `report_version` says.
    IF (NEW.status = 'submitted' AND role IN ('signatory', 'client') AND NEW.submitted_by_person_id IS NOT DISTINCT FROM me)
      OR (NEW.status = 'approved' AND role = 'reviewer' AND NEW.supersedes_id IS NOT NULL) THEN RETURN NEW; END IF;
  ELSIF NEW.reply_by IS DISTINCT FROM OLD.reply_by AND NEW.reply_by IS NOT NULL THEN
    IF role = 'reviewer' AND NEW.status = 'inReview' AND NEW.taken_by_person_id IS NULL AND OLD.status IN ('submitted', 'inReview')
      AND app.is_proposed_now(NEW.id, NEW.reply_by) THEN RETURN NEW; END IF;
  ELSIF NEW.reply_by IS NULL AND OLD.reply_by IS NOT NULL AND NEW.status IN ('submitted', 'inReview') THEN
    NULL; -- A communicated rejection is withdrawn by another decision alone.
  ELSIF (CASE
      WHEN NEW.status = OLD.status THEN (role = 'reviewer' AND (NEW.taken_by_person_id IS NOT DISTINCT FROM OLD.taken_by_person_id
          OR (OLD.taken_by_person_id IS NULL AND NEW.taken_by_person_id = me)))
        OR (role IN ('coach', 'reporter', 'signatory') AND NEW.taken_by_person_id IS NOT DISTINCT FROM OLD.taken_by_person_id
          AND (NEW.route, NEW.route_reason, NEW.decide_by) IS NOT DISTINCT FROM (OLD.route, OLD.route_reason, OLD.decide_by)
          AND EXISTS (SELECT 1 FROM review_reply a WHERE a.report_id = NEW.id AND a.xmin = this_one))
      WHEN NEW.status = 'withdrawn' THEN role = 'signatory' AND OLD.reply_by IS NULL AND OLD.standing_status IS NULL
      WHEN NEW.status = 'superseded' THEN role IN ('signatory', 'client', 'reviewer')
      WHEN NEW.status = 'inReview' AND OLD.status IN ('approved', 'rejected') AND role IN ('coach', 'reporter', 'signatory') THEN
        NEW.taken_by_person_id IS NULL AND EXISTS (SELECT 1 FROM report_reopening o WHERE o.report_id = NEW.id AND o.kind = 'reconsideration'
          AND o.reopened_by_person_id = me AND o.xmin = this_one)
      WHEN role = 'signatory' THEN NEW.status = 'inReview' AND app.is_report_corrected(OLD.supersedes_id, NEW.id, 'applied')
      WHEN role <> 'reviewer' THEN false
      WHEN NEW.status = 'submitted' THEN OLD.taken_by_person_id = me
      WHEN NEW.status = 'inReview' THEN NEW.taken_by_person_id = me AND (OLD.status = 'submitted'
        OR EXISTS (SELECT 1 FROM report_reopening o WHERE o.report_id = NEW.id AND o.kind = 'wrong' AND o.xmin = this_one))
      ELSE EXISTS (SELECT 1 FROM review_decision d WHERE d.report_id = NEW.id AND d.xmin = this_one
        AND NEW.status::text = CASE d.decision WHEN 'approve' THEN 'approved' WHEN 'return' THEN 'returned' WHEN 'reject' THEN 'rejected' END)
      END) THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a report does not become % by the hand of %', NEW.status, role USING ERRCODE = 'insufficient_privilege';
END $$;

-- What was taken up as the authority's own mistake a reviewer takes up; reconsideration somebody at the provider asks for.
CREATE OR REPLACE FUNCTION guard_reopening() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.kind = 'wrong' AND EXISTS (SELECT 1 FROM report r LEFT JOIN attestation a ON a.id = r.attestation_id
      WHERE r.id = NEW.report_id AND NEW.reopened_by_person_id IN (r.submitted_by_person_id, a.person_id)) THEN
    RAISE EXCEPTION 'nobody reopens their own submission' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.kind = 'reconsideration' AND EXISTS (SELECT 1 FROM review_decision d
      WHERE d.id = NEW.decision_id AND d.decided_by_person_id = NEW.reopened_by_person_id) THEN
    RAISE EXCEPTION 'nobody reconsiders their own decision' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.kind = 'reconsideration' AND NOT EXISTS (SELECT 1 FROM review_decision d WHERE d.id = NEW.decision_id AND d.report_id = NEW.report_id
      AND (d.decision = 'reject' OR (d.decision = 'approve' AND EXISTS (SELECT 1 FROM review_decision_row x WHERE x.decision_id = d.id)))
      AND NOT EXISTS (SELECT 1 FROM review_decision y WHERE y.report_id = d.report_id AND (y.decided_at, y.id) > (d.decided_at, d.id))) THEN
    RAISE EXCEPTION 'a rejection or fewer minutes are reconsidered' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
DROP POLICY reopen ON report_reopening;
CREATE POLICY reopen ON report_reopening FOR INSERT TO portal_app WITH CHECK (
  reopened_by_person_id = (SELECT app.person_id()) AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id)
  AND CASE kind WHEN 'wrong' THEN app.setting('role') = 'reviewer' ELSE app.setting('role') IN ('coach', 'reporter', 'signatory') END);

-- Once, in the own name, while the last day has not passed.
CREATE FUNCTION guard_reply() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND NOT EXISTS (SELECT 1 FROM review_decision d JOIN report r ON r.id = d.report_id
      WHERE d.id = NEW.decision_id AND d.report_id = NEW.report_id AND d.decision = 'proposeReject' AND d.last_day = r.reply_by
        AND d.decided_at <= NEW.replied_at AND (NEW.replied_at AT TIME ZONE 'Europe/Stockholm')::date <= d.last_day
        AND NOT EXISTS (SELECT 1 FROM review_decision y WHERE y.report_id = d.report_id AND (y.decided_at, y.id) > (d.decided_at, d.id))) THEN
    RAISE EXCEPTION 'a proposed rejection is answered once, by its last day' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_reply_guard BEFORE INSERT ON review_reply FOR EACH ROW EXECUTE FUNCTION guard_reply();

-- Said with a person's decision, of what the checks found.
CREATE FUNCTION guard_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND NOT EXISTS (SELECT 1 FROM review_decision d JOIN check_finding f ON f.report_id = d.report_id AND f.code = NEW.code
      WHERE d.id = NEW.decision_id AND d.report_id = NEW.report_id AND d.by = 'person' AND d.decided_by_person_id = app.person_id()
        AND d.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'what was found is judged with the decision, in the own name' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER finding_verdict_guard BEFORE INSERT ON finding_verdict FOR EACH ROW EXECUTE FUNCTION guard_verdict();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['review_decision_row', 'review_reply', 'finding_verdict']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker ON %I FOR SELECT TO portal_worker USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_worker', t);
  END LOOP;
END $$;
CREATE POLICY through_decision ON review_decision_row FOR SELECT TO portal_app USING (EXISTS (SELECT 1 FROM review_decision d WHERE d.id = decision_id));
CREATE POLICY decide ON review_decision_row FOR INSERT TO portal_app WITH CHECK (
  app.setting('role') = 'reviewer' AND EXISTS (SELECT 1 FROM review_decision d WHERE d.id = decision_id AND d.decided_by_person_id = (SELECT app.person_id())));
GRANT SELECT, INSERT ON review_decision_row TO portal_app;
GRANT USAGE ON SEQUENCE review_decision_row_id_seq TO portal_app;
CREATE POLICY through_report ON review_reply FOR SELECT TO portal_app USING (
  (SELECT app.participant_id()) IS NULL AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id));
CREATE POLICY reply ON review_reply FOR INSERT TO portal_app WITH CHECK (
  app.setting('role') IN ('coach', 'reporter', 'signatory') AND replied_by_person_id = (SELECT app.person_id())
  AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id));
GRANT SELECT, INSERT ON review_reply TO portal_app;
-- Whether a check was right is the authority's own.
CREATE POLICY authority ON finding_verdict FOR SELECT TO portal_app USING (
  (SELECT app.is_authority()) AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id));
CREATE POLICY judge ON finding_verdict FOR INSERT TO portal_app WITH CHECK (
  app.setting('role') = 'reviewer' AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id));
GRANT SELECT, INSERT ON finding_verdict TO portal_app;

-- --- What silence and the agreement decide, the worker writes down ---------------------------------------------------------
-- A proposal that nobody answered by its last day becomes final; what nobody has decided after the agreement's days is approved. Neither
-- touches a report that the provider has answered for, that was returned, or that is taken up again.
CREATE FUNCTION guard_settled_by_time() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL THEN
    RAISE EXCEPTION 'time decides by itself' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN RETURN NEW; END IF;
  IF NOT EXISTS (SELECT 1 FROM report r WHERE r.id = NEW.report_id AND r.status IN ('submitted', 'inReview')
      AND CASE NEW."by" WHEN 'silence' THEN r.reply_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM review_reply a WHERE a.decision_id = NEW.proposal_id)
        ELSE r.reply_by IS NULL AND r.standing_status IS NULL END) THEN
    RAISE EXCEPTION 'nothing here is decided by time' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER review_decision_hands ON review_decision;
CREATE TRIGGER review_decision_hands BEFORE INSERT ON review_decision FOR EACH ROW WHEN (NEW."by" NOT IN ('silence', 'deemed'))
  EXECUTE FUNCTION guard_review_decision();
CREATE TRIGGER review_decision_time BEFORE INSERT ON review_decision FOR EACH ROW WHEN (NEW."by" IN ('silence', 'deemed'))
  EXECUTE FUNCTION guard_settled_by_time();

-- Whether time decided so in this very transaction.
CREATE FUNCTION app.is_settled_by_time(p_report uuid, p_status report_status) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM review_decision d WHERE d.report_id = p_report AND d.xmin = pg_current_xact_id()::xid
    AND p_status::text = CASE d.by WHEN 'silence' THEN 'rejected' WHEN 'deemed' THEN 'approved' END) $$;
DROP TRIGGER report_rules ON report;
CREATE TRIGGER report_rules BEFORE UPDATE OF status, route ON report FOR EACH ROW WHEN (NOT app.is_settled_by_time(NEW.id, NEW.status))
  EXECUTE FUNCTION guard_report_rules();

CREATE POLICY settled_by_time ON review_decision FOR INSERT TO portal_worker WITH CHECK (by IN ('silence', 'deemed'));
CREATE POLICY settled_by_time ON report FOR UPDATE TO portal_worker USING (true);
GRANT INSERT ON review_decision TO portal_worker;
GRANT UPDATE (status, taken_by_person_id, taken_at, version) ON report TO portal_worker;
CREATE INDEX report_undecided ON report (submitted_on, id) WHERE status IN ('submitted', 'inReview');
