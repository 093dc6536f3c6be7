-- --- A code on paper that opens exactly one choice --------------------------------------------------------------------------

-- CreateTable: of the code itself only a keyed hash is kept.
CREATE TABLE "paper_code" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "reason" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_as" TEXT,
    "ended_by_person_id" UUID,
    "used_at" TIMESTAMPTZ(3),
    "choice_id" UUID,

    CONSTRAINT "paper_code_pkey" PRIMARY KEY ("id")
);
-- CreateTable: who has typed a code has a short session of their own, for that one choice.
CREATE TABLE "paper_code_session" (
    "id" UUID NOT NULL,
    "paper_code_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "paper_code_session_pkey" PRIMARY KEY ("id")
);
-- CreateIndex
CREATE UNIQUE INDEX "paper_code_secret_hash_key" ON "paper_code"("secret_hash");
-- CreateIndex
CREATE UNIQUE INDEX "paper_code_choice_id_key" ON "paper_code"("choice_id");
-- CreateIndex
CREATE INDEX "paper_code_participant_id_idx" ON "paper_code"("participant_id");
-- CreateIndex
CREATE UNIQUE INDEX "paper_code_session_token_hash_key" ON "paper_code_session"("token_hash");
-- CreateIndex
CREATE INDEX "paper_code_session_paper_code_id_idx" ON "paper_code_session"("paper_code_id");

-- AddForeignKey
ALTER TABLE "paper_code" ADD CONSTRAINT "paper_code_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "paper_code" ADD CONSTRAINT "paper_code_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "paper_code" ADD CONSTRAINT "paper_code_choice_id_fkey" FOREIGN KEY ("choice_id") REFERENCES "choice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "paper_code_session" ADD CONSTRAINT "paper_code_session_paper_code_id_fkey" FOREIGN KEY ("paper_code_id") REFERENCES "paper_code"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "assistance" ADD CONSTRAINT "assistance_paper_code_id_fkey" FOREIGN KEY ("paper_code_id") REFERENCES "paper_code"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE paper_code
  ADD CONSTRAINT paper_code_secret CHECK (length(secret_hash) = 32),
  ADD CONSTRAINT paper_code_reason CHECK (reason IN ('noEid', 'language', 'disability', 'other')),
  ADD CONSTRAINT paper_code_span CHECK (made_at < expires_at AND expires_at <= made_at + interval '31 days'),
  ADD CONSTRAINT paper_code_ended CHECK ((ended_at IS NULL) = (ended_as IS NULL) AND (ended_at IS NULL) = (ended_by_person_id IS NULL)
    AND ended_as IN ('revoked', 'replaced')),
  ADD CONSTRAINT paper_code_used CHECK ((used_at IS NULL) = (choice_id IS NULL) AND NOT (used_at IS NOT NULL AND ended_at IS NOT NULL));
ALTER TABLE paper_code_session
  ADD CONSTRAINT paper_code_session_token CHECK (length(token_hash) = 32),
  ADD CONSTRAINT paper_code_session_span CHECK (opened_at < expires_at AND expires_at <= opened_at + interval '1 hour');
-- A new code ends the one before.
CREATE UNIQUE INDEX paper_code_one_open ON paper_code (decision_id) WHERE ended_at IS NULL AND used_at IS NULL;

-- --- What a session may ---------------------------------------------------------------------------------------------------
-- The decision of who has typed a code, while code and session last and nothing is chosen with it. Null for everybody else.
CREATE FUNCTION app.coded_decision() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.decision_id FROM paper_code_session s JOIN paper_code c ON c.id = s.paper_code_id JOIN participant p ON p.id = c.participant_id
  WHERE app.setting('role') = 'paperCode' AND s.id::text = substr(app.actor_key(), length('paperCode:') + 1) AND s.ended_at IS NULL AND s.expires_at > now()
    AND c.ended_at IS NULL AND c.used_at IS NULL AND c.expires_at > now() AND NOT p.protected $$;
-- The choice that was made with it, for the receipt.
CREATE FUNCTION app.coded_choice() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.choice_id FROM paper_code_session s JOIN paper_code c ON c.id = s.paper_code_id JOIN participant p ON p.id = c.participant_id
  WHERE app.setting('role') = 'paperCode' AND s.id::text = substr(app.actor_key(), length('paperCode:') + 1) AND s.ended_at IS NULL AND s.expires_at > now()
    AND NOT p.protected $$;
-- All that the list of providers needs of who chooses.
CREATE FUNCTION app.coded_home() RETURNS TABLE (participant_id uuid, home_lat double precision, home_lon double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.id, p.home_lat, p.home_lon FROM decision d JOIN participant p ON p.id = d.participant_id WHERE d.id = app.coded_decision() $$;
-- The receipt of the choice that was made with the code, and nothing of who made it.
CREATE FUNCTION app.coded_receipt() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT jsonb_build_object('choiceId', c.id, 'participantId', c.participant_id,
      'madeAt', to_char(c.made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'provider', v.name, 'street', o.street,
      'place', o.place, 'phone', o.phone, 'openingHours', o.opening_hours, 'from', l."from", 'to', l."to")
  FROM choice c JOIN placement l ON l.id = c.placement_id JOIN office o ON o.id = l.office_id JOIN provider v ON v.id = l.provider_id
  WHERE c.id = app.coded_choice() $$;

CREATE POLICY by_code ON decision FOR SELECT TO portal_app USING (id = (SELECT app.coded_decision()));
CREATE POLICY by_code_version ON decision FOR UPDATE TO portal_app USING (id = (SELECT app.coded_decision()));
CREATE POLICY by_code ON service_period FOR SELECT TO portal_app USING (decision_id = (SELECT app.coded_decision()));
CREATE POLICY by_code_placed ON service_period FOR UPDATE TO portal_app USING (decision_id = (SELECT app.coded_decision()) AND placement_id IS NULL)
  WITH CHECK (decision_id = (SELECT app.coded_decision()));
CREATE POLICY by_code ON placement FOR INSERT TO portal_app WITH CHECK (decision_id = (SELECT app.coded_decision()));
CREATE POLICY by_code ON choice FOR INSERT TO portal_app WITH CHECK (decision_id = (SELECT app.coded_decision()));

-- A decision seen by a code keeps its level and version of agreement.
CREATE FUNCTION guard_coded_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') = 'paperCode' AND (to_jsonb(OLD) - 'version') IS DISTINCT FROM (to_jsonb(NEW) - 'version') THEN
    RAISE EXCEPTION 'a code chooses, and decides nothing' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_by_code BEFORE UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION guard_coded_decision();

-- Participants theirs; caseworkers for a participant, in their own name; a code its one choice, in nobody's name.
CREATE OR REPLACE FUNCTION guard_choice_hands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NULL OR coalesce(NEW.kind = 'active' AND CASE role
      WHEN 'participant' THEN NOT NEW.assisted AND NEW.participant_id = app.participant_id() AND NEW.made_by_person_id = app.person_id()
      WHEN 'caseworker' THEN NEW.assisted AND NEW.made_by_person_id = app.person_id() AND app.case_mandate() IS NOT NULL
      WHEN 'paperCode' THEN NEW.assisted AND NEW.made_by_person_id IS NULL AND NEW.decision_id = app.coded_decision()
        AND NEW.participant_id = (SELECT h.participant_id FROM app.coded_home() h)
      ELSE false END, false) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a choice is not made so by the hand of %', role USING ERRCODE = 'insufficient_privilege';
END $$;

-- The choice spends the code, in its own transaction, and says who handed it out and why.
CREATE FUNCTION spend_paper_code() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE code paper_code%ROWTYPE;
BEGIN
  SELECT c.* INTO STRICT code FROM paper_code_session s JOIN paper_code c ON c.id = s.paper_code_id
    WHERE s.id::text = substr(app.actor_key(), length('paperCode:') + 1) FOR UPDATE OF c;
  IF code.used_at IS NOT NULL OR code.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'a code is used once' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE paper_code SET used_at = NEW.made_at, choice_id = NEW.id WHERE id = code.id;
  INSERT INTO assistance (id, participant_id, kind, choice_id, placement_id, reason, paper_code_id, by_person_id, at)
    VALUES (gen_random_uuid(), NEW.participant_id, 'choice', NEW.id, NEW.placement_id, code.reason, code.id, code.made_by_person_id, NEW.made_at);
  RETURN NULL;
END $$;
CREATE TRIGGER choice_spends_code AFTER INSERT ON choice FOR EACH ROW WHEN (NEW.assisted AND NEW.made_by_person_id IS NULL
  AND current_setting('app.role', true) = 'paperCode') EXECUTE FUNCTION spend_paper_code();

-- Handed out by a caseworker in the own name, for a decision with something to choose; it ends once, by being used, replaced or revoked.
CREATE FUNCTION guard_paper_code() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.ended_at IS NOT NULL OR NEW.used_at IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM decision d JOIN participant p ON p.id = d.participant_id JOIN service_period s ON s.decision_id = d.id AND s.placement_id IS NULL
        WHERE d.id = NEW.decision_id AND p.id = NEW.participant_id AND NOT p.protected) THEN
      RAISE EXCEPTION 'a code is for a decision with something to choose, and for nobody with protected identity' USING ERRCODE = 'restrict_violation';
    END IF;
    IF role IS NOT NULL AND (app.case_mandate() IS NULL OR NEW.made_by_person_id IS DISTINCT FROM app.person_id()) THEN
      RAISE EXCEPTION 'a code is handed out by a caseworker, in the own name' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(OLD) - ARRAY['ended_at', 'ended_as', 'ended_by_person_id', 'used_at', 'choice_id'])
      IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['ended_at', 'ended_as', 'ended_by_person_id', 'used_at', 'choice_id'])
    OR OLD.ended_at IS NOT NULL OR OLD.used_at IS NOT NULL THEN
    RAISE EXCEPTION 'a code stands as it was handed out, and ends once' USING ERRCODE = 'restrict_violation';
  END IF;
  IF role IS NOT NULL AND NOT coalesce(CASE WHEN NEW.used_at IS NOT NULL
      THEN role = 'paperCode' AND EXISTS (SELECT 1 FROM choice c WHERE c.id = NEW.choice_id AND c.decision_id = NEW.decision_id AND c.assisted
        AND c.xmin = pg_current_xact_id()::xid)
      ELSE app.case_mandate() IS NOT NULL AND NEW.ended_by_person_id = app.person_id() END, false) THEN
    RAISE EXCEPTION 'a code is ended by a caseworker or by its choice' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER paper_code_guard BEFORE INSERT OR UPDATE ON paper_code FOR EACH ROW EXECUTE FUNCTION guard_paper_code();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['paper_code', 'paper_code_session']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_no_delete', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
-- Sessions are opened and found by the functions below alone.
CREATE POLICY by_caseworker ON paper_code FOR SELECT TO portal_app USING ((SELECT app.setting('role')) = 'caseworker'
  AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_id));
CREATE POLICY hand_out ON paper_code FOR INSERT TO portal_app WITH CHECK ((SELECT app.setting('role')) = 'caseworker'
  AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_id));
CREATE POLICY ended ON paper_code FOR UPDATE TO portal_app USING ((SELECT app.setting('role')) = 'caseworker'
  AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_id));
GRANT SELECT (id, participant_id, decision_id, reason, made_at, made_by_person_id, expires_at, ended_at, ended_as, ended_by_person_id, used_at, choice_id),
  INSERT, UPDATE (ended_at, ended_as, ended_by_person_id) ON paper_code TO portal_app;

-- --- Typing a code --------------------------------------------------------------------------------------------------------
-- Opens a session for who has typed a code that can be used, and ends the sessions that the code had before. `state` says how the
-- code stands to who has it; there is no row for any other text.
CREATE FUNCTION app.open_paper_code(p_secret_hash bytea, p_session uuid, p_token_hash bytea, p_now timestamptz)
RETURNS TABLE (state text, session_id uuid, participant_id uuid, decision_id uuid, expires_at timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE code paper_code%ROWTYPE; lasts timestamptz;
BEGIN
  SELECT c.* INTO code FROM paper_code c JOIN participant p ON p.id = c.participant_id AND NOT p.protected
    WHERE c.secret_hash = p_secret_hash FOR UPDATE OF c;
  IF NOT FOUND THEN RETURN; END IF;
  state := CASE WHEN code.used_at IS NOT NULL THEN 'used' WHEN code.ended_at IS NOT NULL THEN code.ended_as
    WHEN code.expires_at <= greatest(p_now, now()) THEN 'expired'
    WHEN NOT EXISTS (SELECT 1 FROM service_period s WHERE s.decision_id = code.decision_id AND s.placement_id IS NULL) THEN 'chosen' ELSE 'open' END;
  IF state = 'open' THEN
    lasts := least(p_now + interval '30 minutes', code.expires_at);
    UPDATE paper_code_session s SET ended_at = p_now WHERE s.paper_code_id = code.id AND s.ended_at IS NULL;
    INSERT INTO paper_code_session (id, paper_code_id, token_hash, opened_at, expires_at) VALUES (p_session, code.id, p_token_hash, p_now, lasts);
    RETURN QUERY SELECT state, p_session, code.participant_id, code.decision_id, lasts;
  ELSE
    RETURN QUERY SELECT state, NULL::uuid, NULL::uuid, NULL::uuid, NULL::timestamptz;
  END IF;
END $$;
-- The session of a cookie, while it lasts. Of who it is: the given name.
CREATE FUNCTION app.paper_code_session(p_token_hash bytea, p_now timestamptz)
RETURNS TABLE (session_id uuid, participant_id uuid, decision_id uuid, choice_id uuid, given_name text, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.id, c.participant_id, c.decision_id, c.choice_id, n.given_name, s.expires_at
  FROM paper_code_session s JOIN paper_code c ON c.id = s.paper_code_id JOIN participant p ON p.id = c.participant_id JOIN person n ON n.id = p.person_id
  WHERE s.token_hash = p_token_hash AND s.ended_at IS NULL AND s.expires_at > greatest(p_now, now()) AND c.ended_at IS NULL AND NOT p.protected $$;
CREATE FUNCTION app.end_paper_code_session(p_token_hash bytea, p_now timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE paper_code_session s SET ended_at = p_now WHERE s.token_hash = p_token_hash AND s.ended_at IS NULL $$;

-- --- Who is told -----------------------------------------------------------------------------------------------------------
-- Who has a code sees no placement, and tells of the one that its choice began, as a job does; never persons that they name.
ALTER FUNCTION app.notify(jsonb) RENAME TO notify_seen;
CREATE FUNCTION app.notify(p_told jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.setting('role') IS DISTINCT FROM 'paperCode' THEN
    PERFORM app.notify_seen(p_told);
    RETURN;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM choice c WHERE c.id = app.coded_choice() AND c.placement_id = (p_told->>'placement')::uuid) THEN
    RAISE EXCEPTION 'a code tells of its own choice' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('app.role', '', true);
  PERFORM app.notify_seen(p_told || '{"persons": []}');
  PERFORM set_config('app.role', 'paperCode', true);
END $$;
REVOKE ALL ON FUNCTION app.notify_seen(jsonb) FROM portal_app, portal_worker;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['app.coded_decision()', 'app.coded_choice()', 'app.coded_home()', 'app.coded_receipt()',
    'app.open_paper_code(bytea, uuid, bytea, timestamptz)', 'app.paper_code_session(bytea, timestamptz)',
    'app.end_paper_code_session(bytea, timestamptz)', 'app.notify(jsonb)']
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_app', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.notify(jsonb) TO portal_worker;
