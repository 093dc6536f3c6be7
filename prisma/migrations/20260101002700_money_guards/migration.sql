-- --- The states of money, held by the database too -----------------------------------------------------------------
-- Which rows a role reaches, row-level security says; which way they go and in whose name, the triggers below. Jobs and who
-- loads history have no role: for them the content counts alone.

-- A statement is disputed by a signatory while a dispute is open, taken up again when none is, authorised and paid by a
-- payer in the own name. The day to answer by moves only where it is taken up again.
CREATE FUNCTION guard_statement_move() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF OLD.paid_on IS NOT NULL AND (OLD.paid_on, OLD.paid_by_person_id) IS DISTINCT FROM (NEW.paid_on, NEW.paid_by_person_id) THEN
    RAISE EXCEPTION 'a payment stands' USING ERRCODE = 'restrict_violation';
  END IF;
  IF role IS NULL THEN RETURN NEW; END IF;
  IF NOT (CASE NEW.status
      -- A second amount is disputed, too.
      WHEN 'disputed' THEN role = 'signatory' AND EXISTS (SELECT 1 FROM statement_dispute d WHERE d.statement_id = NEW.id AND d.closed_at IS NULL)
      WHEN OLD.status THEN false
      WHEN 'proposed' THEN OLD.status = 'disputed' AND role IN ('signatory', 'reviewer')
        AND NOT EXISTS (SELECT 1 FROM statement_dispute d WHERE d.statement_id = NEW.id AND d.closed_at IS NULL)
      WHEN 'accepted' THEN role = 'signatory'
      WHEN 'authorised' THEN role = 'payer' AND EXISTS (
        SELECT 1 FROM authorisation a WHERE a.id = NEW.authorisation_id AND a.person_id = app.person_id())
      WHEN 'paid' THEN role = 'payer' AND NEW.paid_by_person_id = app.person_id()
      ELSE false END) THEN
    RAISE EXCEPTION 'a statement does not go from % to % by the hand of %', OLD.status, NEW.status, role USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.accept_by IS DISTINCT FROM NEW.accept_by AND NEW.status <> 'proposed' THEN
    RAISE EXCEPTION 'the day to answer by stands' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER statement_move BEFORE UPDATE ON statement FOR EACH ROW EXECUTE FUNCTION guard_statement_move();

-- What is authorised is what was signed: the statement's own content and sum, and the account of its provider that is in
-- force on the pay day.
CREATE FUNCTION guard_authorised_content() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE signed authorisation;
BEGIN
  SELECT a.* INTO STRICT signed FROM authorisation a WHERE a.id = NEW.authorisation_id;
  IF NOT signed.content @> jsonb_build_object('statements', jsonb_build_array(jsonb_build_object('statementId', NEW.id::text,
      'contentHash', NEW.content_hash, 'payableOre', NEW.payable_ore, 'bankAccountId', NEW.bank_account_id::text))) THEN
    RAISE EXCEPTION 'a statement is authorised as it was signed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.bank_account_id IS DISTINCT FROM (SELECT b.id FROM bank_account b
      WHERE b.provider_id = NEW.provider_id AND b.status = 'confirmed' AND b.valid_from <= signed.pay_on
      ORDER BY b.valid_from DESC, b.decided_at DESC LIMIT 1) THEN
    RAISE EXCEPTION 'a statement is paid to the account of its provider that is in force on the pay day' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
-- After `statement_authorisation`, which says who may.
CREATE TRIGGER statement_authorised_content BEFORE UPDATE ON statement FOR EACH ROW
  WHEN (NEW.authorisation_id IS NOT NULL AND OLD.authorisation_id IS NULL) EXECUTE FUNCTION guard_authorised_content();

-- An authorisation holds its statements, all of them and their sum, when its transaction ends. None is added later.
CREATE FUNCTION guard_authorised_sum() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (NEW.statement_count, NEW.amount_ore) IS DISTINCT FROM
    (SELECT (count(*)::int, coalesce(sum(s.payable_ore), 0)::bigint) FROM statement s WHERE s.authorisation_id = NEW.id)
    OR jsonb_array_length(NEW.content -> 'statements') IS DISTINCT FROM NEW.statement_count THEN
    RAISE EXCEPTION 'an authorisation is for the statements and the sum that were signed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER authorisation_sum AFTER INSERT ON authorisation DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION guard_authorised_sum();

-- A claim is the balance of an accepted statement, for its provider. Who decides it and who notes that it is paid does so in
-- the own name.
CREATE FUNCTION guard_claim_content() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM statement s WHERE s.id = NEW.statement_id AND s.provider_id = NEW.provider_id
        AND s.balance_out_ore = -NEW.amount_ore
        AND (app.setting('role') IS NULL OR s.status IN ('accepted', 'authorised', 'paid'))) THEN
      RAISE EXCEPTION 'a claim is the balance of an accepted statement' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF app.setting('role') IS NOT NULL AND (
    (OLD.decided_at IS NULL AND NEW.decided_at IS NOT NULL AND NEW.decided_by_person_id IS DISTINCT FROM app.person_id())
    OR (OLD.settled_on IS NULL AND NEW.settled_on IS NOT NULL AND NEW.settled_by_person_id IS DISTINCT FROM app.person_id())) THEN
    RAISE EXCEPTION 'a claim is decided and settled in the own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.settled_on IS NOT NULL AND (OLD.settled_on, OLD.settled_by_person_id) IS DISTINCT FROM (NEW.settled_on, NEW.settled_by_person_id) THEN
    RAISE EXCEPTION 'a claim is settled once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER claim_content BEFORE INSERT OR UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim_content();

-- Runs are started by payers in the own name; who started one is never changed.
DROP POLICY authority ON statement_run;
CREATE POLICY authority ON statement_run FOR SELECT TO portal_app USING ((SELECT app.is_authority()));
CREATE POLICY start ON statement_run FOR INSERT TO portal_app WITH CHECK (
  app.setting('role') = 'payer' AND started_by_person_id = (SELECT app.person_id()));
CREATE POLICY retry ON statement_run FOR UPDATE TO portal_app USING (app.setting('role') = 'payer');
REVOKE UPDATE ON statement_run FROM portal_app;
GRANT UPDATE (failure, version) ON statement_run TO portal_app;
-- The worker makes statements, proposes them and notes silence; it authorises and pays nothing.
REVOKE UPDATE ON statement FROM portal_worker;
GRANT UPDATE (status, net_ore, vat_ore, balance_in_ore, rounding_ore, payable_ore, balance_out_ore, content_hash, proposed_at, accept_by,
  accepted_at, accepted_by, reminded_for, version) ON statement TO portal_worker;

-- --- Outcomes ------------------------------------------------------------------------------------------------------
-- A caseworker writes an outcome down and takes it back, in the own name; what stands of it otherwise is what a reviewer
-- decided, and in the decision.
CREATE FUNCTION guard_outcome_hand() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF role <> 'caseworker' OR NEW.status <> 'submitted' OR NEW.verified_through IS NOT NULL
      OR NEW.submitted_by_person_id IS DISTINCT FROM app.person_id() THEN
      RAISE EXCEPTION 'an outcome is written down by a caseworker' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.status IN ('superseded', 'withdrawn') THEN
    IF role <> 'caseworker' OR OLD.verified_through IS DISTINCT FROM NEW.verified_through THEN
      RAISE EXCEPTION 'an outcome is put right and taken back by a caseworker' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF role <> 'reviewer' OR NOT EXISTS (SELECT 1 FROM outcome_decision d
      WHERE d.outcome_id = NEW.id AND d.xmin = pg_current_xact_id()::xid AND d.decided_by_person_id = app.person_id()
        AND d.verified_through IS NOT DISTINCT FROM NEW.verified_through
        AND NEW.status::text = CASE d.decision WHEN 'approve' THEN 'approved' WHEN 'return' THEN 'returned' ELSE 'rejected' END) THEN
    RAISE EXCEPTION 'an outcome stands as a reviewer decided' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_hand BEFORE INSERT OR UPDATE ON outcome FOR EACH ROW EXECUTE FUNCTION guard_outcome_hand();

-- The spells come with the outcome, before anybody has decided on it.
CREATE FUNCTION guard_outcome_spell() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outcome o WHERE o.id = NEW.outcome_id AND o.xmin = pg_current_xact_id()::xid
      AND app.setting('role') = 'caseworker' AND o.submitted_by_person_id = app.person_id()) THEN
    RAISE EXCEPTION 'the content of a submitted outcome never changes' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER outcome_spell_hand BEFORE INSERT ON outcome_spell FOR EACH ROW EXECUTE FUNCTION guard_outcome_spell();

DROP POLICY not_participant ON outcome_decision;
CREATE POLICY not_participant ON outcome_decision FOR SELECT TO portal_app USING (
  (SELECT app.participant_id()) IS NULL AND EXISTS (SELECT 1 FROM outcome o WHERE o.id = outcome_id));
CREATE POLICY decide ON outcome_decision FOR INSERT TO portal_app WITH CHECK (
  app.setting('role') = 'reviewer' AND decided_by_person_id = (SELECT app.person_id())
  AND EXISTS (SELECT 1 FROM outcome o WHERE o.id = outcome_id));

-- --- Reports taken up again, and corrections of placements --------------------------------------------------------
DROP POLICY not_participant ON report_reopening;
CREATE POLICY not_participant ON report_reopening FOR SELECT TO portal_app USING (
  (SELECT app.participant_id()) IS NULL AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id));
CREATE POLICY reopen ON report_reopening FOR INSERT TO portal_app WITH CHECK (
  app.setting('role') = 'reviewer' AND reopened_by_person_id = (SELECT app.person_id())
  AND EXISTS (SELECT 1 FROM report r WHERE r.id = report_id));

-- Declared and submitted by one person, decided by another, each in the own name. Auditors read.
DROP POLICY decided_or_authority ON placement_correction;
CREATE POLICY decided_or_authority ON placement_correction FOR SELECT TO portal_app USING (
  app.setting('role') IN ('agreementAdmin', 'auditor')
  OR (status = 'decided' AND EXISTS (SELECT 1 FROM placement_correction_item i WHERE i.correction_id = id)));
CREATE POLICY declare ON placement_correction FOR INSERT TO portal_app WITH CHECK (
  app.setting('role') = 'agreementAdmin' AND status = 'draft' AND declared_by_person_id = (SELECT app.person_id()));
CREATE POLICY change ON placement_correction FOR UPDATE TO portal_app USING (app.setting('role') = 'agreementAdmin')
  WITH CHECK (app.setting('role') = 'agreementAdmin' AND (decided_at IS NULL OR decided_by_person_id = (SELECT app.person_id())));
DROP POLICY applied_or_authority ON placement_correction_item;
CREATE POLICY applied_or_authority ON placement_correction_item FOR SELECT TO portal_app USING (
  app.setting('role') IN ('agreementAdmin', 'auditor') OR (applied_at IS NOT NULL AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id)));
-- Policies of the two tables that asked each other would never end.
CREATE FUNCTION app.declares(p_correction uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM placement_correction c WHERE c.id = p_correction AND c.declared_by_person_id = app.person_id()) $$;
REVOKE ALL ON FUNCTION app.declares(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.declares(uuid) TO portal_app;
CREATE POLICY declare ON placement_correction_item FOR INSERT TO portal_app WITH CHECK (
  app.setting('role') = 'agreementAdmin' AND app.declares(correction_id));
CREATE POLICY change ON placement_correction_item FOR UPDATE TO portal_app USING (app.setting('role') = 'agreementAdmin');
