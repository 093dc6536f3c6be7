-- --- Letters about help: which are to be sent ------------------------------------------------------------------------------------
-- A letter that was marked as sent by mistake is no longer marked; the log says who did either.
CREATE OR REPLACE FUNCTION guard_assistance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (to_jsonb(OLD) - ARRAY['letter_at', 'letter_by_person_id']) IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['letter_at', 'letter_by_person_id'])
      OR (OLD.letter_at IS NULL) = (NEW.letter_at IS NULL) THEN
      RAISE EXCEPTION 'what was done stands; its letter is marked, or no longer is' USING ERRCODE = 'restrict_violation';
    END IF;
    IF role IS NOT NULL AND (app.case_mandate() IS NULL
        OR (NEW.letter_at IS NOT NULL AND NEW.letter_by_person_id IS DISTINCT FROM app.person_id())) THEN
      RAISE EXCEPTION 'a letter is marked by a caseworker, in the own name' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF role IS NULL THEN RETURN NEW; END IF;
  IF NOT coalesce(CASE NEW.kind
      WHEN 'choice' THEN EXISTS (SELECT 1 FROM choice c WHERE c.id = NEW.choice_id AND c.assisted AND c.participant_id = NEW.participant_id
        AND c.placement_id = NEW.placement_id AND c.made_at = NEW.at AND c.xmin = pg_current_xact_id()::xid)
      ELSE EXISTS (SELECT 1 FROM provider_switch w WHERE w.id = NEW.switch_id AND w.participant_id = NEW.participant_id AND w.xmin = pg_current_xact_id()::xid
        AND CASE NEW.kind WHEN 'switch' THEN w.assisted AND w.undone_at IS NULL AND w.to_placement_id = NEW.placement_id AND w.decided_at = NEW.at
          ELSE w.undone_assisted AND w.from_placement_id = NEW.placement_id AND w.undone_at = NEW.at END) END, false) THEN
    RAISE EXCEPTION 'help is told with what was done' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.paper_code_id IS NULL AND (app.case_mandate() IS NULL OR NEW.by_person_id IS DISTINCT FROM app.person_id()) THEN
    RAISE EXCEPTION 'help is told by the caseworker who gave it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE INDEX assistance_letter_to_send ON assistance (at) WHERE letter_at IS NULL;

-- As before, and whoever handed the code out is told that it has been used, and has a letter to send.
CREATE OR REPLACE FUNCTION spend_paper_code() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE code paper_code%ROWTYPE; told uuid := gen_random_uuid();
BEGIN
  SELECT c.* INTO STRICT code FROM paper_code_session s JOIN paper_code c ON c.id = s.paper_code_id
    WHERE s.id::text = substr(app.actor_key(), length('paperCode:') + 1) FOR UPDATE OF c;
  IF code.used_at IS NOT NULL OR code.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'a code is used once' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE paper_code SET used_at = NEW.made_at, choice_id = NEW.id WHERE id = code.id;
  INSERT INTO assistance (id, participant_id, kind, choice_id, placement_id, reason, paper_code_id, by_person_id, at)
    VALUES (told, NEW.participant_id, 'choice', NEW.id, NEW.placement_id, code.reason, code.id, code.made_by_person_id, NEW.made_at);
  -- Whoever has the code names nobody; whom it came from is the database's to say.
  PERFORM set_config('app.role', '', true);
  PERFORM app.notify_seen(jsonb_build_object('event', 'codeUsed', 'group', 'cases', 'placement', NEW.placement_id, 'subjectType', 'assistance',
    'subject', told, 'path', '/admin/participants/' || NEW.participant_id || '/letters/' || told, 'gathered', false, 'mail', 'waiting',
    'at', NEW.made_at, 'persons', jsonb_build_array(code.made_by_person_id), 'coach', false, 'participant', false, 'providerRoles', '[]'::jsonb));
  PERFORM set_config('app.role', 'paperCode', true);
  RETURN NULL;
END $$;
