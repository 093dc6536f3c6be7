-- --- What a report counts as follows from decisions, and from nothing else ------------------------------------------------------
-- Only whom the tables belong to, who loads history, passes.
CREATE FUNCTION refuse_but_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN RETURN NEW; END IF;
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END $$;

-- The standing follows from the states when they change; what comes in has none, or it would count as approved unseen.
CREATE TRIGGER report_begins BEFORE INSERT ON report FOR EACH ROW
  WHEN (NEW.standing_status IS NOT NULL OR NEW.reply_by IS NOT NULL) EXECUTE FUNCTION refuse_but_owner('a report begins undecided');
CREATE TRIGGER report_row_begins BEFORE INSERT ON report_row FOR EACH ROW
  WHEN (NEW.approved_minutes IS NOT NULL) EXECUTE FUNCTION refuse_but_owner('a report begins undecided');
-- A correction takes no proposal away, and nothing that counts while it is looked at again.
CREATE TRIGGER report_gives_way BEFORE UPDATE ON report FOR EACH ROW
  WHEN (NEW.status = 'superseded' AND OLD.status <> 'superseded' AND (OLD.standing_status IS NOT NULL OR OLD.reply_by IS NOT NULL))
  EXECUTE FUNCTION refuse_but_owner('what is proposed or taken up again is decided, not corrected');
CREATE TRIGGER report_reason_stands BEFORE UPDATE OF route_reason ON report FOR EACH ROW
  WHEN (OLD.route_reason IS NOT NULL AND NEW.route_reason IS NULL) EXECUTE FUNCTION refuse_but_owner('why a report goes its way is not forgotten');

-- A report is touched by more hands than before: by answers, requests and disputes. Rows and findings come with the report itself:
-- with what is sent in, or with the correction that was approved.
CREATE OR REPLACE FUNCTION guard_report_parts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NOT NULL AND EXISTS (
      SELECT 1 FROM added a LEFT JOIN report r ON r.id = a.report_id AND r.xmin = pg_current_xact_id()::xid
        AND CASE role WHEN 'reviewer' THEN r.status = 'approved' AND app.is_report_corrected(r.supersedes_id, r.id, 'approved')
          ELSE role IN ('signatory', 'client') AND r.status = 'submitted' AND r.reply_by IS NULL AND r.standing_status IS NULL END
      WHERE r.id IS NULL) THEN
    RAISE EXCEPTION 'a report is stored whole' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

-- A person decides on what waits for a decision, and the report moves with it.
CREATE FUNCTION guard_decision_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
    AND NOT EXISTS (SELECT 1 FROM report r WHERE r.id = NEW.report_id AND (r.status IN ('submitted', 'inReview')
      OR (NEW.decision = 'approve' AND app.is_report_corrected(r.supersedes_id, r.id, 'approved')))) THEN
    RAISE EXCEPTION 'a decision is of a report that waits for one' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_decision_waits BEFORE INSERT ON review_decision FOR EACH ROW WHEN (NEW."by" = 'person')
  EXECUTE FUNCTION guard_decision_waits();

CREATE FUNCTION guard_decision_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
    AND NOT EXISTS (SELECT 1 FROM report r WHERE r.id = NEW.report_id AND r.xmin = pg_current_xact_id()::xid
      AND CASE NEW.decision WHEN 'approve' THEN r.status = 'approved' WHEN 'return' THEN r.status = 'returned'
        WHEN 'reject' THEN r.status = 'rejected' ELSE r.status = 'inReview' AND r.reply_by = NEW.last_day END) THEN
    RAISE EXCEPTION 'a decision moves its report' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER review_decision_moves AFTER INSERT ON review_decision DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW."by" = 'person') EXECUTE FUNCTION guard_decision_moves();

-- A proposal stays where its report changes hands.
CREATE OR REPLACE FUNCTION guard_handed_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NULL THEN RETURN NEW; END IF;
  IF OLD.taken_by_person_id = app.person_id()
    AND (OLD.status, OLD.decide_by, OLD.reply_by, OLD.amount_ore, OLD.risk, OLD.holds, OLD.route, OLD.route_reason)
      IS NOT DISTINCT FROM (NEW.status, NEW.decide_by, NEW.reply_by, NEW.amount_ore, NEW.risk, NEW.holds, NEW.route, NEW.route_reason)
    AND EXISTS (SELECT 1 FROM review_hand_over h WHERE h.subject_id = NEW.id AND h.to_person_id = NEW.taken_by_person_id
      AND h.xmin = pg_current_xact_id()::xid) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a taken report is handed over by whoever has it, and that is told' USING ERRCODE = 'insufficient_privilege';
END $$;

-- What reconsideration led to is not reconsidered again.
CREATE FUNCTION guard_reconsidered_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (SELECT o.kind = 'reconsideration' FROM report_reopening o JOIN review_decision d ON d.id = NEW.decision_id
      WHERE o.report_id = NEW.report_id AND o.reopened_at <= d.decided_at ORDER BY o.reopened_at DESC LIMIT 1) THEN
    RAISE EXCEPTION 'a decision is reconsidered once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_reopening_once BEFORE INSERT ON report_reopening FOR EACH ROW WHEN (NEW.kind = 'reconsideration')
  EXECUTE FUNCTION guard_reconsidered_once();

-- Nobody decides on their own organisation's corrections and outcomes, either.
CREATE FUNCTION guard_own_organisation_too() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  day date := (NEW.decided_at AT TIME ZONE 'Europe/Stockholm')::date;
  whose uuid := CASE TG_TABLE_NAME
    WHEN 'report_correction' THEN (SELECT r.provider_id FROM report r WHERE r.id = (to_jsonb(NEW) ->> 'report_id')::uuid)
    ELSE (SELECT p.provider_id FROM outcome o JOIN placement p ON p.id = o.placement_id WHERE o.id = (to_jsonb(NEW) ->> 'outcome_id')::uuid) END;
BEGIN
  IF EXISTS (SELECT 1 FROM membership m WHERE m.provider_id = whose AND m.person_id = NEW.decided_by_person_id
      AND m.valid_from <= day AND (m.valid_to IS NULL OR m.valid_to > day)) THEN
    RAISE EXCEPTION 'nobody decides on their own organisation' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_correction_organisation AFTER UPDATE ON report_correction FOR EACH ROW
  WHEN (NEW.status IN ('approved', 'rejected') AND NEW.decided_by_person_id IS NOT NULL) EXECUTE FUNCTION guard_own_organisation_too();
CREATE TRIGGER outcome_decision_organisation BEFORE INSERT ON outcome_decision FOR EACH ROW
  WHEN (NEW.decided_by_person_id IS NOT NULL) EXECUTE FUNCTION guard_own_organisation_too();

-- Of a rejection that became final in silence, its proposal is whose it was: who proposed it does not reconsider it.
CREATE FUNCTION guard_reconsidering() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM report_reopening o JOIN review_decision d ON d.id = o.decision_id JOIN review_decision p ON p.id = d.proposal_id
      WHERE o.report_id = NEW.report_id AND o.kind = 'reconsideration' AND d."by" = 'silence' AND p.decided_by_person_id = NEW.decided_by_person_id) THEN
    RAISE EXCEPTION 'nobody reconsiders their own decision' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_decision_reconsidering BEFORE INSERT ON review_decision FOR EACH ROW WHEN (NEW.decided_by_person_id IS NOT NULL)
  EXECUTE FUNCTION guard_reconsidering();

-- What was drawn, chosen or taken up goes to a person in every later version of its month, also where it was taken back and sent anew:
-- else a provider could draw again, once it sees which reports are not approved.
CREATE FUNCTION keep_way() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE kept text := (SELECT r.route_reason FROM report r WHERE r.placement_id = NEW.placement_id AND r.month = NEW.month
  AND r.route_reason IN ('sample', 'chosen', 'reopened') ORDER BY r.number DESC LIMIT 1);
BEGIN
  IF kept IS NOT NULL THEN
    NEW.route := 'person';
    NEW.route_reason := kept;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_way_kept BEFORE INSERT ON report FOR EACH ROW WHEN (NEW.route = 'automatic' AND NEW.number > 1) EXECUTE FUNCTION keep_way();
