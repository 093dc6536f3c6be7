-- --- What a participant disputes stands at the report as they say it now ----------------------------------------------------------
-- A finding stays as it was found, but for what is disputed: that is what the participant's answers say, which are versions themselves.
DROP TRIGGER check_finding_append_only ON check_finding;
CREATE FUNCTION guard_check_finding() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.code = 'PARTICIPANT_DISPUTES'
    AND (to_jsonb(OLD) - ARRAY['facts', 'found_at']) = (to_jsonb(NEW) - ARRAY['facts', 'found_at'])
    AND EXISTS (SELECT 1 FROM report r JOIN activity_answer a ON a.placement_id = r.placement_id AND a.month = r.month
      WHERE r.id = OLD.report_id AND a.xmin = pg_current_xact_id()::xid) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER check_finding_append_only BEFORE UPDATE OR DELETE ON check_finding FOR EACH ROW EXECUTE FUNCTION guard_check_finding();

-- As before, and an answer that changes what is disputed changes the finding: the new facts stand, and who had the old ones in
-- sight is told that it has changed. What is taken back holds the report no less: a person reads it. Returns whether the report waits with it.
CREATE OR REPLACE FUNCTION app.hold_disputed(p_report uuid, p_facts jsonb, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  of_report report;
  acting text := app.setting('role');
  disputes boolean;
  is_new boolean := false;
  is_changed boolean;
BEGIN
  SELECT r.* INTO of_report FROM report r WHERE r.id = p_report AND r.status NOT IN ('superseded', 'withdrawn')
    AND EXISTS (SELECT 1 FROM activity_answer a WHERE a.placement_id = r.placement_id AND a.month = r.month
      AND a.answered_by_person_id = app.person_id() AND a.xmin = pg_current_xact_id()::xid) FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a report is held by a dispute of its own participant' USING ERRCODE = 'insufficient_privilege';
  END IF;
  disputes := EXISTS (SELECT 1 FROM activity_answer a WHERE a.placement_id = of_report.placement_id AND a.month = of_report.month
    AND a.answer = 'disputed' AND a.answered_by_person_id = app.person_id() AND a.xmin = pg_current_xact_id()::xid);
  -- Whose hand it is has been seen to; the guards of a report let what has no role through.
  PERFORM set_config('app.role', '', true);
  UPDATE check_finding SET facts = p_facts, found_at = p_at
    WHERE report_id = p_report AND code = 'PARTICIPANT_DISPUTES' AND facts IS DISTINCT FROM p_facts;
  is_changed := FOUND;
  IF disputes THEN
    INSERT INTO check_finding (report_id, code, severity, facts, found_at)
      VALUES (p_report, 'PARTICIPANT_DISPUTES', 'hold', p_facts, p_at) ON CONFLICT DO NOTHING;
    is_new := FOUND;
  END IF;
  IF (is_new OR is_changed) AND of_report.status IN ('submitted', 'inReview') THEN
    UPDATE report SET holds = holds + is_new::int, version = version + 1, route = 'person',
      route_reason = CASE WHEN route_reason IN ('sample', 'chosen', 'reopened', 'correction') THEN route_reason ELSE 'hold' END
      WHERE id = p_report;
  END IF;
  PERFORM set_config('app.role', coalesce(acting, ''), true);
  RETURN of_report.status IN ('submitted', 'inReview')
    AND EXISTS (SELECT 1 FROM check_finding f WHERE f.report_id = p_report AND f.code = 'PARTICIPANT_DISPUTES');
END $$;
