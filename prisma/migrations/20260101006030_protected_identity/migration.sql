-- --- Protected identity: who protects, who is named, who has looked -------------------------------------------------------------

-- AlterTable: one of those who are named, at the authority, is responsible and told of every opening.
ALTER TABLE "protected_access" ADD COLUMN "responsible" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "named_by_person_id" UUID;
-- CreateTable: everything that is done with a protected identity, for those who are named for it.
CREATE TABLE "protected_event" (
    "id" UUID NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "participant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "by_person_id" UUID NOT NULL,
    "by_role" TEXT NOT NULL,
    "named_person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "protected_event_pkey" PRIMARY KEY ("id")
);
-- CreateIndex
CREATE UNIQUE INDEX "protected_event_number_key" ON "protected_event"("number");
-- CreateIndex
CREATE INDEX "protected_event_participant_id_idx" ON "protected_event"("participant_id");
-- AddForeignKey
ALTER TABLE "protected_event" ADD CONSTRAINT "protected_event_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE UNIQUE INDEX protected_access_one_responsible ON protected_access (participant_id) WHERE responsible;
ALTER TABLE protected_event
  ADD CONSTRAINT protected_event_kind CHECK (kind IN ('protected', 'takenOn', 'named', 'unnamed', 'opened', 'liftAsked', 'liftStopped', 'lifted')),
  ADD CONSTRAINT protected_event_reason CHECK (reason IN ('decision', 'threat', 'ended', 'contact', 'identityCheck', 'authority', 'work', 'other')),
  ADD CONSTRAINT protected_event_why CHECK (length(why) <= 300),
  ADD CONSTRAINT protected_event_named CHECK ((kind IN ('named', 'unnamed')) = (named_person_id IS NOT NULL));
CREATE TRIGGER protected_event_append_only BEFORE UPDATE OR DELETE ON protected_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE protected_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE protected_event FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON protected_event TO CURRENT_USER USING (true) WITH CHECK (true);

-- Who is named reads who else is, and what has been done. A caseworker who is named names others; nobody writes in another's name.
CREATE POLICY named ON protected_access FOR SELECT TO portal_app USING (participant_id = ANY ((SELECT app.named_for())::uuid[]));
CREATE POLICY name_others ON protected_access FOR INSERT TO portal_app WITH CHECK (app.setting('role') = 'caseworker'
  AND participant_id = ANY ((SELECT app.named_for())::uuid[]) AND named_by_person_id = (SELECT app.person_id()) AND NOT responsible);
CREATE POLICY unname ON protected_access FOR DELETE TO portal_app USING (app.setting('role') = 'caseworker'
  AND participant_id = ANY ((SELECT app.named_for())::uuid[]) AND NOT responsible);
GRANT SELECT, INSERT, DELETE ON protected_access TO portal_app;
CREATE POLICY named ON protected_event FOR SELECT TO portal_app USING (participant_id = ANY ((SELECT app.named_for())::uuid[]));
CREATE POLICY own_hand ON protected_event FOR INSERT TO portal_app WITH CHECK (by_person_id = (SELECT app.person_id())
  AND by_role = app.setting('role') AND participant_id = ANY ((SELECT app.named_for())::uuid[])
  AND (kind = 'opened' OR (by_role = 'caseworker' AND kind IN ('named', 'unnamed', 'liftAsked', 'liftStopped'))));
GRANT SELECT, INSERT ON protected_event TO portal_app;
GRANT USAGE ON SEQUENCE protected_event_number_seq TO portal_app;

CREATE FUNCTION app.write_protected_event(p_participant uuid, p_kind text, p_reason text, p_why text, p_at timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO protected_event (id, participant_id, kind, reason, why, by_person_id, by_role, at)
  VALUES (gen_random_uuid(), p_participant, p_kind, p_reason, p_why, app.person_id(), app.setting('role'), p_at) $$;
REVOKE ALL ON FUNCTION app.write_protected_event(uuid, text, text, text, timestamptz) FROM PUBLIC;

-- What leads to a page about protected identities.
ALTER TABLE notification DROP CONSTRAINT notification_path,
  ADD CONSTRAINT notification_path CHECK (path ~ '^/(provider|participant|admin|review|payments|notifications|protected)([/?][!-~]*)?$' AND length(path) <= 400);

-- The flag follows the person by the database's own hand: a report or a placement changes in nothing else, so nobody is asked who moves it.
CREATE OR REPLACE FUNCTION spread_protected() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE role text := current_setting('app.role', true);
BEGIN
  PERFORM set_config('app.role', '', true);
  UPDATE participant SET protected = NEW.protected WHERE person_id = NEW.id;
  UPDATE placement l SET protected = NEW.protected FROM participant p WHERE p.id = l.participant_id AND p.person_id = NEW.id;
  UPDATE report r SET protected = NEW.protected FROM participant p WHERE p.id = r.participant_id AND p.person_id = NEW.id;
  PERFORM set_config('app.role', coalesce(role, ''), true);
  RETURN NEW;
END $$;

-- --- The flag: one step seals, hides and forgets --------------------------------------------------------------------------------
-- What is to be sealed, for the caseworker who protects.
CREATE FUNCTION app.identity_to_seal(p_participant uuid)
RETURNS TABLE (person_id uuid, identity_number text, given_name text, family_name text, municipality text, home_lat double precision, home_lon double precision)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.id, i.identity_number, p.given_name, p.family_name, a.municipality_id, a.home_lat, a.home_lon
  FROM participant a JOIN person p ON p.id = a.person_id LEFT JOIN person_identity i ON i.person_id = p.id
  WHERE a.id = p_participant AND app.setting('role') = 'caseworker' AND NOT a.protected AND NOT p.protected FOR UPDATE OF p, a $$;
-- Seals, gives the alias, and names who does it as responsible, and the coaches whom the participant has: in one step.
CREATE FUNCTION app.protect_participant(p_participant uuid, p_sealed jsonb, p_alias jsonb, p_coaches boolean, p_reason text, p_why text, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE whose uuid;
BEGIN
  SELECT a.person_id INTO whose FROM participant a WHERE a.id = p_participant AND NOT a.protected AND app.setting('role') = 'caseworker';
  IF NOT FOUND THEN RAISE EXCEPTION 'caseworkers protect whoever is not' USING ERRCODE = 'insufficient_privilege'; END IF;
  INSERT INTO protected_identity (person_id, key_id, nonce, ciphertext)
  VALUES (whose, p_sealed->>'keyId', decode(p_sealed->>'nonce', 'hex'), decode(p_sealed->>'ciphertext', 'hex'))
  ON CONFLICT (person_id) DO UPDATE SET key_id = excluded.key_id, nonce = excluded.nonce, ciphertext = excluded.ciphertext;
  INSERT INTO protected_access (person_id, participant_id, granted_at, responsible, named_by_person_id)
  VALUES (app.person_id(), p_participant, p_at, true, app.person_id());
  IF p_coaches THEN
    INSERT INTO protected_access (person_id, participant_id, granted_at, named_by_person_id)
    SELECT DISTINCT l.coach_person_id, p_participant, p_at, app.person_id() FROM placement l
    WHERE l.participant_id = p_participant AND l.coach_person_id IS NOT NULL AND l.cancelled_at IS NULL AND coalesce(l."end", l."to") > p_at::date
    ON CONFLICT DO NOTHING;
  END IF;
  UPDATE person SET protected = true, given_name = p_alias->>'givenName', family_name = p_alias->>'familyName', version = version + 1 WHERE id = whose;
  UPDATE person_identity SET identity_number = NULL WHERE person_id = whose;
  UPDATE participant SET municipality_id = NULL, home_lat = NULL, home_lon = NULL, version = version + 1 WHERE id = p_participant;
  PERFORM app.write_protected_event(p_participant, 'protected', p_reason, p_why, p_at);
END $$;

-- What was compared by where somebody lives is append-only, but for whoever is protected.
DROP TRIGGER choice_reasoning_append_only ON choice_reasoning;
CREATE FUNCTION refuse_change_of_reasoning() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM choice c JOIN participant p ON p.id = c.participant_id WHERE c.id = OLD.choice_id AND p.protected) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'choice_reasoning is append-only' USING ERRCODE = 'restrict_violation';
END $$;
REVOKE ALL ON FUNCTION refuse_change_of_reasoning() FROM PUBLIC;
CREATE TRIGGER choice_reasoning_append_only BEFORE UPDATE OR DELETE ON choice_reasoning FOR EACH ROW EXECUTE FUNCTION refuse_change_of_reasoning();

-- Somebody becomes protected, by whatever hand: what has copies of them, and is not seen through the placement, is gone at once. Forms that
-- were kept to be shown again, looks that wait, the files of providers, what was compared by their home, links that lead to them.
CREATE FUNCTION forget_copies() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE found_id uuid; traces text[];
BEGIN
  SELECT a.id INTO found_id FROM participant a WHERE a.person_id = NEW.id;
  SELECT array_agg(DISTINCT x) INTO traces FROM (
    SELECT found_id::text UNION ALL SELECT l.id::text FROM placement l WHERE l.participant_id = found_id
    UNION ALL SELECT s.implementation_reference::text FROM service_period s JOIN decision d ON d.id = s.decision_id WHERE d.participant_id = found_id
    UNION ALL SELECT r.id::text FROM report r WHERE r.participant_id = found_id UNION ALL SELECT d.id::text FROM document d JOIN placement l ON l.id = d.placement_id WHERE l.participant_id = found_id
    UNION ALL SELECT i.identity_number::text FROM person_identity i WHERE i.person_id = NEW.id
    UNION ALL SELECT OLD.family_name WHERE length(OLD.family_name) > 3) t (x) WHERE x IS NOT NULL;
  DELETE FROM form_attempt f WHERE EXISTS (SELECT 1 FROM unnest(traces) x
    WHERE strpos(f.values::text, x) > 0 OR strpos(f.problem::text, x) > 0 OR strpos(f.path, x) > 0);
  DELETE FROM secret_reveal r WHERE r.subject_id = found_id;
  DELETE FROM choice_reasoning r USING choice c WHERE c.id = r.choice_id AND c.participant_id = found_id;
  -- What others were told, and their links; the participant keeps their own, and who is named.
  DELETE FROM notification n WHERE n.person_id <> NEW.id
    AND NOT EXISTS (SELECT 1 FROM protected_access a WHERE a.participant_id = found_id AND a.person_id = n.person_id)
    AND EXISTS (SELECT 1 FROM unnest(traces) x WHERE x = n.subject_id::text OR x = n.placement_id::text OR strpos(n.path, x) > 0);
  -- A file of many stays as a line among uploads; what it held is gone. What is still to be read is read as who sent it sees it then.
  DELETE FROM upload_file f USING upload u WHERE u.id = f.upload_id AND u.state IN ('done', 'refused')
    AND u.provider_id IN (SELECT l.provider_id FROM placement l WHERE l.participant_id = found_id);
  DELETE FROM upload_problem q USING upload u WHERE u.id = q.upload_id
    AND u.provider_id IN (SELECT l.provider_id FROM placement l WHERE l.participant_id = found_id)
    AND EXISTS (SELECT 1 FROM unnest(traces) x WHERE strpos(q.message, x) > 0 OR strpos(q.fix, x) > 0);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION forget_copies() FROM PUBLIC;
-- After the flag has spread (the triggers of a table go by their names).
CREATE TRIGGER person_protected_forgets AFTER UPDATE OF protected ON person FOR EACH ROW
  WHEN (NEW.protected AND NOT OLD.protected) EXECUTE FUNCTION forget_copies();

-- --- Who takes a case on that nobody is responsible for ---------------------------------------------------------------------------
-- By the reference of the decision alone: there is no list of them. The same answer whether it does not exist, is not protected or has somebody.
CREATE FUNCTION app.unattended_protected(p_reference text, p_at timestamptz) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE found_id uuid; on_day date := (p_at AT TIME ZONE 'Europe/Stockholm')::date;
BEGIN
  SELECT a.id INTO found_id FROM service_period s JOIN decision d ON d.id = s.decision_id JOIN participant a ON a.id = d.participant_id
  WHERE s.implementation_reference = p_reference AND a.protected AND app.at_desk('decide')
    AND NOT EXISTS (SELECT 1 FROM protected_access x JOIN membership m ON m.person_id = x.person_id AND m.organisation = 'authority' AND m.role = 'caseworker'
      WHERE x.participant_id = a.id AND x.responsible AND m.valid_from <= on_day AND (m.valid_to IS NULL OR m.valid_to > on_day))
  FOR UPDATE OF a;
  RETURN found_id;
END $$;
CREATE FUNCTION app.take_on_protected(p_reference text, p_reason text, p_why text, p_at timestamptz) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE found_id uuid := app.unattended_protected(p_reference, p_at);
BEGIN
  IF found_id IS NULL THEN RETURN NULL; END IF;
  UPDATE protected_access SET responsible = false WHERE participant_id = found_id AND responsible;
  INSERT INTO protected_access (person_id, participant_id, granted_at, responsible, named_by_person_id)
  VALUES (app.person_id(), found_id, p_at, true, app.person_id())
  ON CONFLICT (person_id, participant_id) DO UPDATE SET responsible = true;
  PERFORM app.write_protected_event(found_id, 'takenOn', p_reason, p_why, p_at);
  RETURN found_id;
END $$;

-- --- One look ---------------------------------------------------------------------------------------------------------------------
CREATE FUNCTION app.sealed_identity(p_participant uuid) RETURNS TABLE (person_id uuid, key_id text, nonce bytea, ciphertext bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.person_id, s.key_id, s.nonce, s.ciphertext FROM participant a JOIN protected_identity s ON s.person_id = a.person_id
  WHERE a.id = p_participant AND a.protected AND app.setting('role') IN ('coach', 'intake', 'reviewer', 'caseworker') AND a.id = ANY (app.named_for())
    AND (app.is_authority() OR EXISTS (SELECT 1 FROM placement l WHERE l.participant_id = a.id AND l.cancelled_at IS NULL
      AND l.provider_id = app.provider_id() AND (app.all_offices() OR l.office_id = ANY (app.office_ids())))) $$;
-- The responsible person is told of each opening; of their own, the others at the authority who are named.
CREATE FUNCTION app.tell_of_opening(p_event uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE e protected_event; on_day date;
BEGIN
  SELECT x.* INTO e FROM protected_event x WHERE x.id = p_event AND x.kind = 'opened' AND x.by_person_id = app.person_id();
  IF NOT FOUND THEN RAISE EXCEPTION 'nobody tells of what another has opened' USING ERRCODE = 'insufficient_privilege'; END IF;
  on_day := (e.at AT TIME ZONE 'Europe/Stockholm')::date;
  INSERT INTO notification (person_id, organisation, event, event_group, subject_type, subject_id, path, created_at)
  SELECT DISTINCT a.person_id, m.organisation, 'protectedOpened', 'cases', 'protectedEvent', e.id, '/protected/' || e.participant_id, e.at
  FROM protected_access a JOIN membership m ON m.person_id = a.person_id AND m.organisation = 'authority'
    AND m.valid_from <= on_day AND (m.valid_to IS NULL OR m.valid_to > on_day)
  WHERE a.participant_id = e.participant_id AND a.person_id <> e.by_person_id
    AND (a.responsible OR EXISTS (SELECT 1 FROM protected_access r WHERE r.participant_id = e.participant_id AND r.responsible AND r.person_id = e.by_person_id))
  ON CONFLICT DO NOTHING;
END $$;

-- --- The flag is lifted by two ------------------------------------------------------------------------------------------------------
CREATE FUNCTION app.lift_protection(p_participant uuid, p_open jsonb, p_reason text, p_why text, p_at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE asked protected_event; whose uuid;
BEGIN
  SELECT e.* INTO asked FROM protected_event e WHERE e.participant_id = p_participant AND e.kind IN ('protected', 'liftAsked', 'liftStopped', 'lifted')
  ORDER BY e.number DESC LIMIT 1;
  IF asked.kind IS DISTINCT FROM 'liftAsked' OR asked.by_person_id = app.person_id() OR app.setting('role') <> 'caseworker'
    OR NOT p_participant = ANY (app.named_for()) THEN
    RAISE EXCEPTION 'protection is lifted by another than who asked for it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT a.person_id INTO STRICT whose FROM participant a WHERE a.id = p_participant AND a.protected;
  PERFORM app.write_protected_event(p_participant, 'lifted', p_reason, p_why, p_at);
  UPDATE person SET given_name = p_open->>'givenName', family_name = p_open->>'familyName', protected = false, version = version + 1 WHERE id = whose;
  UPDATE person_identity SET identity_number = p_open->>'identityNumber' WHERE person_id = whose;
  UPDATE participant SET municipality_id = p_open->>'municipality', home_lat = (p_open->'home'->>'lat')::float8, home_lon = (p_open->'home'->>'lon')::float8,
    version = version + 1 WHERE id = p_participant;
  DELETE FROM protected_identity WHERE person_id = whose;
  DELETE FROM protected_access WHERE participant_id = p_participant;
END $$;

-- An identity number is asked for of those alone who are not protected: of the others one opens the identity, with the e-ID and an alert.
CREATE OR REPLACE FUNCTION app.identity_of(p_placement uuid)
RETURNS TABLE (person_id uuid, identity_number text, key_id text, nonce bytea, ciphertext bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT q.person_id, i.identity_number::text, NULL::text, NULL::bytea, NULL::bytea
  FROM placement p JOIN participant q ON q.id = p.participant_id LEFT JOIN person_identity i ON i.person_id = q.person_id
  WHERE p.id = p_placement AND app.setting('role') IN ('coach', 'intake') AND p.provider_id = app.provider_id() AND p.cancelled_at IS NULL
    AND (app.all_offices() OR p.office_id = ANY (app.office_ids())) AND NOT p.protected AND NOT q.protected $$;

REVOKE ALL ON FUNCTION app.identity_to_seal(uuid), app.protect_participant(uuid, jsonb, jsonb, boolean, text, text, timestamptz),
  app.unattended_protected(text, timestamptz), app.take_on_protected(text, text, text, timestamptz), app.sealed_identity(uuid), app.tell_of_opening(uuid),
  app.lift_protection(uuid, jsonb, text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.identity_to_seal(uuid), app.protect_participant(uuid, jsonb, jsonb, boolean, text, text, timestamptz),
  app.unattended_protected(text, timestamptz), app.take_on_protected(text, text, text, timestamptz), app.sealed_identity(uuid), app.tell_of_opening(uuid),
  app.lift_protection(uuid, jsonb, text, text, timestamptz) TO portal_app;
