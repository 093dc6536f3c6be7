-- How every command begins, in one statement: who acts is told to row-level security for this transaction, then the
-- idempotency key is claimed in their name. Under the caller's own rights. A concurrent double waits at the insert until the
-- first one has committed; the select after it sees what that one left.
CREATE FUNCTION app.open_command(p_person text, p_role text, p_provider text, p_offices text, p_actor_key text,
  p_key text, p_command text, p_body_hash bytea)
RETURNS TABLE (earlier_hash bytea, earlier_response jsonb)
LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM set_config('app.person_id', p_person, true), set_config('app.role', p_role, true),
    set_config('app.provider_id', p_provider, true), set_config('app.offices', p_offices, true),
    set_config('app.actor_key', p_actor_key, true);
  INSERT INTO public.idempotency_key (actor_key, key, command, body_hash)
    VALUES (p_actor_key, p_key, p_command, p_body_hash) ON CONFLICT DO NOTHING;
  IF FOUND THEN RETURN; END IF;
  RETURN QUERY SELECT k.body_hash, k.response FROM public.idempotency_key k
    WHERE k.actor_key = p_actor_key AND k.key = p_key;
  IF NOT FOUND THEN RAISE EXCEPTION 'the idempotency key is claimed by nobody who is seen'; END IF;
END $$;
REVOKE ALL ON FUNCTION app.open_command(text, text, text, text, text, text, text, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_command(text, text, text, text, text, text, text, bytea) TO portal_app;
