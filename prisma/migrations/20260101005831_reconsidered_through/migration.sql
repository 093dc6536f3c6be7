-- --- Reconsideration goes on in the version that completes what it returned ---------------------------------------------------------
-- Who may not decide on a report: whose decision on it is reconsidered, or on an earlier version of its month, until that has been
-- decided anew. Of a rejection that became final in silence, that is whoever proposed it.
CREATE FUNCTION app.not_decided_by(p_report uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT coalesce(d.decided_by_person_id, p.decided_by_person_id)
  FROM report r JOIN report v ON v.placement_id = r.placement_id AND v.month = r.month AND v.number <= r.number
    JOIN report_reopening o ON o.report_id = v.id AND o.kind = 'reconsideration'
    JOIN review_decision d ON d.id = o.decision_id LEFT JOIN review_decision p ON p.id = d.proposal_id
  WHERE r.id = p_report AND (v.id = r.id OR NOT EXISTS (SELECT 1 FROM report w JOIN review_decision x ON x.report_id = w.id
    WHERE w.placement_id = r.placement_id AND w.month = r.month AND w.number >= v.number AND x.decision IN ('approve', 'reject') AND x.id <> d.id
      AND x.decided_at >= o.reopened_at))
  ORDER BY o.reopened_at DESC LIMIT 1 $$;
REVOKE ALL ON FUNCTION app.not_decided_by(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.not_decided_by(uuid) TO portal_app, portal_worker;

CREATE OR REPLACE FUNCTION guard_reconsidering() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.decided_by_person_id = app.not_decided_by(NEW.report_id)
    OR EXISTS (SELECT 1 FROM report_reopening o JOIN review_decision d ON d.id = o.decision_id JOIN review_decision p ON p.id = d.proposal_id
      WHERE o.report_id = NEW.report_id AND o.kind = 'reconsideration' AND d."by" = 'silence' AND p.decided_by_person_id = NEW.decided_by_person_id) THEN
    RAISE EXCEPTION 'nobody reconsiders their own decision' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
