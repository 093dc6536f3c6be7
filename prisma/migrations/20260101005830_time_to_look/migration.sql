-- --- Whoever is to look at what was drawn gets the days for it -------------------------------------------------------------------
-- A report that comes late waits for the draw of its month, or of a later one: the day by which it is decided can be near then, or
-- over. The draw moves it ahead, and nothing else without a person does, nor back.
GRANT UPDATE (decide_by) ON report TO portal_worker;
CREATE FUNCTION guard_decide_by() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NULL AND current_user <> (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
    AND NOT (NEW.decide_by > OLD.decide_by AND OLD.route = 'automatic' AND (NEW.route, NEW.route_reason) = ('person', 'sample')) THEN
    RAISE EXCEPTION 'the draw alone gives a report more days' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_decide_by BEFORE UPDATE OF decide_by ON report FOR EACH ROW WHEN (NEW.decide_by <> OLD.decide_by)
  EXECUTE FUNCTION guard_decide_by();
