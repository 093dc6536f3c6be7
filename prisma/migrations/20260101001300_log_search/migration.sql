-- --- Searching the log --------------------------------------------------------------------------------------
-- Newest first, by time span and by action. The order is (at, id) throughout, so that one index gives both.
CREATE INDEX "audit_entry_at_id_idx" ON "audit_entry"("at", "id");
CREATE INDEX "audit_entry_action_at_id_idx" ON "audit_entry"("action", "at", "id");

-- The entries about one participant. Under row-level security an array operator is tried on every row of the log, since
-- it is not leakproof; here the index on participant_ids serves. Ids only: the rows are read under the asker's own policy.
CREATE FUNCTION app.entries_about(p_participant uuid) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.id FROM audit_entry e
  WHERE e.participant_ids @> ARRAY[p_participant]
    AND (app.setting('role') = 'auditor' OR p_participant = app.participant_id())
$$;
REVOKE ALL ON FUNCTION app.entries_about(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.entries_about(uuid) TO portal_app;
