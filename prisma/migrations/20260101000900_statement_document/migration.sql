-- --- What a statement keeps beside its lines ------------------------------------------------------------------
-- Its checksum over everything that it builds on, the instant it was proposed to the provider, and for each input the
-- whole answer that the input gave: the lines are rows of their own, what is pending or not payable stands here.
ALTER TABLE "statement" ADD COLUMN "proposed_at" TIMESTAMPTZ(3),
ADD COLUMN "content_hash" TEXT;
ALTER TABLE "statement_input" ADD COLUMN "pending" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN "not_payable" JSONB NOT NULL DEFAULT '[]';

ALTER TABLE statement ADD CONSTRAINT statement_proposed CHECK (status = 'open' OR (proposed_at IS NOT NULL AND content_hash IS NOT NULL)),
  ADD CONSTRAINT statement_balance CHECK (net_ore + vat_ore + balance_in_ore + rounding_ore = payable_ore + balance_out_ore);
ALTER TABLE statement_line ADD CONSTRAINT statement_line_price CHECK (quantity IS NOT NULL OR unit_ore IS NULL);
ALTER TABLE statement_run ADD CONSTRAINT statement_run_progress CHECK (providers_done BETWEEN 0 AND providers_total);

-- A statement is calculated while it is open. Once proposed, its content never changes; nothing of it is ever deleted.
CREATE FUNCTION guard_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a statement is never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.run_id, OLD.provider_id, OLD.cut_off) IS DISTINCT FROM (NEW.run_id, NEW.provider_id, NEW.cut_off) THEN
    RAISE EXCEPTION 'a statement stays with its run, provider and cut-off' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.status <> 'open' AND (
    NEW.status = 'open' OR
    (OLD.net_ore, OLD.vat_ore, OLD.balance_in_ore, OLD.rounding_ore, OLD.payable_ore, OLD.balance_out_ore, OLD.proposed_at, OLD.content_hash)
    IS DISTINCT FROM
    (NEW.net_ore, NEW.vat_ore, NEW.balance_in_ore, NEW.rounding_ore, NEW.payable_ore, NEW.balance_out_ore, NEW.proposed_at, NEW.content_hash)) THEN
    RAISE EXCEPTION 'the content of a proposed statement never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER statement_guard BEFORE UPDATE OR DELETE ON statement FOR EACH ROW EXECUTE FUNCTION guard_statement();
CREATE TRIGGER statement_no_truncate BEFORE TRUNCATE ON statement EXECUTE FUNCTION refuse_change();

-- A statement belongs to the whole provider, but some of its placements may not be seen by everyone who reads it.
-- Says of the reader's own provider (or to the authority) which of those are protected, and nothing else about them.
CREATE FUNCTION app.is_protected_placement(p_placement uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT coalesce((SELECT l.protected FROM placement l
    WHERE l.id = p_placement AND (app.is_authority() OR l.provider_id = app.provider_id())), false)
$$;
REVOKE ALL ON FUNCTION app.is_protected_placement(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_protected_placement(uuid) TO portal_app;

-- A correction that comes after the cut-off does not exist yet: until then the report that it supersedes counts as it
-- was decided, which the worker reads here.
CREATE POLICY worker ON review_decision FOR SELECT TO portal_worker USING (true);
GRANT SELECT ON review_decision TO portal_worker;
