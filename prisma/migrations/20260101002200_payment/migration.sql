-- --- What a payer has to know and row-level security hides -------------------------------------------------------
-- A payer never sees participants with protected identity, but their reports count as everybody's do. The functions
-- answer questions about a whole statement or provider, and tell nothing about anybody.

-- The part that the person who asks has in a statement already, for which they cannot authorise it. Null: none.
CREATE FUNCTION app.own_part(p_statement uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM statement_run r WHERE r.id = s.run_id AND r.started_by_person_id = app.person_id()) THEN 'startedRun'
    WHEN s.accepted_by_person_id = app.person_id() THEN 'accepted'
    WHEN EXISTS (
      SELECT 1 FROM statement_line l
      JOIN report r ON r.placement_id = l.placement_id AND r.month = (substr(l.key, 6, 7) || '-01')::date
      LEFT JOIN attestation a ON a.id = r.attestation_id
      WHERE l.statement_id = s.id AND l.component = 'basePay' AND app.person_id() IN (r.submitted_by_person_id, a.person_id))
      OR EXISTS (
        SELECT 1 FROM statement_line l JOIN outcome o ON o.placement_id = l.placement_id
        WHERE l.statement_id = s.id AND l.component <> 'basePay' AND o.submitted_by_person_id = app.person_id()) THEN 'submitted'
    WHEN EXISTS (
      SELECT 1 FROM statement_line l
      JOIN report r ON r.placement_id = l.placement_id AND r.month = (substr(l.key, 6, 7) || '-01')::date
      JOIN review_decision d ON d.report_id = r.id AND d.decided_by_person_id = app.person_id()
      WHERE l.statement_id = s.id AND l.component = 'basePay')
      OR EXISTS (
        SELECT 1 FROM statement_line l JOIN outcome o ON o.placement_id = l.placement_id
        JOIN outcome_decision d ON d.outcome_id = o.id AND d.decided_by_person_id = app.person_id()
        WHERE l.statement_id = s.id AND l.component <> 'basePay') THEN 'reviewed'
  END
  FROM statement s WHERE s.id = p_statement AND app.setting('role') = 'payer'
$$;

-- Whether a provider has a placement whose service goes on after a day.
CREATE FUNCTION app.serves_after(p_provider uuid, p_day date) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app.setting('role') <> 'payer' OR EXISTS (
    SELECT 1 FROM placement p WHERE p.provider_id = p_provider AND p.cancelled_at IS NULL AND coalesce(p."end", p."to") > p_day)
$$;

-- The pay day that a statement was authorised for. The authorisation itself holds other providers' payments.
CREATE FUNCTION app.pay_on(p_statement uuid) RETURNS date LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.pay_on FROM statement s JOIN authorisation a ON a.id = s.authorisation_id
  WHERE s.id = p_statement AND (app.is_authority() OR s.provider_id = app.provider_id())
$$;

REVOKE EXECUTE ON FUNCTION app.own_part(uuid), app.serves_after(uuid, date), app.pay_on(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.own_part(uuid), app.serves_after(uuid, date), app.pay_on(uuid) TO portal_app;

-- --- Who writes what -----------------------------------------------------------------------------------------------
-- A payer signs in the own name and nobody else does.
DROP POLICY payer ON authorisation;
CREATE POLICY read ON authorisation FOR SELECT TO portal_app USING (app.setting('role') IN ('payer', 'auditor'));
CREATE POLICY sign ON authorisation FOR INSERT TO portal_app
  WITH CHECK (app.setting('role') = 'payer' AND person_id = (SELECT app.person_id()));

-- A provider asks for an account and takes the request back; a payer confirms or refuses it.
DROP POLICY tenant ON bank_account;
CREATE POLICY read ON bank_account FOR SELECT TO portal_app USING (
  app.setting('role') IN ('payer', 'auditor') OR (provider_id = (SELECT app.provider_id()) AND (SELECT app.sees_money())));
CREATE POLICY ask ON bank_account FOR INSERT TO portal_app WITH CHECK (
  provider_id = (SELECT app.provider_id()) AND app.setting('role') IN ('signatory', 'providerAdmin') AND status = 'requested'
  AND requested_by_person_id = (SELECT app.person_id()));
CREATE POLICY withdraw ON bank_account FOR UPDATE TO portal_app
  USING (provider_id = (SELECT app.provider_id()) AND app.setting('role') IN ('signatory', 'providerAdmin'))
  WITH CHECK (provider_id = (SELECT app.provider_id()) AND status = 'withdrawn' AND decided_by_person_id = (SELECT app.person_id()));
CREATE POLICY decide ON bank_account FOR UPDATE TO portal_app USING (app.setting('role') = 'payer')
  WITH CHECK (app.setting('role') = 'payer' AND status IN ('confirmed', 'refused') AND decided_by_person_id = (SELECT app.person_id()));

-- Claims are the payers'; a provider reads its own.
DROP POLICY tenant ON claim;
CREATE POLICY read ON claim FOR SELECT TO portal_app USING (
  app.setting('role') IN ('payer', 'auditor') OR (provider_id = (SELECT app.provider_id()) AND (SELECT app.sees_money())));
CREATE POLICY propose ON claim FOR INSERT TO portal_app WITH CHECK (
  app.setting('role') = 'payer' AND status = 'proposed' AND proposed_by_person_id = (SELECT app.person_id()));
CREATE POLICY decide ON claim FOR UPDATE TO portal_app USING (app.setting('role') = 'payer') WITH CHECK (app.setting('role') = 'payer');
