-- A provider that answers tells whoever proposed the rejection, too: that person of the authority and, of a report, whoever has taken it.
-- Whoever is handed a correction or an outcome is told of that as of a report.
CREATE OR REPLACE FUNCTION app.names_person(p_person uuid, p_type text, p_subject uuid, p_placement uuid, p_on date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT CASE p_type
    WHEN 'dispute' THEN EXISTS (SELECT 1 FROM app.dispute_reviewers(p_subject, p_on) r (person_id) WHERE r.person_id = p_person)
    WHEN 'report' THEN EXISTS (SELECT 1 FROM report r WHERE r.id = p_subject AND r.placement_id = p_placement AND (r.taken_by_person_id = p_person
      OR (r.reply_by IS NOT NULL AND EXISTS (SELECT 1 FROM review_decision d WHERE d.report_id = r.id AND d.decision = 'proposeReject'
        AND d.last_day = r.reply_by AND d.decided_by_person_id = p_person))))
    WHEN 'correction' THEN EXISTS (SELECT 1 FROM report_correction c JOIN report r ON r.id = c.report_id
      JOIN review_taking t ON t.kind = 'correction' AND t.subject_id = c.id WHERE c.id = p_subject AND r.placement_id = p_placement AND t.person_id = p_person)
    WHEN 'outcome' THEN EXISTS (SELECT 1 FROM outcome o LEFT JOIN review_taking t ON t.kind = 'outcome' AND t.subject_id = o.id
      WHERE o.id = p_subject AND o.placement_id = p_placement AND p_person IN (o.submitted_by_person_id, t.person_id))
    ELSE false END $$;

-- What time decides rests on who submitted, and on what was taken up again.
CREATE POLICY settled_by_time ON attestation FOR SELECT TO portal_worker USING (true);
CREATE POLICY settled_by_time ON report_reopening FOR SELECT TO portal_worker USING (true);
GRANT SELECT ON attestation, report_reopening TO portal_worker;
