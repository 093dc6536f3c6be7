-- --- Time approves what the terms in force say, and the rules nothing with a hold -----------------------------------------------
-- Deemed approval is of what waits for a person longer than the terms' days, and of nothing where they have none: else a job could approve
-- by time what was drawn from the rules.
CREATE OR REPLACE FUNCTION guard_settled_by_time() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  day date := (NEW.decided_at AT TIME ZONE 'Europe/Stockholm')::date;
  days int := coalesce((SELECT (t.document ->> 'deemedApprovalDays')::int FROM terms_version t WHERE t.valid_from <= day
    ORDER BY t.valid_from DESC LIMIT 1), 0);
BEGIN
  IF app.setting('role') IS NOT NULL THEN
    RAISE EXCEPTION 'time decides by itself' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN RETURN NEW; END IF;
  IF NOT EXISTS (SELECT 1 FROM report r WHERE r.id = NEW.report_id AND r.status IN ('submitted', 'inReview')
      AND CASE NEW."by" WHEN 'silence' THEN r.reply_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM review_reply a WHERE a.decision_id = NEW.proposal_id)
        ELSE r.reply_by IS NULL AND r.standing_status IS NULL AND r.route = 'person' AND days > 0 AND r.submitted_on < day - days END) THEN
    RAISE EXCEPTION 'nothing here is decided by time' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- What a check found must be seen by a person, whatever the report's own count of it says.
CREATE OR REPLACE FUNCTION app.passed_draw(p_report uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM report r JOIN sample_frame f ON f.report_id = r.id JOIN sample_cycle c ON c.id = f.cycle_id
    WHERE r.id = p_report AND r.status = 'submitted' AND r.route = 'automatic' AND NOT r.protected AND NOT f.drawn AND c.drawn_at IS NOT NULL
      AND r.holds = 0 AND NOT EXISTS (SELECT 1 FROM check_finding k WHERE k.report_id = r.id AND k.severity <> 'flag')) $$;
