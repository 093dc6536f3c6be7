-- --- When an office is open ------------------------------------------------------------------------------------
-- The contract asks for premises that are open some hours a day, some days a week: hours that can be counted, not words.
-- Half-open, in minutes since midnight; an office's spans of a weekday never overlap.
CREATE TABLE office_opening (
  office_id UUID NOT NULL,
  weekday SMALLINT NOT NULL,
  from_minute INTEGER NOT NULL,
  to_minute INTEGER NOT NULL,

  CONSTRAINT office_opening_pkey PRIMARY KEY (office_id, weekday, from_minute)
);
ALTER TABLE office_opening ADD CONSTRAINT office_opening_office_id_fkey FOREIGN KEY (office_id) REFERENCES office (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE office_opening ADD CONSTRAINT office_opening_weekday CHECK (weekday BETWEEN 1 AND 7),
  ADD CONSTRAINT office_opening_span CHECK (0 <= from_minute AND from_minute < to_minute AND to_minute <= 1440),
  ADD CONSTRAINT office_opening_no_overlap EXCLUDE USING gist (
    office_id WITH =, weekday WITH =, int4range(from_minute, to_minute, '[)') WITH &&);
ALTER TABLE office_opening ENABLE ROW LEVEL SECURITY;
ALTER TABLE office_opening FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON office_opening TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY read_all ON office_opening FOR SELECT TO portal_app USING (true);

-- The provider's administrator says when their offices are open: the hours here, and in words with the office.
CREATE FUNCTION app.administers_office(p_provider uuid, p_office uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(app.setting('role') = 'providerAdmin' AND p_provider = app.provider_id()
    AND (app.all_offices() OR p_office = ANY (app.office_ids())), false) $$;
CREATE POLICY opened_by_admin ON office_opening FOR INSERT TO portal_app WITH CHECK (
  EXISTS (SELECT 1 FROM office o WHERE o.id = office_id AND app.administers_office(o.provider_id, o.id)));
CREATE POLICY closed_by_admin ON office_opening FOR DELETE TO portal_app USING (
  EXISTS (SELECT 1 FROM office o WHERE o.id = office_id AND app.administers_office(o.provider_id, o.id)));
GRANT SELECT, INSERT, DELETE ON office_opening TO portal_app;
CREATE POLICY hours_by_admin ON office FOR UPDATE TO portal_app
  USING (app.administers_office(provider_id, id)) WITH CHECK (app.administers_office(provider_id, id));
GRANT UPDATE (opening_hours, version) ON office TO portal_app;

-- --- How many participants a coach has ---------------------------------------------------------------------------
-- At all offices of the provider and with those of protected identity among them: a number that depended on who asks
-- would hide that a coach has too many. Nothing but the numbers leaves it, and only to the provider and the authority.
CREATE FUNCTION app.coach_participants(p_provider uuid, p_today date, p_soon date)
RETURNS TABLE (coach_person_id uuid, participants integer, soon integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.coach_person_id,
    count(*) FILTER (WHERE p."from" <= p_today AND coalesce(p."end", p."to") > p_today)::int,
    count(*) FILTER (WHERE p."from" <= p_soon AND coalesce(p."end", p."to") > p_soon)::int
  FROM placement p
  WHERE p.provider_id = p_provider AND p.coach_person_id IS NOT NULL AND p.cancelled_at IS NULL
    AND coalesce(p."end", p."to") > p_today AND (p_provider = app.provider_id() OR app.is_authority())
  GROUP BY p.coach_person_id $$;
REVOKE ALL ON FUNCTION app.coach_participants(uuid, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.coach_participants(uuid, date, date) TO portal_app;

-- --- What the requirements ask of the log --------------------------------------------------------------------------
-- The last meeting and every month with another actor's measure, without reading a whole log for each participant.
CREATE INDEX activity_entry_meetings ON activity_entry (placement_id, date) WHERE activity = 'individualMeeting' AND removed_at IS NULL;
CREATE INDEX activity_entry_other_actor ON activity_entry (placement_id, date) WHERE activity = 'otherActor' AND removed_at IS NULL;
