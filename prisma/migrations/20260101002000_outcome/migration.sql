-- --- Outcome (resultat) ------------------------------------------------------------------------------------------
-- One current outcome per placement. Like a report, it is a document in versions: after it was submitted its content never
-- changes, a correction supersedes it. What is decided about it moves its status and through when it is verified.
CREATE TYPE "outcome_type" AS ENUM ('employment', 'studies', 'ownBusiness');
CREATE TYPE "outcome_status" AS ENUM ('submitted', 'returned', 'approved', 'rejected', 'superseded', 'withdrawn');

-- CreateTable
CREATE TABLE "outcome" (
    "id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 1,
    "supersedes_id" UUID,
    "type" "outcome_type" NOT NULL,
    "from" DATE NOT NULL,
    "signalled_on" DATE NOT NULL,
    "applied_on" DATE,
    "status" "outcome_status" NOT NULL,
    "verified_through" DATE,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by_person_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable: a spell of work or studies, half-open; one without end goes on.
CREATE TABLE "outcome_spell" (
    "outcome_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,
    "extent_percent" INTEGER NOT NULL,
    "employer_org_no" CHAR(10),
    "employer_name" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "outcome_spell_pkey" PRIMARY KEY ("outcome_id", "number")
);

-- CreateTable: what a reviewer decided about an outcome. Append-only.
CREATE TABLE "outcome_decision" (
    "id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "verified_through" DATE,
    "reason_code" TEXT,
    "reason" TEXT,
    "decided_by_person_id" UUID,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outcome_decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "outcome_supersedes_id_key" ON "outcome"("supersedes_id");
CREATE UNIQUE INDEX "outcome_placement_id_number_key" ON "outcome"("placement_id", "number");
CREATE INDEX "outcome_decision_outcome_id_idx" ON "outcome_decision"("outcome_id");

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outcome_spell" ADD CONSTRAINT "outcome_spell_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outcome_decision" ADD CONSTRAINT "outcome_decision_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX outcome_one_current ON outcome (placement_id) WHERE status NOT IN ('superseded', 'withdrawn');
CREATE INDEX outcome_queue ON outcome (signalled_on, id) WHERE status = 'submitted';
ALTER TABLE outcome ADD CONSTRAINT outcome_version CHECK (version >= 1 AND number >= 1);
ALTER TABLE outcome_spell
  ADD CONSTRAINT outcome_spell_period CHECK ("to" IS NULL OR "from" < "to"),
  ADD CONSTRAINT outcome_spell_extent CHECK (extent_percent BETWEEN 1 AND 100),
  ADD CONSTRAINT outcome_spell_org_no CHECK (employer_org_no ~ '^[0-9]{10}$');
ALTER TABLE outcome_decision
  ADD CONSTRAINT outcome_decision_known CHECK (decision IN ('approve', 'return', 'reject')),
  ADD CONSTRAINT outcome_decision_reason CHECK (decision = 'approve' OR length(btrim(reason)) > 0);

CREATE FUNCTION guard_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a submitted outcome is never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.placement_id, OLD.number, OLD.supersedes_id, OLD.type, OLD."from", OLD.signalled_on, OLD.applied_on, OLD.submitted_at, OLD.submitted_by_person_id)
    IS DISTINCT FROM
     (NEW.placement_id, NEW.number, NEW.supersedes_id, NEW.type, NEW."from", NEW.signalled_on, NEW.applied_on, NEW.submitted_at, NEW.submitted_by_person_id) THEN
    RAISE EXCEPTION 'the content of a submitted outcome never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.status IN ('superseded', 'withdrawn') THEN
    RAISE EXCEPTION 'an outcome that was superseded or withdrawn stays so' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_guard BEFORE UPDATE OR DELETE ON outcome FOR EACH ROW EXECUTE FUNCTION guard_outcome();
CREATE TRIGGER outcome_no_truncate BEFORE TRUNCATE ON outcome EXECUTE FUNCTION refuse_change();

-- Nobody decides on an outcome that they submitted themselves.
CREATE FUNCTION guard_outcome_four_eyes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM outcome o WHERE o.id = NEW.outcome_id AND o.submitted_by_person_id = NEW.decided_by_person_id) THEN
    RAISE EXCEPTION 'nobody decides on their own submission' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_decision_four_eyes BEFORE INSERT ON outcome_decision FOR EACH ROW EXECUTE FUNCTION guard_outcome_four_eyes();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['outcome_spell', 'outcome_decision']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['outcome', 'outcome_spell', 'outcome_decision']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker ON %I FOR SELECT TO portal_worker USING (true)', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_worker', t);
  END LOOP;
END $$;
CREATE POLICY through_placement ON outcome TO portal_app USING (EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));
CREATE POLICY through_outcome ON outcome_spell TO portal_app USING (EXISTS (SELECT 1 FROM outcome o WHERE o.id = outcome_id));
CREATE POLICY not_participant ON outcome_decision TO portal_app USING (
  (SELECT app.participant_id()) IS NULL AND EXISTS (SELECT 1 FROM outcome o WHERE o.id = outcome_id));
GRANT SELECT, INSERT ON outcome, outcome_spell, outcome_decision TO portal_app;
GRANT UPDATE (status, verified_through, version) ON outcome TO portal_app;

-- Who decided on an outcome, or submitted it, does not authorise what it pays either.
CREATE OR REPLACE FUNCTION guard_authorisation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE authoriser uuid;
BEGIN
  SELECT a.person_id INTO STRICT authoriser FROM authorisation a WHERE a.id = NEW.authorisation_id;
  IF authoriser = NEW.accepted_by_person_id
    OR EXISTS (SELECT 1 FROM statement_run r WHERE r.id = NEW.run_id AND r.started_by_person_id = authoriser)
    OR EXISTS (
      SELECT 1 FROM statement_line l
      JOIN report r ON r.placement_id = l.placement_id AND l.component = 'basePay' AND r.month = (substr(l.key, 6, 7) || '-01')::date
      LEFT JOIN attestation a ON a.id = r.attestation_id
      LEFT JOIN review_decision d ON d.report_id = r.id
      WHERE l.statement_id = NEW.id AND authoriser IN (r.submitted_by_person_id, a.person_id, d.decided_by_person_id))
    OR EXISTS (
      SELECT 1 FROM statement_line l
      JOIN outcome o ON o.placement_id = l.placement_id
      LEFT JOIN outcome_decision d ON d.outcome_id = o.id
      WHERE l.statement_id = NEW.id AND l.component <> 'basePay' AND authoriser IN (o.submitted_by_person_id, d.decided_by_person_id)) THEN
    RAISE EXCEPTION 'who authorises has neither submitted, reviewed, started nor accepted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
