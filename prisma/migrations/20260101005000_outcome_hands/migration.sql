-- --- Who sets what an outcome counts as, and who decides on it ---------------------------------------------------------------
-- The wanted extent moves a bonus: it is set by a caseworker with the mandate to decide.
DROP POLICY set ON wanted_extent;
CREATE POLICY set ON wanted_extent FOR INSERT TO portal_app WITH CHECK (app.at_desk('decide')
  AND set_by_person_id = (SELECT app.person_id()) AND EXISTS (SELECT 1 FROM decision d WHERE d.id = decision_id));

-- Who has handed in something of a placement's outcome: a version of its report, a file, or a question to an employer. What
-- was taken back is nobody's.
CREATE FUNCTION app.handed_in(p_placement uuid, p_person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM outcome o WHERE o.placement_id = p_placement AND o.status <> 'withdrawn' AND o.submitted_by_person_id = p_person)
    OR EXISTS (SELECT 1 FROM evidence e WHERE e.placement_id = p_placement AND e.withdrawn_at IS NULL AND e.given_by_person_id = p_person)
    OR EXISTS (SELECT 1 FROM employer_confirmation c WHERE c.placement_id = p_placement AND c.ended_as IS DISTINCT FROM 'revoked'
      AND c.asked_by_person_id = p_person) $$;
-- Asked of oneself alone.
CREATE FUNCTION app.have_handed_in(p_placement uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app.handed_in(p_placement, app.person_id()) $$;
REVOKE ALL ON FUNCTION app.handed_in(uuid, uuid), app.have_handed_in(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.have_handed_in(uuid) TO portal_app;

-- Nobody decides on what they handed in. And a day that no accepted evidence reaches is approved with a reason: pieces cover at most to the
-- end of the last one; that none is missing before it is for those who decide.
CREATE OR REPLACE FUNCTION guard_outcome_four_eyes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE placed uuid := (SELECT o.placement_id FROM outcome o WHERE o.id = NEW.outcome_id); reached date;
BEGIN
  IF app.handed_in(placed, NEW.decided_by_person_id) THEN
    RAISE EXCEPTION 'nobody decides on their own submission' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.decision = 'approve' AND NEW.verified_through IS NOT NULL AND coalesce(btrim(NEW.reason), '') = '' THEN
    SELECT max(e."to") INTO reached FROM evidence e WHERE e.placement_id = placed AND e.withdrawn_at IS NULL
      AND (SELECT d.accepted FROM evidence_decision d WHERE d.evidence_id = e.id ORDER BY d.decided_at DESC, d.id DESC LIMIT 1);
    IF reached IS NULL OR reached < NEW.verified_through THEN
      RAISE EXCEPTION 'what no accepted evidence covers is approved with a reason' USING ERRCODE = 'restrict_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION guard_evidence_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE piece evidence%ROWTYPE;
BEGIN
  SELECT * INTO STRICT piece FROM evidence WHERE id = NEW.evidence_id;
  IF piece.withdrawn_at IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM outcome o WHERE o.id = NEW.outcome_id AND o.placement_id = piece.placement_id) THEN
    RAISE EXCEPTION 'evidence is judged with its outcome, while it stands' USING ERRCODE = 'restrict_violation';
  END IF;
  IF app.handed_in(piece.placement_id, NEW.decided_by_person_id) THEN
    RAISE EXCEPTION 'nobody judges what they submitted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Who judged evidence has reviewed, who gave or asked for it has submitted: they authorise nothing of what it pays.
CREATE OR REPLACE FUNCTION guard_authorisation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE authoriser uuid;
BEGIN
  SELECT a.person_id INTO STRICT authoriser FROM authorisation a WHERE a.id = NEW.authorisation_id;
  IF authoriser = NEW.accepted_by_person_id
    OR EXISTS (SELECT 1 FROM statement_run r WHERE r.id = NEW.run_id AND r.started_by_person_id = authoriser)
    OR EXISTS (
      SELECT 1 FROM statement_line l
      JOIN report r ON r.placement_id = l.placement_id AND l.component = 'basePay' AND r.month = (substr(l.key, 6, 7) || '-01')::date
      LEFT JOIN attestation a ON a.id = r.attestation_id
      LEFT JOIN review_decision d ON d.report_id = r.id
      WHERE l.statement_id = NEW.id AND authoriser IN (r.submitted_by_person_id, a.person_id, d.decided_by_person_id))
    OR EXISTS (
      SELECT 1 FROM statement_line l
      JOIN outcome o ON o.placement_id = l.placement_id
      LEFT JOIN outcome_decision d ON d.outcome_id = o.id
      WHERE l.statement_id = NEW.id AND l.component <> 'basePay' AND authoriser IN (o.submitted_by_person_id, d.decided_by_person_id))
    OR EXISTS (
      SELECT 1 FROM statement_line l
      JOIN evidence e ON e.placement_id = l.placement_id
      LEFT JOIN evidence_decision d ON d.evidence_id = e.id
      LEFT JOIN employer_confirmation c ON c.id = e.confirmation_id
      WHERE l.statement_id = NEW.id AND l.component <> 'basePay'
        AND authoriser IN (e.given_by_person_id, d.decided_by_person_id, c.asked_by_person_id)) THEN
    RAISE EXCEPTION 'who authorises has neither submitted, reviewed, started nor accepted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
-- The same to be read before it is tried: only the part that the person who asks has.
CREATE OR REPLACE FUNCTION app.own_part(p_statement uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM statement_run r WHERE r.id = s.run_id AND r.started_by_person_id = app.person_id()) THEN 'startedRun'
    WHEN s.accepted_by_person_id = app.person_id() THEN 'accepted'
    WHEN EXISTS (
      SELECT 1 FROM statement_line l
      JOIN report r ON r.placement_id = l.placement_id AND r.month = (substr(l.key, 6, 7) || '-01')::date
      LEFT JOIN attestation a ON a.id = r.attestation_id
      WHERE l.statement_id = s.id AND l.component = 'basePay' AND app.person_id() IN (r.submitted_by_person_id, a.person_id))
      OR EXISTS (
        SELECT 1 FROM statement_line l JOIN outcome o ON o.placement_id = l.placement_id
        WHERE l.statement_id = s.id AND l.component <> 'basePay' AND o.submitted_by_person_id = app.person_id())
      OR EXISTS (
        SELECT 1 FROM statement_line l JOIN evidence e ON e.placement_id = l.placement_id
        LEFT JOIN employer_confirmation c ON c.id = e.confirmation_id
        WHERE l.statement_id = s.id AND l.component <> 'basePay' AND app.person_id() IN (e.given_by_person_id, c.asked_by_person_id)) THEN 'submitted'
    WHEN EXISTS (
      SELECT 1 FROM statement_line l
      JOIN report r ON r.placement_id = l.placement_id AND r.month = (substr(l.key, 6, 7) || '-01')::date
      JOIN review_decision d ON d.report_id = r.id AND d.decided_by_person_id = app.person_id()
      WHERE l.statement_id = s.id AND l.component = 'basePay')
      OR EXISTS (
        SELECT 1 FROM statement_line l JOIN outcome o ON o.placement_id = l.placement_id
        JOIN outcome_decision d ON d.outcome_id = o.id AND d.decided_by_person_id = app.person_id()
        WHERE l.statement_id = s.id AND l.component <> 'basePay')
      OR EXISTS (
        SELECT 1 FROM statement_line l JOIN evidence e ON e.placement_id = l.placement_id
        JOIN evidence_decision d ON d.evidence_id = e.id AND d.decided_by_person_id = app.person_id()
        WHERE l.statement_id = s.id AND l.component <> 'basePay') THEN 'reviewed'
  END
  FROM statement s WHERE s.id = p_statement AND app.setting('role') = 'payer' $$;
