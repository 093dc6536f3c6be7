-- --- Who reads a provider's money ---------------------------------------------------------------------------
-- The provider's signatories, reporters and administrators, as the portal itself says; not its coaches nor those who
-- take in participants.
CREATE FUNCTION app.sees_money() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(app.setting('role') IN ('signatory', 'reporter', 'providerAdmin'), false) $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['statement', 'statement_line', 'statement_input']
  LOOP
    EXECUTE format('DROP POLICY tenant ON %I', t);
    EXECUTE format('CREATE POLICY tenant ON %I FOR SELECT TO portal_app USING (
      (SELECT app.is_authority()) OR (provider_id = (SELECT app.provider_id()) AND (SELECT app.sees_money())))', t);
  END LOOP;
END $$;
