-- --- Has anything changed at an office? -----------------------------------------------------------------------
-- A list of a provider's months rests on hundreds of placements with plans, logs, drafts and reports. Each transaction
-- that changes any of them leaves one row for each office concerned, so that a portal that has made the list knows
-- whether it may show it again. Nobody waits for anybody: rows are only added. Whether a change is newer than a list is
-- told by transaction ids and snapshots, never by clocks. Rows are of use for as long as a list is kept: minutes.
CREATE TABLE office_change (
  office_id UUID NOT NULL,
  txid BIGINT NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

  CONSTRAINT office_change_pkey PRIMARY KEY (office_id, txid)
);
CREATE INDEX office_change_at_idx ON office_change (at);
ALTER TABLE office_change ADD CONSTRAINT office_change_office_id_fkey FOREIGN KEY (office_id) REFERENCES office (id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE office_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE office_change FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON office_change TO CURRENT_USER USING (true) WITH CHECK (true);
-- That something has changed says nothing about anybody.
CREATE POLICY read_all ON office_change FOR SELECT TO portal_app USING (true);
GRANT SELECT ON office_change TO portal_app;

CREATE FUNCTION app.mark_offices(p_offices uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO office_change (office_id, txid) SELECT DISTINCT o, pg_current_xact_id()::text::bigint FROM unnest(p_offices) o ON CONFLICT DO NOTHING;
  -- What nobody keeps a list from goes, a little at a time.
  DELETE FROM office_change WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM office_change WHERE at < now() - interval '1 hour' ORDER BY at LIMIT 20 FOR UPDATE SKIP LOCKED));
END $$;
REVOKE ALL ON FUNCTION app.mark_offices(uuid[]) FROM PUBLIC;

CREATE FUNCTION mark_by_placement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.mark_offices(ARRAY(SELECT DISTINCT p.office_id FROM changed c JOIN placement p ON p.id = c.placement_id));
  RETURN NULL;
END $$;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['service_period', 'plan', 'activity_entry', 'month_draft', 'report']
  LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_by_placement()', t || '_mark_insert', t);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION mark_by_placement()', t || '_mark_update', t);
  END LOOP;
END $$;
CREATE TRIGGER month_draft_mark_delete AFTER DELETE ON month_draft REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mark_by_placement();

CREATE FUNCTION mark_placement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.mark_offices(ARRAY(SELECT DISTINCT office_id FROM changed));
  RETURN NULL;
END $$;
CREATE TRIGGER placement_mark_insert AFTER INSERT ON placement REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mark_placement();
CREATE TRIGGER placement_mark_update AFTER UPDATE ON placement REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mark_placement();
-- The office that a placement leaves.
CREATE TRIGGER placement_mark_left AFTER UPDATE ON placement REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION mark_placement();

-- Names stand in the list: of participants, coaches and offices.
CREATE FUNCTION mark_person() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.mark_offices(ARRAY(
    SELECT p.office_id FROM placement p JOIN participant q ON q.id = p.participant_id WHERE q.person_id = NEW.id
    UNION SELECT p.office_id FROM placement p WHERE p.coach_person_id = NEW.id));
  RETURN NULL;
END $$;
CREATE TRIGGER person_mark AFTER UPDATE ON person FOR EACH ROW
  WHEN ((OLD.given_name, OLD.family_name, OLD.protected) IS DISTINCT FROM (NEW.given_name, NEW.family_name, NEW.protected))
  EXECUTE FUNCTION mark_person();
CREATE FUNCTION mark_office() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.mark_offices(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE TRIGGER office_mark AFTER UPDATE ON office FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION mark_office();

-- New rules hold for every month that is not sent.
CREATE FUNCTION mark_all_offices() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM app.mark_offices(ARRAY(SELECT id FROM office));
  RETURN NULL;
END $$;
CREATE TRIGGER terms_version_mark AFTER INSERT ON terms_version FOR EACH STATEMENT EXECUTE FUNCTION mark_all_offices();
CREATE TRIGGER agreement_version_mark AFTER INSERT ON agreement_version FOR EACH STATEMENT EXECUTE FUNCTION mark_all_offices();
