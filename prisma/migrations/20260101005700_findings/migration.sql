-- --- What the checks found in outcomes and in texts, stored with them; companies related to a provider ------------------------

-- CreateTable: a company that is related to a provider, half-open; without "to" it still is. Put right by ending it.
CREATE TABLE "related_company" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "org_no" CHAR(10) NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,
    "registered_by_person_id" UUID NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_by_person_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "related_company_pkey" PRIMARY KEY ("id")
);

-- CreateTable: what a check found in an outcome when it came in: a stable code and the facts of its sentence. Append-only.
CREATE TABLE "outcome_finding" (
    "outcome_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "outcome_finding_pkey" PRIMARY KEY ("outcome_id", "code")
);

-- CreateTable: whether who decided on an outcome found that a check was right. Append-only.
CREATE TABLE "outcome_finding_verdict" (
    "outcome_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "upheld" BOOLEAN NOT NULL,
    "decision_id" UUID NOT NULL,

    CONSTRAINT "outcome_finding_verdict_pkey" PRIMARY KEY ("decision_id", "code")
);

-- CreateTable: the same of a document; without "found_at" it was found when the document came in.
CREATE TABLE "document_finding" (
    "document_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "found_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_finding_pkey" PRIMARY KEY ("document_id", "code")
);

-- Texts of every kind of document leave prints. How alike two must be is a term: the index holds all numbers of a text, and who
-- asks looks for as many of the first of theirs as the term in force makes necessary.
ALTER TABLE "final_report_print" RENAME TO "document_print";
ALTER TABLE "document_print" RENAME CONSTRAINT "final_report_print_pkey" TO "document_print_pkey";
ALTER TABLE "document_print" RENAME CONSTRAINT "final_report_print_document_id_fkey" TO "document_print_document_id_fkey";
ALTER TRIGGER final_report_print_append_only ON document_print RENAME TO document_print_append_only;
ALTER TRIGGER final_report_print_no_truncate ON document_print RENAME TO document_print_no_truncate;
DROP INDEX "final_report_print_prefix_idx";
ALTER TABLE "document_print" DROP COLUMN "prefix";

-- AlterTable
ALTER TABLE "outcome" ADD COLUMN "holds" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "document_print_grams_idx" ON "document_print" USING GIN ("grams") WITH (fastupdate = off);
-- CreateIndex
CREATE INDEX "related_company_provider_id_idx" ON "related_company"("provider_id");
-- CreateIndex
CREATE INDEX "outcome_finding_verdict_outcome_id_idx" ON "outcome_finding_verdict"("outcome_id");

-- AddForeignKey
ALTER TABLE "related_company" ADD CONSTRAINT "related_company_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "outcome_finding" ADD CONSTRAINT "outcome_finding_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "outcome_finding_verdict" ADD CONSTRAINT "outcome_finding_verdict_outcome_id_code_fkey" FOREIGN KEY ("outcome_id", "code") REFERENCES "outcome_finding"("outcome_id", "code") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "outcome_finding_verdict" ADD CONSTRAINT "outcome_finding_verdict_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "outcome_decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "document_finding" ADD CONSTRAINT "document_finding_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE outcome ADD CONSTRAINT outcome_holds CHECK (holds >= 0);
ALTER TABLE outcome_finding ADD CONSTRAINT outcome_finding_severity CHECK (severity IN ('hold', 'flag'));
ALTER TABLE document_finding ADD CONSTRAINT document_finding_severity CHECK (severity IN ('hold', 'flag'));
ALTER TABLE related_company
  ADD CONSTRAINT related_company_org_no CHECK (org_no ~ '^[0-9]{10}$'),
  ADD CONSTRAINT related_company_words CHECK (length(btrim(name)) > 0 AND length(btrim(source)) > 0),
  ADD CONSTRAINT related_company_period CHECK ("to" IS NULL OR "from" < "to"),
  ADD CONSTRAINT related_company_ended CHECK (("to" IS NULL) = (ended_at IS NULL) AND (ended_at IS NULL) = (ended_by_person_id IS NULL)),
  ADD CONSTRAINT related_company_once EXCLUDE USING gist (provider_id WITH =, org_no WITH =, daterange("from", "to", '[)') WITH &&);

-- --- What an outcome's employers are held against -----------------------------------------------------------------------------
-- The provider's own number and those of companies related to it, the first day, and earlier work, for a placement that who asks sees.
-- Whoever hands an outcome in may not read somebody's experience: the check may.
CREATE FUNCTION app.known_employers(p_placement uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT jsonb_build_object('providerOrgNo', v.org_no, 'placedFrom', l."from",
    'related', coalesce((SELECT jsonb_agg(jsonb_build_object('orgNo', c.org_no, 'from', c."from", 'to', c."to") ORDER BY c.org_no, c."from")
      FROM related_company c WHERE c.provider_id = l.provider_id), '[]'),
    'earlierWork', coalesce((SELECT jsonb_agg(jsonb_build_object('place', e.place, 'toYear', e.to_year) ORDER BY e.place, e.to_year)
      FROM experience e WHERE e.participant_id = l.participant_id AND e.kind = 'work' AND NOT e.removed AND e.place <> ''
        AND NOT EXISTS (SELECT 1 FROM experience n WHERE n.thread_id = e.thread_id AND n.number > e.number)), '[]'))
  FROM placement l JOIN provider v ON v.id = l.provider_id
  WHERE l.id = p_placement AND (NOT l.protected OR l.participant_id = ANY (app.named_for()))
    AND (app.is_authority() OR (l.provider_id = app.provider_id() AND (app.all_offices() OR l.office_id = ANY (app.office_ids())))) $$;
REVOKE ALL ON FUNCTION app.known_employers(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.known_employers(uuid) TO portal_app;

-- --- Copies -------------------------------------------------------------------------------------------------------------------
DROP FUNCTION app.final_report_copies(uuid);
DROP FUNCTION app.final_report_copies(uuid, jsonb);

-- How many numbers of a text of n a near copy must have one of: of two texts that share p of what they have together, each holds at
-- least ⌈p·n⌉ of the other's n, so that one of any n − ⌈p·n⌉ + 1 is among them.
CREATE FUNCTION app.prefix_of(p_grams int[], p_permille int) RETURNS int[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT p_grams[1 : cardinality(p_grams) - (cardinality(p_grams) * p_permille + 999) / 1000 + 1] $$;

-- How many documents of the provider about others each print nearly stands in: a count for each place, and nothing of whose they
-- are, whatever offices who asks may see. Candidates are found first and by the index alone: the planner cannot know how few they are.
CREATE FUNCTION app.document_copies(p_placement uuid, p_prints jsonb, p_permille int) RETURNS TABLE (place text, documents int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
  WITH candidate AS MATERIALIZED (
    SELECT m.place, m.grams AS mine, f.document_id, f.grams AS theirs, f.provider_id
    FROM jsonb_to_recordset(p_prints) AS m (place text, grams int[]) JOIN document_print f ON f.grams && app.prefix_of(m.grams, p_permille))
  SELECT c.place, count(DISTINCT d.thread_id)::int
  FROM candidate c
    JOIN placement o ON o.id = p_placement AND o.provider_id = c.provider_id AND (app.is_authority() OR o.provider_id = app.provider_id())
    JOIN document d ON d.id = c.document_id AND d.status NOT IN ('superseded', 'withdrawn')
    JOIN placement p ON p.id = d.placement_id AND p.participant_id <> o.participant_id
    CROSS JOIN LATERAL (SELECT count(*) AS shared FROM (SELECT unnest(c.mine) INTERSECT SELECT unnest(c.theirs)) both_have) s
  WHERE 1000 * s.shared >= p_permille * (cardinality(c.mine) + cardinality(c.theirs) - s.shared)
  GROUP BY c.place $$;

-- The same for a document of the kind that a placement has.
CREATE FUNCTION app.document_copies(p_placement uuid, p_kind text, p_permille int) RETURNS TABLE (place text, documents int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.place, c.documents FROM app.document_copies(p_placement, (
    SELECT coalesce(jsonb_agg(jsonb_build_object('place', f.place, 'grams', f.grams)), '[]')
    FROM document_print f JOIN document d ON d.id = f.document_id
    WHERE d.placement_id = p_placement AND d.kind = p_kind AND d.status NOT IN ('superseded', 'withdrawn')), p_permille) c $$;

-- The same for many documents at once, for jobs: each of their prints against all others of its provider.
CREATE FUNCTION app.copies_among(p_documents uuid[], p_permille int) RETURNS TABLE (document_id uuid, place text, documents int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
  WITH mine AS MATERIALIZED (
    SELECT f.document_id, f.place, f.grams, f.provider_id, l.participant_id
    FROM document_print f JOIN document d ON d.id = f.document_id JOIN placement l ON l.id = d.placement_id
    WHERE f.document_id = ANY (p_documents)),
  candidate AS MATERIALIZED (
    SELECT m.document_id, m.place, m.participant_id, m.grams AS mine, f.document_id AS other_id, f.grams AS theirs
    FROM mine m JOIN document_print f ON f.grams && app.prefix_of(m.grams, p_permille) AND f.provider_id = m.provider_id
      AND f.document_id <> m.document_id)
  SELECT c.document_id, c.place, count(DISTINCT d.thread_id)::int
  FROM candidate c
    JOIN document d ON d.id = c.other_id AND d.status NOT IN ('superseded', 'withdrawn')
    JOIN placement p ON p.id = d.placement_id AND p.participant_id <> c.participant_id
    CROSS JOIN LATERAL (SELECT count(*) AS shared FROM (SELECT unnest(c.mine) INTERSECT SELECT unnest(c.theirs)) both_have) s
  WHERE 1000 * s.shared >= p_permille * (cardinality(c.mine) + cardinality(c.theirs) - s.shared)
  GROUP BY c.document_id, c.place $$;
REVOKE ALL ON FUNCTION app.document_copies(uuid, jsonb, int), app.document_copies(uuid, text, int), app.copies_among(uuid[], int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.document_copies(uuid, jsonb, int), app.document_copies(uuid, text, int) TO portal_app;
GRANT EXECUTE ON FUNCTION app.copies_among(uuid[], int) TO portal_worker;

-- --- An outcome, and what was found in it, come in together --------------------------------------------------------------------
CREATE FUNCTION guard_outcome_findings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND EXISTS (
      SELECT 1 FROM added a LEFT JOIN outcome o ON o.id = a.outcome_id AND o.xmin = pg_current_xact_id()::xid WHERE o.id IS NULL) THEN
    RAISE EXCEPTION 'an outcome is stored whole' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER outcome_finding_whole AFTER INSERT ON outcome_finding REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION guard_outcome_findings();

-- How many holds an outcome has is what was found, by the end of the transaction in which it came in.
CREATE FUNCTION guard_outcome_holds() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.holds <> (SELECT count(*) FROM outcome_finding f WHERE f.outcome_id = NEW.id AND f.severity = 'hold') THEN
    RAISE EXCEPTION 'the holds of an outcome are those that were found' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER outcome_holds_found AFTER INSERT ON outcome DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard_outcome_holds();

CREATE FUNCTION guard_document_findings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND EXISTS (
      SELECT 1 FROM added a LEFT JOIN document d ON d.id = a.document_id AND d.xmin = pg_current_xact_id()::xid
      WHERE d.id IS NULL OR a.found_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a document is stored whole' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER document_finding_whole AFTER INSERT ON document_finding REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION guard_document_findings();

-- A finding is judged with a decision on its outcome, by who makes it.
CREATE FUNCTION guard_outcome_finding_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM outcome_decision d WHERE d.id = NEW.decision_id AND d.outcome_id = NEW.outcome_id
      AND (app.setting('role') IS NULL OR (app.setting('role') = 'reviewer' AND d.decided_by_person_id = app.person_id()
        AND d.xmin = pg_current_xact_id()::xid))) THEN
    RAISE EXCEPTION 'a finding is judged with the decision on its outcome' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_finding_verdict_hands BEFORE INSERT ON outcome_finding_verdict FOR EACH ROW EXECUTE FUNCTION guard_outcome_finding_verdict();

-- --- Who reads and writes what -----------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['related_company', 'outcome_finding', 'outcome_finding_verdict', 'document_finding']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    IF t <> 'related_company' THEN
      EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    END IF;
  END LOOP;
END $$;

CREATE POLICY not_participant ON outcome_finding TO portal_app USING (
  (SELECT app.participant_id()) IS NULL AND EXISTS (SELECT 1 FROM outcome o WHERE o.id = outcome_id));
CREATE POLICY authority ON outcome_finding_verdict TO portal_app USING (
  (SELECT app.is_authority()) AND EXISTS (SELECT 1 FROM outcome o WHERE o.id = outcome_id));
CREATE POLICY not_participant ON document_finding TO portal_app USING (
  (SELECT app.participant_id()) IS NULL AND EXISTS (SELECT 1 FROM document d JOIN placement p ON p.id = d.placement_id WHERE d.id = document_id));
GRANT SELECT, INSERT ON outcome_finding, outcome_finding_verdict, document_finding TO portal_app;

-- Prints are written with a document by who sends it; nobody reads them but through the counts.
DROP POLICY written_with_report ON document_print;
CREATE POLICY written_with_document ON document_print FOR INSERT TO portal_app WITH CHECK (EXISTS (
  SELECT 1 FROM document d JOIN placement p ON p.id = d.placement_id WHERE d.id = document_id
    AND d.submitted_by_person_id = (SELECT app.person_id()) AND p.provider_id = document_print.provider_id));

-- Those who are responsible for the service keep the related companies, in their own name; a provider reads its own.
CREATE POLICY own_or_authority ON related_company FOR SELECT TO portal_app USING (
  (SELECT app.is_authority()) OR (SELECT app.provider_id()) = provider_id);
CREATE POLICY kept ON related_company FOR INSERT TO portal_app WITH CHECK (
  (SELECT app.setting('role')) = 'agreementAdmin' AND registered_by_person_id = (SELECT app.person_id()) AND ended_at IS NULL);
CREATE POLICY ended ON related_company FOR UPDATE TO portal_app USING ((SELECT app.setting('role')) = 'agreementAdmin' AND ended_at IS NULL)
  WITH CHECK (ended_by_person_id = (SELECT app.person_id()));
GRANT SELECT, INSERT ON related_company TO portal_app;
GRANT UPDATE ("to", ended_by_person_id, ended_at) ON related_company TO portal_app;

-- What a job finds later, it adds.
CREATE POLICY worker ON document_finding TO portal_worker USING (true) WITH CHECK (true);
CREATE POLICY worker_adds ON document_print FOR INSERT TO portal_worker WITH CHECK (true);
CREATE POLICY worker_reads ON document_print FOR SELECT TO portal_worker USING (true);
CREATE POLICY worker ON related_company FOR SELECT TO portal_worker USING (true);
GRANT SELECT, INSERT ON document_finding, document_print TO portal_worker;
GRANT SELECT ON related_company TO portal_worker;
