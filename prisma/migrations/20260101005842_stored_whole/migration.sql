-- --- An outcome and a document come in whole ----------------------------------------------------------------------------------
-- A row that was touched in this transaction is not one that came in with it: whoever takes, decides or withdraws touches it too. Of what
-- is "submitted" no hand but the sender's leaves it so: others' take it, move it to another desk or decide on it, and the sender's own takes
-- it back or puts a version in its place.
CREATE OR REPLACE FUNCTION guard_outcome_findings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND EXISTS (
      SELECT 1 FROM added a LEFT JOIN outcome o ON o.id = a.outcome_id AND o.xmin = pg_current_xact_id()::xid
        AND o.status = 'submitted' AND o.submitted_by_person_id = app.person_id() WHERE o.id IS NULL) THEN
    RAISE EXCEPTION 'an outcome is stored whole' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION app.is_sent_now(p_document uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app.setting('role') IN ('coach', 'reporter', 'signatory') AND EXISTS (SELECT 1 FROM document d WHERE d.id = p_document
    AND d.xmin = pg_current_xact_id()::xid AND d.status = 'submitted' AND d.submitted_by_person_id = app.person_id()) $$;
REVOKE ALL ON FUNCTION app.is_sent_now(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_sent_now(uuid) TO portal_app, portal_worker;

CREATE OR REPLACE FUNCTION guard_document_findings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND EXISTS (SELECT 1 FROM added a WHERE a.found_at IS NOT NULL OR NOT app.is_sent_now(a.document_id)) THEN
    RAISE EXCEPTION 'a document is stored whole' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

-- Prints come with their document, too: added later, they would point at somebody else's text as a copy.
CREATE FUNCTION guard_document_prints() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND EXISTS (SELECT 1 FROM added a WHERE NOT app.is_sent_now(a.document_id)) THEN
    RAISE EXCEPTION 'a document is stored whole' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER document_print_whole AFTER INSERT ON document_print REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION guard_document_prints();
