-- --- Final reports are handed over by name, as other cases are --------------------------------------------------------------------
ALTER TABLE review_hand_over DROP CONSTRAINT review_hand_over_kind,
  ADD CONSTRAINT review_hand_over_kind CHECK (kind IN ('periodicReport', 'correction', 'finalReport', 'outcome'));

CREATE OR REPLACE FUNCTION app.may_be_handed(p_person uuid, p_kind text, p_subject uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app.setting('role') = 'reviewer' AND app.is_reviewer(p_person) AND EXISTS (SELECT 1 FROM placement p WHERE p.id = (CASE p_kind
      WHEN 'periodicReport' THEN (SELECT r.placement_id FROM report r WHERE r.id = p_subject)
      WHEN 'correction' THEN (SELECT r.placement_id FROM report_correction c JOIN report r ON r.id = c.report_id WHERE c.id = p_subject)
      WHEN 'finalReport' THEN (SELECT d.placement_id FROM document d WHERE d.id = p_subject AND d.kind = 'finalReport' AND d.desk = 'review')
      WHEN 'outcome' THEN (SELECT o.placement_id FROM outcome o WHERE o.id = p_subject) END)
    AND (NOT p.protected OR EXISTS (SELECT 1 FROM protected_access a WHERE a.participant_id = p.participant_id AND a.person_id = p_person))) $$;

-- Whoever is handed a final report is told of that as of the others.
CREATE OR REPLACE FUNCTION app.names_person(p_person uuid, p_type text, p_subject uuid, p_placement uuid, p_on date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT CASE p_type
    WHEN 'dispute' THEN EXISTS (SELECT 1 FROM app.dispute_reviewers(p_subject, p_on) r (person_id) WHERE r.person_id = p_person)
    WHEN 'report' THEN EXISTS (SELECT 1 FROM report r WHERE r.id = p_subject AND r.placement_id = p_placement AND (r.taken_by_person_id = p_person
      OR (r.reply_by IS NOT NULL AND EXISTS (SELECT 1 FROM review_decision d WHERE d.report_id = r.id AND d.decision = 'proposeReject'
        AND d.last_day = r.reply_by AND d.decided_by_person_id = p_person))))
    WHEN 'correction' THEN EXISTS (SELECT 1 FROM report_correction c JOIN report r ON r.id = c.report_id
      JOIN review_taking t ON t.kind = 'correction' AND t.subject_id = c.id WHERE c.id = p_subject AND r.placement_id = p_placement AND t.person_id = p_person)
    WHEN 'document' THEN EXISTS (SELECT 1 FROM document d WHERE d.id = p_subject AND d.placement_id = p_placement AND d.taken_by_person_id = p_person)
    WHEN 'outcome' THEN EXISTS (SELECT 1 FROM outcome o LEFT JOIN review_taking t ON t.kind = 'outcome' AND t.subject_id = o.id
      WHERE o.id = p_subject AND o.placement_id = p_placement AND p_person IN (o.submitted_by_person_id, t.person_id))
    ELSE false END $$;

-- A taken document changes hands where that is told of in the same transaction, by whoever had it; nothing else of it changes then.
CREATE FUNCTION guard_document_handed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE hands text[] := ARRAY['taken_by_person_id', 'taken_at', 'version'];
BEGIN
  IF app.setting('role') IS NULL OR (OLD.taken_by_person_id = app.person_id() AND to_jsonb(OLD) - hands = to_jsonb(NEW) - hands
    AND EXISTS (SELECT 1 FROM review_hand_over h WHERE h.kind = OLD.kind AND h.subject_id = NEW.id AND h.to_person_id = NEW.taken_by_person_id
      AND h.xmin = pg_current_xact_id()::xid)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a taken document is handed over by whoever has it, and that is told' USING ERRCODE = 'insufficient_privilege';
END $$;
DROP TRIGGER document_guard ON document;
CREATE TRIGGER document_guard_in BEFORE INSERT ON document FOR EACH ROW EXECUTE FUNCTION guard_document();
CREATE TRIGGER document_guard BEFORE UPDATE ON document FOR EACH ROW
  WHEN ((NEW.status = 'inReview' AND OLD.status = 'inReview' AND OLD.taken_by_person_id <> NEW.taken_by_person_id) IS NOT TRUE)
  EXECUTE FUNCTION guard_document();
CREATE TRIGGER document_handed BEFORE UPDATE ON document FOR EACH ROW
  WHEN ((NEW.status = 'inReview' AND OLD.status = 'inReview' AND OLD.taken_by_person_id <> NEW.taken_by_person_id) IS TRUE)
  EXECUTE FUNCTION guard_document_handed();
