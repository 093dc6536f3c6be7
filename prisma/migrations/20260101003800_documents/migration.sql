-- --- Documents of a placement ---------------------------------------------------------------------------------------
-- Deviation reports, informative reports, requests for interruption, supported employment, extensions, signals and final
-- reports go the same way: submitted once, decided once; a correction is a new version that supersedes.

-- What a caseworker may do with a case: assess it, or decide it too. Whoever has none assesses.
ALTER TABLE "membership" ADD COLUMN "case_mandate" TEXT;
UPDATE membership SET case_mandate = 'decide' WHERE role = 'caseworker';
ALTER TABLE membership ADD CONSTRAINT membership_case_mandate CHECK (case_mandate IN ('assess', 'decide') AND role = 'caseworker' OR case_mandate IS NULL);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "supersedes_id" UUID,
    "kind" TEXT NOT NULL,
    "placement_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "why" TEXT NOT NULL DEFAULT '',
    "due_on" DATE,
    "submitted_on" DATE NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by_person_id" UUID,
    "desk" TEXT NOT NULL,
    "handed_up_by_person_id" UUID,
    "taken_by_person_id" UUID,
    "taken_at" TIMESTAMPTZ(3),
    "complete_by" DATE,
    "decision" JSONB,
    "decision_reason" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_person_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable: what somebody is writing, valid or not.
CREATE TABLE "document_draft" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "placement_id" UUID NOT NULL,
    "replaces_id" UUID,
    "values" JSONB NOT NULL,
    "saved_by_person_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "document_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable: what happened to a document, by whom and why. Append-only.
CREATE TABLE "document_event" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "detail" JSONB,
    "person_id" UUID,
    "role" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "document_supersedes_id_key" ON "document"("supersedes_id");
-- CreateIndex
CREATE UNIQUE INDEX "document_thread_id_number_key" ON "document"("thread_id", "number");
-- CreateIndex
CREATE INDEX "document_placement_id_kind_idx" ON "document"("placement_id", "kind");
-- CreateIndex
CREATE INDEX "document_draft_placement_id_kind_idx" ON "document_draft"("placement_id", "kind");
-- CreateIndex
CREATE INDEX "document_event_document_id_idx" ON "document_event"("document_id");

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "document_draft" ADD CONSTRAINT "document_draft_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "document_event" ADD CONSTRAINT "document_event_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- --- What a document always holds -----------------------------------------------------------------------------------
ALTER TABLE document
  ADD CONSTRAINT document_kind CHECK (kind IN ('deviationReport', 'informativeReport', 'interruptionRequest', 'supportedEmployment',
    'extension', 'signal', 'finalReport')),
  ADD CONSTRAINT document_status CHECK (status IN ('submitted', 'inReview', 'approved', 'returned', 'rejected', 'superseded', 'withdrawn')),
  ADD CONSTRAINT document_desk CHECK (desk IN ('assess', 'decide', 'review') AND (kind = 'finalReport') = (desk = 'review')),
  ADD CONSTRAINT document_first CHECK ((number = 1) = (supersedes_id IS NULL) AND (number > 1 OR thread_id = id)),
  ADD CONSTRAINT document_taken CHECK ((taken_by_person_id IS NULL) = (taken_at IS NULL) AND (status <> 'inReview' OR taken_at IS NOT NULL)),
  ADD CONSTRAINT document_decided CHECK ((decided_at IS NULL) = (decided_by_person_id IS NULL)
    AND (status NOT IN ('approved', 'returned', 'rejected') OR decided_at IS NOT NULL)
    AND (status NOT IN ('submitted', 'inReview', 'withdrawn') OR decided_at IS NULL)),
  ADD CONSTRAINT document_refused CHECK (status NOT IN ('returned', 'rejected') OR coalesce(length(btrim(decision_reason)), 0) > 0),
  ADD CONSTRAINT document_handed_up CHECK (handed_up_by_person_id IS NULL OR desk = 'decide'),
  ADD CONSTRAINT document_four_eyes CHECK (decided_by_person_id <> submitted_by_person_id);
ALTER TABLE document_event ADD CONSTRAINT document_event_act CHECK (act IN ('submitted', 'superseded', 'taken', 'handedBack', 'handedUp',
  'approved', 'returned', 'rejected', 'withdrawn', 'noted'));
CREATE UNIQUE INDEX document_one_current ON document (thread_id) WHERE status NOT IN ('superseded', 'withdrawn');
-- Of these a placement has one at a time.
CREATE UNIQUE INDEX document_one_open ON document (placement_id, kind)
  WHERE kind IN ('interruptionRequest', 'extension', 'signal', 'finalReport') AND status IN ('submitted', 'inReview', 'returned', 'approved');
CREATE INDEX document_queue ON document (desk, kind, submitted_at, id) WHERE status IN ('submitted', 'inReview');

-- The caseworker's mandate of who asks: null for everybody else.
CREATE FUNCTION app.case_mandate() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(max(m.case_mandate), 'assess') FROM membership m
  WHERE app.setting('role') = 'caseworker' AND m.person_id = app.person_id() AND m.role = 'caseworker'
    AND m.valid_from <= (now() AT TIME ZONE 'Europe/Stockholm')::date
    AND (m.valid_to IS NULL OR m.valid_to > (now() AT TIME ZONE 'Europe/Stockholm')::date)
  HAVING count(*) > 0 $$;
REVOKE ALL ON FUNCTION app.case_mandate() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.case_mandate() TO portal_app;

-- Whether who asks works at the desk: reviewers review, caseworkers assess, those with the mandate decide.
CREATE FUNCTION app.at_desk(p_desk text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE p_desk WHEN 'review' THEN app.setting('role') = 'reviewer' WHEN 'assess' THEN app.case_mandate() IS NOT NULL
    ELSE coalesce(app.case_mandate() = 'decide', false) END $$;
GRANT EXECUTE ON FUNCTION app.at_desk(text) TO portal_app;

-- Submitted once, decided once: what a document says stands. Who moves it has the role for it, and does so in the own name.
CREATE FUNCTION guard_document() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE person uuid := app.person_id(); role text := app.setting('role'); before document%ROWTYPE;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.supersedes_id IS NOT NULL THEN
      SELECT * INTO STRICT before FROM document WHERE id = NEW.supersedes_id;
      IF (before.thread_id, before.kind, before.placement_id, before.number + 1, before.status)
        IS DISTINCT FROM (NEW.thread_id, NEW.kind, NEW.placement_id, NEW.number, 'superseded') THEN
        RAISE EXCEPTION 'a version supersedes the one before it' USING ERRCODE = 'restrict_violation';
      END IF;
    END IF;
    IF role IS NOT NULL AND (role NOT IN ('coach', 'reporter', 'signatory') OR NEW.submitted_by_person_id IS DISTINCT FROM person
        OR NEW.status <> 'submitted' OR num_nonnulls(NEW.handed_up_by_person_id, NEW.taken_by_person_id, NEW.complete_by, NEW.decision) > 0) THEN
      RAISE EXCEPTION 'a document is submitted by somebody at the provider, in the own name' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF (OLD.thread_id, OLD.number, OLD.supersedes_id, OLD.kind, OLD.placement_id, OLD.content, OLD.content_hash, OLD.why, OLD.due_on,
      OLD.submitted_on, OLD.submitted_at, OLD.submitted_by_person_id)
    IS DISTINCT FROM
     (NEW.thread_id, NEW.number, NEW.supersedes_id, NEW.kind, NEW.placement_id, NEW.content, NEW.content_hash, NEW.why, NEW.due_on,
      NEW.submitted_on, NEW.submitted_at, NEW.submitted_by_person_id) THEN
    RAISE EXCEPTION 'a submitted document is never edited' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.status <> NEW.status AND NOT (CASE OLD.status
      WHEN 'submitted' THEN NEW.status IN ('inReview', 'approved', 'returned', 'rejected', 'superseded', 'withdrawn')
      WHEN 'inReview' THEN NEW.status IN ('submitted', 'approved', 'returned', 'rejected', 'superseded')
      -- What days of service rest on is not corrected, but decided anew.
      WHEN 'approved' THEN NEW.status = 'superseded' AND OLD.kind NOT IN ('extension', 'interruptionRequest')
      WHEN 'returned' THEN NEW.status = 'superseded'
      ELSE false END))
    OR (OLD.desk <> NEW.desk AND NOT (OLD.desk = 'assess' AND NEW.desk = 'decide' AND NEW.handed_up_by_person_id IS NOT NULL AND NEW.status = 'submitted'))
    OR (OLD.handed_up_by_person_id IS NOT NULL AND NEW.handed_up_by_person_id IS DISTINCT FROM OLD.handed_up_by_person_id)
    OR (OLD.decided_at IS NOT NULL AND (OLD.decision, OLD.decision_reason, OLD.decided_at, OLD.decided_by_person_id, OLD.complete_by)
      IS DISTINCT FROM (NEW.decision, NEW.decision_reason, NEW.decided_at, NEW.decided_by_person_id, NEW.complete_by))
    OR (OLD.decided_at IS NULL AND NEW.decided_at IS NOT NULL AND NEW.status NOT IN ('approved', 'returned', 'rejected')) THEN
    RAISE EXCEPTION 'a document of % at % does not become %', OLD.status, OLD.desk, NEW.status USING ERRCODE = 'restrict_violation';
  END IF;
  IF role IS NOT NULL AND NOT (CASE
      WHEN NEW.status = 'withdrawn' THEN role IN ('coach', 'reporter', 'signatory')
      WHEN NEW.status = 'superseded' THEN role IN ('coach', 'reporter', 'signatory')
      WHEN OLD.desk <> NEW.desk THEN app.at_desk(OLD.desk) AND NEW.handed_up_by_person_id = person
      WHEN NEW.status = 'inReview' THEN app.at_desk(OLD.desk) AND NEW.taken_by_person_id = person AND coalesce(OLD.taken_by_person_id = person, true)
      WHEN NEW.status = 'submitted' THEN OLD.taken_by_person_id = person
      ELSE app.at_desk(OLD.desk) AND NEW.decided_by_person_id = person END) THEN
    RAISE EXCEPTION 'a document does not become % by the hand of %', NEW.status, role USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER document_guard BEFORE INSERT OR UPDATE ON document FOR EACH ROW EXECUTE FUNCTION guard_document();
CREATE TRIGGER document_no_delete BEFORE DELETE ON document FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_no_truncate BEFORE TRUNCATE ON document EXECUTE FUNCTION refuse_change();

-- No step without its event.
CREATE FUNCTION guard_document_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (TG_OP = 'INSERT' OR (OLD.status, OLD.desk) IS DISTINCT FROM (NEW.status, NEW.desk))
    AND NOT EXISTS (SELECT 1 FROM document_event e WHERE e.document_id = NEW.id AND e.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'a step of a document leaves its event' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.status = 'superseded' AND NOT EXISTS (SELECT 1 FROM document d WHERE d.supersedes_id = NEW.id) THEN
    RAISE EXCEPTION 'a version gives way to the next one alone' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER document_told AFTER INSERT OR UPDATE ON document DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard_document_told();

CREATE FUNCTION guard_document_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND (NEW.person_id, NEW.role) IS DISTINCT FROM (app.person_id(), app.setting('role')) THEN
    RAISE EXCEPTION 'an event is told in the own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER document_event_guard BEFORE INSERT ON document_event FOR EACH ROW EXECUTE FUNCTION guard_document_event();
CREATE TRIGGER document_event_append_only BEFORE UPDATE OR DELETE ON document_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_event_no_truncate BEFORE TRUNCATE ON document_event EXECUTE FUNCTION refuse_change();

-- --- Who sees and writes --------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['document', 'document_draft', 'document_event']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker ON %I FOR SELECT TO portal_worker USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_worker', t);
  END LOOP;
END $$;
CREATE POLICY through_placement ON document TO portal_app USING (EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));
-- A draft is the provider's own.
CREATE POLICY own_draft ON document_draft TO portal_app USING ((SELECT app.setting('role')) IN ('coach', 'reporter', 'signatory')
  AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));
-- What an assessor hands up is for the authority alone.
CREATE POLICY through_document ON document_event TO portal_app USING ((act <> 'handedUp' OR (SELECT app.is_authority()))
  AND EXISTS (SELECT 1 FROM document d WHERE d.id = document_id));
GRANT SELECT, INSERT ON document, document_event TO portal_app;
GRANT UPDATE (status, desk, handed_up_by_person_id, taken_by_person_id, taken_at, complete_by, decision, decision_reason, decided_at,
  decided_by_person_id, version) ON document TO portal_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON document_draft TO portal_app;

-- Absence shows in an office's months.
CREATE TRIGGER document_mark_insert AFTER INSERT ON document REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mark_by_placement();
CREATE TRIGGER document_mark_update AFTER UPDATE ON document REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mark_by_placement();

-- --- What a caseworker decides of a placement -------------------------------------------------------------------------
-- Its end with the cause, a new period, going on beside part-time work. Append-only, kept with the kronor that were shown.
CREATE TABLE "placement_decision" (
    "id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "on_day" DATE,
    "end_reason" "end_reason",
    "cause" TEXT,
    "document_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "effect_ore" BIGINT,
    "next_ore" BIGINT,
    "decided_by_person_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "placement_decision_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "placement_decision_placement_id_idx" ON "placement_decision"("placement_id");
ALTER TABLE "placement_decision" ADD CONSTRAINT "placement_decision_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE placement_decision
  ADD CONSTRAINT placement_decision_kind CHECK (kind IN ('end', 'takenBack', 'extension', 'goesOn')),
  ADD CONSTRAINT placement_decision_day CHECK ((kind IN ('end', 'extension')) = (on_day IS NOT NULL)),
  ADD CONSTRAINT placement_decision_end CHECK ((kind = 'end') = (end_reason IS NOT NULL)),
  ADD CONSTRAINT placement_decision_cause CHECK (end_reason IS DISTINCT FROM 'interruption' OR cause IS NOT NULL);
ALTER TABLE placement_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE placement_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON placement_decision TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY worker ON placement_decision FOR SELECT TO portal_worker USING (true);
CREATE POLICY through_placement ON placement_decision TO portal_app USING (EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));
GRANT SELECT ON placement_decision TO portal_worker;
GRANT SELECT, INSERT ON placement_decision TO portal_app;
CREATE FUNCTION guard_placement_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND (NOT app.at_desk('decide') OR NEW.decided_by_person_id IS DISTINCT FROM app.person_id()) THEN
    RAISE EXCEPTION 'a caseworker with the mandate decides, in the own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER placement_decision_guard BEFORE INSERT ON placement_decision FOR EACH ROW EXECUTE FUNCTION guard_placement_decision();
CREATE TRIGGER placement_decision_append_only BEFORE UPDATE OR DELETE ON placement_decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER placement_decision_no_truncate BEFORE TRUNCATE ON placement_decision EXECUTE FUNCTION refuse_change();

-- Whether this very transaction decides that the placement ends, goes on or is prolonged so.
CREATE FUNCTION app.is_decided(p_placement uuid, p_kind text, p_day date, p_end_reason end_reason) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM placement_decision d WHERE d.placement_id = p_placement AND d.kind = p_kind AND d.xmin = pg_current_xact_id()::xid
    AND d.on_day IS NOT DISTINCT FROM p_day AND d.end_reason IS NOT DISTINCT FROM p_end_reason) $$;
GRANT EXECUTE ON FUNCTION app.is_decided(uuid, text, date, end_reason) TO portal_app;

-- The participant chooses and leaves, caseworkers carry out what they decide; the provider says who the coach is; levels
-- move by `placement_price_guard`.
GRANT UPDATE ("to") ON placement TO portal_app;
CREATE OR REPLACE FUNCTION guard_placement_hands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NULL THEN RETURN NEW; END IF;
  IF (TG_OP = 'INSERT' AND role <> 'participant')
    OR (TG_OP = 'UPDATE' AND (
      (OLD.cancelled_at IS DISTINCT FROM NEW.cancelled_at AND role <> 'participant')
      OR ((OLD."end", OLD.end_reason) IS DISTINCT FROM (NEW."end", NEW.end_reason) AND role <> 'participant' AND NOT (role = 'caseworker'
        AND app.is_decided(NEW.id, CASE WHEN NEW."end" IS NULL THEN 'takenBack' ELSE 'end' END, NEW."end", NEW.end_reason)))
      OR (OLD."to" <> NEW."to" AND NOT (role = 'caseworker' AND app.is_decided(NEW.id, 'extension', NEW."to", NULL)))
      OR (OLD.coach_person_id IS DISTINCT FROM NEW.coach_person_id AND role NOT IN ('intake', 'providerAdmin')))) THEN
    RAISE EXCEPTION 'a placement is not changed so by the hand of %', role USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
