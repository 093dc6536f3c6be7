-- --- The provider's answer to a statement, and the dialogue about what it disputes ------------------------------------
-- Which answering period the provider has been reminded of.
ALTER TABLE "statement" ADD COLUMN "reminded_for" DATE;

-- A person accepts as the provider's signatory and in their own name; silence is the worker's to note.
CREATE FUNCTION guard_acceptance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND (app.setting('role') <> 'signatory'
    OR (NEW.accepted_by, NEW.accepted_by_person_id) IS DISTINCT FROM ('signatory'::acceptance, app.person_id())) THEN
    RAISE EXCEPTION 'a statement is accepted by a signatory of the provider' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER statement_acceptance BEFORE UPDATE ON statement FOR EACH ROW
  WHEN (NEW.accepted_at IS NOT NULL AND OLD.accepted_at IS NULL) EXECUTE FUNCTION guard_acceptance();

-- An amount is disputed by a signatory of the provider, once it is proposed and before it is accepted, and only where the
-- statement says something about it.
CREATE FUNCTION guard_dispute_opening() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND (app.setting('role') <> 'signatory' OR NEW.opened_by_person_id IS DISTINCT FROM app.person_id()) THEN
    RAISE EXCEPTION 'an amount is disputed by a signatory of the provider' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.closed_at IS NOT NULL OR NOT EXISTS (
      SELECT 1 FROM statement s WHERE s.id = NEW.statement_id AND s.provider_id = NEW.provider_id AND s.status IN ('proposed', 'disputed'))
    OR NOT EXISTS (
      SELECT 1 FROM statement_line l WHERE l.statement_id = NEW.statement_id AND l.placement_id = NEW.placement_id
        AND l.key = NEW.key AND l.amount_ore = NEW.amount_ore
      UNION ALL
      SELECT 1 FROM statement_input i CROSS JOIN LATERAL jsonb_array_elements(i.not_payable) n
      WHERE i.statement_id = NEW.statement_id AND i.placement_id = NEW.placement_id
        AND n ->> 'key' = NEW.key AND (n ->> 'amountOre')::bigint = NEW.amount_ore) THEN
    RAISE EXCEPTION 'only an amount of a proposed statement is disputed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER statement_dispute_opening BEFORE INSERT ON statement_dispute FOR EACH ROW EXECUTE FUNCTION guard_dispute_opening();

-- Who has had a part in what is disputed, and so does not close the dispute: the people who decided on the month's report
-- or on the outcome, who submitted or attested it, who spoke for the provider, and who closed an earlier dispute about the
-- same amount. It answers those who may see the dispute, and triggers.
CREATE FUNCTION app.dispute_parts(p_dispute uuid) RETURNS TABLE (person_id uuid, part text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH d AS (
    SELECT * FROM statement_dispute WHERE id = p_dispute
      AND (app.setting('role') IS NULL OR app.is_authority() OR provider_id = app.provider_id())),
  reports AS (
    SELECT r.* FROM d JOIN report r ON r.placement_id = d.placement_id AND d.key LIKE 'base:%' AND r.month = (substr(d.key, 6, 7) || '-01')::date),
  outcomes AS (
    SELECT o.* FROM d JOIN outcome o ON o.placement_id = d.placement_id AND d.key NOT LIKE 'base:%')
  SELECT x.person_id, x.part FROM (
    SELECT v.decided_by_person_id AS person_id, 'decided' AS part FROM reports r JOIN review_decision v ON v.report_id = r.id
    UNION SELECT v.decided_by_person_id, 'decided' FROM outcomes o JOIN outcome_decision v ON v.outcome_id = o.id
    UNION SELECT r.submitted_by_person_id, 'submitted' FROM reports r
    UNION SELECT a.person_id, 'submitted' FROM reports r JOIN attestation a ON a.id = r.attestation_id
    UNION SELECT o.submitted_by_person_id, 'submitted' FROM outcomes o
    UNION SELECT d.opened_by_person_id, 'disputed' FROM d
    UNION SELECT m.author_person_id, 'disputed' FROM d JOIN statement_dispute_message m ON m.dispute_id = d.id AND m.side = 'provider'
    UNION SELECT e.closed_by_person_id, 'closedEarlier' FROM d JOIN statement_dispute e
      ON e.statement_id = d.statement_id AND e.placement_id = d.placement_id AND e.key = d.key AND e.id <> d.id
      AND e.closing IN ('corrected', 'unchanged')
  ) x WHERE x.person_id IS NOT NULL
$$;
REVOKE ALL ON FUNCTION app.dispute_parts(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.dispute_parts(uuid) TO portal_app;

CREATE FUNCTION guard_dispute_closing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND (NEW.closed_by_person_id IS DISTINCT FROM app.person_id()
    OR app.setting('role') <> CASE NEW.closing WHEN 'withdrawn' THEN 'signatory' ELSE 'reviewer' END) THEN
    RAISE EXCEPTION 'a dispute is withdrawn by a signatory and closed by a reviewer' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.closing <> 'withdrawn' AND EXISTS (SELECT 1 FROM app.dispute_parts(NEW.id) p WHERE p.person_id = NEW.closed_by_person_id) THEN
    RAISE EXCEPTION 'who had a part in what is disputed does not close the dispute' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER statement_dispute_closing BEFORE UPDATE ON statement_dispute FOR EACH ROW
  WHEN (NEW.closed_at IS NOT NULL AND OLD.closed_at IS NULL) EXECUTE FUNCTION guard_dispute_closing();

-- Everybody writes in their own name and for their own side, while the dispute is open.
CREATE FUNCTION guard_dispute_message() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND ((NEW.side = 'authority') <> app.is_authority() OR NEW.author_person_id IS DISTINCT FROM app.person_id()) THEN
    RAISE EXCEPTION 'everybody writes in their own name and for their own side' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF EXISTS (SELECT 1 FROM statement_dispute d WHERE d.id = NEW.dispute_id AND d.closed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a closed dispute gets no more messages' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER statement_dispute_message_guard BEFORE INSERT ON statement_dispute_message FOR EACH ROW EXECUTE FUNCTION guard_dispute_message();

-- Where a message of the provider's is told: to the reviewers who know the matter, or to all where none does yet. The
-- provider does not see who they are, so the addresses are found for it here.
CREATE FUNCTION app.dispute_reviewer_addresses(p_dispute uuid, p_on date) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH reviewers AS (
    SELECT DISTINCT p.email, EXISTS (
        SELECT 1 FROM app.dispute_parts(p_dispute) x WHERE x.person_id = p.id AND x.part = 'decided'
        UNION ALL
        SELECT 1 FROM statement_dispute_message w WHERE w.dispute_id = p_dispute AND w.side = 'authority' AND w.author_person_id = p.id) AS knows
    FROM membership m JOIN person p ON p.id = m.person_id
    WHERE m.organisation = 'authority' AND m.role = 'reviewer' AND m.valid_from <= p_on AND (m.valid_to IS NULL OR m.valid_to > p_on)
      AND p.email IS NOT NULL
      AND EXISTS (SELECT 1 FROM statement_dispute d WHERE d.id = p_dispute AND d.provider_id = app.provider_id()))
  SELECT r.email FROM reviewers r WHERE r.knows OR NOT EXISTS (SELECT 1 FROM reviewers k WHERE k.knows) ORDER BY r.email
$$;
REVOKE ALL ON FUNCTION app.dispute_reviewer_addresses(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.dispute_reviewer_addresses(uuid, date) TO portal_app;
