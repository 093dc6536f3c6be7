-- A portal says that it lives, whatever the database's clock has done: signs of life from a clock that was ahead say nothing
-- of now, and of a time without life that part alone is told that was not told before.
CREATE OR REPLACE FUNCTION app.portal_beat(p_id text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  beat timestamptz;
  latest timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('portal_beat', 0));
  beat := date_trunc('milliseconds', clock_timestamp());
  SELECT max(at) INTO latest FROM portal_heartbeat WHERE at <= beat;
  IF latest < beat - interval '5 minutes' THEN
    INSERT INTO outage ("from", "to")
    SELECT lower(untold), upper(untold) FROM unnest(tstzmultirange(tstzrange(latest, beat)) - coalesce(
      (SELECT range_agg(tstzrange(o."from", o."to")) FROM outage o WHERE o."to" > latest AND o."from" < beat), '{}')) AS untold;
  END IF;
  INSERT INTO portal_heartbeat (id, at) VALUES (p_id, beat) ON CONFLICT (id) DO UPDATE SET at = excluded.at;
  DELETE FROM portal_heartbeat WHERE at > beat OR at < beat - interval '1 day';
END $$;
