-- --- What is opened by a secret is opened now ----------------------------------------------------------------------------------
-- The portal's word of what time it is lengthens nothing: neither a link, nor a code, nor the session that a code opens.
-- Only a database in which days are played is believed.
CREATE FUNCTION app.open_plan_by_link(p_secret_hash bytea, p_at timestamptz, p_purpose text) RETURNS jsonb
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app.open_shared_plan(p_secret_hash, CASE WHEN EXISTS (SELECT 1 FROM portal_setting s WHERE s.key = 'playedDays') THEN p_at
    ELSE greatest(p_at, now()) END, p_purpose) $$;
REVOKE ALL ON FUNCTION app.open_plan_by_link(bytea, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_plan_by_link(bytea, timestamptz, text) TO portal_app;
REVOKE ALL ON FUNCTION app.open_shared_plan(bytea, timestamptz, text) FROM portal_app;

-- As before, and a code for a decision with nothing to come left to choose is told as that. That it was opened stands in the log by the
-- same step. A session lasts from the database's own now.
DROP FUNCTION app.open_paper_code(bytea, uuid, bytea, timestamptz);
CREATE FUNCTION app.open_paper_code(p_secret_hash bytea, p_session uuid, p_token_hash bytea, p_now timestamptz, p_purpose text)
RETURNS TABLE (state text, session_id uuid, participant_id uuid, decision_id uuid, expires_at timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  code paper_code%ROWTYPE;
  lasts timestamptz;
  at timestamptz := greatest(p_now, now());
BEGIN
  SELECT c.* INTO code FROM paper_code c JOIN participant p ON p.id = c.participant_id AND NOT p.protected
    WHERE c.secret_hash = p_secret_hash FOR UPDATE OF c;
  IF NOT FOUND THEN RETURN; END IF;
  state := CASE WHEN code.used_at IS NOT NULL THEN 'used' WHEN code.ended_at IS NOT NULL THEN code.ended_as
    WHEN code.expires_at <= at THEN 'expired'
    WHEN NOT EXISTS (SELECT 1 FROM service_period s WHERE s.decision_id = code.decision_id AND s.placement_id IS NULL
      AND s."to" > (at AT TIME ZONE 'Europe/Stockholm')::date) THEN 'chosen' ELSE 'open' END;
  IF state = 'open' THEN
    lasts := least(now() + interval '30 minutes', code.expires_at);
    UPDATE paper_code_session s SET ended_at = now() WHERE s.paper_code_id = code.id AND s.ended_at IS NULL;
    INSERT INTO paper_code_session (id, paper_code_id, token_hash, opened_at, expires_at) VALUES (p_session, code.id, p_token_hash, now(), lasts);
    INSERT INTO audit_entry (actor_kind, actor_key, action, outcome, subject_type, subject_id, participant_ids, purpose, detail)
    VALUES ('paperCode', 'paperCode:' || p_session, 'paperCode.open', 'read', 'decision', code.decision_id::text, ARRAY[code.participant_id], p_purpose, '{}');
    RETURN QUERY SELECT state, p_session, code.participant_id, code.decision_id, lasts;
  ELSE
    RETURN QUERY SELECT state, NULL::uuid, NULL::uuid, NULL::uuid, NULL::timestamptz;
  END IF;
END $$;
REVOKE ALL ON FUNCTION app.open_paper_code(bytea, uuid, bytea, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_paper_code(bytea, uuid, bytea, timestamptz, text) TO portal_app;

-- As before, and there must be days to come left to choose.
CREATE OR REPLACE FUNCTION guard_paper_code() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.ended_at IS NOT NULL OR NEW.used_at IS NOT NULL OR NOT EXISTS (
        SELECT 1 FROM decision d JOIN participant p ON p.id = d.participant_id JOIN service_period s ON s.decision_id = d.id AND s.placement_id IS NULL
          AND s."to" > (NEW.made_at AT TIME ZONE 'Europe/Stockholm')::date
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
