-- CreateTable: what an outcome asks of a reviewer, worked out when something about it changes and each day.
CREATE TABLE "outcome_work" (
    "outcome_id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "changes" INTEGER NOT NULL DEFAULT 1,
    "seen_changes" INTEGER NOT NULL DEFAULT 0,
    "look_on" DATE,
    "why" TEXT,
    "due_on" DATE,
    "now_ore" BIGINT,
    "later_ore" BIGINT,

    CONSTRAINT "outcome_work_pkey" PRIMARY KEY ("outcome_id")
);

-- CreateTable: who has taken a case that does not say so itself.
CREATE TABLE "review_taking" (
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_taking_pkey" PRIMARY KEY ("kind","subject_id")
);

-- CreateTable: a taken case given to a colleague, with a word.
CREATE TABLE "review_hand_over" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "from_person_id" UUID NOT NULL,
    "to_person_id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_hand_over_pkey" PRIMARY KEY ("id")
);

-- CreateTable: the delivery areas whose cases a reviewer sees first.
CREATE TABLE "reviewer_area" (
    "person_id" UUID NOT NULL,
    "delivery_area_id" TEXT NOT NULL,

    CONSTRAINT "reviewer_area_pkey" PRIMARY KEY ("person_id","delivery_area_id")
);

-- CreateTable: who has a case open. Worth nothing a minute later: it need not survive a crash.
CREATE UNLOGGED TABLE "review_presence" (
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_presence_pkey" PRIMARY KEY ("kind","subject_id","person_id")
);

-- CreateIndex
CREATE INDEX "review_hand_over_subject_id_idx" ON "review_hand_over"("subject_id");
CREATE INDEX "outcome_work_placement_id_idx" ON "outcome_work"("placement_id");

-- AddForeignKey
ALTER TABLE "outcome_work" ADD CONSTRAINT "outcome_work_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reviewer_area" ADD CONSTRAINT "reviewer_area_delivery_area_id_fkey" FOREIGN KEY ("delivery_area_id") REFERENCES "delivery_area"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- --- What an outcome asks of a reviewer ----------------------------------------------------------------------------------
-- `changes` counts what has happened to the facts, `seen_changes` how much of it the row was worked out from: who works one out while
-- another changes the facts leaves it to be worked out again.
ALTER TABLE outcome_work
  ADD CONSTRAINT outcome_work_why CHECK (why IN ('awaiting', 'due')),
  ADD CONSTRAINT outcome_work_whole CHECK (num_nonnulls(why, due_on, now_ore, later_ore) IN (0, 4));
CREATE INDEX outcome_work_changed ON outcome_work (outcome_id) WHERE seen_changes <> changes;
CREATE INDEX outcome_work_look ON outcome_work (look_on) WHERE look_on IS NOT NULL;
CREATE INDEX outcome_work_queue ON outcome_work (due_on, outcome_id) WHERE why IS NOT NULL;
INSERT INTO outcome_work (outcome_id, placement_id) SELECT id, placement_id FROM outcome;

CREATE FUNCTION mark_outcome_work() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'outcome' THEN
      INSERT INTO outcome_work AS w (outcome_id, placement_id) VALUES (NEW.id, NEW.placement_id)
        ON CONFLICT (outcome_id) DO UPDATE SET changes = w.changes + 1;
    WHEN 'placement' THEN UPDATE outcome_work SET changes = changes + 1 WHERE placement_id = NEW.id;
    WHEN 'service_period' THEN UPDATE outcome_work SET changes = changes + 1 WHERE placement_id = NEW.placement_id;
    ELSE UPDATE outcome_work w SET changes = changes + 1 FROM placement p WHERE p.decision_id = NEW.decision_id AND w.placement_id = p.id;
  END CASE;
  RETURN NULL;
END $$;
CREATE TRIGGER outcome_work_mark AFTER INSERT OR UPDATE ON outcome FOR EACH ROW EXECUTE FUNCTION mark_outcome_work();
CREATE TRIGGER outcome_work_mark AFTER UPDATE ON placement FOR EACH ROW EXECUTE FUNCTION mark_outcome_work();
CREATE TRIGGER outcome_work_mark AFTER INSERT OR UPDATE ON service_period FOR EACH ROW WHEN (NEW.placement_id IS NOT NULL)
  EXECUTE FUNCTION mark_outcome_work();
CREATE TRIGGER outcome_work_mark AFTER INSERT ON wanted_extent FOR EACH ROW EXECUTE FUNCTION mark_outcome_work();

-- --- Whose case it is -----------------------------------------------------------------------------------------------------
ALTER TABLE review_taking ADD CONSTRAINT review_taking_kind CHECK (kind IN ('correction', 'outcome'));
ALTER TABLE review_hand_over
  ADD CONSTRAINT review_hand_over_kind CHECK (kind IN ('periodicReport', 'correction', 'outcome')),
  ADD CONSTRAINT review_hand_over_other CHECK (from_person_id <> to_person_id),
  ADD CONSTRAINT review_hand_over_word CHECK (length(word) <= 500);
ALTER TABLE review_presence ADD CONSTRAINT review_presence_kind CHECK (kind IN ('periodicReport', 'correction', 'finalReport', 'outcome'));

CREATE FUNCTION app.is_reviewer(p_person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p_person AND m.role = 'reviewer' AND (m.valid_to IS NULL OR m.valid_to > CURRENT_DATE)) $$;
-- Whether a colleague may see the participant too: those with protected identity only who is named for them.
CREATE FUNCTION app.may_be_handed(p_person uuid, p_kind text, p_subject uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app.is_reviewer(p_person) AND EXISTS (SELECT 1 FROM placement p WHERE p.id = (CASE p_kind
      WHEN 'periodicReport' THEN (SELECT r.placement_id FROM report r WHERE r.id = p_subject)
      WHEN 'correction' THEN (SELECT r.placement_id FROM report_correction c JOIN report r ON r.id = c.report_id WHERE c.id = p_subject)
      WHEN 'outcome' THEN (SELECT o.placement_id FROM outcome o WHERE o.id = p_subject) END)
    AND (NOT p.protected OR EXISTS (SELECT 1 FROM protected_access a WHERE a.participant_id = p.participant_id AND a.person_id = p_person))) $$;
REVOKE ALL ON FUNCTION app.is_reviewer(uuid), app.may_be_handed(uuid, text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_reviewer(uuid), app.may_be_handed(uuid, text, uuid) TO portal_app;

-- A taken report changes hands where that is told of in the same transaction, by whoever had it; nothing else of it changes then.
CREATE FUNCTION guard_handed_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NULL THEN RETURN NEW; END IF;
  IF OLD.taken_by_person_id = app.person_id()
    AND (OLD.status, OLD.decide_by, OLD.amount_ore, OLD.risk, OLD.holds, OLD.route, OLD.route_reason)
      IS NOT DISTINCT FROM (NEW.status, NEW.decide_by, NEW.amount_ore, NEW.risk, NEW.holds, NEW.route, NEW.route_reason)
    AND EXISTS (SELECT 1 FROM review_hand_over h WHERE h.subject_id = NEW.id AND h.to_person_id = NEW.taken_by_person_id
      AND h.xmin = pg_current_xact_id()::xid) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a taken report is handed over by whoever has it, and that is told' USING ERRCODE = 'insufficient_privilege';
END $$;
DROP TRIGGER report_hands ON report;
CREATE TRIGGER report_hands_in BEFORE INSERT ON report FOR EACH ROW EXECUTE FUNCTION guard_report_hands();
CREATE TRIGGER report_hands BEFORE UPDATE ON report FOR EACH ROW
  WHEN ((NEW.status = 'inReview' AND OLD.status = 'inReview' AND OLD.taken_by_person_id <> NEW.taken_by_person_id) IS NOT TRUE)
  EXECUTE FUNCTION guard_report_hands();
CREATE TRIGGER report_handed_over BEFORE UPDATE ON report FOR EACH ROW
  WHEN ((NEW.status = 'inReview' AND OLD.status = 'inReview' AND OLD.taken_by_person_id <> NEW.taken_by_person_id) IS TRUE)
  EXECUTE FUNCTION guard_handed_over();

-- The other kinds alike: taken in the own name, given on by whoever has it.
CREATE FUNCTION guard_review_taking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NULL OR (TG_OP = 'INSERT' AND NEW.person_id = app.person_id())
    OR (TG_OP = 'UPDATE' AND (OLD.kind, OLD.subject_id) = (NEW.kind, NEW.subject_id) AND OLD.person_id = app.person_id()
      AND EXISTS (SELECT 1 FROM review_hand_over h WHERE h.subject_id = NEW.subject_id AND h.to_person_id = NEW.person_id
        AND h.xmin = pg_current_xact_id()::xid)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a case is taken in the own name' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER review_taking_hands BEFORE INSERT OR UPDATE ON review_taking FOR EACH ROW EXECUTE FUNCTION guard_review_taking();
CREATE TRIGGER review_hand_over_append_only BEFORE UPDATE OR DELETE ON review_hand_over FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER review_hand_over_no_truncate BEFORE TRUNCATE ON review_hand_over EXECUTE FUNCTION refuse_change();

-- What a colleague has taken nobody else decides on; what is decided nobody has.
CREATE FUNCTION guard_taken_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.decided_by_person_id <> (CASE TG_TABLE_NAME
      WHEN 'review_decision' THEN (SELECT r.taken_by_person_id FROM report r WHERE r.id = (to_jsonb(NEW) ->> 'report_id')::uuid)
      WHEN 'outcome_decision' THEN (SELECT t.person_id FROM review_taking t WHERE t.kind = 'outcome' AND t.subject_id = (to_jsonb(NEW) ->> 'outcome_id')::uuid)
      ELSE (SELECT t.person_id FROM review_taking t WHERE t.kind = 'correction' AND t.subject_id = (to_jsonb(NEW) ->> 'id')::uuid) END) THEN
    RAISE EXCEPTION 'a colleague has taken the case' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_decision_taken BEFORE INSERT ON review_decision FOR EACH ROW EXECUTE FUNCTION guard_taken_case();
CREATE TRIGGER outcome_decision_taken BEFORE INSERT ON outcome_decision FOR EACH ROW EXECUTE FUNCTION guard_taken_case();
CREATE TRIGGER report_correction_taken BEFORE UPDATE ON report_correction FOR EACH ROW WHEN (NEW.status IN ('approved', 'rejected'))
  EXECUTE FUNCTION guard_taken_case();

CREATE FUNCTION end_review_taking() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM review_taking WHERE subject_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER outcome_taking_ends AFTER UPDATE ON outcome FOR EACH ROW EXECUTE FUNCTION end_review_taking();
CREATE TRIGGER correction_taking_ends AFTER UPDATE ON report_correction FOR EACH ROW WHEN (NEW.status <> 'submitted') EXECUTE FUNCTION end_review_taking();

-- --- Who sees and who writes ----------------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['outcome_work', 'review_taking', 'review_hand_over', 'reviewer_area', 'review_presence']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
CREATE POLICY reviewers ON outcome_work TO portal_app USING ((SELECT app.setting('role')) = 'reviewer'
  AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));
GRANT SELECT, UPDATE (seen_changes, look_on, why, due_on, now_ore, later_ore) ON outcome_work TO portal_app;
CREATE POLICY worker ON outcome_work TO portal_worker USING (true);
GRANT SELECT, UPDATE (seen_changes, look_on, why, due_on, now_ore, later_ore) ON outcome_work TO portal_worker;

CREATE POLICY reviewers ON review_taking FOR SELECT TO portal_app USING ((SELECT app.setting('role')) = 'reviewer');
CREATE POLICY take ON review_taking FOR INSERT TO portal_app WITH CHECK ((SELECT app.setting('role')) = 'reviewer'
  AND app.may_be_handed(person_id, kind, subject_id));
CREATE POLICY hand_over ON review_taking FOR UPDATE TO portal_app USING ((SELECT app.setting('role')) = 'reviewer');
CREATE POLICY hand_back ON review_taking FOR DELETE TO portal_app USING ((SELECT app.setting('role')) = 'reviewer'
  AND person_id = (SELECT app.person_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON review_taking TO portal_app;

CREATE POLICY concerned ON review_hand_over FOR SELECT TO portal_app USING ((SELECT app.person_id()) IN (from_person_id, to_person_id));
CREATE POLICY hand_over ON review_hand_over FOR INSERT TO portal_app WITH CHECK ((SELECT app.setting('role')) = 'reviewer'
  AND from_person_id = (SELECT app.person_id()) AND app.may_be_handed(to_person_id, kind, subject_id));
GRANT SELECT, INSERT ON review_hand_over TO portal_app;

CREATE POLICY own ON reviewer_area TO portal_app USING ((SELECT app.setting('role')) = 'reviewer' AND person_id = (SELECT app.person_id()));
GRANT SELECT, INSERT, DELETE ON reviewer_area TO portal_app;

CREATE POLICY reviewers ON review_presence FOR SELECT TO portal_app USING ((SELECT app.setting('role')) = 'reviewer');
CREATE POLICY come ON review_presence FOR INSERT TO portal_app WITH CHECK ((SELECT app.setting('role')) = 'reviewer'
  AND person_id = (SELECT app.person_id()));
CREATE POLICY stay ON review_presence FOR UPDATE TO portal_app USING (person_id = (SELECT app.person_id()));
CREATE POLICY leave ON review_presence FOR DELETE TO portal_app USING ((SELECT app.setting('role')) = 'reviewer');
GRANT SELECT, INSERT, UPDATE, DELETE ON review_presence TO portal_app;

-- --- The queue ------------------------------------------------------------------------------------------------------------
CREATE INDEX report_queue_person ON report (decide_by, amount_ore DESC, id) WHERE status IN ('submitted', 'inReview') AND route = 'person';
CREATE INDEX document_review_queue ON document (due_on, id) WHERE status IN ('submitted', 'inReview') AND desk = 'review';
