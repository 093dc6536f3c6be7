-- --- The log: nobody who writes in it says when, or in which place ---------------------------------------------------------
REVOKE INSERT ON audit_entry FROM portal_app, portal_worker;
GRANT INSERT (actor_kind, person_id, actor_key, role, provider_id, action, outcome, subject_type, subject_id, participant_ids, purpose, detail)
  ON audit_entry TO portal_app, portal_worker;

-- --- Receipts --------------------------------------------------------------------------------------------------------------
-- The hash of what a receipt does not show of an entry: who it was, about whom, why. Kept with the link, so that nobody has to read
-- those to give a receipt. Where the log has been chained without it, there are no receipts.
ALTER TABLE audit_chain ADD COLUMN closed BYTEA;

-- What was handed in is found by its id; an attestation is one of them.
DROP INDEX audit_entry_attestation_idx;
CREATE INDEX audit_entry_subject_idx ON audit_entry (subject_id, id) WHERE outcome = 'done';

-- The entry of what the asker, or somebody of the asker's provider, has handed in, or what is about the asker: the one that began it, with its place. The log
-- itself is not for its reader: of this entry's persons there is nothing here but a hash.
CREATE FUNCTION app.receipt_entry(p_type text, p_id uuid) RETURNS TABLE (seq bigint, previous bytea, closed bytea, entry jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.seq, coalesce((SELECT b.hash FROM audit_chain b WHERE b.seq = c.seq - 1), decode(repeat('00', 32), 'hex')), c.closed,
    jsonb_build_object('id', e.id::text, 'at', to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'actor_kind', e.actor_kind,
      'action', e.action, 'outcome', e.outcome, 'subject_type', e.subject_type, 'subject_id', e.subject_id,
      'content_hash', CASE jsonb_typeof(e.detail->'contentHash') WHEN 'string' THEN e.detail->>'contentHash' END)
  FROM audit_entry e LEFT JOIN audit_chain c ON c.entry_id = e.id
  WHERE e.outcome = 'done' AND e.subject_type = CASE p_type WHEN 'choice' THEN 'decision' ELSE p_type END
    -- A choice stands in the log as one of its decision.
    AND e.subject_id = CASE p_type WHEN 'choice' THEN (SELECT h.decision_id::text FROM choice h WHERE h.id = p_id) ELSE p_id::text END
    AND (p_type <> 'choice' OR e.detail->>'choiceId' = p_id::text)
    AND (e.actor_key = app.actor_key() OR e.provider_id = app.provider_id() OR e.participant_ids @> ARRAY[app.participant_id()])
  ORDER BY e.id LIMIT 1
$$;
REVOKE ALL ON FUNCTION app.receipt_entry(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.receipt_entry(text, uuid) TO portal_app;
