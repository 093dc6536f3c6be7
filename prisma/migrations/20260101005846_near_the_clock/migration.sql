-- --- What deadlines are counted from happens now --------------------------------------------------------------------------------
-- The portal says when something happened, and the database holds that near its own clock: dated ahead, a rejection would be final before
-- anybody could answer; dated back, what came late would have come in time. A job says when it began. Whom the tables belong to, who loads
-- history, says what it wants, and a database of its own in which days are played (a demo that is made, tests, benchmarks) it marks as one.
CREATE FUNCTION app.is_off_clock(p_at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT p_at NOT BETWEEN now() - interval '15 minutes' AND now() + interval '15 minutes' $$;

CREATE FUNCTION guard_instant() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE at timestamptz := to_jsonb(NEW) ->> TG_ARGV[0];
BEGIN
  IF current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
    OR (app.setting('role') IS NULL AND at BETWEEN now() - interval '2 hours' AND now())
    OR EXISTS (SELECT 1 FROM portal_setting s WHERE s.key = 'playedDays') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what happens is dated by the clock' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER review_decision_now BEFORE INSERT ON review_decision FOR EACH ROW WHEN (app.is_off_clock(NEW.decided_at))
  EXECUTE FUNCTION guard_instant('decided_at');
CREATE TRIGGER review_reply_now BEFORE INSERT ON review_reply FOR EACH ROW WHEN (app.is_off_clock(NEW.replied_at))
  EXECUTE FUNCTION guard_instant('replied_at');
CREATE TRIGGER report_reopening_now BEFORE INSERT ON report_reopening FOR EACH ROW WHEN (app.is_off_clock(NEW.reopened_at))
  EXECUTE FUNCTION guard_instant('reopened_at');
CREATE TRIGGER attestation_now BEFORE INSERT ON attestation FOR EACH ROW WHEN (app.is_off_clock(NEW.attested_at))
  EXECUTE FUNCTION guard_instant('attested_at');
CREATE TRIGGER outcome_now BEFORE INSERT ON outcome FOR EACH ROW WHEN (app.is_off_clock(NEW.submitted_at))
  EXECUTE FUNCTION guard_instant('submitted_at');
CREATE TRIGGER outcome_decision_now BEFORE INSERT ON outcome_decision FOR EACH ROW WHEN (app.is_off_clock(NEW.decided_at))
  EXECUTE FUNCTION guard_instant('decided_at');
CREATE TRIGGER document_now BEFORE INSERT ON document FOR EACH ROW WHEN (app.is_off_clock(NEW.submitted_at))
  EXECUTE FUNCTION guard_instant('submitted_at');
CREATE TRIGGER document_decided_now BEFORE UPDATE ON document FOR EACH ROW
  WHEN (NEW.decided_at IS DISTINCT FROM OLD.decided_at AND app.is_off_clock(NEW.decided_at)) EXECUTE FUNCTION guard_instant('decided_at');
CREATE TRIGGER report_correction_now BEFORE UPDATE ON report_correction FOR EACH ROW
  WHEN (NEW.submitted_at IS DISTINCT FROM OLD.submitted_at AND app.is_off_clock(NEW.submitted_at)) EXECUTE FUNCTION guard_instant('submitted_at');
CREATE TRIGGER report_correction_decided_now BEFORE UPDATE ON report_correction FOR EACH ROW
  WHEN (NEW.decided_at IS DISTINCT FROM OLD.decided_at AND app.is_off_clock(NEW.decided_at)) EXECUTE FUNCTION guard_instant('decided_at');
CREATE TRIGGER sample_cycle_now BEFORE INSERT ON sample_cycle FOR EACH ROW WHEN (app.is_off_clock(NEW.opened_at))
  EXECUTE FUNCTION guard_instant('opened_at');
CREATE TRIGGER sample_cycle_drawn_now BEFORE UPDATE ON sample_cycle FOR EACH ROW
  WHEN (NEW.drawn_at IS DISTINCT FROM OLD.drawn_at AND app.is_off_clock(NEW.drawn_at)) EXECUTE FUNCTION guard_instant('drawn_at');
CREATE TRIGGER sample_cycle_closed_now BEFORE UPDATE ON sample_cycle FOR EACH ROW
  WHEN (NEW.closed_at IS DISTINCT FROM OLD.closed_at AND app.is_off_clock(NEW.closed_at)) EXECUTE FUNCTION guard_instant('closed_at');

-- A report and a document that are sent are so on the day on which they are; a correction counts as sent on the day of what it corrects.
CREATE TRIGGER report_now BEFORE INSERT ON report FOR EACH ROW WHEN (NEW.status = 'submitted' AND app.is_off_clock(NEW.submitted_at))
  EXECUTE FUNCTION guard_instant('submitted_at');
CREATE FUNCTION guard_sent_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
    OR (TG_TABLE_NAME = 'report' AND app.is_report_corrected((to_jsonb(NEW) ->> 'supersedes_id')::uuid, NEW.id, 'applied'))
    OR EXISTS (SELECT 1 FROM portal_setting s WHERE s.key = 'playedDays') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what is sent is sent on its day' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER report_sent_day BEFORE INSERT ON report FOR EACH ROW
  WHEN (NEW.status = 'submitted' AND NEW.submitted_on <> (NEW.submitted_at AT TIME ZONE 'Europe/Stockholm')::date) EXECUTE FUNCTION guard_sent_day();
CREATE TRIGGER document_sent_day BEFORE INSERT ON document FOR EACH ROW
  WHEN (NEW.submitted_on <> (NEW.submitted_at AT TIME ZONE 'Europe/Stockholm')::date) EXECUTE FUNCTION guard_sent_day();
