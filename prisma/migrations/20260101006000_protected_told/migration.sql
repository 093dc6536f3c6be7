-- --- Protected identity: what a calculation rests on, and who is told ---------------------------------------------------------
-- Why a choice by proximity fell as it did says where somebody lives, near enough: nothing of it is kept of a protected identity.
CREATE FUNCTION guard_reasoning_unprotected() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM choice c JOIN participant p ON p.id = c.participant_id WHERE c.id = NEW.choice_id AND p.protected) THEN
    RAISE EXCEPTION 'what was compared is not kept of a protected identity' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER choice_reasoning_unprotected BEFORE INSERT ON choice_reasoning FOR EACH ROW EXECUTE FUNCTION guard_reasoning_unprotected();
REVOKE ALL ON FUNCTION guard_reasoning_unprotected() FROM PUBLIC;
-- What was kept before this was seen to.
ALTER TABLE choice_reasoning DISABLE TRIGGER choice_reasoning_append_only;
DELETE FROM choice_reasoning r USING choice c JOIN participant p ON p.id = c.participant_id WHERE c.id = r.choice_id AND p.protected;
ALTER TABLE choice_reasoning ENABLE TRIGGER choice_reasoning_append_only;

-- Those at the authority who are named for a participant are told, whatever their role there: by a job, or by the participant's own hand.
CREATE FUNCTION app.tell_named(p_participant uuid, p_event text, p_subject_type text, p_subject uuid, p_path text, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND p_participant IS DISTINCT FROM app.participant_id() THEN
    RAISE EXCEPTION 'nobody tells who is named for another' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO notification (person_id, organisation, event, event_group, subject_type, subject_id, path, created_at)
  SELECT DISTINCT m.person_id, m.organisation, p_event, 'cases', p_subject_type, p_subject, p_path, p_at
  FROM participant q JOIN protected_access a ON a.participant_id = q.id JOIN membership m ON m.person_id = a.person_id AND m.organisation = 'authority'
  WHERE q.id = p_participant AND q.protected AND m.valid_from <= (p_at AT TIME ZONE 'Europe/Stockholm')::date
    AND (m.valid_to IS NULL OR m.valid_to > (p_at AT TIME ZONE 'Europe/Stockholm')::date)
  ON CONFLICT DO NOTHING;
END $$;
-- Whether somebody can read what the participant complains of: of a protected identity only those who are named, and work with complaints.
CREATE FUNCTION app.complaint_has_reader(p_today date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM participant q WHERE q.id = app.participant_id() AND (NOT q.protected OR EXISTS (
    SELECT 1 FROM protected_access a JOIN membership m ON m.person_id = a.person_id AND m.organisation = 'authority' AND m.role IN ('reviewer', 'caseworker')
    WHERE a.participant_id = q.id AND m.valid_from <= p_today AND (m.valid_to IS NULL OR m.valid_to > p_today)))) $$;
REVOKE ALL ON FUNCTION app.tell_named(uuid, text, text, uuid, text, timestamptz), app.complaint_has_reader(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.tell_named(uuid, text, text, uuid, text, timestamptz) TO portal_app, portal_worker;
GRANT EXECUTE ON FUNCTION app.complaint_has_reader(date) TO portal_app;
