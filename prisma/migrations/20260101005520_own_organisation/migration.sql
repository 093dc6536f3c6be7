-- Nobody decides on reports of a provider that they themselves work for, whatever else they are.
CREATE FUNCTION guard_own_organisation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE day date := (NEW.decided_at AT TIME ZONE 'Europe/Stockholm')::date;
BEGIN
  IF EXISTS (SELECT 1 FROM report r JOIN membership m ON m.provider_id = r.provider_id
      WHERE r.id = NEW.report_id AND m.person_id = NEW.decided_by_person_id AND m.valid_from <= day AND (m.valid_to IS NULL OR m.valid_to > day)) THEN
    RAISE EXCEPTION 'nobody decides on their own organisation' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_decision_organisation BEFORE INSERT ON review_decision FOR EACH ROW WHEN (NEW.decided_by_person_id IS NOT NULL)
  EXECUTE FUNCTION guard_own_organisation();
