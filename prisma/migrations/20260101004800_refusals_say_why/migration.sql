-- A check that comes out as unknown lets the row in: where no reason at all was given, the length of it is none.
ALTER TABLE review_decision DROP CONSTRAINT review_decision_reason,
  ADD CONSTRAINT review_decision_reason CHECK (decision = 'approve' OR (reason_code IS NOT NULL AND coalesce(length(btrim(reason)), 0) > 0));
ALTER TABLE bank_account DROP CONSTRAINT bank_account_refused,
  ADD CONSTRAINT bank_account_refused CHECK (status <> 'refused' OR coalesce(length(btrim(reason)), 0) > 0);
ALTER TABLE claim DROP CONSTRAINT claim_declined,
  ADD CONSTRAINT claim_declined CHECK (status <> 'declined' OR coalesce(length(btrim(decision_reason)), 0) > 0);
ALTER TABLE outcome_decision DROP CONSTRAINT outcome_decision_reason,
  ADD CONSTRAINT outcome_decision_reason CHECK (decision = 'approve' OR coalesce(length(btrim(reason)), 0) > 0);
ALTER TABLE placement_correction DROP CONSTRAINT placement_correction_declined,
  ADD CONSTRAINT placement_correction_declined CHECK (status <> 'declined' OR coalesce(length(btrim(decision_reason)), 0) > 0);
ALTER TABLE report_correction DROP CONSTRAINT report_correction_refused,
  ADD CONSTRAINT report_correction_refused CHECK (status <> 'rejected'
    OR (reason_code IS NOT NULL AND coalesce(length(btrim(decision_reason)), 0) > 0));
ALTER TABLE agreement_draft DROP CONSTRAINT agreement_draft_returned,
  ADD CONSTRAINT agreement_draft_returned CHECK (returned_at IS NULL
    OR (returned_by_person_id IS NOT NULL AND coalesce(length(btrim(returned_reason)), 0) > 0));
ALTER TABLE terms_draft DROP CONSTRAINT terms_draft_returned,
  ADD CONSTRAINT terms_draft_returned CHECK (returned_at IS NULL
    OR (returned_by_person_id IS NOT NULL AND coalesce(length(btrim(returned_reason)), 0) > 0));
ALTER TABLE evidence_decision DROP CONSTRAINT evidence_decision_reason,
  ADD CONSTRAINT evidence_decision_reason CHECK (accepted OR coalesce(length(btrim(reason)), 0) > 0);
-- A comment may be read without an answer; that is said.
ALTER TABLE plan_comment_response DROP CONSTRAINT plan_comment_response_text,
  ADD CONSTRAINT plan_comment_response_text CHECK (text IS NULL OR char_length(btrim(text)) BETWEEN 1 AND 2000);
