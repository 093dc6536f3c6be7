-- --- Who has not chosen in time: the nearest with room, why, and who has nobody near ------------------------------------------
-- CreateTable: why a choice by proximity fell as it did, so that it can be counted again. Append-only.
CREATE TABLE "choice_reasoning" (
    "choice_id" UUID NOT NULL,
    "arrived_on" DATE NOT NULL,
    "reference" CHAR(9) NOT NULL,
    "start_on" DATE NOT NULL,
    "home_lat" DOUBLE PRECISION,
    "home_lon" DOUBLE PRECISION,
    "seed" TEXT NOT NULL,
    "office_id" UUID NOT NULL,
    "compared" JSONB NOT NULL,
    CONSTRAINT "choice_reasoning_pkey" PRIMARY KEY ("choice_id")
);
-- CreateTable: a decision whose participant has nobody to choose, or nobody near. Ended when that is over.
CREATE TABLE "white_spot" (
    "decision_id" UUID NOT NULL,
    "municipality_id" TEXT,
    "kind" TEXT NOT NULL,
    "found_on" DATE NOT NULL,
    "ended_on" DATE,
    CONSTRAINT "white_spot_pkey" PRIMARY KEY ("decision_id")
);
-- CreateTable: that somebody has been reminded to choose, so many working days after the decision arrived.
CREATE TABLE "choice_reminder" (
    "decision_id" UUID NOT NULL,
    "workdays" SMALLINT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "choice_reminder_pkey" PRIMARY KEY ("decision_id", "workdays")
);
-- AddForeignKey
ALTER TABLE "choice_reasoning" ADD CONSTRAINT "choice_reasoning_choice_id_fkey" FOREIGN KEY ("choice_id") REFERENCES "choice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "white_spot" ADD CONSTRAINT "white_spot_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "choice_reminder" ADD CONSTRAINT "choice_reminder_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE choice_reasoning
  ADD CONSTRAINT choice_reasoning_home CHECK ((home_lat IS NULL) = (home_lon IS NULL)),
  ADD CONSTRAINT choice_reasoning_compared CHECK (jsonb_typeof(compared) = 'array' AND jsonb_array_length(compared) > 0);
ALTER TABLE white_spot ADD CONSTRAINT white_spot_kind CHECK (kind IN ('nobody', 'far')),
  ADD CONSTRAINT white_spot_days CHECK (ended_on >= found_on);
-- Few decisions wait for a choice; they are looked for each night, among all.
CREATE INDEX service_period_unplaced ON service_period (decision_id) WHERE placement_id IS NULL;
CREATE INDEX white_spot_standing ON white_spot (municipality_id) WHERE ended_on IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['choice_reasoning', 'white_spot', 'choice_reminder']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker ON %I TO portal_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
  END LOOP;
END $$;
CREATE TRIGGER choice_reasoning_append_only BEFORE UPDATE OR DELETE ON choice_reasoning FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER choice_reminder_append_only BEFORE UPDATE OR DELETE ON choice_reminder FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Read by the participant and by the authority, as the choice itself.
CREATE POLICY with_choice ON choice_reasoning FOR SELECT TO portal_app USING (EXISTS (SELECT 1 FROM choice c WHERE c.id = choice_id));
CREATE POLICY own_or_authority ON white_spot FOR SELECT TO portal_app USING (EXISTS (SELECT 1 FROM decision d WHERE d.id = decision_id
  AND (d.participant_id = (SELECT app.participant_id()) OR (SELECT app.is_authority()))));
GRANT SELECT ON choice_reasoning, white_spot TO portal_app;

-- --- The job's hand, and nobody else's ---------------------------------------------------------------------------------------
-- A decision that waits gets one placement, as it is: no coach, no end. Where the participant lives is read for nothing else.
GRANT SELECT, INSERT ON choice_reasoning, choice_reminder TO portal_worker;
GRANT SELECT, INSERT, UPDATE (kind, ended_on) ON white_spot TO portal_worker;
GRANT INSERT ON placement, choice TO portal_worker;
GRANT UPDATE (placement_id, "from") ON service_period TO portal_worker;
GRANT SELECT, UPDATE (version) ON decision TO portal_worker;
GRANT SELECT (id, person_id, protected, municipality_id, home_lat, home_lon) ON participant TO portal_worker;
CREATE POLICY worker ON participant FOR SELECT TO portal_worker USING (true);
CREATE POLICY worker ON decision TO portal_worker USING (true);
CREATE POLICY worker ON choice FOR INSERT TO portal_worker
  WITH CHECK (kind = 'proximity' AND made_by_person_id IS NULL AND NOT assisted);
CREATE POLICY worker_assigns ON placement AS RESTRICTIVE FOR INSERT TO portal_worker
  WITH CHECK (choice = 'proximity' AND "end" IS NULL AND cancelled_at IS NULL AND coach_person_id IS NULL);
CREATE POLICY worker_places ON service_period AS RESTRICTIVE FOR UPDATE TO portal_worker USING (placement_id IS NULL)
  WITH CHECK (EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id AND p.decision_id = service_period.decision_id AND p.choice = 'proximity'));

-- What nobody chose is nobody's to write: only jobs and loads, which have no role, say "by proximity".
CREATE POLICY chosen_by_somebody ON placement AS RESTRICTIVE FOR INSERT TO portal_app
  WITH CHECK (choice = 'active' OR (SELECT app.setting('role')) IS NULL);
CREATE POLICY chosen_by_somebody ON choice AS RESTRICTIVE FOR INSERT TO portal_app
  WITH CHECK (kind = 'active' OR (SELECT app.setting('role')) IS NULL);

-- --- Who is told ---------------------------------------------------------------------------------------------------------------
-- Thousands in a night, each of their own: the participant, and who receives participants at the office, as at a choice.
CREATE FUNCTION app.tell_assigned(p_choices uuid[], p_at timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO notification (person_id, organisation, provider_id, event, event_group, placement_id, subject_type, subject_id, path, created_at)
  SELECT DISTINCT t.person_id, t.organisation, t.provider_id, t.event, 'participants', t.placement_id, 'placement', t.placement_id, t.path, p_at
  FROM (
    SELECT m.*, 'providerAssigned' AS event, c.placement_id, '/participant/choose/done/' || c.id AS path
    FROM choice c JOIN participant q ON q.id = c.participant_id JOIN membership m ON m.person_id = q.person_id AND m.organisation = 'self'
    WHERE c.id = ANY (p_choices) AND c.kind = 'proximity'
    UNION ALL
    SELECT m.*, 'placementStarted', l.id, '/provider/participants/' || l.id
    FROM choice c JOIN placement l ON l.id = c.placement_id JOIN membership m ON m.provider_id = l.provider_id AND m.role = 'intake'
    WHERE c.id = ANY (p_choices) AND c.kind = 'proximity'
      AND (m.all_offices OR EXISTS (SELECT 1 FROM membership_office x WHERE x.membership_id = m.id AND x.office_id = l.office_id))
      AND (NOT l.protected OR EXISTS (SELECT 1 FROM protected_access a WHERE a.person_id = m.person_id AND a.participant_id = l.participant_id))
  ) t
  WHERE t.valid_from <= (p_at AT TIME ZONE 'Europe/Stockholm')::date
    AND (t.valid_to IS NULL OR t.valid_to > (p_at AT TIME ZONE 'Europe/Stockholm')::date)
  ON CONFLICT DO NOTHING
$$;
-- Somebody without a placement is found through the decision.
CREATE FUNCTION app.tell_chooser(p_decisions uuid[], p_event text, p_at timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO notification (person_id, organisation, event, event_group, subject_type, subject_id, path, created_at)
  SELECT DISTINCT m.person_id, m.organisation, p_event, 'participants', 'decision', d.id, '/participant/choose', p_at
  FROM decision d JOIN participant q ON q.id = d.participant_id JOIN membership m ON m.person_id = q.person_id AND m.organisation = 'self'
  WHERE d.id = ANY (p_decisions) AND m.valid_from <= (p_at AT TIME ZONE 'Europe/Stockholm')::date
    AND (m.valid_to IS NULL OR m.valid_to > (p_at AT TIME ZONE 'Europe/Stockholm')::date)
  ON CONFLICT DO NOTHING
$$;
REVOKE ALL ON FUNCTION app.tell_assigned(uuid[], timestamptz), app.tell_chooser(uuid[], text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.tell_assigned(uuid[], timestamptz), app.tell_chooser(uuid[], text, timestamptz) TO portal_worker;
