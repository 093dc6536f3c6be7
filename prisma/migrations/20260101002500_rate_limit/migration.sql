-- CreateTable: how often somebody may ask. Unlogged: after a crash of the database everybody starts anew, and no request
-- waits for the disk. The key is a keyed hash: neither addresses nor persons can be read from it.
CREATE UNLOGGED TABLE "rate_limit" (
    "key" BYTEA NOT NULL,
    "full_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "rate_limit_full_at_idx" ON "rate_limit"("full_at");

-- A bucket of p_capacity tokens, of which p_per_second come back each second, kept as the moment when it is full again:
-- a row whose moment has passed says the same as no row. Takes p_cost tokens and returns 0, or takes none and returns the
-- seconds until there are enough. Taking is one statement, which locks the row: two processes never share a token.
CREATE FUNCTION app.take_token(p_key bytea, p_capacity integer, p_per_second double precision, p_cost integer)
RETURNS double precision
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  at timestamptz := clock_timestamp();
  cost interval := make_interval(secs => p_cost / p_per_second);
  room interval := make_interval(secs => p_capacity / p_per_second);
BEGIN
  IF p_cost < 1 OR p_cost > p_capacity OR p_per_second <= 0 THEN
    RAISE EXCEPTION 'a bucket of % tokens never gives %', p_capacity, p_cost USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO rate_limit AS held (key, full_at) VALUES (p_key, at + cost)
  ON CONFLICT (key) DO UPDATE SET full_at = greatest(held.full_at, at) + cost
    WHERE greatest(held.full_at, at) + cost <= at + room;
  IF FOUND THEN RETURN 0; END IF;
  -- It may have filled up since: then the next moment has a token.
  RETURN greatest(0.001, coalesce((SELECT extract(epoch FROM full_at + cost - room - at) FROM rate_limit WHERE key = p_key), 0));
END $$;
REVOKE ALL ON FUNCTION app.take_token(bytea, integer, double precision, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.take_token(bytea, integer, double precision, integer) TO portal_app;

-- The app reaches it through the function alone; the worker removes what is full again.
ALTER TABLE rate_limit ENABLE ROW LEVEL SECURITY;
ALTER TABLE rate_limit FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON rate_limit TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY clean ON rate_limit TO portal_worker USING (true) WITH CHECK (true);
GRANT SELECT (full_at), DELETE ON rate_limit TO portal_worker;
