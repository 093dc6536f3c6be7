-- --- What the rules approve, they approve after a draw ------------------------------------------------------------------------
-- Only whom the tables belong to, who loads history, passes freely. Whoever else has no role is a job: the rules approve what went
-- the automatic way, stood in a frame and was not drawn, and no report moves without a decision in the same transaction.
CREATE OR REPLACE FUNCTION guard_review_decision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NULL THEN
    IF current_user <> (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
      AND (NEW."by" = 'person' OR (NEW."by" = 'rules' AND NOT (NEW.decision = 'approve' AND app.passed_draw(NEW.report_id)))) THEN
      RAISE EXCEPTION 'the rules approve what stood in a draw and was not drawn' USING ERRCODE = 'insufficient_privilege';
    END IF;
  ELSIF role <> 'reviewer' OR NEW."by" <> 'person' OR NEW.decided_by_person_id IS DISTINCT FROM app.person_id() THEN
    RAISE EXCEPTION 'a report is decided by a reviewer, in the own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Whether the report waits on the automatic way, and a draw that it stood in has let it be.
CREATE FUNCTION app.passed_draw(p_report uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM report r JOIN sample_frame f ON f.report_id = r.id JOIN sample_cycle c ON c.id = f.cycle_id
    WHERE r.id = p_report AND r.status = 'submitted' AND r.route = 'automatic' AND NOT r.protected AND NOT f.drawn AND c.drawn_at IS NOT NULL) $$;
REVOKE ALL ON FUNCTION app.passed_draw(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.passed_draw(uuid) TO portal_app, portal_worker;

CREATE FUNCTION guard_report_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN RETURN NEW; END IF;
  -- From a person nothing goes back to the rules; a job says which way goes what nobody has said it of.
  IF OLD.route = 'person' AND NEW.route = 'automatic' AND (app.setting('role') IS NOT NULL OR OLD.route_reason IS NOT NULL) THEN
    RAISE EXCEPTION 'a report that goes to a person does not go back to the rules' USING ERRCODE = 'restrict_violation';
  END IF;
  IF app.setting('role') IS NULL AND NEW.status <> OLD.status AND NOT EXISTS (SELECT 1 FROM review_decision d
      WHERE d.report_id = NEW.id AND d.by <> 'person' AND d.xmin = pg_current_xact_id()::xid
        AND NEW.status::text = CASE d.decision WHEN 'approve' THEN 'approved' WHEN 'reject' THEN 'rejected' END
        AND (d.by <> 'rules' OR (OLD.status = 'submitted' AND (OLD.route, NEW.route) = ('automatic', 'automatic')))) THEN
    RAISE EXCEPTION 'a report does not become % without a person', NEW.status USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_rules BEFORE UPDATE OF status, route ON report FOR EACH ROW EXECUTE FUNCTION guard_report_rules();

GRANT UPDATE (status, risk, holds, version) ON report TO portal_worker;
CREATE POLICY by_rules ON review_decision FOR INSERT TO portal_worker WITH CHECK (by <> 'person' AND decided_by_person_id IS NULL);
GRANT INSERT ON review_decision TO portal_worker;
