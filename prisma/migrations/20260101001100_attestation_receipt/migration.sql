-- A receipt shows its place in the log's hash chain. The log itself is not for its reader: this gives the place of one
-- attestation of the asker's own provider, and nothing else of the log.
CREATE INDEX audit_entry_attestation_idx ON audit_entry (subject_id) WHERE subject_type = 'attestation' AND outcome = 'done';

CREATE FUNCTION app.attestation_link(p_attestation uuid) RETURNS TABLE (seq bigint, hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.seq, c.hash FROM audit_entry e JOIN audit_chain c ON c.entry_id = e.id
  WHERE e.subject_type = 'attestation' AND e.outcome = 'done' AND e.subject_id = p_attestation::text
    AND (e.provider_id = app.provider_id() OR app.is_authority())
  ORDER BY c.seq LIMIT 1
$$;
REVOKE ALL ON FUNCTION app.attestation_link(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.attestation_link(uuid) TO portal_app;
