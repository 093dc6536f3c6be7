-- --- The log: nobody who writes in it says when, or in which place ---------------------------------------------------------
REVOKE INSERT ON audit_entry FROM portal_app, portal_worker;
GRANT INSERT (actor_kind, person_id, actor_key, role, provider_id, action, outcome, subject_type, subject_id, participant_ids, purpose, detail)
  ON audit_entry TO portal_app, portal_worker;

-- --- Receipts --------------------------------------------------------------------------------------------------------------
-- What was handed in is found by its id; an attestation is one of them.
DROP INDEX audit_entry_attestation_idx;
CREATE INDEX audit_entry_subject_idx ON audit_entry (subject_id, id) WHERE outcome = 'done';

-- The entry of what the asker, or somebody of the asker's provider, has handed in: the one that began it, with its link and the link
-- before it. The log itself is not for its reader; of this entry's persons a receipt shows nothing but a hash.
CREATE FUNCTION app.receipt_entry(p_type text, p_id text) RETURNS TABLE (entry_id bigint, seq bigint, previous bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.id, c.seq, (SELECT b.hash FROM audit_chain b WHERE b.seq = c.seq - 1)
  FROM audit_entry e LEFT JOIN audit_chain c ON c.entry_id = e.id
  WHERE e.outcome = 'done' AND e.subject_id = p_id AND e.subject_type = p_type
    AND (e.actor_key = app.actor_key() OR e.provider_id = app.provider_id())
  ORDER BY e.id LIMIT 1
$$;
REVOKE ALL ON FUNCTION app.receipt_entry(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.receipt_entry(text, text) TO portal_app;
