-- --- What caseworkers decide of placements: a second period or none, an end, an end taken back --------------------------
ALTER TABLE placement_decision DROP CONSTRAINT placement_decision_kind,
  ADD CONSTRAINT placement_decision_kind CHECK (kind IN ('end', 'takenBack', 'extension', 'noExtension', 'goesOn')),
  ADD CONSTRAINT placement_decision_said CHECK (kind <> 'noExtension' OR length(btrim(reason)) > 0);

-- An end that was taken back leaves room for another request; the one that was granted stays as it is.
DROP INDEX document_one_open;
CREATE UNIQUE INDEX document_one_open ON document (placement_id, kind)
  WHERE (kind IN ('extension', 'signal', 'finalReport') AND status IN ('submitted', 'inReview', 'returned', 'approved'))
    OR (kind = 'interruptionRequest' AND status IN ('submitted', 'inReview', 'returned'));

-- What gives or takes days of service is settled with the mandate to decide, at whichever desk it waits.
CREATE FUNCTION guard_document_mandate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND OLD.status <> NEW.status AND NEW.status IN ('approved', 'returned', 'rejected')
    AND NOT app.at_desk('decide') THEN
    RAISE EXCEPTION 'a case of % is settled by somebody with the mandate to decide', NEW.kind USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER document_mandate BEFORE UPDATE ON document
  FOR EACH ROW WHEN (NEW.kind IN ('interruptionRequest', 'extension', 'signal')) EXECUTE FUNCTION guard_document_mandate();

-- --- Service periods ----------------------------------------------------------------------------------------------------
-- A placement's periods share no day.
ALTER TABLE service_period ADD CONSTRAINT service_period_no_overlap EXCLUDE USING gist (
  placement_id WITH =, daterange("from", "to", '[)') WITH &&);

-- Days of service are paid for. The participant's choice places periods and a switch divides one; a second period comes with
-- a caseworker's decision on it alone, made while the first runs, from its very end. History and jobs have no role.
CREATE FUNCTION guard_service_period() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NULL OR (TG_OP = 'UPDATE' AND role = 'participant') THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' AND role = 'participant' AND EXISTS (
      SELECT 1 FROM service_period o JOIN placement p ON p.id = NEW.placement_id
      WHERE o.decision_id = NEW.decision_id AND o.number = NEW.number AND o."to" = NEW."to" AND o."from" < NEW."from"
        AND o.placement_id <> NEW.placement_id AND p."from" = NEW."from" AND p.decision_id = NEW.decision_id) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' AND role = 'caseworker' AND NEW.number = 2
    AND NOT EXISTS (SELECT 1 FROM service_period s WHERE s.decision_id = NEW.decision_id AND s.number = 2)
    AND EXISTS (SELECT 1 FROM placement_decision d JOIN placement p ON p.id = d.placement_id
        JOIN service_period f ON f.placement_id = p.id AND f.number = 1 AND f.decision_id = NEW.decision_id
      WHERE d.placement_id = NEW.placement_id AND d.kind = 'extension' AND d.xmin = pg_current_xact_id()::xid
        AND d.on_day = NEW."to" AND f."to" = NEW."from" AND p."end" IS NULL AND p.cancelled_at IS NULL
        AND (d.decided_at AT TIME ZONE 'Europe/Stockholm')::date < f."to"
        AND (d.decided_at AT TIME ZONE 'Europe/Stockholm')::date >= p."from") THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a service period is not made or moved so by the hand of %', role USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER service_period_hands BEFORE INSERT OR UPDATE ON service_period FOR EACH ROW EXECUTE FUNCTION guard_service_period();

-- --- Ends -----------------------------------------------------------------------------------------------------------------
-- An end is taken back where a caseworker decided it here and nothing rests on it: no final report, no later placement, no
-- outcome on an end that was one. It is read without regard to who asks, so that nothing hidden counts as nothing.
CREATE FUNCTION guard_end_taken_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM placement p WHERE p.id = NEW.placement_id
      AND EXISTS (SELECT 1 FROM placement_decision d WHERE d.placement_id = p.id AND d.kind = 'end' AND d.on_day = p."end" AND d.end_reason = p.end_reason)
      AND NOT EXISTS (SELECT 1 FROM document d WHERE d.placement_id = p.id AND d.kind = 'finalReport' AND d.status NOT IN ('superseded', 'withdrawn'))
      AND NOT EXISTS (SELECT 1 FROM placement q WHERE q.participant_id = p.participant_id AND q.id <> p.id AND q.cancelled_at IS NULL AND q."from" >= p."end")
      AND NOT (p.end_reason = 'outcome' AND EXISTS (SELECT 1 FROM outcome o WHERE o.placement_id = p.id AND o.status NOT IN ('superseded', 'withdrawn')))) THEN
    RAISE EXCEPTION 'an end that something rests on is not taken back' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER placement_decision_taken_back BEFORE INSERT ON placement_decision
  FOR EACH ROW WHEN (NEW.kind = 'takenBack') EXECUTE FUNCTION guard_end_taken_back();

-- What is decided of a placement is what the placement is when the transaction is over.
CREATE FUNCTION guard_decision_carried_out() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM placement p WHERE p.id = NEW.placement_id AND CASE NEW.kind
      WHEN 'end' THEN p."end" = NEW.on_day AND p.end_reason = NEW.end_reason
      WHEN 'takenBack' THEN p."end" IS NULL
      WHEN 'extension' THEN p."to" = NEW.on_day AND EXISTS (
        SELECT 1 FROM service_period s WHERE s.placement_id = p.id AND s.number = 2 AND s."to" = p."to")
      WHEN 'noExtension' THEN p."end" IS NULL
      ELSE true END) THEN
    RAISE EXCEPTION 'a decision of % is carried out with it', NEW.kind USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER placement_decision_carried_out AFTER INSERT ON placement_decision DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard_decision_carried_out();
-- Nor is a placement longer than its periods.
CREATE FUNCTION guard_placement_whole() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM service_period s WHERE s.placement_id = NEW.id AND s."to" = NEW."to") THEN
    RAISE EXCEPTION 'a placement is as long as its periods' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER placement_whole AFTER UPDATE OF "to" ON placement DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD."to" <> NEW."to") EXECUTE FUNCTION guard_placement_whole();
