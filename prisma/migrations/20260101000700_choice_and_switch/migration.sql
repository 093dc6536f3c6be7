-- --- Implementation references that the portal gives itself ------------------------------------------------
-- A switch begins a service period that the authority's case system has not numbered. The portal's own references
-- are the nine-digit numbers from 900 000 000; the authority's begin with lower digits. Should one of its own ever
-- lie here, the next free number is taken: the column is unique, whoever gave the number.
CREATE SEQUENCE implementation_reference_seq MINVALUE 900000000 MAXVALUE 999999999 START 900000000 NO CYCLE;

CREATE FUNCTION app.next_implementation_reference() RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  reference text;
BEGIN
  LOOP
    reference := nextval('public.implementation_reference_seq')::text;
    EXIT WHEN NOT EXISTS (SELECT FROM service_period s WHERE s.implementation_reference = reference);
  END LOOP;
  RETURN reference;
END $$;

-- --- How many a contract has ---------------------------------------------------------------------------------
-- Counts only, for those who may not see the placements that are counted.
-- participants_now: in the service on p_today. places_taken: holding a place on p_on or later, those to come too, so
-- that a contract can never be over its capacity on a later day. Who has decided to switch away holds the old place
-- until the switch takes effect: it can be undone until then.
CREATE FUNCTION app.contract_participants(p_contracts uuid[], p_today date, p_on date)
RETURNS TABLE (contract_id uuid, participants_now integer, places_taken integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT l.contract_id,
    count(*) FILTER (WHERE l."from" <= p_today AND p_today < coalesce(l."end", l."to"))::integer,
    count(*) FILTER (WHERE p_on < CASE WHEN s.id IS NULL THEN coalesce(l."end", l."to") ELSE l."to" END)::integer
  FROM placement l
  LEFT JOIN provider_switch s ON s.from_placement_id = l.id AND s.undone_at IS NULL AND s.effective_on > p_today
  WHERE l.contract_id = ANY (p_contracts) AND l.cancelled_at IS NULL AND l."to" > least(p_today, p_on)
  GROUP BY l.contract_id
$$;

REVOKE ALL ON FUNCTION app.next_implementation_reference(), app.contract_participants(uuid[], date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.next_implementation_reference(), app.contract_participants(uuid[], date, date) TO portal_app;

-- --- A switch that stands is one of a kind -------------------------------------------------------------------
CREATE UNIQUE INDEX provider_switch_one_from ON provider_switch (from_placement_id) WHERE undone_at IS NULL;
ALTER TABLE provider_switch
  ADD CONSTRAINT provider_switch_reason CHECK (reason IN ('dissatisfied', 'heardGood', 'moved', 'language', 'meetings', 'other')),
  ADD CONSTRAINT provider_switch_apart CHECK (from_placement_id <> to_placement_id);
