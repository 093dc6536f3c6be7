-- --- Data protection: what goes when, and what somebody is told about themselves -----------------------------------------------------
-- CreateTable: the register as the database needs it, written by its owner alone whenever the portal prepares it.
CREATE TABLE "data_rule" (
    "table_name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "part" TEXT NOT NULL,
    "own_rows" TEXT,
    "own_columns" TEXT[],
    "hand_rows" TEXT,
    "hand_columns" TEXT[],

    CONSTRAINT "data_rule_pkey" PRIMARY KEY ("table_name")
);

-- CreateTable: what is thinned, from which instant and after how long.
CREATE TABLE "retention_rule" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "table_name" TEXT,
    "instant" TEXT NOT NULL,
    "keep" INTERVAL NOT NULL,
    "condition" TEXT NOT NULL,
    "change" TEXT,

    CONSTRAINT "retention_rule_pkey" PRIMARY KEY ("code")
);

-- CreateTable: the transactions that thin while they do. Empty to everybody else.
CREATE TABLE "thinning" (
    "txid" BIGINT NOT NULL,

    CONSTRAINT "thinning_pkey" PRIMARY KEY ("txid")
);

-- CreateTable: a case that must not be thinned, and why.
CREATE TABLE "legal_hold" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "set_by_person_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_by_person_id" UUID,
    "lifted_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "legal_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable: what a person is told that is kept about them. `reason` where somebody else asked for them, on paper.
CREATE TABLE "data_extract" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "asked_by_person_id" UUID NOT NULL,
    "reason" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "tables_total" INTEGER NOT NULL DEFAULT 0,
    "tables_done" INTEGER NOT NULL DEFAULT 0,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "fetched_at" TIMESTAMPTZ(3),

    CONSTRAINT "data_extract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_extract_chunk" (
    "extract_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "data_extract_chunk_pkey" PRIMARY KEY ("extract_id","number")
);

-- CreateIndex
CREATE INDEX "legal_hold_participant_id_idx" ON "legal_hold"("participant_id");
-- CreateIndex
CREATE INDEX "data_extract_person_id_idx" ON "data_extract"("person_id");

-- AddForeignKey
ALTER TABLE "legal_hold" ADD CONSTRAINT "legal_hold_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "data_extract_chunk" ADD CONSTRAINT "data_extract_chunk_extract_id_fkey" FOREIGN KEY ("extract_id") REFERENCES "data_extract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What goes with what it is about, when that has had its time; until then neither can be taken away.
ALTER TABLE "complaint_answer" DROP CONSTRAINT "complaint_answer_complaint_id_fkey",
  ADD CONSTRAINT "complaint_answer_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "plan_share_opening" DROP CONSTRAINT "plan_share_opening_share_id_fkey",
  ADD CONSTRAINT "plan_share_opening_share_id_fkey" FOREIGN KEY ("share_id") REFERENCES "plan_share"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "plan_comment_response" DROP CONSTRAINT "plan_comment_response_comment_id_fkey",
  ADD CONSTRAINT "plan_comment_response_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "plan_comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notification" DROP CONSTRAINT "notification_placement_id_fkey",
  ADD CONSTRAINT "notification_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "step_up" DROP CONSTRAINT "step_up_session_id_fkey",
  ADD CONSTRAINT "step_up_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE legal_hold
  ADD CONSTRAINT legal_hold_reason CHECK (length(btrim(reason)) BETWEEN 1 AND 500),
  ADD CONSTRAINT legal_hold_lifted CHECK ((lifted_at IS NULL) = (lifted_by_person_id IS NULL));
CREATE UNIQUE INDEX legal_hold_one ON legal_hold (participant_id) WHERE lifted_at IS NULL;
ALTER TABLE data_extract
  ADD CONSTRAINT data_extract_state CHECK (state IN ('waiting', 'running', 'ready', 'fetched', 'failed', 'gone')),
  ADD CONSTRAINT data_extract_reason CHECK (reason IS NULL OR length(btrim(reason)) BETWEEN 1 AND 300);
-- One at a time for whoever asks for somebody.
CREATE UNIQUE INDEX data_extract_one ON data_extract (asked_by_person_id, person_id) WHERE state IN ('waiting', 'running');

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['data_rule', 'retention_rule', 'thinning', 'legal_hold', 'data_extract', 'data_extract_chunk']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- --- Holds: caseworkers', in the own name ---------------------------------------------------------------------------------------------
CREATE POLICY seen ON legal_hold FOR SELECT TO portal_app USING (
  (SELECT app.setting('role')) IN ('caseworker', 'auditor') AND EXISTS (SELECT 1 FROM participant q WHERE q.id = participant_id));
CREATE POLICY made ON legal_hold FOR INSERT TO portal_app WITH CHECK (
  (SELECT app.setting('role')) = 'caseworker' AND set_by_person_id = (SELECT app.person_id()) AND lifted_at IS NULL
  AND EXISTS (SELECT 1 FROM participant q WHERE q.id = participant_id));
CREATE POLICY lifted ON legal_hold FOR UPDATE TO portal_app
  USING ((SELECT app.setting('role')) = 'caseworker' AND lifted_at IS NULL AND EXISTS (SELECT 1 FROM participant q WHERE q.id = participant_id))
  WITH CHECK (lifted_by_person_id = (SELECT app.person_id()));
GRANT SELECT, INSERT ON legal_hold TO portal_app;
GRANT UPDATE (lifted_by_person_id, lifted_at, version) ON legal_hold TO portal_app;

-- --- Extracts: one's own; a caseworker's for a participant, never one whose identity is protected ------------------------------------
CREATE POLICY own ON data_extract FOR SELECT TO portal_app USING (asked_by_person_id = (SELECT app.person_id()));
CREATE POLICY ask ON data_extract FOR INSERT TO portal_app WITH CHECK (
  asked_by_person_id = (SELECT app.person_id()) AND state = 'waiting' AND 'person:' || membership_id::text = (SELECT app.actor_key())
  AND (person_id = (SELECT app.person_id()) AND reason IS NULL
    OR (SELECT app.setting('role')) = 'caseworker' AND reason IS NOT NULL
      AND EXISTS (SELECT 1 FROM participant q WHERE q.person_id = data_extract.person_id AND NOT q.protected)));
CREATE POLICY taken ON data_extract FOR UPDATE TO portal_app
  USING (state = 'ready' AND asked_by_person_id = (SELECT app.person_id())) WITH CHECK (state = 'fetched');
CREATE POLICY worker ON data_extract TO portal_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON data_extract TO portal_app;
GRANT UPDATE (state, fetched_at) ON data_extract TO portal_app;
GRANT SELECT, UPDATE ON data_extract TO portal_worker;
CREATE POLICY own ON data_extract_chunk TO portal_app USING (EXISTS (SELECT 1 FROM data_extract e WHERE e.id = extract_id AND e.state = 'fetched'));
CREATE POLICY worker ON data_extract_chunk TO portal_worker USING (true) WITH CHECK (true);
GRANT SELECT, DELETE ON data_extract_chunk TO portal_app;
GRANT SELECT, INSERT, DELETE ON data_extract_chunk TO portal_worker;

-- An extract of somebody else whose identity has been protected meanwhile is nobody's any more.
CREATE FUNCTION forget_extracts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE data_extract SET state = 'gone' WHERE person_id = NEW.person_id AND asked_by_person_id <> NEW.person_id AND state <> 'gone';
  DELETE FROM data_extract_chunk c USING data_extract e WHERE e.id = c.extract_id AND e.person_id = NEW.person_id AND e.asked_by_person_id <> NEW.person_id;
  RETURN NULL;
END $$;
CREATE TRIGGER participant_forget_extracts AFTER UPDATE ON participant FOR EACH ROW
  WHEN (NEW.protected AND NOT OLD.protected) EXECUTE FUNCTION forget_extracts();

-- What is kept of the person of a running extract, a table at a time: rows about them (`own`), or rows that they put a hand to (`hand`).
CREATE FUNCTION app.extract_rows(p_extract uuid, p_table text, p_of text) RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  whose uuid;
  rule data_rule;
  given text;
BEGIN
  SELECT e.person_id INTO whose FROM data_extract e WHERE e.id = p_extract AND e.state = 'running'
    AND (e.asked_by_person_id = e.person_id OR NOT EXISTS (SELECT 1 FROM participant q WHERE q.person_id = e.person_id AND q.protected));
  SELECT r.* INTO rule FROM data_rule r WHERE r.table_name = p_table;
  IF whose IS NULL OR rule.table_name IS NULL THEN RETURN; END IF;
  SELECT string_agg(format('%L, to_jsonb(t.%I)', c.name, c.name), ', ' ORDER BY c.at) INTO given
    FROM unnest(CASE p_of WHEN 'own' THEN rule.own_columns ELSE rule.hand_columns END) WITH ORDINALITY AS c (name, at);
  IF given IS NULL OR (CASE p_of WHEN 'own' THEN rule.own_rows ELSE rule.hand_rows END) IS NULL THEN RETURN; END IF;
  RETURN QUERY EXECUTE format('SELECT jsonb_build_object(%s) FROM %I t WHERE %s', given, p_table,
    CASE p_of WHEN 'own' THEN rule.own_rows ELSE rule.hand_rows END) USING whose;
END $$;
REVOKE ALL ON FUNCTION app.extract_rows(uuid, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.extract_rows(uuid, text, text) TO portal_worker;

-- --- Thinning ---------------------------------------------------------------------------------------------------------------------------
CREATE FUNCTION app.is_thinning() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM thinning t WHERE t.txid = pg_current_xact_id_if_assigned()::text::bigint) $$;

-- What is append-only, or goes by the right hand alone, is so for everybody until its time has come.
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT DISTINCT t.tgfoid::regprocedure FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace AND (t.tgtype & 2) > 0 AND (t.tgtype & 8) > 0
  LOOP
    EXECUTE regexp_replace(pg_get_functiondef(f), '\mBEGIN\M',
      E'BEGIN\n  IF TG_OP = ''DELETE'' AND app.is_thinning() THEN RETURN OLD; END IF;');
  END LOOP;
END $$;

-- The first instant of the calendar year after, on a Swedish clock.
CREATE FUNCTION app.year_after(p_at timestamptz) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT make_timestamptz(extract(year FROM p_at AT TIME ZONE 'Europe/Stockholm')::int + 1, 1, 1, 0, 0, 0, 'Europe/Stockholm') $$;

-- When the last thing of a participant's case happened; days count to their end.
CREATE FUNCTION app.case_closed_at(p_participant uuid) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT greatest(
    (SELECT max(d.arrived_on)::timestamptz FROM decision d WHERE d.participant_id = p_participant),
    (SELECT max(s."to")::timestamptz FROM decision d JOIN service_period s ON s.decision_id = d.id WHERE d.participant_id = p_participant),
    (SELECT max(x.at) FROM placement p CROSS JOIN LATERAL (VALUES
        (greatest(p."to", p."end")::timestamptz), (p.cancelled_at),
        ((SELECT max(t.cut_off)::timestamptz FROM statement_line l JOIN statement t ON t.id = l.statement_id WHERE l.placement_id = p.id)),
        ((SELECT max(t.paid_on)::timestamptz FROM statement_line l JOIN statement t ON t.id = l.statement_id WHERE l.placement_id = p.id)),
        ((SELECT max(r.changed_at) FROM report r WHERE r.placement_id = p.id)),
        ((SELECT max(greatest(n.submitted_at, n.decided_at)) FROM document n WHERE n.placement_id = p.id)),
        ((SELECT max(o.submitted_at) FROM outcome o WHERE o.placement_id = p.id)),
        ((SELECT max(o.verified_through)::timestamptz FROM outcome o WHERE o.placement_id = p.id)),
        ((SELECT max(greatest(c.written_at, a.answered_at)) FROM complaint c LEFT JOIN complaint_answer a ON a.complaint_id = c.id WHERE c.placement_id = p.id)),
        ((SELECT max(greatest(s.opened_at, s.closed_at)) FROM statement_dispute s WHERE s.placement_id = p.id))
      ) AS x (at) WHERE p.participant_id = p_participant)) $$;

-- Whether something about a participant is not settled yet, or somebody has said that the case is to stay.
CREATE FUNCTION app.is_held(p_participant uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM legal_hold h WHERE h.participant_id = p_participant AND h.lifted_at IS NULL)
    OR EXISTS (SELECT 1 FROM data_extract e JOIN participant q ON q.person_id = e.person_id WHERE q.id = p_participant AND e.state IN ('waiting', 'running', 'ready'))
    OR EXISTS (SELECT 1 FROM complaint c JOIN participant q ON q.person_id = c.written_by_person_id
      WHERE q.id = p_participant AND NOT EXISTS (SELECT 1 FROM complaint_answer a WHERE a.complaint_id = c.id))
    OR EXISTS (SELECT 1 FROM placement p WHERE p.participant_id = p_participant AND (
      EXISTS (SELECT 1 FROM complaint c WHERE c.placement_id = p.id AND NOT EXISTS (SELECT 1 FROM complaint_answer a WHERE a.complaint_id = c.id))
      OR EXISTS (SELECT 1 FROM statement_dispute s WHERE s.placement_id = p.id AND s.closed_at IS NULL)
      OR EXISTS (SELECT 1 FROM statement_line l JOIN statement t ON t.id = l.statement_id
        WHERE l.placement_id = p.id AND (t.status IN ('open', 'proposed', 'disputed', 'authorised')
          OR EXISTS (SELECT 1 FROM claim c WHERE c.statement_id = t.id AND c.decided_at IS NULL)))
      OR EXISTS (SELECT 1 FROM report r WHERE r.placement_id = p.id AND (r.status IN ('submitted', 'inReview')
        OR EXISTS (SELECT 1 FROM report_correction c WHERE c.report_id = r.id AND c.submitted_at IS NOT NULL AND c.decided_at IS NULL)))
      OR EXISTS (SELECT 1 FROM outcome o WHERE o.placement_id = p.id AND o.status = 'submitted')
      OR EXISTS (SELECT 1 FROM document n WHERE n.placement_id = p.id AND n.status IN ('submitted', 'inReview'))
      OR EXISTS (SELECT 1 FROM placement_correction_item i JOIN placement_correction k ON k.id = i.correction_id
        WHERE i.placement_id = p.id AND k.decided_at IS NULL))) $$;

-- From when something of a participant's that only served the support is counted: nothing while the case is open, or held.
CREATE FUNCTION app.support_ended_at(p_participant uuid) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT CASE WHEN NOT app.is_held(p_participant) THEN app.case_closed_at(p_participant) END $$;

-- The clock is the database's own, but for one in which days are played.
CREATE FUNCTION app.begin_thinning(p_at timestamptz, p_limit int) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF p_limit NOT BETWEEN 1 AND 5000 THEN RAISE EXCEPTION 'a batch is of 1 to 5000' USING ERRCODE = 'invalid_parameter_value'; END IF;
  IF app.is_off_clock(p_at) AND NOT EXISTS (SELECT 1 FROM portal_setting s WHERE s.key = 'playedDays') THEN
    RAISE EXCEPTION 'what has had its time is judged by the clock' USING ERRCODE = 'restrict_violation';
  END IF;
  INSERT INTO thinning (txid) VALUES (pg_current_xact_id()::text::bigint) ON CONFLICT DO NOTHING;
END $$;
REVOKE ALL ON FUNCTION app.begin_thinning(timestamptz, int) FROM PUBLIC;

-- What was thinned is in the log by the same step, in numbers alone.
CREATE FUNCTION app.end_thinning(p_code text, p_counts jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM thinning WHERE txid = pg_current_xact_id()::text::bigint;
  IF p_counts <> '{}' THEN
    INSERT INTO audit_entry (actor_kind, actor_key, action, outcome, subject_type, subject_id, participant_ids, purpose, detail)
    VALUES ('job', 'job:retention.thin', 'retention.thin', 'done', 'retentionRule', p_code, '{}', 'Gallring', p_counts);
  END IF;
END $$;
REVOKE ALL ON FUNCTION app.end_thinning(text, jsonb) FROM PUBLIC;

-- A batch of one rule. How many rows it took; fewer than asked for: there are no more.
CREATE FUNCTION app.thin_rows(p_code text, p_limit int, p_at timestamptz DEFAULT now()) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  rule retention_rule;
  taken int;
  chosen text;
BEGIN
  PERFORM app.begin_thinning(p_at, p_limit);
  SELECT r.* INTO STRICT rule FROM retention_rule r WHERE r.code = p_code AND r.table_name IS NOT NULL;
  chosen := format('t.ctid = ANY (ARRAY(SELECT t.ctid FROM %I t WHERE (%s) <= $1 - $2 AND (%s) LIMIT $3 FOR UPDATE SKIP LOCKED))',
    rule.table_name, rule.instant, rule.condition);
  EXECUTE CASE WHEN rule.change IS NULL THEN format('DELETE FROM %I t WHERE %s', rule.table_name, chosen)
    ELSE format('UPDATE %I t SET %s WHERE %s', rule.table_name, rule.change, chosen) END USING p_at, rule.keep, p_limit;
  GET DIAGNOSTICS taken = ROW_COUNT;
  PERFORM app.end_thinning(p_code, CASE WHEN taken > 0 THEN jsonb_build_object(rule.table_name, taken) ELSE '{}' END);
  RETURN taken;
END $$;

-- Everything of a person in a part of the register, in reverse: what leads to something goes before it.
CREATE FUNCTION app.erase(p_person uuid, p_part text) RETURNS jsonb LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  rule data_rule;
  taken int;
  counts jsonb := '{}';
BEGIN
  FOR rule IN SELECT r.* FROM data_rule r WHERE r.part = p_part AND r.own_rows IS NOT NULL ORDER BY r.position DESC LOOP
    EXECUTE format('DELETE FROM %I t WHERE %s', rule.table_name, rule.own_rows) USING p_person;
    GET DIAGNOSTICS taken = ROW_COUNT;
    IF taken > 0 THEN counts := counts || jsonb_build_object(rule.table_name, taken); END IF;
  END LOOP;
  RETURN counts;
END $$;
REVOKE ALL ON FUNCTION app.erase(uuid, text) FROM PUBLIC;

-- A batch of cases, or of accounts. How many it took; fewer than asked for: there are no more.
CREATE FUNCTION app.thin_people(p_part text, p_limit int, p_at timestamptz DEFAULT now()) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  until timestamptz;
  whose uuid;
  people uuid[];
  counts jsonb := '{}';
BEGIN
  PERFORM app.begin_thinning(p_at, p_limit);
  SELECT p_at - r.keep INTO STRICT until FROM retention_rule r WHERE r.code = p_part AND r.table_name IS NULL;
  IF p_part = 'case' THEN
    people := ARRAY(SELECT q.person_id FROM participant q
      WHERE NOT EXISTS (SELECT 1 FROM placement p WHERE p.participant_id = q.id AND greatest(p."to", p."end") > until)
        AND app.year_after(app.case_closed_at(q.id)) <= until AND NOT app.is_held(q.id) ORDER BY q.id LIMIT p_limit);
  ELSE
    people := ARRAY(SELECT n.id FROM person n
      WHERE NOT EXISTS (SELECT 1 FROM participant q WHERE q.person_id = n.id)
        AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = n.id AND m.organisation <> 'self' AND m.valid_to IS NULL)
        AND app.year_after(greatest(n.created_at,
          (SELECT max(m.valid_to)::timestamptz FROM membership m WHERE m.person_id = n.id AND m.organisation <> 'self'))) <= until
        AND NOT EXISTS (SELECT 1 FROM data_extract e WHERE e.person_id = n.id AND e.state IN ('waiting', 'running', 'ready')) ORDER BY n.id LIMIT p_limit);
  END IF;
  FOREACH whose IN ARRAY people LOOP
    counts := app.add_counts(counts, app.erase(whose, p_part));
    -- Who was a participant and nothing else has no account any more.
    IF p_part = 'case' AND NOT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = whose AND m.organisation <> 'self') THEN
      counts := app.add_counts(counts, app.erase(whose, 'account'));
    END IF;
  END LOOP;
  PERFORM app.end_thinning(p_part, counts);
  RETURN coalesce(cardinality(people), 0);
END $$;

CREATE FUNCTION app.add_counts(p_one jsonb, p_other jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(x.key, x.n), '{}') FROM (
    SELECT e.key, sum(e.value::bigint) AS n FROM (SELECT * FROM jsonb_each_text(p_one) UNION ALL SELECT * FROM jsonb_each_text(p_other)) e GROUP BY e.key) x $$;

-- The rules in their order, for whoever thins by them.
CREATE FUNCTION app.thinning_codes() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.code FROM retention_rule r WHERE r.table_name IS NOT NULL ORDER BY r.position $$;

REVOKE ALL ON FUNCTION app.thin_rows(text, int, timestamptz), app.thin_people(text, int, timestamptz), app.thinning_codes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.thin_rows(text, int, timestamptz), app.thin_people(text, int, timestamptz), app.thinning_codes() TO portal_worker;

-- The worker no longer takes anything away by itself that this takes.
REVOKE DELETE ON idempotency_key, form_attempt, upload, webhook_delivery, secret_reveal, attest_shown, review_presence,
  reminder_sent, notification, rate_limit FROM portal_worker;
