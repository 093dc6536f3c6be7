-- --- Whoever is told of somebody with protected identity is led to a page that they can open -----------------------------------------
-- As before, but a page of caseworkers' is for caseworkers: a reviewer who is named is led to the page of the protected identity, and
-- other roles, for whom there is none, are not told. Each person is told once.
CREATE OR REPLACE FUNCTION app.tell_named(p_participant uuid, p_event text, p_subject_type text, p_subject uuid, p_path text, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND p_participant IS DISTINCT FROM app.participant_id() THEN
    RAISE EXCEPTION 'nobody tells who is named for another' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO notification (person_id, organisation, event, event_group, subject_type, subject_id, path, created_at)
  SELECT DISTINCT ON (m.person_id) m.person_id, m.organisation, p_event, 'cases', p_subject_type, p_subject,
    CASE WHEN m.role = 'caseworker' OR p_path NOT LIKE '/admin/%' THEN p_path ELSE '/protected/' || p_participant END, p_at
  FROM participant q JOIN protected_access a ON a.participant_id = q.id JOIN membership m ON m.person_id = a.person_id AND m.organisation = 'authority'
  WHERE q.id = p_participant AND q.protected AND m.valid_from <= (p_at AT TIME ZONE 'Europe/Stockholm')::date
    AND (m.valid_to IS NULL OR m.valid_to > (p_at AT TIME ZONE 'Europe/Stockholm')::date)
    AND (p_path NOT LIKE '/admin/%' OR m.role IN ('caseworker', 'reviewer'))
  ORDER BY m.person_id, m.role = 'caseworker' DESC
  ON CONFLICT DO NOTHING;
END $$;
