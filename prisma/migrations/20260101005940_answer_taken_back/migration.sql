-- --- An answer can be taken back until the month's report is decided -----------------------------------------------------------
-- Answers are versions: one that is taken back is followed by one that says so, and nothing has been said any more.
ALTER TABLE activity_answer DROP CONSTRAINT activity_answer_kind;
ALTER TABLE activity_answer ADD CONSTRAINT activity_answer_kind CHECK (answer IN ('confirmed', 'disputed', 'withdrawn'));

CREATE FUNCTION guard_answer_taken_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM activity_answer a WHERE a.placement_id = NEW.placement_id AND a.month = NEW.month
      AND a.entry_id IS NOT DISTINCT FROM NEW.entry_id AND a.activity = NEW.activity AND a.form IS NOT DISTINCT FROM NEW.form
      AND a.number = NEW.number - 1 AND a.answer <> 'withdrawn')
    OR EXISTS (SELECT 1 FROM report r WHERE r.placement_id = NEW.placement_id AND r.month = NEW.month AND r.status IN ('approved', 'rejected')) THEN
    RAISE EXCEPTION 'an answer that stands is taken back before the report is decided' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER activity_answer_taken_back BEFORE INSERT ON activity_answer FOR EACH ROW WHEN (NEW.answer = 'withdrawn')
  EXECUTE FUNCTION guard_answer_taken_back();
