-- --- Choices and switches that somebody else's hand carries out for the participant --------------------------------------

-- AlterTable: by whom a switch was made and undone. Null: the participant, or before this was kept.
ALTER TABLE "provider_switch" ADD COLUMN "assisted" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "decided_by_person_id" UUID,
ADD COLUMN "undone_assisted" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "undone_by_person_id" UUID;

-- CreateTable: one row for each time: what was done, why the participant was helped, by whom, and when the letter went.
CREATE TABLE "assistance" (
    "id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "choice_id" UUID,
    "switch_id" UUID,
    "placement_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "paper_code_id" UUID,
    "by_person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "letter_at" TIMESTAMPTZ(3),
    "letter_by_person_id" UUID,

    CONSTRAINT "assistance_pkey" PRIMARY KEY ("id")
);
-- CreateIndex
CREATE UNIQUE INDEX "assistance_choice_id_key" ON "assistance"("choice_id");
-- CreateIndex
CREATE UNIQUE INDEX "assistance_switch_id_kind_key" ON "assistance"("switch_id", "kind");
-- CreateIndex
CREATE INDEX "assistance_participant_id_idx" ON "assistance"("participant_id");

-- AddForeignKey
ALTER TABLE "assistance" ADD CONSTRAINT "assistance_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "assistance" ADD CONSTRAINT "assistance_choice_id_fkey" FOREIGN KEY ("choice_id") REFERENCES "choice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "assistance" ADD CONSTRAINT "assistance_switch_id_fkey" FOREIGN KEY ("switch_id") REFERENCES "provider_switch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "assistance" ADD CONSTRAINT "assistance_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE provider_switch
  ADD CONSTRAINT provider_switch_assisted CHECK (NOT assisted OR decided_by_person_id IS NOT NULL),
  ADD CONSTRAINT provider_switch_undone_assisted CHECK (NOT undone_assisted OR (undone_at IS NOT NULL AND undone_by_person_id IS NOT NULL));
ALTER TABLE assistance
  ADD CONSTRAINT assistance_kind CHECK (CASE kind WHEN 'choice' THEN choice_id IS NOT NULL AND switch_id IS NULL
    WHEN 'switch' THEN switch_id IS NOT NULL AND choice_id IS NULL WHEN 'undo' THEN switch_id IS NOT NULL AND choice_id IS NULL ELSE false END),
  ADD CONSTRAINT assistance_reason CHECK (reason IN ('noEid', 'language', 'disability', 'other')),
  ADD CONSTRAINT assistance_code CHECK (paper_code_id IS NULL OR kind = 'choice'),
  ADD CONSTRAINT assistance_letter CHECK ((letter_at IS NULL) = (letter_by_person_id IS NULL));
GRANT UPDATE (undone_assisted, undone_by_person_id) ON provider_switch TO portal_app;

-- --- Who makes a choice or a switch, and in whose name --------------------------------------------------------------------
-- Participants theirs; caseworkers for a participant, as just that, in their own name. Jobs and who loads history have no role.
CREATE FUNCTION guard_choice_hands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NULL OR coalesce(NEW.kind = 'active' AND CASE role
      WHEN 'participant' THEN NOT NEW.assisted AND NEW.participant_id = app.participant_id() AND NEW.made_by_person_id = app.person_id()
      WHEN 'caseworker' THEN NEW.assisted AND NEW.made_by_person_id = app.person_id() AND app.case_mandate() IS NOT NULL
      ELSE false END, false) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a choice is not made so by the hand of %', role USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER choice_hands BEFORE INSERT ON choice FOR EACH ROW EXECUTE FUNCTION guard_choice_hands();

CREATE FUNCTION guard_switch_hands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role'); assisted boolean; by_person uuid;
BEGIN
  IF role IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    assisted := NEW.assisted; by_person := NEW.decided_by_person_id;
  ELSIF OLD.undone_at IS NULL AND NEW.undone_at IS NOT NULL THEN
    assisted := NEW.undone_assisted; by_person := NEW.undone_by_person_id;
  ELSE
    RAISE EXCEPTION 'a switch is undone once, and stands otherwise' USING ERRCODE = 'restrict_violation';
  END IF;
  IF coalesce(CASE role
      WHEN 'participant' THEN NOT assisted AND NEW.participant_id = app.participant_id() AND coalesce(by_person, app.person_id()) = app.person_id()
      WHEN 'caseworker' THEN assisted AND by_person = app.person_id() AND app.case_mandate() IS NOT NULL
      ELSE false END, false) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a switch is not made or undone so by the hand of %', role USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER provider_switch_hands BEFORE INSERT OR UPDATE ON provider_switch FOR EACH ROW EXECUTE FUNCTION guard_switch_hands();

-- --- Days that a caseworker moves for a participant ------------------------------------------------------------------------
-- As before, and a caseworker too may begin, leave and come back to a placement: what comes of it is held to a choice or a
-- switch of the very transaction by the guards below, when all of it is written. Who has a code begins one.
CREATE OR REPLACE FUNCTION guard_placement_hands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NULL THEN RETURN NEW; END IF;
  IF (TG_OP = 'INSERT' AND role NOT IN ('participant', 'caseworker', 'paperCode'))
    OR (TG_OP = 'UPDATE' AND (
      (OLD.cancelled_at IS DISTINCT FROM NEW.cancelled_at AND role NOT IN ('participant', 'caseworker'))
      OR ((OLD."end", OLD.end_reason) IS DISTINCT FROM (NEW."end", NEW.end_reason)
        AND NOT (role IN ('participant', 'caseworker') AND coalesce(OLD.end_reason, 'switch') = 'switch' AND coalesce(NEW.end_reason, 'switch') = 'switch')
        AND NOT (role = 'caseworker'
        AND app.is_decided(NEW.id, CASE WHEN NEW."end" IS NULL THEN 'takenBack' ELSE 'end' END, NEW."end", NEW.end_reason)))
      OR (OLD."to" <> NEW."to" AND NOT (role = 'caseworker' AND app.is_decided(NEW.id, 'extension', NEW."to", NULL)))
      OR (OLD.coach_person_id IS DISTINCT FROM NEW.coach_person_id AND role NOT IN ('intake', 'providerAdmin')))) THEN
    RAISE EXCEPTION 'a placement is not changed so by the hand of %', role USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Whether who acts has, in this transaction, made a choice that began the placement, or a switch that ends or begins it, or undone one.
CREATE FUNCTION app.chosen_now(p_placement uuid, p_act text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT (p_act = 'begun' AND EXISTS (SELECT 1 FROM choice c WHERE c.placement_id = p_placement AND c.assisted AND c.xmin = pg_current_xact_id()::xid))
    OR EXISTS (SELECT 1 FROM provider_switch w WHERE w.xmin = pg_current_xact_id()::xid AND CASE p_act
      WHEN 'begun' THEN w.to_placement_id = p_placement AND w.undone_at IS NULL AND w.decided_by_person_id = app.person_id()
      WHEN 'ended' THEN w.from_placement_id = p_placement AND w.undone_at IS NULL AND w.decided_by_person_id = app.person_id()
      WHEN 'resumed' THEN w.from_placement_id = p_placement AND w.undone_by_person_id = app.person_id()
      WHEN 'cancelled' THEN w.to_placement_id = p_placement AND w.undone_by_person_id = app.person_id()
      ELSE false END) $$;
REVOKE ALL ON FUNCTION app.chosen_now(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.chosen_now(uuid, text) TO portal_app, portal_worker;

CREATE FUNCTION guard_assisted_days() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role'); act text;
BEGIN
  IF role IS NULL OR role = 'participant' THEN RETURN NULL; END IF;
  IF TG_OP = 'INSERT' THEN act := 'begun';
  ELSIF OLD.cancelled_at IS DISTINCT FROM NEW.cancelled_at THEN act := 'cancelled';
  ELSIF coalesce(OLD.end_reason, 'switch') <> 'switch' OR coalesce(NEW.end_reason, 'switch') <> 'switch' THEN RETURN NULL;
  ELSE act := CASE WHEN NEW."end" IS NULL THEN 'resumed' ELSE 'ended' END;
  END IF;
  IF NOT app.chosen_now(NEW.id, act) THEN
    RAISE EXCEPTION 'a placement is % with a choice or a switch', act USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER placement_assisted_begun AFTER INSERT ON placement DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard_assisted_days();
CREATE CONSTRAINT TRIGGER placement_assisted_moved AFTER UPDATE OF "end", end_reason, cancelled_at ON placement DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN ((OLD."end", OLD.end_reason, OLD.cancelled_at) IS DISTINCT FROM (NEW."end", NEW.end_reason, NEW.cancelled_at))
  EXECUTE FUNCTION guard_assisted_days();

-- The same of service periods: a caseworker places and divides them as the participant would, with a choice or a switch.
CREATE OR REPLACE FUNCTION guard_service_period() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NULL OR (TG_OP = 'UPDATE' AND role IN ('participant', 'caseworker', 'paperCode')) THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' AND role IN ('participant', 'caseworker') AND EXISTS (
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
CREATE FUNCTION guard_assisted_periods() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NULL OR role = 'participant' OR app.chosen_now(NEW.placement_id, 'begun') OR app.chosen_now(NEW.placement_id, 'resumed')
    OR (TG_OP = 'INSERT' AND app.is_decided(NEW.placement_id, 'extension', NEW."to", NULL)) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'a service period is placed with a choice, a switch or a decision' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE CONSTRAINT TRIGGER service_period_assisted AFTER INSERT OR UPDATE ON service_period DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard_assisted_periods();

-- --- What is told of it ---------------------------------------------------------------------------------------------------
-- Told in the transaction that does it, in the own name, of the very choice or switch; a letter is marked once.
CREATE FUNCTION guard_assistance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (to_jsonb(OLD) - ARRAY['letter_at', 'letter_by_person_id']) IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['letter_at', 'letter_by_person_id'])
      OR OLD.letter_at IS NOT NULL OR NEW.letter_at IS NULL THEN
      RAISE EXCEPTION 'what was done stands; its letter is marked once' USING ERRCODE = 'restrict_violation';
    END IF;
    IF role IS NOT NULL AND (app.case_mandate() IS NULL OR NEW.letter_by_person_id IS DISTINCT FROM app.person_id()) THEN
      RAISE EXCEPTION 'a letter is marked by a caseworker, in the own name' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF role IS NULL THEN RETURN NEW; END IF;
  IF NOT coalesce(CASE NEW.kind
      WHEN 'choice' THEN EXISTS (SELECT 1 FROM choice c WHERE c.id = NEW.choice_id AND c.assisted AND c.participant_id = NEW.participant_id
        AND c.placement_id = NEW.placement_id AND c.made_at = NEW.at AND c.xmin = pg_current_xact_id()::xid)
      ELSE EXISTS (SELECT 1 FROM provider_switch w WHERE w.id = NEW.switch_id AND w.participant_id = NEW.participant_id AND w.xmin = pg_current_xact_id()::xid
        AND CASE NEW.kind WHEN 'switch' THEN w.assisted AND w.undone_at IS NULL AND w.to_placement_id = NEW.placement_id AND w.decided_at = NEW.at
          ELSE w.undone_assisted AND w.from_placement_id = NEW.placement_id AND w.undone_at = NEW.at END) END, false) THEN
    RAISE EXCEPTION 'help is told with what was done' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.paper_code_id IS NULL AND (app.case_mandate() IS NULL OR NEW.by_person_id IS DISTINCT FROM app.person_id()) THEN
    RAISE EXCEPTION 'help is told by the caseworker who gave it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assistance_guard BEFORE INSERT OR UPDATE ON assistance FOR EACH ROW EXECUTE FUNCTION guard_assistance();
CREATE TRIGGER assistance_no_delete BEFORE DELETE ON assistance FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER assistance_no_truncate BEFORE TRUNCATE ON assistance EXECUTE FUNCTION refuse_change();

-- Nobody is helped without a row that says why.
CREATE FUNCTION guard_assistance_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND NOT EXISTS (SELECT 1 FROM assistance a WHERE CASE TG_TABLE_NAME
      WHEN 'choice' THEN a.choice_id = NEW.id
      ELSE a.switch_id = NEW.id AND a.kind = CASE TG_OP WHEN 'INSERT' THEN 'switch' ELSE 'undo' END END) THEN
    RAISE EXCEPTION 'what is done for a participant says why' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER choice_assistance_told AFTER INSERT ON choice DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.assisted) EXECUTE FUNCTION guard_assistance_told();
CREATE CONSTRAINT TRIGGER switch_assistance_told AFTER INSERT ON provider_switch DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.assisted) EXECUTE FUNCTION guard_assistance_told();
CREATE CONSTRAINT TRIGGER undo_assistance_told AFTER UPDATE ON provider_switch DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.undone_assisted AND NOT OLD.undone_assisted) EXECUTE FUNCTION guard_assistance_told();

ALTER TABLE assistance ENABLE ROW LEVEL SECURITY;
ALTER TABLE assistance FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON assistance TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY own_or_authority ON assistance FOR SELECT TO portal_app USING (participant_id = (SELECT app.participant_id())
  OR ((SELECT app.is_authority()) AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_id)));
CREATE POLICY by_caseworker ON assistance FOR INSERT TO portal_app WITH CHECK ((SELECT app.setting('role')) = 'caseworker'
  AND paper_code_id IS NULL AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_id));
CREATE POLICY letter ON assistance FOR UPDATE TO portal_app USING ((SELECT app.setting('role')) = 'caseworker'
  AND EXISTS (SELECT 1 FROM participant p WHERE p.id = participant_id));
GRANT SELECT, INSERT ON assistance TO portal_app;
GRANT UPDATE (letter_at, letter_by_person_id) ON assistance TO portal_app;
