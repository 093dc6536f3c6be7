-- --- What triggers look up, they look up by index ----------------------------------------------------------------------
-- A connection keeps the plan that it made when there were few reports or none, and how many rows a statement has written it
-- guesses: the whole table was read for a statement of four rows. Row by row it is the primary key, and so from the first.
CREATE OR REPLACE FUNCTION guard_report_parts() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND EXISTS (SELECT 1 FROM added a
      WHERE (SELECT r.xmin FROM report r WHERE r.id = a.report_id) IS DISTINCT FROM pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'a report is stored whole' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

-- A statement that changed nothing marks nothing: no draft waits behind most reports of a provider's system.
CREATE OR REPLACE FUNCTION mark_by_placement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE offices uuid[] := ARRAY(SELECT DISTINCT p.office_id FROM changed c
  CROSS JOIN LATERAL (SELECT p.office_id FROM placement p WHERE p.id = c.placement_id LIMIT 1) p);
BEGIN
  IF cardinality(offices) > 0 THEN PERFORM app.mark_offices(offices); END IF;
  RETURN NULL;
END $$;
