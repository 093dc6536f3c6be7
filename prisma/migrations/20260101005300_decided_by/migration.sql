-- --- Who decided: a person, the rules, the agreement after so many days, or silence after a proposal ---------------------------
-- What the rules decide nobody has decided: there is no person. Decisions from before the portal may lack theirs.
ALTER TABLE review_decision
  ADD COLUMN by text NOT NULL DEFAULT 'person',
  ADD CONSTRAINT review_decision_by CHECK (by IN ('person', 'rules', 'deemed', 'silence')),
  ADD CONSTRAINT review_decision_person CHECK (by = 'person' OR decided_by_person_id IS NULL);
