-- --- Who has looked at a participant, for the participant ------------------------------------------------------------------------
-- What was done or read about whoever asks, by day: which organisation, in what role, what it was. Never who: those who work are named to
-- nobody by it, and what participants have done themselves is left out. An array operator is not leakproof, so that under row-level security
-- the whole log would be gone through; here the index on participant_ids serves.
CREATE FUNCTION app.own_readings() RETURNS TABLE (day date, actor_kind text, role text, provider_id uuid, provider_name text, action text, times int, last_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT (e.at AT TIME ZONE 'Europe/Stockholm')::date, e.actor_kind, e.role, e.provider_id, v.name, e.action, count(*)::int, max(e.at)
  FROM audit_entry e LEFT JOIN provider v ON v.id = e.provider_id
  WHERE e.participant_ids @> ARRAY[app.participant_id()] AND e.outcome IN ('read', 'done') AND e.role IS DISTINCT FROM 'participant'
  GROUP BY 1, 2, 3, 4, 5, 6
$$;
REVOKE ALL ON FUNCTION app.own_readings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.own_readings() TO portal_app;

-- The log itself holds who it was: it is the auditor's to read.
DROP POLICY read ON audit_entry;
CREATE POLICY read ON audit_entry FOR SELECT TO portal_app USING (app.setting('role') = 'auditor');
