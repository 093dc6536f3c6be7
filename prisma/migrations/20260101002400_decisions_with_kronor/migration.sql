-- --- The kronor of a decision stay with it -------------------------------------------------------------------------
-- What the decision changed for the placement, and what the next statement would post, as they were shown before it was
-- made: the provider reads the same numbers.
ALTER TABLE "review_decision" ADD COLUMN "effect_ore" BIGINT,
ADD COLUMN "next_ore" BIGINT;
ALTER TABLE "outcome_decision" ADD COLUMN "effect_ore" BIGINT,
ADD COLUMN "next_ore" BIGINT;

-- CreateTable: a decision on a report that was taken up again: because it was wrong, or because the provider asked for
-- reconsideration, which another reviewer answers. Append-only.
CREATE TABLE "report_reopening" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "decision_id" UUID,
    "reason" TEXT NOT NULL,
    "effect_ore" BIGINT NOT NULL,
    "next_ore" BIGINT NOT NULL,
    "reopened_by_person_id" UUID NOT NULL,
    "reopened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_reopening_pkey" PRIMARY KEY ("id")
);

-- CreateTable: a correction of placements after a declared data error: a level or agreement version that was wrong.
CREATE TABLE "placement_correction" (
    "id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "occurred_on" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "declared_by_person_id" UUID NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "calculated_on" DATE NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_by_person_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "authenticated_at" TIMESTAMPTZ(3),
    "content_hash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "placement_correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable: one placement of it, with its kronor as they were last calculated.
CREATE TABLE "placement_correction_item" (
    "correction_id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "implementation_reference" CHAR(9) NOT NULL,
    "from_level" "level" NOT NULL,
    "to_level" "level" NOT NULL,
    "from_agreement_version_id" TEXT NOT NULL,
    "to_agreement_version_id" TEXT NOT NULL,
    "difference_ore" BIGINT NOT NULL,
    "next_before_ore" BIGINT NOT NULL,
    "next_ore" BIGINT NOT NULL,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "placement_correction_item_pkey" PRIMARY KEY ("correction_id", "placement_id")
);

-- CreateIndex
CREATE INDEX "report_reopening_report_id_idx" ON "report_reopening"("report_id");
CREATE INDEX "placement_correction_declared_at_idx" ON "placement_correction"("declared_at");
CREATE INDEX "placement_correction_item_placement_id_idx" ON "placement_correction_item"("placement_id");

-- AddForeignKey
ALTER TABLE "report_reopening" ADD CONSTRAINT "report_reopening_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "report_reopening" ADD CONSTRAINT "report_reopening_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "review_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "placement_correction_item" ADD CONSTRAINT "placement_correction_item_correction_id_fkey" FOREIGN KEY ("correction_id") REFERENCES "placement_correction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "placement_correction_item" ADD CONSTRAINT "placement_correction_item_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "placement_correction_item" ADD CONSTRAINT "placement_correction_item_to_agreement_version_id_fkey" FOREIGN KEY ("to_agreement_version_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE report_reopening
  ADD CONSTRAINT report_reopening_kind CHECK (kind IN ('wrong', 'reconsideration')),
  ADD CONSTRAINT report_reopening_reason CHECK (length(btrim(reason)) > 0);
-- Reconsideration can be asked for once.
CREATE UNIQUE INDEX report_reopening_one_reconsideration ON report_reopening (report_id) WHERE kind = 'reconsideration';
ALTER TABLE placement_correction
  ADD CONSTRAINT placement_correction_status CHECK (status IN ('draft', 'submitted', 'decided', 'declined', 'withdrawn')),
  ADD CONSTRAINT placement_correction_what CHECK (length(btrim(what)) BETWEEN 10 AND 4000),
  ADD CONSTRAINT placement_correction_submitted CHECK (status IN ('draft', 'withdrawn') OR submitted_at IS NOT NULL),
  ADD CONSTRAINT placement_correction_settled CHECK ((status IN ('decided', 'declined')) = (decided_at IS NOT NULL)
    AND (decided_at IS NULL) = (decided_by_person_id IS NULL)),
  ADD CONSTRAINT placement_correction_signed CHECK (status <> 'decided' OR (authenticated_at IS NOT NULL AND content_hash IS NOT NULL)),
  ADD CONSTRAINT placement_correction_declined CHECK (status <> 'declined' OR length(btrim(decision_reason)) > 0),
  ADD CONSTRAINT placement_correction_four_eyes CHECK (decided_by_person_id <> declared_by_person_id);
ALTER TABLE placement_correction_item
  ADD CONSTRAINT placement_correction_item_changes CHECK (
    (from_level, from_agreement_version_id) IS DISTINCT FROM (to_level, to_agreement_version_id));

-- --- Who may decide again ---------------------------------------------------------------------------------------
CREATE FUNCTION guard_reopening() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM report r LEFT JOIN attestation a ON a.id = r.attestation_id
      WHERE r.id = NEW.report_id AND NEW.reopened_by_person_id IN (r.submitted_by_person_id, a.person_id)) THEN
    RAISE EXCEPTION 'nobody reopens their own submission' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.kind = 'reconsideration' AND EXISTS (SELECT 1 FROM review_decision d
      WHERE d.id = NEW.decision_id AND d.decided_by_person_id = NEW.reopened_by_person_id) THEN
    RAISE EXCEPTION 'nobody reconsiders their own decision' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_reopening_four_eyes BEFORE INSERT ON report_reopening FOR EACH ROW EXECUTE FUNCTION guard_reopening();

-- Nobody decides on what they submitted or attested themselves, nor reconsiders what they decided.
CREATE OR REPLACE FUNCTION guard_four_eyes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.decided_by_person_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM report r LEFT JOIN attestation a ON a.id = r.attestation_id
    WHERE r.id = NEW.report_id AND NEW.decided_by_person_id IN (r.submitted_by_person_id, a.person_id)) THEN
    RAISE EXCEPTION 'nobody decides on their own submission' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT 1 FROM report_reopening o JOIN review_decision d ON d.id = o.decision_id
    WHERE o.report_id = NEW.report_id AND o.kind = 'reconsideration' AND d.decided_by_person_id = NEW.decided_by_person_id) THEN
    RAISE EXCEPTION 'nobody reconsiders their own decision' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- --- Corrections: frozen once submitted, decided once, and the only way to another level ------------------------------
CREATE FUNCTION guard_placement_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.declared_by_person_id, OLD.declared_at, OLD.what, OLD.occurred_on)
      IS DISTINCT FROM (NEW.declared_by_person_id, NEW.declared_at, NEW.what, NEW.occurred_on)
    OR (OLD.submitted_at IS NOT NULL AND OLD.submitted_at IS DISTINCT FROM NEW.submitted_at)
    OR OLD.status IN ('decided', 'declined', 'withdrawn')
    OR (OLD.status <> NEW.status AND NOT (CASE OLD.status
      WHEN 'draft' THEN NEW.status IN ('submitted', 'withdrawn')
      WHEN 'submitted' THEN NEW.status IN ('decided', 'declined', 'withdrawn')
      ELSE false END)) THEN
    RAISE EXCEPTION 'a declared correction keeps its content and is decided once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER placement_correction_guard BEFORE UPDATE ON placement_correction FOR EACH ROW EXECUTE FUNCTION guard_placement_correction();

-- Which placements, and from what to what, never changes after submission; the kronor are calculated anew until it is decided.
CREATE FUNCTION guard_placement_correction_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE stands text;
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT c.status INTO STRICT stands FROM placement_correction c WHERE c.id = NEW.correction_id;
    IF stands <> 'draft' OR NEW.applied_at IS NOT NULL THEN
      RAISE EXCEPTION 'placements are added to a draft alone' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  SELECT c.status INTO STRICT stands FROM placement_correction c WHERE c.id = OLD.correction_id;
  IF (OLD.correction_id, OLD.placement_id, OLD.provider_id, OLD.implementation_reference, OLD.from_level, OLD.to_level,
      OLD.from_agreement_version_id, OLD.to_agreement_version_id)
    IS DISTINCT FROM
     (NEW.correction_id, NEW.placement_id, NEW.provider_id, NEW.implementation_reference, NEW.from_level, NEW.to_level,
      NEW.from_agreement_version_id, NEW.to_agreement_version_id)
    OR OLD.applied_at IS NOT NULL
    OR (NEW.applied_at IS NOT NULL AND stands <> 'decided')
    OR ((OLD.difference_ore, OLD.next_before_ore, OLD.next_ore) IS DISTINCT FROM (NEW.difference_ore, NEW.next_before_ore, NEW.next_ore)
      AND stands NOT IN ('draft', 'submitted')) THEN
    RAISE EXCEPTION 'what a correction says of a placement stands' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER placement_correction_item_guard BEFORE INSERT OR UPDATE ON placement_correction_item FOR EACH ROW
  EXECUTE FUNCTION guard_placement_correction_item();

-- Whether a correction that was decided in this very transaction says so.
CREATE FUNCTION app.is_corrected(p_placement uuid, p_from level, p_to level, p_from_agreement text, p_to_agreement text) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM placement_correction_item i JOIN placement_correction c ON c.id = i.correction_id
    WHERE i.placement_id = p_placement AND c.status = 'decided' AND c.xmin = pg_current_xact_id()::xid
      AND i.from_level = p_from AND i.to_level = p_to
      AND i.from_agreement_version_id = p_from_agreement AND i.to_agreement_version_id = p_to_agreement) $$;
REVOKE ALL ON FUNCTION app.is_corrected(uuid, level, level, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_corrected(uuid, level, level, text, text) TO portal_app;

-- The level and the agreement version of a placement are fixed. Only whom the tables belong to, who loads history, is
-- not held to it.
CREATE FUNCTION guard_placement_price() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
    AND NOT app.is_corrected(OLD.id, OLD.level, NEW.level, OLD.agreement_version_id, NEW.agreement_version_id) THEN
    RAISE EXCEPTION 'the level and agreement version of a placement change by a decided correction alone' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER placement_price_guard BEFORE UPDATE ON placement FOR EACH ROW
  WHEN ((OLD.level, OLD.agreement_version_id) IS DISTINCT FROM (NEW.level, NEW.agreement_version_id)) EXECUTE FUNCTION guard_placement_price();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['placement_correction', 'placement_correction_item']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_no_delete', t);
  END LOOP;
  CREATE TRIGGER report_reopening_append_only BEFORE UPDATE OR DELETE ON report_reopening FOR EACH ROW EXECUTE FUNCTION refuse_change();
  FOREACH t IN ARRAY ARRAY['report_reopening', 'placement_correction', 'placement_correction_item']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- --- Who sees and who writes ------------------------------------------------------------------------------------
CREATE POLICY not_participant ON report_reopening TO portal_app USING (
  (SELECT app.participant_id()) IS NULL AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id));
GRANT SELECT, INSERT ON report_reopening TO portal_app;
-- A provider sees what has been corrected for its own placements, and why.
CREATE POLICY applied_or_authority ON placement_correction_item TO portal_app USING (
  app.setting('role') IN ('agreementAdmin', 'auditor') OR (applied_at IS NOT NULL AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id)));
CREATE POLICY decided_or_authority ON placement_correction TO portal_app USING (
  app.setting('role') IN ('agreementAdmin', 'auditor')
  OR (status = 'decided' AND EXISTS (SELECT 1 FROM placement_correction_item i WHERE i.correction_id = id)));
GRANT SELECT, INSERT, UPDATE ON placement_correction, placement_correction_item TO portal_app;
