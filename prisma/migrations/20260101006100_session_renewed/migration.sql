-- --- Whoever identifies themselves again goes on under a new token: one that was known before opens nothing more -----------------------
CREATE FUNCTION auth.renew_session(p_token_hash bytea, p_new_token_hash bytea, p_at timestamptz) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  UPDATE session s SET token_hash = p_new_token_hash
  WHERE s.token_hash = p_token_hash AND auth.is_open(s, p_at)
  RETURNING auth.iso(s.absolute_ends_at)
$$;
REVOKE ALL ON FUNCTION auth.renew_session(bytea, bytea, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth.renew_session(bytea, bytea, timestamptz) TO portal_app;
