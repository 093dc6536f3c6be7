-- --- Searching the log: by organisation, refusals alone, by identity number ---------------------------------------------------
CREATE INDEX audit_entry_provider_id_at_id_idx ON audit_entry (provider_id, at, id) WHERE provider_id IS NOT NULL;
CREATE INDEX audit_entry_refused_at_id_idx ON audit_entry (at, id) WHERE outcome = 'refused';

-- Whose log is asked for by identity number: for auditors, and of nobody with a protected identity. The number itself comes as its
-- keyed hash.
CREATE FUNCTION app.participant_by_identity(p_hash bytea) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.id FROM person_identity i JOIN participant a ON a.person_id = i.person_id
  WHERE i.identity_hash = p_hash AND NOT a.protected AND app.setting('role') = 'auditor'
$$;
REVOKE ALL ON FUNCTION app.participant_by_identity(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.participant_by_identity(bytea) TO portal_app;
