-- Login, sessions, step-up and tokens. The app has no rights on the tables behind these; it can do what stands
-- here and nothing else. Every instant is passed in, so that limits are tested with shifted clocks.
-- A function that changes something writes its own audit entry, in the same transaction.
CREATE SCHEMA auth;
GRANT USAGE ON SCHEMA auth TO portal_app;

CREATE FUNCTION auth.idle_limit() RETURNS interval LANGUAGE sql IMMUTABLE AS $$ SELECT interval '30 minutes' $$;
CREATE FUNCTION auth.absolute_limit() RETURNS interval LANGUAGE sql IMMUTABLE AS $$ SELECT interval '10 hours' $$;
CREATE FUNCTION auth.step_up_limit() RETURNS interval LANGUAGE sql IMMUTABLE AS $$ SELECT interval '5 minutes' $$;
CREATE FUNCTION auth.token_limit() RETURNS interval LANGUAGE sql IMMUTABLE AS $$ SELECT interval '1 hour' $$;
CREATE FUNCTION auth.day_of(p_at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE
  AS $$ SELECT (p_at AT TIME ZONE 'Europe/Stockholm')::date $$;
-- Instants go out as text in UTC, whatever the time zone of the connection.
CREATE FUNCTION auth.iso(p_at timestamptz) RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT to_char(p_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

CREATE FUNCTION auth.note(p_kind text, p_key text, p_person uuid, p_membership uuid, p_action text, p_outcome text, p_detail jsonb) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public AS $$
  INSERT INTO audit_entry (actor_kind, actor_key, person_id, role, provider_id, action, outcome, participant_ids, detail)
  SELECT p_kind, p_key, p_person, m.role, m.provider_id, p_action, p_outcome, '{}', p_detail
  FROM (SELECT 1) AS entry LEFT JOIN membership m ON m.id = p_membership
$$;
CREATE FUNCTION auth.note_person(p_person uuid, p_membership uuid, p_action text, p_outcome text, p_detail jsonb) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public AS $$
  SELECT auth.note('person', 'person:' || coalesce(p_membership, p_person), p_person, p_membership, p_action, p_outcome, p_detail)
$$;

-- Memberships that a person holds on a day. A participant's own counts only where there is a participant.
-- Without settings of its own, so that PostgreSQL can merge it into the query that asks.
CREATE FUNCTION auth.valid_memberships(p_person uuid, p_day date)
RETURNS TABLE (membership_id uuid, organisation text, role text, provider_id uuid, provider_name text, all_offices boolean, participant_id uuid)
LANGUAGE sql STABLE AS $$
  SELECT m.id, m.organisation, m.role, m.provider_id, pr.name, m.all_offices, pa.id
  FROM public.membership m
  LEFT JOIN public.provider pr ON pr.id = m.provider_id
  LEFT JOIN public.participant pa ON pa.person_id = m.person_id AND m.organisation = 'self'
  WHERE m.person_id = p_person AND m.valid_from <= p_day AND (m.valid_to IS NULL OR p_day < m.valid_to)
    AND (m.organisation <> 'self' OR pa.id IS NOT NULL)
$$;

-- --- Who is it? -------------------------------------------------------------------------------------------
-- Links an issuer's subject to a person the first time, by the identity number's keyed hash. Never makes a person;
-- never gives a person a second subject of the same issuer; never lets a subject move to another person.
CREATE FUNCTION auth.find_person(p_issuer text, p_subject text, p_identity_hash bytea)
RETURNS TABLE (outcome text, person_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE
  linked uuid;
  by_number uuid;
BEGIN
  SELECT a.person_id INTO linked FROM login_account a WHERE a.issuer = p_issuer AND a.subject = p_subject;
  SELECT i.person_id INTO by_number FROM person_identity i WHERE i.identity_hash = p_identity_hash;

  IF linked IS NULL AND by_number IS NULL THEN
    PERFORM auth.note('anonymous', 'anonymous', NULL, NULL, 'login', 'refused', jsonb_build_object('reason', 'unknown', 'issuer', p_issuer));
    RETURN QUERY SELECT 'unknown', NULL::uuid;
    RETURN;
  END IF;
  IF linked IS NULL THEN
    INSERT INTO login_account (issuer, subject, person_id) VALUES (p_issuer, p_subject, by_number) ON CONFLICT DO NOTHING;
    -- Read again: a concurrent login may have been first, with this subject or with another.
    SELECT a.person_id INTO linked FROM login_account a WHERE a.issuer = p_issuer AND a.subject = p_subject;
    IF linked = by_number THEN
      PERFORM auth.note_person(linked, NULL, 'linkAccount', 'done', jsonb_build_object('issuer', p_issuer));
    END IF;
  END IF;
  IF linked IS NULL OR (p_identity_hash IS NOT NULL AND linked IS DISTINCT FROM by_number) THEN
    PERFORM auth.note_person(coalesce(linked, by_number), NULL, 'login', 'refused', jsonb_build_object('reason', 'otherSubject', 'issuer', p_issuer));
    RETURN QUERY SELECT 'refused', NULL::uuid;
    RETURN;
  END IF;
  RETURN QUERY SELECT 'found', linked;
END $$;

-- Reads a link and makes none.
CREATE FUNCTION auth.person_by_account(p_issuer text, p_subject text)
RETURNS TABLE (person_id uuid, given_name text, family_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT p.id, p.given_name, p.family_name
  FROM login_account a JOIN person p ON p.id = a.person_id
  WHERE a.issuer = p_issuer AND a.subject = p_subject
$$;

-- --- Sessions ---------------------------------------------------------------------------------------------
CREATE FUNCTION auth.is_open(s session, p_at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT s.ended_at IS NULL AND p_at < s.last_seen_at + auth.idle_limit() AND p_at < s.absolute_ends_at
$$;

-- Only one membership: it is picked at once.
CREATE FUNCTION auth.open_session(p_token_hash bytea, p_person uuid, p_auth_time timestamptz, p_sid text, p_at timestamptz)
RETURNS TABLE (session_id uuid, role text, absolute_ends_at text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE
  ids uuid[];
  made session;
BEGIN
  SELECT array_agg(m.membership_id) INTO ids FROM auth.valid_memberships(p_person, auth.day_of(p_at)) m;
  INSERT INTO session (id, token_hash, person_id, membership_id, created_at, last_seen_at, absolute_ends_at, auth_time, id_token_sid)
  VALUES (gen_random_uuid(), p_token_hash, p_person, CASE WHEN cardinality(ids) = 1 THEN ids[1] END,
    p_at, p_at, p_at + auth.absolute_limit(), p_auth_time, p_sid)
  RETURNING * INTO made;
  PERFORM auth.note_person(p_person, made.membership_id, 'login', 'done', jsonb_build_object('sessionId', made.id));
  RETURN QUERY SELECT made.id, (SELECT m.role FROM membership m WHERE m.id = made.membership_id), auth.iso(made.absolute_ends_at);
END $$;

-- Everything a request needs to know about who asks, in one call; nothing when the session is not valid.
-- p_touch: the request is the person's own doing. The row is written at most once a minute.
CREATE FUNCTION auth.session_by_token(p_token_hash bytea, p_at timestamptz, p_touch boolean DEFAULT true)
RETURNS TABLE (
  session_id uuid, person_id uuid, given_name text, family_name text, locale text, auth_time text,
  membership_id uuid, organisation text, role text, provider_id uuid, provider_name text, all_offices boolean,
  office_ids uuid[], participant_id uuid, idle_ends_at text, absolute_ends_at text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE
  s session;
BEGIN
  SELECT * INTO s FROM session WHERE token_hash = p_token_hash;
  IF s.id IS NULL OR NOT auth.is_open(s, p_at) THEN RETURN; END IF;
  IF p_touch AND s.last_seen_at <= p_at - interval '1 minute' THEN
    -- Nobody waits for a row that another request of the same person is touching.
    UPDATE session SET last_seen_at = p_at
    WHERE id = (SELECT id FROM session WHERE id = s.id AND ended_at IS NULL AND last_seen_at < p_at FOR UPDATE SKIP LOCKED);
    s.last_seen_at := p_at;
  END IF;
  RETURN QUERY
    SELECT s.id, p.id, p.given_name, p.family_name, p.locale, auth.iso(s.auth_time),
      m.membership_id, m.organisation, m.role, m.provider_id, m.provider_name, m.all_offices,
      ARRAY(SELECT o.office_id FROM membership_office o WHERE o.membership_id = m.membership_id), m.participant_id,
      auth.iso(s.last_seen_at + auth.idle_limit()), auth.iso(s.absolute_ends_at)
    FROM person p
    LEFT JOIN auth.valid_memberships(p.id, auth.day_of(p_at)) m ON m.membership_id = s.membership_id
    WHERE p.id = s.person_id;
END $$;

CREATE FUNCTION auth.keep_session(p_token_hash bytea, p_at timestamptz)
RETURNS TABLE (idle_ends_at text, absolute_ends_at text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE session s SET last_seen_at = greatest(s.last_seen_at, p_at)
  WHERE s.token_hash = p_token_hash AND auth.is_open(s, p_at)
  RETURNING auth.iso(s.last_seen_at + auth.idle_limit()), auth.iso(s.absolute_ends_at)
$$;

CREATE FUNCTION auth.end_session(p_token_hash bytea, p_reason text, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  ended session;
BEGIN
  UPDATE session SET ended_at = p_at WHERE token_hash = p_token_hash AND ended_at IS NULL RETURNING * INTO ended;
  IF ended.id IS NULL THEN RETURN false; END IF;
  PERFORM auth.note_person(ended.person_id, ended.membership_id, 'logout', 'done', jsonb_build_object('sessionId', ended.id, 'reason', p_reason));
  RETURN true;
END $$;

-- --- Organisation and role --------------------------------------------------------------------------------
CREATE FUNCTION auth.memberships(p_token_hash bytea, p_at timestamptz)
RETURNS TABLE (membership_id uuid, organisation text, role text, provider_id uuid, provider_name text, picked boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.membership_id, m.organisation, m.role, m.provider_id, m.provider_name, coalesce(m.membership_id = s.membership_id, false)
  FROM session s CROSS JOIN LATERAL auth.valid_memberships(s.person_id, auth.day_of(p_at)) m
  WHERE s.token_hash = p_token_hash AND auth.is_open(s, p_at)
  ORDER BY m.organisation DESC, m.provider_name, m.role, m.membership_id
$$;

CREATE FUNCTION auth.pick_membership(p_token_hash bytea, p_membership uuid, p_at timestamptz)
RETURNS TABLE (outcome text, role text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE
  s session;
  picked text;
BEGIN
  SELECT * INTO s FROM session WHERE token_hash = p_token_hash FOR UPDATE;
  IF s.id IS NULL OR NOT auth.is_open(s, p_at) THEN RETURN QUERY SELECT 'noSession', NULL::text; RETURN; END IF;
  SELECT m.role INTO picked FROM auth.valid_memberships(s.person_id, auth.day_of(p_at)) m WHERE m.membership_id = p_membership;
  IF picked IS NULL THEN
    PERFORM auth.note_person(s.person_id, s.membership_id, 'pickMembership', 'refused', jsonb_build_object('membershipId', p_membership));
    RETURN QUERY SELECT 'notYours', NULL::text;
    RETURN;
  END IF;
  IF s.membership_id IS DISTINCT FROM p_membership THEN
    UPDATE session SET membership_id = p_membership, last_seen_at = greatest(last_seen_at, p_at) WHERE id = s.id;
    PERFORM auth.note_person(s.person_id, p_membership, 'pickMembership', 'done', jsonb_build_object('sessionId', s.id));
  END IF;
  RETURN QUERY SELECT 'picked', picked;
END $$;

-- --- Step-up: the same person, again, for one purpose and one content -------------------------------------
CREATE FUNCTION auth.record_step_up(p_token_hash bytea, p_issuer text, p_subject text, p_purpose text, p_content_hash text,
  p_authenticated_at timestamptz, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  s session;
BEGIN
  SELECT * INTO s FROM session WHERE token_hash = p_token_hash;
  IF s.id IS NULL OR NOT auth.is_open(s, p_at) THEN RETURN 'noSession'; END IF;
  IF NOT EXISTS (SELECT FROM login_account a WHERE a.issuer = p_issuer AND a.subject = p_subject AND a.person_id = s.person_id) THEN
    PERFORM auth.note_person(s.person_id, s.membership_id, 'stepUp', 'refused', jsonb_build_object('reason', 'otherPerson', 'purpose', p_purpose));
    RETURN 'otherPerson';
  END IF;
  INSERT INTO step_up (id, session_id, purpose, content_hash, authenticated_at)
  VALUES (gen_random_uuid(), s.id, p_purpose, p_content_hash, p_authenticated_at);
  PERFORM auth.note_person(s.person_id, s.membership_id, 'stepUp', 'done', jsonb_build_object('purpose', p_purpose, 'contentHash', p_content_hash));
  RETURN 'recorded';
END $$;

CREATE FUNCTION auth.has_step_up(p_session uuid, p_purpose text, p_content_hash text, p_at timestamptz) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (
    SELECT FROM step_up u JOIN session s ON s.id = u.session_id AND auth.is_open(s, p_at)
    WHERE u.session_id = p_session AND u.purpose = p_purpose AND u.content_hash = p_content_hash
      AND u.used_at IS NULL AND u.authenticated_at > p_at - auth.step_up_limit())
$$;

-- Used once: of two at the same time one gets the instant of the authentication, the other nothing.
CREATE FUNCTION auth.use_step_up(p_session uuid, p_purpose text, p_content_hash text, p_at timestamptz) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE step_up SET used_at = p_at WHERE id = (
    SELECT u.id FROM step_up u JOIN session s ON s.id = u.session_id AND auth.is_open(s, p_at)
    WHERE u.session_id = p_session AND u.purpose = p_purpose AND u.content_hash = p_content_hash
      AND u.used_at IS NULL AND u.authenticated_at > p_at - auth.step_up_limit()
    ORDER BY u.authenticated_at DESC LIMIT 1 FOR UPDATE OF u SKIP LOCKED)
  RETURNING auth.iso(authenticated_at)
$$;

-- --- Machines ---------------------------------------------------------------------------------------------
CREATE FUNCTION auth.client_secret(p_client_id text)
RETURNS TABLE (api_client_id uuid, secret_hash bytea, scopes text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.id, c.secret_hash, c.scopes FROM api_client c WHERE c.client_id = p_client_id AND c.revoked_at IS NULL
$$;

-- Seconds that the token lasts; nothing where the client is gone or lacks a scope.
CREATE FUNCTION auth.issue_token(p_api_client uuid, p_token_hash bytea, p_scopes text[], p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  client api_client;
BEGIN
  SELECT * INTO client FROM api_client WHERE id = p_api_client AND revoked_at IS NULL AND p_scopes <@ scopes;
  IF client.id IS NULL THEN RETURN NULL; END IF;
  DELETE FROM access_token WHERE api_client_id = client.id AND expires_at <= p_at;
  INSERT INTO access_token (token_hash, api_client_id, scopes, expires_at)
  VALUES (p_token_hash, client.id, p_scopes, p_at + auth.token_limit());
  INSERT INTO audit_entry (actor_kind, actor_key, provider_id, action, outcome, participant_ids, detail)
  VALUES ('client', 'client:' || client.client_id, client.provider_id, 'issueToken', 'done', '{}', jsonb_build_object('scopes', to_jsonb(p_scopes)));
  RETURN extract(epoch FROM auth.token_limit())::integer;
END $$;

-- The standing signature counts for as long as the attestor is a signatory there.
CREATE FUNCTION auth.client_by_token(p_token_hash bytea, p_at timestamptz)
RETURNS TABLE (api_client_id uuid, client_id text, name text, provider_id uuid, scopes text[], attestor_membership_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.id, c.client_id, c.name, c.provider_id, t.scopes, m.id
  FROM access_token t
  JOIN api_client c ON c.id = t.api_client_id AND c.revoked_at IS NULL
  LEFT JOIN membership m ON m.id = c.attestor_membership_id AND m.provider_id = c.provider_id AND m.role = 'signatory'
    AND m.valid_from <= auth.day_of(p_at) AND (m.valid_to IS NULL OR auth.day_of(p_at) < m.valid_to)
  WHERE t.token_hash = p_token_hash AND p_at < t.expires_at
$$;

-- --- What the app may call --------------------------------------------------------------------------------
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA auth FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
  auth.find_person(text, text, bytea),
  auth.person_by_account(text, text),
  auth.open_session(bytea, uuid, timestamptz, text, timestamptz),
  auth.session_by_token(bytea, timestamptz, boolean),
  auth.keep_session(bytea, timestamptz),
  auth.end_session(bytea, text, timestamptz),
  auth.memberships(bytea, timestamptz),
  auth.pick_membership(bytea, uuid, timestamptz),
  auth.record_step_up(bytea, text, text, text, text, timestamptz, timestamptz),
  auth.has_step_up(uuid, text, text, timestamptz),
  auth.use_step_up(uuid, text, text, timestamptz),
  auth.client_secret(text),
  auth.issue_token(uuid, bytea, text[], timestamptz),
  auth.client_by_token(bytea, timestamptz)
TO portal_app;
