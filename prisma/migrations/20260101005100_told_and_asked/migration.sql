-- --- Who settles a case, who is told by name, and what functions answer ------------------------------------------------------
-- A deviation is received, what is told is read, a final report is completed: these are refused by nobody.
ALTER TABLE document ADD CONSTRAINT document_refusable
  CHECK (status <> 'rejected' OR kind IN ('interruptionRequest', 'supportedEmployment', 'extension', 'signal'));

-- What gives or takes days of service is settled by those who decide, also before it was handed up. Nothing comes in past those who
-- assess, but what completes a case that had been handed up.
CREATE FUNCTION guard_document_desk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' AND NEW.desk = 'decide'
    AND NOT EXISTS (SELECT 1 FROM document d WHERE d.id = NEW.supersedes_id AND d.desk = 'decide') THEN
    RAISE EXCEPTION 'a document comes in to those who assess' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.status IN ('approved', 'returned', 'rejected') AND NEW.kind IN ('interruptionRequest', 'extension', 'signal')
    AND NOT app.at_desk('decide') THEN
    RAISE EXCEPTION 'days of service are settled by those with the mandate to decide' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER document_desk BEFORE INSERT OR UPDATE OF status ON document FOR EACH ROW EXECUTE FUNCTION guard_document_desk();

-- Named persons at the authority are those whom the subject itself names: the reviewers who know a dispute, who has taken a report, who wrote
-- an outcome down. Persons at a provider are named by the provider, by the authority, and by the employer whom they asked.
CREATE FUNCTION app.names_person(p_person uuid, p_type text, p_subject uuid, p_placement uuid, p_on date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT CASE p_type
    WHEN 'dispute' THEN EXISTS (SELECT 1 FROM app.dispute_reviewers(p_subject, p_on) r (person_id) WHERE r.person_id = p_person)
    WHEN 'report' THEN EXISTS (SELECT 1 FROM report r WHERE r.id = p_subject AND r.placement_id = p_placement AND r.taken_by_person_id = p_person)
    WHEN 'outcome' THEN EXISTS (SELECT 1 FROM outcome o WHERE o.id = p_subject AND o.placement_id = p_placement AND o.submitted_by_person_id = p_person)
    ELSE false END $$;
CREATE FUNCTION app.may_name(p_person uuid, p_provider uuid, p_placement uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app.is_authority() OR p_provider = app.provider_id()
    OR EXISTS (SELECT 1 FROM employer_confirmation c WHERE c.placement_id = p_placement AND c.asked_by_person_id = p_person AND app.answers(c.id)) $$;
REVOKE ALL ON FUNCTION app.names_person(uuid, text, uuid, uuid, date), app.may_name(uuid, uuid, uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION app.notify(p_told jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  told record;
  l placement%ROWTYPE;
  about_person uuid;
  today date;
  is_job boolean := app.setting('role') IS NULL;
BEGIN
  SELECT * INTO told FROM jsonb_to_record(p_told) AS x (event text, "group" text, document text, placement uuid, provider uuid,
    "subjectType" text, subject uuid, path text, gathered boolean, mail text, at timestamptz, persons uuid[], coach boolean, participant boolean, "providerRoles" text[],
    desk text, "authorityRole" text);
  today := (told.at AT TIME ZONE 'Europe/Stockholm')::date;
  IF told.placement IS NOT NULL THEN
    SELECT * INTO l FROM placement p WHERE p.id = told.placement AND (is_job OR (
      (NOT p.protected OR p.participant_id = app.participant_id() OR p.participant_id = ANY (app.named_for()))
      AND (app.is_authority() OR p.participant_id = app.participant_id()
        OR EXISTS (SELECT 1 FROM employer_confirmation c WHERE c.placement_id = p.id AND app.answers(c.id))
        OR (p.provider_id = app.provider_id() AND (app.all_offices() OR p.office_id = ANY (app.office_ids()))))));
    IF NOT FOUND THEN
      RAISE EXCEPTION 'nobody tells of a placement that they do not see' USING ERRCODE = 'insufficient_privilege';
    END IF;
    told.provider := l.provider_id;
    SELECT q.person_id INTO about_person FROM participant q WHERE q.id = l.participant_id;
  ELSIF told.provider IS NOT NULL AND NOT is_job AND NOT app.is_authority()
    AND told.provider IS DISTINCT FROM app.provider_id() THEN
    RAISE EXCEPTION 'nobody tells of another provider' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO notification (person_id, organisation, provider_id, event, event_group, document, placement_id, subject_type, subject_id, path, mail, created_at)
  SELECT DISTINCT m.person_id, m.organisation, m.provider_id, told.event, told."group", told.document,
    CASE WHEN NOT told.gathered THEN l.id END, told."subjectType", told.subject, told.path, told.mail, told.at
  FROM (
    SELECT o.* FROM membership o
    WHERE o.provider_id = told.provider AND (o.role = ANY (told."providerRoles")
        OR (o.person_id = ANY (told.persons) AND (is_job OR app.may_name(o.person_id, o.provider_id, l.id)))
        OR (told.coach AND (o.person_id = l.coach_person_id OR (l.coach_person_id IS NULL AND o.role = 'intake'))))
      AND (l.id IS NULL OR o.all_offices OR EXISTS (SELECT 1 FROM membership_office x WHERE x.membership_id = o.id AND x.office_id = l.office_id))
    UNION ALL
    SELECT o.* FROM membership o WHERE o.organisation = 'authority' AND o.person_id = ANY (told.persons)
      AND (is_job OR app.names_person(o.person_id, told."subjectType", told.subject, l.id, today))
    UNION ALL
    SELECT o.* FROM membership o WHERE o.organisation = 'authority' AND (o.role = told."authorityRole" OR (o.role = 'reviewer' AND told.desk = 'review')
      OR (o.role = 'caseworker' AND (told.desk = 'assess' OR (told.desk = 'decide' AND o.case_mandate = 'decide'))))
    UNION ALL
    SELECT o.* FROM membership o WHERE told.participant AND o.organisation = 'self' AND o.person_id = about_person
  ) m
  WHERE m.valid_from <= today AND (m.valid_to IS NULL OR m.valid_to > today) AND m.person_id IS DISTINCT FROM app.person_id()
    AND (l.id IS NULL OR NOT l.protected OR m.organisation = 'self'
      OR EXISTS (SELECT 1 FROM protected_access a WHERE a.person_id = m.person_id AND a.participant_id = l.participant_id))
  ORDER BY m.person_id
  ON CONFLICT DO NOTHING;
END $$;

-- Functions that look past row-level security answer about the own provider, the own switch, and the placements that one receives; of others
-- they say no more than of what does not exist.
CREATE FUNCTION app.asks_of(p_provider uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT app.setting('role') IS NULL OR app.is_authority() OR coalesce(p_provider = app.provider_id(), false) $$;
GRANT EXECUTE ON FUNCTION app.asks_of(uuid) TO portal_app;
CREATE OR REPLACE FUNCTION app.works_at(p_person uuid, p_provider uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app.asks_of(p_provider) AND EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p_person AND m.provider_id = p_provider) $$;
CREATE OR REPLACE FUNCTION app.is_coach(p_person uuid, p_provider uuid, p_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app.asks_of(p_provider) AND EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p_person AND m.provider_id = p_provider
    AND m.role = 'coach' AND m.valid_from <= p_day AND (m.valid_to IS NULL OR m.valid_to > p_day)) $$;
-- Only the guard of requests to attest asks it, as the owner.
REVOKE ALL ON FUNCTION app.other_administrator(uuid, uuid, date) FROM PUBLIC;
CREATE OR REPLACE FUNCTION app.shares(p_switch uuid, p_what text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce(
    (SELECT coalesce((SELECT e.given FROM sharing_event e WHERE e.switch_id = w.id AND e.what = p_what ORDER BY e.number DESC LIMIT 1),
        CASE p_what WHEN 'plan' THEN w.share_plan WHEN 'finalReport' THEN w.share_final_report END)
      FROM provider_switch w JOIN placement t ON t.id = w.to_placement_id
      WHERE w.id = p_switch AND (w.participant_id = app.participant_id() OR app.asks_of(t.provider_id))),
    false) $$;
