-- --- What the participant says of each activity: that it was so, or not -------------------------------------------------------
-- Of an entry of the log, or, where the provider keeps its own, of a row of the month's report. Each answer is a version; the last counts.
-- CreateTable
CREATE TABLE "activity_answer" (
    "id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "participant_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "entry_id" UUID,
    "activity" "activity_category" NOT NULL,
    "form" "activity_form",
    "minutes" INTEGER NOT NULL,
    "date" DATE,
    "number" INTEGER NOT NULL DEFAULT 1,
    "answer" TEXT NOT NULL,
    "cause" TEXT,
    "words" TEXT NOT NULL DEFAULT '',
    "answered_by_person_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "activity_answer_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "activity_answer_placement_id_month_idx" ON "activity_answer"("placement_id", "month");
ALTER TABLE "activity_answer" ADD CONSTRAINT "activity_answer_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "activity_answer" ADD CONSTRAINT "activity_answer_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "activity_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE activity_answer
  ADD CONSTRAINT activity_answer_month CHECK (date_trunc('month', month) = month AND (date IS NULL OR date_trunc('month', date) = month)),
  ADD CONSTRAINT activity_answer_of CHECK ((entry_id IS NULL) = (date IS NULL)),
  ADD CONSTRAINT activity_answer_kind CHECK (answer IN ('confirmed', 'disputed')),
  ADD CONSTRAINT activity_answer_cause CHECK ((answer = 'disputed') = (cause IS NOT NULL) AND cause IN ('shorter', 'absent', 'other')),
  ADD CONSTRAINT activity_answer_words CHECK (char_length(words) <= 1000 AND (cause IS DISTINCT FROM 'other' OR char_length(btrim(words)) > 0)),
  ADD CONSTRAINT activity_answer_number CHECK (number >= 1);
CREATE UNIQUE INDEX activity_answer_of_entry ON activity_answer (entry_id, number) WHERE entry_id IS NOT NULL;
CREATE UNIQUE INDEX activity_answer_of_row ON activity_answer (placement_id, month, activity, form, number) NULLS NOT DISTINCT WHERE entry_id IS NULL;

CREATE TRIGGER activity_answer_append_only BEFORE UPDATE OR DELETE ON activity_answer FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER activity_answer_no_truncate BEFORE TRUNCATE ON activity_answer EXECUTE FUNCTION refuse_change();
ALTER TABLE activity_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE activity_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON activity_answer TO CURRENT_USER USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON activity_answer TO portal_app;
-- Whoever sees the placement sees what its participant answered; the participant answers, in the own name.
CREATE POLICY through_placement ON activity_answer FOR SELECT TO portal_app USING (EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));
CREATE POLICY participant_answers ON activity_answer FOR INSERT TO portal_app WITH CHECK (
  participant_id = (SELECT app.participant_id()) AND answered_by_person_id = (SELECT app.person_id())
  AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id AND p.participant_id = activity_answer.participant_id));
CREATE POLICY worker ON activity_answer FOR SELECT TO portal_worker USING (true);
GRANT SELECT ON activity_answer TO portal_worker;

-- An answer is of something that is there, as it is there.
CREATE FUNCTION guard_activity_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
      SELECT 1 FROM activity_entry e WHERE e.id = NEW.entry_id AND e.placement_id = NEW.placement_id AND e.removed_at IS NULL
        AND (e.activity, e.minutes, e.date) = (NEW.activity, NEW.minutes, NEW.date) AND e.form IS NOT DISTINCT FROM NEW.form)
    OR (NEW.entry_id IS NULL AND EXISTS (
      SELECT 1 FROM report r JOIN report_row w ON w.report_id = r.id WHERE r.placement_id = NEW.placement_id AND r.month = NEW.month
        AND r.status NOT IN ('superseded', 'withdrawn') AND (w.activity, w.minutes) = (NEW.activity, NEW.minutes) AND w.form IS NOT DISTINCT FROM NEW.form))
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'an answer is of an activity that is logged or reported, as it is' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER activity_answer_guard BEFORE INSERT ON activity_answer FOR EACH ROW EXECUTE FUNCTION guard_activity_answer();

-- A dispute that comes after the report reaches its review: the finding, and the way to a person while nobody has decided. The
-- participant writes no finding by any other way, and this one only beside an own dispute of the same month, in the same transaction.
CREATE FUNCTION app.hold_disputed(p_report uuid, p_facts jsonb, p_at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  of_report report;
  acting text := app.setting('role');
BEGIN
  SELECT r.* INTO of_report FROM report r WHERE r.id = p_report AND r.status NOT IN ('superseded', 'withdrawn')
    AND EXISTS (SELECT 1 FROM activity_answer a WHERE a.placement_id = r.placement_id AND a.month = r.month AND a.answer = 'disputed'
      AND a.answered_by_person_id = app.person_id() AND a.xmin = pg_current_xact_id()::xid) FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a report is held by a dispute of its own participant' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- Whose hand it is has been seen to; the guards of a report let what has no role through.
  PERFORM set_config('app.role', '', true);
  INSERT INTO check_finding (report_id, code, severity, facts, found_at)
    VALUES (p_report, 'PARTICIPANT_DISPUTES', 'hold', p_facts, p_at) ON CONFLICT DO NOTHING;
  IF FOUND AND of_report.status IN ('submitted', 'inReview') THEN
    UPDATE report SET holds = holds + 1, version = version + 1, route = 'person',
      route_reason = CASE WHEN route_reason IN ('sample', 'chosen', 'reopened', 'correction') THEN route_reason ELSE 'hold' END
      WHERE id = p_report;
  END IF;
  PERFORM set_config('app.role', coalesce(acting, ''), true);
  RETURN of_report.status IN ('submitted', 'inReview');
END $$;
REVOKE ALL ON FUNCTION app.hold_disputed(uuid, jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.hold_disputed(uuid, jsonb, timestamptz) TO portal_app;
