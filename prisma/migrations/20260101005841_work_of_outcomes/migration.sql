-- --- What an outcome asks of a reviewer is kept by one function ----------------------------------------------------------------
-- Whether an outcome can ask for something, today or on a later day without anything changing: an approved one may fall due until
-- evidence reaches the last milestone – counted from the latest day that any agreement could count from, so that none is missed.
CREATE FUNCTION app.open_outcomes(p_outcomes uuid[]) RETURNS TABLE (outcome_id uuid) LANGUAGE sql STABLE AS $$
  WITH longest AS (SELECT max((m ->> 'months')::int) AS months
    FROM agreement_version g, jsonb_array_elements(g.document -> 'resultPay' -> 'milestones') m)
  SELECT o.id FROM outcome o JOIN placement l ON l.id = o.placement_id CROSS JOIN longest
  WHERE o.id = ANY (p_outcomes) AND (o.status = 'submitted' OR (o.status = 'approved' AND (o.verified_through IS NULL OR o.verified_through <
    greatest(o."from", coalesce(l."end", l."to"), (SELECT max(s."from") FROM outcome_spell s WHERE s.outcome_id = o.id))
      + make_interval(months => longest.months)))) $$;

-- Kept of those that are to be worked out, as far as who asks sees them, and never so that one which can ask for something is out of
-- sight: what waits for its decision is said to, and everything else is worked out anew by the night job the day after. What somebody
-- is changing now is worked out again afterwards: it is not waited for.
CREATE FUNCTION app.keep_outcome_work(p_work jsonb, p_today date) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  kept int;
  tomorrow date := least(p_today, (now() AT TIME ZONE 'Europe/Stockholm')::date) + 1;
BEGIN
  IF session_user = 'portal_app' AND app.setting('role') IS DISTINCT FROM 'reviewer' THEN
    RAISE EXCEPTION 'what an outcome asks of a reviewer is worked out for reviewers' USING ERRCODE = 'insufficient_privilege';
  END IF;
  WITH given AS MATERIALIZED (
    SELECT k.* FROM jsonb_to_recordset(p_work) AS k ("outcomeId" uuid, changes int, why text, "dueOn" date, "nowOre" bigint, "laterOre" bigint)),
  open AS MATERIALIZED (SELECT x.outcome_id FROM app.open_outcomes(ARRAY(SELECT "outcomeId" FROM given)) x),
  free AS MATERIALIZED (SELECT w.outcome_id FROM outcome_work w JOIN given k ON k."outcomeId" = w.outcome_id FOR UPDATE OF w SKIP LOCKED)
  UPDATE outcome_work w SET seen_changes = least(k.changes, w.changes), look_on = CASE WHEN x.outcome_id IS NOT NULL THEN tomorrow END,
    why = k.why, due_on = k."dueOn", now_ore = k."nowOre", later_ore = k."laterOre"
  FROM given k JOIN free f ON f.outcome_id = k."outcomeId" JOIN outcome o ON o.id = k."outcomeId" JOIN placement p ON p.id = o.placement_id
    LEFT JOIN open x ON x.outcome_id = o.id
  WHERE w.outcome_id = o.id AND (w.seen_changes <> w.changes OR w.look_on <= p_today)
    AND (x.outcome_id IS NOT NULL OR k.why IS NULL) AND (o.status <> 'submitted' OR k.why IS NOT DISTINCT FROM 'awaiting')
    AND (session_user <> 'portal_app' OR NOT p.protected OR p.participant_id = ANY (app.named_for()));
  GET DIAGNOSTICS kept = ROW_COUNT;
  RETURN kept;
END $$;
REVOKE ALL ON FUNCTION app.open_outcomes(uuid[]), app.keep_outcome_work(jsonb, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_outcomes(uuid[]), app.keep_outcome_work(jsonb, date) TO portal_app, portal_worker;
REVOKE UPDATE (seen_changes, look_on, why, due_on, now_ore, later_ore) ON outcome_work FROM portal_app, portal_worker;
