-- --- Who the coach is and was, who covers, and what participants have done before --------------------------------------
-- CreateTable: each time somebody else became the coach, nobody did, or the same one went on. Append-only.
CREATE TABLE "coach_change" (
    "id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_person_id" UUID,
    "to_person_id" UUID,
    "by_person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "coach_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable: one coach stands in for another some days. Half-open; ends by itself.
CREATE TABLE "coach_cover" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "coach_person_id" UUID NOT NULL,
    "covering_person_id" UUID NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "created_by_person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "coach_cover_pkey" PRIMARY KEY ("id")
);

-- CreateTable: work, education, driving licence, languages; one row per version of each. Append-only.
CREATE TABLE "experience" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "participant_id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "from_year" INTEGER,
    "to_year" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL,
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "written_by_person_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "experience_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "coach_change_placement_id_at_idx" ON "coach_change"("placement_id", "at");
-- CreateIndex
CREATE INDEX "coach_change_batch_id_idx" ON "coach_change"("batch_id");
-- CreateIndex
CREATE INDEX "coach_cover_coach_person_id_idx" ON "coach_cover"("coach_person_id");
-- CreateIndex
CREATE INDEX "coach_cover_covering_person_id_idx" ON "coach_cover"("covering_person_id");
-- CreateIndex
CREATE UNIQUE INDEX "experience_thread_id_number_key" ON "experience"("thread_id", "number");
-- CreateIndex
CREATE INDEX "experience_participant_id_idx" ON "experience"("participant_id");

-- AddForeignKey
ALTER TABLE "coach_change" ADD CONSTRAINT "coach_change_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "coach_cover" ADD CONSTRAINT "coach_cover_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "experience" ADD CONSTRAINT "experience_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "experience" ADD CONSTRAINT "experience_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE coach_change
  ADD CONSTRAINT coach_change_kind CHECK (kind IN ('assigned', 'handedOver', 'undone', 'kept', 'returned')),
  ADD CONSTRAINT coach_change_people CHECK (CASE kind
    WHEN 'kept' THEN from_person_id IS NOT NULL AND from_person_id = to_person_id
    WHEN 'returned' THEN from_person_id IS NOT NULL AND to_person_id IS NULL
    WHEN 'undone' THEN from_person_id IS DISTINCT FROM to_person_id
    ELSE to_person_id IS NOT NULL AND from_person_id IS DISTINCT FROM to_person_id END);
ALTER TABLE coach_cover
  ADD CONSTRAINT coach_cover_people CHECK (coach_person_id <> covering_person_id),
  ADD CONSTRAINT coach_cover_period CHECK ("from" < "to" AND "to" <= "from" + 366),
  ADD CONSTRAINT coach_cover_no_overlap EXCLUDE USING gist (provider_id WITH =, coach_person_id WITH =, daterange("from", "to", '[)') WITH &&)
    WHERE (cancelled_at IS NULL);
ALTER TABLE experience
  ADD CONSTRAINT experience_number CHECK (number >= 1 AND (number > 1 OR (thread_id = id AND NOT removed))),
  ADD CONSTRAINT experience_kind CHECK (kind IN ('work', 'education', 'licence', 'language')),
  ADD CONSTRAINT experience_source CHECK (source IN ('coach', 'participant')),
  ADD CONSTRAINT experience_years CHECK (from_year BETWEEN 1940 AND 2100 AND to_year BETWEEN 1940 AND 2100 AND from_year <= to_year),
  ADD CONSTRAINT experience_text CHECK (char_length(btrim(what)) BETWEEN 1 AND 120 AND char_length(place) <= 120 AND char_length(note) <= 500);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['coach_change', 'coach_cover', 'experience']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO portal_app', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
  END LOOP;
END $$;
CREATE TRIGGER coach_change_append_only BEFORE UPDATE OR DELETE ON coach_change FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER experience_append_only BEFORE UPDATE OR DELETE ON experience FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER coach_cover_no_delete BEFORE DELETE ON coach_cover FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- --- Who may be whose coach ------------------------------------------------------------------------------------------
-- Whether somebody is a coach of the provider on a day.
CREATE FUNCTION app.is_coach(p_person uuid, p_provider uuid, p_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p_person AND m.provider_id = p_provider AND m.role = 'coach'
    AND m.valid_from <= p_day AND (m.valid_to IS NULL OR m.valid_to > p_day)) $$;
REVOKE ALL ON FUNCTION app.is_coach(uuid, uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_coach(uuid, uuid, date) TO portal_app;

-- Whether somebody else is named for a participant with protected identity: told to those who are, and to the participant.
CREATE FUNCTION app.is_named_for(p_person uuid, p_participant uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT (p_participant = ANY (app.named_for()) OR p_participant = app.participant_id())
    AND EXISTS (SELECT 1 FROM protected_access a WHERE a.person_id = p_person AND a.participant_id = p_participant) $$;
REVOKE ALL ON FUNCTION app.is_named_for(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_named_for(uuid, uuid) TO portal_app;

-- How many participants each coach has and soon gets, at all offices and with those of protected identity among them, and in
-- which languages they have logged since a day: numbers and languages, nobody's name, and only to the provider itself.
CREATE FUNCTION app.coach_workloads(p_provider uuid, p_today date, p_soon date, p_logged_since timestamptz)
RETURNS TABLE (coach_person_id uuid, participants integer, starting integer, languages text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.person_id, coalesce(l.participants, 0), coalesce(l.starting, 0), coalesce(s.languages, '{}')
  FROM (SELECT m.person_id FROM membership m WHERE m.provider_id = p_provider AND m.role = 'coach'
      UNION SELECT p.coach_person_id FROM placement p WHERE p.provider_id = p_provider AND p.coach_person_id IS NOT NULL AND p.cancelled_at IS NULL
        AND coalesce(p."end", p."to") > p_today) c
    LEFT JOIN (SELECT p.coach_person_id, count(*) FILTER (WHERE p."from" <= p_today)::int AS participants,
        count(*) FILTER (WHERE p."from" > p_today)::int AS starting
      FROM placement p WHERE p.provider_id = p_provider AND p.cancelled_at IS NULL AND p."from" <= p_soon AND coalesce(p."end", p."to") > p_today
      GROUP BY p.coach_person_id) l ON l.coach_person_id = c.person_id
    LEFT JOIN LATERAL (SELECT array_agg(DISTINCT e.language) AS languages FROM activity_entry e
      WHERE e.created_by_person_id = c.person_id AND e.created_at >= p_logged_since AND e.removed_at IS NULL
        AND e.language IS NOT NULL AND e.language <> 'sv'
        AND EXISTS (SELECT 1 FROM placement p WHERE p.id = e.placement_id AND p.provider_id = p_provider)) s ON true
  WHERE p_provider = app.provider_id() $$;
REVOKE ALL ON FUNCTION app.coach_workloads(uuid, date, date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.coach_workloads(uuid, date, date, timestamptz) TO portal_app;

-- --- Changes of coach: none without its row -----------------------------------------------------------------------------
CREATE POLICY through_placement ON coach_change TO portal_app USING (EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));

CREATE FUNCTION guard_coach_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NOT NULL AND (role NOT IN ('intake', 'providerAdmin') OR NEW.by_person_id IS DISTINCT FROM app.person_id()
      OR NEW.kind NOT IN ('assigned', 'handedOver', 'undone')) THEN
    RAISE EXCEPTION 'a coach is named by who receives participants, in the own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER coach_change_guard BEFORE INSERT ON coach_change FOR EACH ROW EXECUTE FUNCTION guard_coach_change();

CREATE FUNCTION guard_coach_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND NOT EXISTS (SELECT 1 FROM coach_change c WHERE c.placement_id = NEW.id AND c.from_person_id IS NOT DISTINCT FROM OLD.coach_person_id
      AND c.to_person_id IS NOT DISTINCT FROM NEW.coach_person_id AND c.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'a change of coach leaves its row' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER placement_coach_told AFTER UPDATE ON placement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.coach_person_id IS DISTINCT FROM NEW.coach_person_id) EXECUTE FUNCTION guard_coach_told();

-- A new period goes on with the same coach; a coach who has left hands the participant back to intake. Carried out for the
-- caseworker who decides on the period: nobody else's coach is touched by it.
CREATE FUNCTION app.carry_coach_over(p_id uuid, p_placement uuid, p_day date, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE caller text := app.setting('role'); who uuid := app.person_id(); held placement%ROWTYPE; outcome text;
BEGIN
  IF caller IS NOT NULL AND caller <> 'caseworker' THEN
    RAISE EXCEPTION 'a new period is carried out by a caseworker' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO STRICT held FROM placement WHERE id = p_placement FOR UPDATE;
  IF held.coach_person_id IS NULL THEN RETURN 'none'; END IF;
  outcome := CASE WHEN app.is_coach(held.coach_person_id, held.provider_id, p_day) THEN 'kept' ELSE 'returned' END;
  PERFORM set_config('app.role', '', true);
  INSERT INTO coach_change (id, batch_id, placement_id, kind, from_person_id, to_person_id, by_person_id, at)
    VALUES (p_id, p_id, p_placement, outcome, held.coach_person_id, CASE outcome WHEN 'kept' THEN held.coach_person_id END, who, p_at);
  IF outcome = 'returned' THEN UPDATE placement SET coach_person_id = NULL, version = version + 1 WHERE id = p_placement; END IF;
  PERFORM set_config('app.role', coalesce(caller, ''), true);
  RETURN outcome;
END $$;
REVOKE ALL ON FUNCTION app.carry_coach_over(uuid, uuid, date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.carry_coach_over(uuid, uuid, date, timestamptz) TO portal_app;

-- --- Cover ------------------------------------------------------------------------------------------------------------
CREATE POLICY provider ON coach_cover TO portal_app USING (provider_id = (SELECT app.provider_id()))
  WITH CHECK (provider_id = (SELECT app.provider_id()));
CREATE POLICY authority ON coach_cover FOR SELECT TO portal_app USING ((SELECT app.is_authority()));
-- A participant sees who covers for their own coach; with protected identity only somebody who is named for them does.
CREATE POLICY participant ON coach_cover FOR SELECT TO portal_app USING ((SELECT app.participant_id()) IS NOT NULL AND EXISTS (
  SELECT 1 FROM placement p WHERE p.participant_id = (SELECT app.participant_id()) AND p.provider_id = coach_cover.provider_id
    AND p.coach_person_id = coach_cover.coach_person_id AND (NOT p.protected OR app.is_named_for(covering_person_id, p.participant_id))));
GRANT UPDATE ("to", cancelled_at, version) ON coach_cover TO portal_app;
CREATE POLICY covers_own_coach ON membership FOR SELECT TO portal_app USING ((SELECT app.participant_id()) IS NOT NULL
  AND EXISTS (SELECT 1 FROM coach_cover c WHERE c.covering_person_id = membership.person_id));

CREATE FUNCTION guard_coach_cover() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NOT NULL AND (role NOT IN ('intake', 'providerAdmin')
      OR (TG_OP = 'INSERT' AND (NEW.created_by_person_id IS DISTINCT FROM app.person_id() OR NEW.cancelled_at IS NOT NULL
        OR NOT app.is_coach(NEW.covering_person_id, NEW.provider_id, NEW."from")))) THEN
    RAISE EXCEPTION 'cover is arranged by who receives participants, among the own coaches' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- It ends earlier or not at all; what is over stands.
  IF TG_OP = 'UPDATE' AND (OLD.cancelled_at IS NOT NULL OR NEW."to" > OLD."to") THEN
    RAISE EXCEPTION 'a cover is only shortened' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER coach_cover_guard BEFORE INSERT OR UPDATE ON coach_cover FOR EACH ROW EXECUTE FUNCTION guard_coach_cover();

-- Whose months are one's own changes with it.
CREATE FUNCTION mark_by_cover() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.mark_offices(ARRAY(SELECT DISTINCT p.office_id FROM placement p
    WHERE p.coach_person_id = NEW.coach_person_id AND p.provider_id = NEW.provider_id));
  RETURN NULL;
END $$;
CREATE TRIGGER coach_cover_mark AFTER INSERT OR UPDATE ON coach_cover FOR EACH ROW EXECUTE FUNCTION mark_by_cover();

-- --- Experience ---------------------------------------------------------------------------------------------------------
-- What a coach wrote is seen through the placement it was written in; what the participant wrote goes along to whoever
-- helps next. Those who helped before see nothing that was written after.
CREATE POLICY through_placement ON experience FOR SELECT TO portal_app USING (
  participant_id = (SELECT app.participant_id())
  OR EXISTS (SELECT 1 FROM placement p WHERE p.id = experience.placement_id)
  OR (source = 'participant' AND NOT (SELECT app.is_authority()) AND EXISTS (SELECT 1 FROM placement p
    WHERE p.participant_id = experience.participant_id AND coalesce(p."end", p."to") > written_at::date)));
CREATE POLICY written_through_placement ON experience FOR INSERT TO portal_app WITH CHECK (
  EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id AND p.participant_id = experience.participant_id));

CREATE FUNCTION guard_experience() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NOT NULL AND (role NOT IN ('coach', 'participant') OR NEW.source <> role OR NEW.written_by_person_id IS DISTINCT FROM app.person_id()) THEN
    RAISE EXCEPTION 'experience is told by the participant or the coach, in the own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.number > 1 AND NOT EXISTS (SELECT 1 FROM experience e WHERE e.thread_id = NEW.thread_id AND e.number = NEW.number - 1
      AND e.participant_id = NEW.participant_id AND e.kind = NEW.kind AND e.source = NEW.source AND NOT e.removed) THEN
    RAISE EXCEPTION 'a version follows the one before, by the same hand' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER experience_guard BEFORE INSERT ON experience FOR EACH ROW EXECUTE FUNCTION guard_experience();

-- --- The identity number, for one look ----------------------------------------------------------------------------------
-- Of a placement within reach; of somebody with protected identity, sealed, and to those alone who are named.
CREATE FUNCTION app.identity_of(p_placement uuid)
RETURNS TABLE (person_id uuid, identity_number text, key_id text, nonce bytea, ciphertext bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT q.person_id, CASE WHEN NOT q.protected THEN i.identity_number END, s.key_id, s.nonce, s.ciphertext
  FROM placement p JOIN participant q ON q.id = p.participant_id LEFT JOIN person_identity i ON i.person_id = q.person_id
    LEFT JOIN protected_identity s ON s.person_id = q.person_id AND q.protected
  WHERE p.id = p_placement AND app.setting('role') IN ('coach', 'intake') AND p.provider_id = app.provider_id() AND p.cancelled_at IS NULL
    AND (app.all_offices() OR p.office_id = ANY (app.office_ids()))
    AND (NOT (p.protected OR q.protected) OR q.id = ANY (app.named_for())) $$;
REVOKE ALL ON FUNCTION app.identity_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.identity_of(uuid) TO portal_app;
