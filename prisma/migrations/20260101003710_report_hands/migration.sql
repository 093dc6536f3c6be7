-- --- Reports, held by the database too -------------------------------------------------------------------------------
-- Base pay rests on approved reports: which way one goes, by whose hand, holds in SQL that passes every rule of the
-- application by. Jobs and who loads history have no role: for them the states alone count.

-- What a report says, whose it is and what it is worth stand from when it came in.
REVOKE UPDATE ON report FROM portal_app;
GRANT UPDATE (status, taken_by_person_id, taken_at, decide_by, version) ON report TO portal_app;

CREATE FUNCTION guard_report_hands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role'); this_one xid := pg_current_xact_id()::xid;
BEGIN
  IF role IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    -- What an approved version rests on, `report_version` says.
    IF (NEW.status = 'submitted' AND role IN ('signatory', 'client') AND NEW.submitted_by_person_id IS NOT DISTINCT FROM app.person_id())
      OR (NEW.status = 'approved' AND role = 'reviewer' AND NEW.supersedes_id IS NOT NULL) THEN RETURN NEW; END IF;
  ELSIF (CASE
      WHEN NEW.status = OLD.status THEN role = 'reviewer' AND NEW.taken_by_person_id IS NOT DISTINCT FROM OLD.taken_by_person_id
      WHEN NEW.status = 'withdrawn' THEN role = 'signatory'
      WHEN NEW.status = 'superseded' THEN role IN ('signatory', 'client', 'reviewer')
      WHEN role = 'signatory' THEN NEW.status = 'inReview' AND app.is_report_corrected(OLD.supersedes_id, NEW.id, 'applied')
      WHEN role <> 'reviewer' THEN false
      WHEN NEW.status = 'submitted' THEN OLD.taken_by_person_id = app.person_id()
      WHEN NEW.status = 'inReview' THEN NEW.taken_by_person_id = app.person_id() AND (OLD.status = 'submitted'
        OR EXISTS (SELECT 1 FROM report_reopening o WHERE o.report_id = NEW.id AND o.xmin = this_one))
      ELSE EXISTS (SELECT 1 FROM review_decision d WHERE d.report_id = NEW.id AND d.xmin = this_one
        AND NEW.status::text = CASE d.decision WHEN 'approve' THEN 'approved' WHEN 'return' THEN 'returned' ELSE 'rejected' END)
      END) THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a report does not become % by the hand of %', NEW.status, role USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER report_hands BEFORE INSERT OR UPDATE ON report FOR EACH ROW EXECUTE FUNCTION guard_report_hands();

-- Reviewers decide, in their own name.
CREATE FUNCTION guard_review_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND (app.setting('role') <> 'reviewer' OR NEW.decided_by_person_id IS DISTINCT FROM app.person_id()) THEN
    RAISE EXCEPTION 'a report is decided by a reviewer, in the own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_decision_hands BEFORE INSERT ON review_decision FOR EACH ROW EXECUTE FUNCTION guard_review_decision();

-- A report comes in whole: no row and no finding comes to it afterwards.
CREATE FUNCTION guard_report_parts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND EXISTS (
      SELECT 1 FROM added a LEFT JOIN report r ON r.id = a.report_id AND r.xmin = pg_current_xact_id()::xid WHERE r.id IS NULL) THEN
    RAISE EXCEPTION 'a report is stored whole' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER report_row_whole AFTER INSERT ON report_row REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION guard_report_parts();
CREATE TRIGGER check_finding_whole AFTER INSERT ON check_finding REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION guard_report_parts();

-- --- What systems are told, the app only tries out and sends again ---------------------------------------------------------
-- Everything else is written by trigger, beside what it tells of.
DROP POLICY through_endpoint ON webhook_delivery;
CREATE FUNCTION app.sends_to(p_endpoint uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app.setting('role') = 'providerAdmin' AND EXISTS (
    SELECT 1 FROM webhook_endpoint e WHERE e.id = p_endpoint AND app.decides_on_systems(e.provider_id)) $$;
CREATE POLICY through_endpoint ON webhook_delivery FOR SELECT TO portal_app USING (
  EXISTS (SELECT 1 FROM webhook_endpoint e WHERE e.id = endpoint_id));
CREATE POLICY tried ON webhook_delivery FOR INSERT TO portal_app WITH CHECK (type = 'webhook.test' AND app.sends_to(endpoint_id));
CREATE POLICY sent_again ON webhook_delivery FOR UPDATE TO portal_app USING (app.sends_to(endpoint_id));
