-- --- Placements and logs, held by the database too --------------------------------------------------------------------
-- Days of service are paid for: whose placement it is, and from when to when, no statement of the app changes. Jobs and who
-- loads history have no role.
REVOKE UPDATE ON placement, participant, decision, service_period, provider_switch, activity_entry FROM portal_app;
GRANT UPDATE (level, agreement_version_id, "end", end_reason, coach_person_id, cancelled_at, version) ON placement TO portal_app;
GRANT UPDATE (level, agreement_version_id, version) ON decision TO portal_app;
GRANT UPDATE (placement_id, "from") ON service_period TO portal_app;
GRANT UPDATE (undone_at, version) ON provider_switch TO portal_app;
GRANT UPDATE (date, activity, form, minutes, language, note, removed_at, version) ON activity_entry TO portal_app;

-- The participant chooses and leaves; the provider says who the coach is; levels move by `placement_price_guard`.
CREATE FUNCTION guard_placement_hands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NOT NULL AND (
      (role <> 'participant' AND (TG_OP = 'INSERT'
        OR (OLD."end", OLD.end_reason, OLD.cancelled_at) IS DISTINCT FROM (NEW."end", NEW.end_reason, NEW.cancelled_at)))
      OR (TG_OP = 'UPDATE' AND OLD.coach_person_id IS DISTINCT FROM NEW.coach_person_id AND role NOT IN ('intake', 'providerAdmin'))) THEN
    RAISE EXCEPTION 'a placement is not changed so by the hand of %', role USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER placement_hands BEFORE INSERT OR UPDATE ON placement FOR EACH ROW EXECUTE FUNCTION guard_placement_hands();

-- The log is the coaches'.
CREATE POLICY logged_by_coach ON activity_entry AS RESTRICTIVE FOR INSERT TO portal_app WITH CHECK ((SELECT app.setting('role')) = 'coach');
CREATE POLICY changed_by_coach ON activity_entry AS RESTRICTIVE FOR UPDATE TO portal_app USING ((SELECT app.setting('role')) = 'coach');
