-- --- Final reports: copies found by index, what caseworkers think of them, whom the participant lets read them ----------

-- CreateTable: an answer's word 5-grams as numbers, salted by provider, and the first of them by which copies are found.
CREATE TABLE "final_report_print" (
    "document_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "provider_id" UUID NOT NULL,
    "grams" INTEGER[],
    "prefix" INTEGER[],

    CONSTRAINT "final_report_print_pkey" PRIMARY KEY ("document_id", "place")
);

-- CreateTable: whether a caseworker could plan from a final report. Append-only.
CREATE TABLE "final_report_verdict" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "missing" TEXT NOT NULL DEFAULT '',
    "by_person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "final_report_verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable: the participant lets the next provider read something, or takes that back. Append-only; the last one holds,
-- and before the first what was chosen at the switch.
CREATE TABLE "sharing_event" (
    "id" UUID NOT NULL,
    "switch_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "given" BOOLEAN NOT NULL,
    "by_person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sharing_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "final_report_print_prefix_idx" ON "final_report_print" USING GIN ("prefix");
-- CreateIndex
CREATE UNIQUE INDEX "final_report_verdict_document_id_by_person_id_key" ON "final_report_verdict"("document_id", "by_person_id");
-- CreateIndex
CREATE UNIQUE INDEX "sharing_event_switch_id_what_number_key" ON "sharing_event"("switch_id", "what", "number");

-- AddForeignKey
ALTER TABLE "final_report_print" ADD CONSTRAINT "final_report_print_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "final_report_verdict" ADD CONSTRAINT "final_report_verdict_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "sharing_event" ADD CONSTRAINT "sharing_event_switch_id_fkey" FOREIGN KEY ("switch_id") REFERENCES "provider_switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE final_report_verdict
  ADD CONSTRAINT final_report_verdict_kind CHECK (verdict IN ('yes', 'partly', 'no')),
  ADD CONSTRAINT final_report_verdict_missing CHECK (verdict = 'yes' OR length(btrim(missing)) > 0);
ALTER TABLE sharing_event
  ADD CONSTRAINT sharing_event_what CHECK (what IN ('plan', 'finalReport')),
  ADD CONSTRAINT sharing_event_number CHECK (number >= 1);

-- --- Copies ---------------------------------------------------------------------------------------------------------
-- How many other final reports of the provider, about others, each print nearly stands in: a count for each place, and
-- nothing of whose they are, whatever offices who asks may see. Whoever shares no number of the prefixes is no near copy.
-- Candidates are found first and by the index of the prefixes alone: the planner cannot know how few share a number.
CREATE FUNCTION app.final_report_copies(p_placement uuid, p_prints jsonb) RETURNS TABLE (place text, reports int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
  WITH candidate AS MATERIALIZED (
    SELECT m.place, m.grams AS mine, f.document_id, f.grams AS theirs, f.provider_id
    FROM jsonb_to_recordset(p_prints) AS m (place text, grams int[], prefix int[]) JOIN final_report_print f ON f.prefix && m.prefix)
  SELECT c.place, count(DISTINCT d.thread_id)::int
  FROM candidate c
    JOIN placement o ON o.id = p_placement AND o.provider_id = c.provider_id AND (app.is_authority() OR o.provider_id = app.provider_id())
    JOIN document d ON d.id = c.document_id AND d.status NOT IN ('superseded', 'withdrawn')
    JOIN placement p ON p.id = d.placement_id AND p.participant_id <> o.participant_id
    CROSS JOIN LATERAL (SELECT count(*) AS shared FROM (SELECT unnest(c.mine) INTERSECT SELECT unnest(c.theirs)) both_have) s
  WHERE 5 * s.shared >= 4 * (cardinality(c.mine) + cardinality(c.theirs) - s.shared)
  GROUP BY c.place $$;
REVOKE ALL ON FUNCTION app.final_report_copies(uuid, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.final_report_copies(uuid, jsonb) TO portal_app;

-- The same for the final report that a placement has.
CREATE FUNCTION app.final_report_copies(p_placement uuid) RETURNS TABLE (place text, reports int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.place, c.reports FROM app.final_report_copies(p_placement, (
    SELECT coalesce(jsonb_agg(jsonb_build_object('place', f.place, 'grams', f.grams, 'prefix', f.prefix)), '[]')
    FROM final_report_print f JOIN document d ON d.id = f.document_id
    WHERE d.placement_id = p_placement AND d.kind = 'finalReport' AND d.status NOT IN ('superseded', 'withdrawn'))) c $$;
REVOKE ALL ON FUNCTION app.final_report_copies(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.final_report_copies(uuid) TO portal_app;

-- --- What the next provider may read ----------------------------------------------------------------------------------
-- Whether the participant lets the next provider read it: what was said last, else at the switch.
CREATE FUNCTION app.shares(p_switch uuid, p_what text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(
    (SELECT e.given FROM sharing_event e WHERE e.switch_id = p_switch AND e.what = p_what ORDER BY e.number DESC LIMIT 1),
    (SELECT CASE p_what WHEN 'plan' THEN w.share_plan WHEN 'finalReport' THEN w.share_final_report END FROM provider_switch w WHERE w.id = p_switch),
    false) $$;
REVOKE ALL ON FUNCTION app.shares(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.shares(uuid, text) TO portal_app;

-- Whether a placement's participant has gone on to an office of who asks, and lets it read that.
CREATE FUNCTION app.is_handed_on(p_from uuid, p_what text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM provider_switch w JOIN placement t ON t.id = w.to_placement_id
    WHERE w.from_placement_id = p_from AND w.undone_at IS NULL AND t.cancelled_at IS NULL
      AND t.provider_id = app.provider_id() AND (app.all_offices() OR t.office_id = ANY (app.office_ids()))
      AND (NOT t.protected OR t.participant_id = ANY (app.named_for()))
      AND app.shares(w.id, p_what)) $$;
REVOKE ALL ON FUNCTION app.is_handed_on(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_handed_on(uuid, text) TO portal_app;

-- The document itself and nothing around it: its events, like all else, go by the placement.
CREATE POLICY handed_on ON document FOR SELECT TO portal_app USING (
  (SELECT app.provider_id()) IS NOT NULL AND kind = 'finalReport' AND status = 'approved' AND app.is_handed_on(placement_id, 'finalReport'));
DROP POLICY through_document ON document_event;
CREATE POLICY through_document ON document_event TO portal_app USING ((act <> 'handedUp' OR (SELECT app.is_authority()))
  AND EXISTS (SELECT 1 FROM document d JOIN placement p ON p.id = d.placement_id WHERE d.id = document_id));

-- The latest plan of a placement that is handed on, as one value: the tables of plans stay closed.
CREATE FUNCTION app.handed_on_plan(p_from uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT jsonb_build_object('from', n."from", 'aim', n.aim, 'field', n.field, 'goal', n.goal,
    'activities', coalesce((SELECT jsonb_agg(jsonb_build_object('activity', x.activity, 'purpose', x.purpose, 'goal', x.goal) ORDER BY x.activity)
      FROM plan_activity x WHERE x.plan_id = n.id), '[]'))
  FROM plan n WHERE n.placement_id = p_from AND app.is_handed_on(p_from, 'plan') ORDER BY n.number DESC LIMIT 1 $$;
REVOKE ALL ON FUNCTION app.handed_on_plan(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.handed_on_plan(uuid) TO portal_app;

-- Which provider it is from, for whom something is handed on to.
CREATE FUNCTION app.handed_on_by(p_from uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT v.name FROM placement p JOIN provider v ON v.id = p.provider_id
  WHERE p.id = p_from AND (app.is_handed_on(p_from, 'plan') OR app.is_handed_on(p_from, 'finalReport')) $$;
REVOKE ALL ON FUNCTION app.handed_on_by(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.handed_on_by(uuid) TO portal_app;

-- --- Who writes what --------------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['final_report_print', 'final_report_verdict', 'sharing_event']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
  END LOOP;
END $$;

-- Prints are written with the report by who sends it; nobody reads them but through the counts.
CREATE POLICY written_with_report ON final_report_print FOR INSERT TO portal_app WITH CHECK (EXISTS (
  SELECT 1 FROM document d JOIN placement p ON p.id = d.placement_id WHERE d.id = document_id AND d.kind = 'finalReport'
    AND d.submitted_by_person_id = (SELECT app.person_id()) AND p.provider_id = final_report_print.provider_id));
GRANT INSERT ON final_report_print TO portal_app;

-- A caseworker judges an approved report that they neither sent nor decided on; the participant is not told of it.
CREATE POLICY through_placement ON final_report_verdict FOR SELECT TO portal_app USING ((SELECT app.participant_id()) IS NULL
  AND EXISTS (SELECT 1 FROM document d JOIN placement p ON p.id = d.placement_id WHERE d.id = document_id));
CREATE POLICY by_caseworker ON final_report_verdict FOR INSERT TO portal_app WITH CHECK (
  (SELECT app.setting('role')) = 'caseworker' AND by_person_id = (SELECT app.person_id())
  AND EXISTS (SELECT 1 FROM document d WHERE d.id = document_id AND d.kind = 'finalReport' AND d.status = 'approved'
    AND d.submitted_by_person_id IS DISTINCT FROM by_person_id AND d.decided_by_person_id IS DISTINCT FROM by_person_id));
GRANT SELECT, INSERT ON final_report_verdict TO portal_app;
CREATE POLICY worker ON final_report_verdict FOR SELECT TO portal_worker USING (true);
GRANT SELECT ON final_report_verdict TO portal_worker;

-- The participant alone gives and takes back.
CREATE POLICY own_or_authority ON sharing_event FOR SELECT TO portal_app USING (EXISTS (
  SELECT 1 FROM provider_switch w WHERE w.id = switch_id AND (w.participant_id = (SELECT app.participant_id()) OR (SELECT app.is_authority()))));
CREATE POLICY by_participant ON sharing_event FOR INSERT TO portal_app WITH CHECK (by_person_id = (SELECT app.person_id()) AND EXISTS (
  SELECT 1 FROM provider_switch w WHERE w.id = switch_id AND w.participant_id = (SELECT app.participant_id()) AND w.undone_at IS NULL));
GRANT SELECT, INSERT ON sharing_event TO portal_app;
