-- --- From signal to outcome report -----------------------------------------------------------------------------------
-- CreateTable: how much the participant wants to work, in per cent of full time. The latest counts; none: full time. Append-only.
CREATE TABLE "wanted_extent" (
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "percent" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "set_by_person_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wanted_extent_pkey" PRIMARY KEY ("id")
);

-- CreateTable: an outcome report that somebody at the provider is writing, valid or not.
CREATE TABLE "outcome_draft" (
    "placement_id" UUID NOT NULL,
    "values" JSONB NOT NULL,
    "saved_by_person_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "outcome_draft_pkey" PRIMARY KEY ("placement_id")
);

-- CreateIndex
CREATE INDEX "wanted_extent_decision_id_set_at_idx" ON "wanted_extent"("decision_id", "set_at");

-- AddForeignKey
ALTER TABLE "wanted_extent" ADD CONSTRAINT "wanted_extent_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "outcome_draft" ADD CONSTRAINT "outcome_draft_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE wanted_extent
  ADD CONSTRAINT wanted_extent_percent CHECK (percent BETWEEN 1 AND 100),
  ADD CONSTRAINT wanted_extent_reason CHECK (length(btrim(reason)) > 0);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['wanted_extent', 'outcome_draft']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
-- Statement runs count with it.
CREATE POLICY worker ON wanted_extent FOR SELECT TO portal_worker USING (true);
GRANT SELECT ON wanted_extent TO portal_worker;
CREATE POLICY through_decision ON wanted_extent FOR SELECT TO portal_app USING (EXISTS (SELECT 1 FROM decision d WHERE d.id = decision_id));
CREATE POLICY set ON wanted_extent FOR INSERT TO portal_app WITH CHECK ((SELECT app.setting('role')) = 'caseworker'
  AND set_by_person_id = (SELECT app.person_id()) AND EXISTS (SELECT 1 FROM decision d WHERE d.id = decision_id));
GRANT SELECT, INSERT ON wanted_extent TO portal_app;
CREATE TRIGGER wanted_extent_append_only BEFORE UPDATE OR DELETE ON wanted_extent FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER wanted_extent_no_truncate BEFORE TRUNCATE ON wanted_extent EXECUTE FUNCTION refuse_change();

-- A draft is the provider's own.
CREATE POLICY own_draft ON outcome_draft TO portal_app USING ((SELECT app.setting('role')) IN ('coach', 'reporter', 'signatory')
  AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id))
  WITH CHECK (saved_by_person_id = (SELECT app.person_id()) AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));
GRANT SELECT, INSERT, UPDATE, DELETE ON outcome_draft TO portal_app;

-- --- The day of a signal ------------------------------------------------------------------------------------------------
-- Money hangs on the day that somebody first told: it is the day the signal came in, or that of the version it puts right where
-- it is about the same kind of work. Nobody dates it back.
CREATE FUNCTION guard_signal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE told date := (NEW.content ->> 'signalledOn')::date;
BEGIN
  IF told IS DISTINCT FROM NEW.submitted_on AND NOT EXISTS (SELECT 1 FROM document d WHERE d.id = NEW.supersedes_id
      AND d.content ->> 'signalledOn' = NEW.content ->> 'signalledOn' AND d.content ->> 'type' = NEW.content ->> 'type') THEN
    RAISE EXCEPTION 'a signal counts from the day that it came in' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER document_signal BEFORE INSERT ON document FOR EACH ROW WHEN (NEW.kind = 'signal') EXECUTE FUNCTION guard_signal();

-- --- Who reports an outcome ------------------------------------------------------------------------------------------
-- Those at the provider who report, of a placement of theirs with a confirmed signal and from its day; a correction keeps the day of the version
-- that it puts right. A caseworker writes one down on the provider's word. Each in the own name; what stands of it otherwise a reviewer decides.
CREATE OR REPLACE FUNCTION guard_outcome_hand() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE role text := app.setting('role'); is_provider boolean := role IN ('coach', 'reporter', 'signatory');
BEGIN
  IF role IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NOT (role = 'caseworker' OR is_provider) OR NEW.status <> 'submitted' OR NEW.verified_through IS NOT NULL
      OR NEW.submitted_by_person_id IS DISTINCT FROM app.person_id() THEN
      RAISE EXCEPTION 'an outcome is reported by the provider or written down by a caseworker' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.supersedes_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.id = NEW.supersedes_id
        AND o.placement_id = NEW.placement_id AND o.status = 'superseded') THEN
      RAISE EXCEPTION 'a version supersedes one of its placement' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF is_provider AND NOT (EXISTS (SELECT 1 FROM document d WHERE d.placement_id = NEW.placement_id AND d.kind = 'signal' AND d.status = 'approved'
          AND (d.content ->> 'signalledOn')::date = NEW.signalled_on)
        OR EXISTS (SELECT 1 FROM outcome o WHERE o.id = NEW.supersedes_id AND o.signalled_on = NEW.signalled_on)) THEN
      RAISE EXCEPTION 'a provider reports an outcome whose signal is confirmed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.status IN ('superseded', 'withdrawn') THEN
    IF NOT (role = 'caseworker' OR is_provider) OR OLD.verified_through IS DISTINCT FROM NEW.verified_through THEN
      RAISE EXCEPTION 'an outcome is put right and taken back by the provider or a caseworker' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF is_provider AND NEW.status = 'withdrawn' AND (OLD.status <> 'submitted' OR EXISTS (SELECT 1 FROM outcome_decision d WHERE d.outcome_id = NEW.id)
        OR NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = OLD.submitted_by_person_id AND m.provider_id = app.provider_id())) THEN
      RAISE EXCEPTION 'a provider takes back what it reported and nobody has decided on' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF role <> 'reviewer' OR NOT EXISTS (SELECT 1 FROM outcome_decision d
      WHERE d.outcome_id = NEW.id AND d.xmin = pg_current_xact_id()::xid AND d.decided_by_person_id = app.person_id()
        AND d.verified_through IS NOT DISTINCT FROM NEW.verified_through
        AND NEW.status::text = CASE d.decision WHEN 'approve' THEN 'approved' WHEN 'return' THEN 'returned' ELSE 'rejected' END) THEN
    RAISE EXCEPTION 'an outcome stands as a reviewer decided' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- None is superseded by nothing.
CREATE FUNCTION guard_outcome_superseded() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.supersedes_id = NEW.id) THEN
    RAISE EXCEPTION 'an outcome is superseded by a version' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER outcome_superseded AFTER UPDATE ON outcome DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.status = 'superseded') EXECUTE FUNCTION guard_outcome_superseded();

-- The spells come with the outcome, before anybody has decided on it.
CREATE OR REPLACE FUNCTION guard_outcome_spell() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.id = NEW.outcome_id AND o.xmin = pg_current_xact_id()::xid
      AND app.setting('role') IN ('caseworker', 'coach', 'reporter', 'signatory') AND o.submitted_by_person_id = app.person_id()) THEN
    RAISE EXCEPTION 'the content of a submitted outcome never changes' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
