-- --- Why a report goes its way is said once -----------------------------------------------------------------------------------
-- A job says it of what nobody has said it of, and of what waits for the draw. A person says it in two cases: whoever takes or decides
-- what waits for the draw chooses it, and what is taken up again was reopened in the same transaction. (What somebody has taken stays with
-- them in the correction that takes its place: there the signatory's hand says it.) Else a reviewer could take a drawn report out of its
-- sample, and let a later version of it go back to the rules.
CREATE FUNCTION guard_report_way() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN RETURN NEW; END IF;
  IF NEW.route_reason IS NOT NULL AND (CASE
      WHEN role IS NULL THEN (OLD.route = 'automatic' OR OLD.route_reason IS NULL) AND NEW.route_reason NOT IN ('chosen', 'reopened')
      WHEN NEW.route <> 'person' THEN false
      WHEN NEW.route_reason = 'chosen' THEN OLD.route = 'automatic' AND (role = 'reviewer'
        OR (role = 'signatory' AND NEW.status = 'inReview' AND app.is_report_corrected(OLD.supersedes_id, NEW.id, 'applied')))
      ELSE NEW.route_reason = 'reopened'
        AND EXISTS (SELECT 1 FROM report_reopening o WHERE o.report_id = NEW.id AND o.xmin = pg_current_xact_id()::xid) END) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'why a report goes its way is not forgotten, nor said anew' USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER report_reason_stands ON report;
CREATE TRIGGER report_way_said BEFORE UPDATE OF route, route_reason ON report FOR EACH ROW
  WHEN ((OLD.route, OLD.route_reason) IS DISTINCT FROM (NEW.route, NEW.route_reason)) EXECUTE FUNCTION guard_report_way();
