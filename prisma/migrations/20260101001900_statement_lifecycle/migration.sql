-- --- From proposed to paid ------------------------------------------------------------------------------------
-- open → proposed → accepted | disputed → authorised (by another person) → paid. A new type instead of added values:
-- values that are added to a type cannot be used in the transaction that adds them.
ALTER TABLE statement DROP CONSTRAINT statement_proposed;
CREATE TYPE "statement_status_new" AS ENUM ('open', 'proposed', 'disputed', 'accepted', 'authorised', 'paid');
ALTER TABLE "statement" ALTER COLUMN "status" TYPE "statement_status_new" USING ("status"::text::"statement_status_new");
DROP TYPE "statement_status";
ALTER TYPE "statement_status_new" RENAME TO "statement_status";
CREATE TYPE "acceptance" AS ENUM ('signatory', 'silence');

-- CreateTable: what a payer signed with the e-ID: which statements are paid, on which pay day, to which accounts. What a
-- payment file needs stands here. Append-only.
CREATE TABLE "authorisation" (
    "id" UUID NOT NULL,
    "pay_on" DATE NOT NULL,
    "person_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "statement_count" INTEGER NOT NULL,
    "amount_ore" BIGINT NOT NULL,
    "authenticated_at" TIMESTAMPTZ(3) NOT NULL,
    "authorised_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "authorisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable: a provider's bank account: asked for with the e-ID, confirmed by a person at the authority, in force
-- after a waiting day.
CREATE TABLE "bank_account" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "clearing_number" TEXT NOT NULL,
    "account_number" TEXT NOT NULL,
    "bank_name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "requested_by_person_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "authenticated_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_person_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "valid_from" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "bank_account_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "statement" ADD COLUMN "accept_by" DATE,
ADD COLUMN "accepted_at" TIMESTAMPTZ(3),
ADD COLUMN "accepted_by" "acceptance",
ADD COLUMN "accepted_by_person_id" UUID,
ADD COLUMN "authorisation_id" UUID,
ADD COLUMN "bank_account_id" UUID,
ADD COLUMN "paid_on" DATE,
ADD COLUMN "paid_by_person_id" UUID;

-- CreateTable: what a provider does not agree with: a line of the statement, or an amount that it says is not payable.
CREATE TABLE "statement_dispute" (
    "id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "amount_ore" BIGINT NOT NULL,
    "opened_by_person_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closing" TEXT,
    "effect_ore" BIGINT,
    "closed_by_person_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "statement_dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable: the dialogue about it. Append-only.
CREATE TABLE "statement_dispute_message" (
    "id" UUID NOT NULL,
    "dispute_id" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "author_person_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "statement_dispute_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable: a balance that cannot be set off (återkrav), decided with four eyes. Takes the balance of its statement over.
CREATE TABLE "claim" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "statement_id" UUID NOT NULL,
    "amount_ore" BIGINT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by_person_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_person_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "due_on" DATE,
    "settled_on" DATE,
    "settled_by_person_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "authorisation_pay_on_idx" ON "authorisation"("pay_on");
CREATE INDEX "bank_account_provider_id_idx" ON "bank_account"("provider_id");
CREATE INDEX "statement_status_accept_by_idx" ON "statement"("status", "accept_by");
CREATE INDEX "statement_authorisation_id_idx" ON "statement"("authorisation_id");
CREATE INDEX "statement_dispute_statement_id_idx" ON "statement_dispute"("statement_id");
CREATE INDEX "statement_dispute_message_dispute_id_idx" ON "statement_dispute_message"("dispute_id");
CREATE INDEX "claim_provider_id_idx" ON "claim"("provider_id");
CREATE INDEX "claim_statement_id_idx" ON "claim"("statement_id");

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_authorisation_id_fkey" FOREIGN KEY ("authorisation_id") REFERENCES "authorisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statement" ADD CONSTRAINT "statement_bank_account_id_fkey" FOREIGN KEY ("bank_account_id") REFERENCES "bank_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "bank_account" ADD CONSTRAINT "bank_account_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statement_dispute" ADD CONSTRAINT "statement_dispute_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statement_dispute" ADD CONSTRAINT "statement_dispute_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statement_dispute_message" ADD CONSTRAINT "statement_dispute_message_dispute_id_fkey" FOREIGN KEY ("dispute_id") REFERENCES "statement_dispute"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim" ADD CONSTRAINT "claim_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim" ADD CONSTRAINT "claim_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- --- What holds for each of them ---------------------------------------------------------------------------------
-- Statements that were proposed before there was a day to answer by can be answered until they are.
ALTER TABLE statement
  ADD CONSTRAINT statement_proposed CHECK (status = 'open' OR (proposed_at IS NOT NULL AND content_hash IS NOT NULL)),
  ADD CONSTRAINT statement_accepted CHECK ((status IN ('accepted', 'authorised', 'paid')) = (accepted_at IS NOT NULL AND accepted_by IS NOT NULL)),
  ADD CONSTRAINT statement_acceptor CHECK ((accepted_by = 'signatory') = (accepted_by_person_id IS NOT NULL)),
  ADD CONSTRAINT statement_authorised CHECK ((status IN ('authorised', 'paid')) = (authorisation_id IS NOT NULL)),
  ADD CONSTRAINT statement_account CHECK ((authorisation_id IS NULL) = (bank_account_id IS NULL)),
  ADD CONSTRAINT statement_authorised_amount CHECK (authorisation_id IS NULL OR payable_ore > 0),
  ADD CONSTRAINT statement_paid CHECK ((status = 'paid') = (paid_on IS NOT NULL) AND (paid_on IS NULL) = (paid_by_person_id IS NULL));
ALTER TABLE authorisation ADD CONSTRAINT authorisation_amount CHECK (statement_count > 0 AND amount_ore > 0);
ALTER TABLE bank_account
  ADD CONSTRAINT bank_account_digits CHECK (clearing_number ~ '^[0-9]{4,5}$' AND account_number ~ '^[0-9]{2,12}$'),
  ADD CONSTRAINT bank_account_status CHECK (status IN ('requested', 'confirmed', 'refused', 'withdrawn')),
  ADD CONSTRAINT bank_account_decided CHECK ((status = 'requested') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by_person_id IS NULL)),
  ADD CONSTRAINT bank_account_four_eyes CHECK (status = 'withdrawn' OR decided_by_person_id <> requested_by_person_id),
  ADD CONSTRAINT bank_account_in_force CHECK ((status = 'confirmed') = (valid_from IS NOT NULL)),
  -- A day of its own lies between the confirmation and the first day on which the account is paid to.
  ADD CONSTRAINT bank_account_waits CHECK (valid_from > (decided_at AT TIME ZONE 'Europe/Stockholm')::date + 1),
  ADD CONSTRAINT bank_account_refused CHECK (status <> 'refused' OR length(btrim(reason)) > 0);
CREATE UNIQUE INDEX bank_account_one_request ON bank_account (provider_id) WHERE status = 'requested';
ALTER TABLE statement_dispute
  ADD CONSTRAINT statement_dispute_closing CHECK (closing IN ('corrected', 'unchanged', 'withdrawn')),
  ADD CONSTRAINT statement_dispute_closed CHECK ((closing IS NULL) = (closed_at IS NULL) AND (closed_at IS NULL) = (closed_by_person_id IS NULL)),
  ADD CONSTRAINT statement_dispute_effect CHECK ((closing = 'corrected') = (effect_ore IS NOT NULL AND effect_ore <> 0) OR closing IS NULL);
CREATE UNIQUE INDEX statement_dispute_one_open ON statement_dispute (statement_id, placement_id, key) WHERE closed_at IS NULL;
CREATE INDEX statement_dispute_queue ON statement_dispute (opened_at) WHERE closed_at IS NULL;
ALTER TABLE statement_dispute_message
  ADD CONSTRAINT statement_dispute_message_side CHECK (side IN ('provider', 'authority')),
  ADD CONSTRAINT statement_dispute_message_text CHECK (length(btrim(text)) BETWEEN 1 AND 4000);
ALTER TABLE claim
  ADD CONSTRAINT claim_amount CHECK (amount_ore > 0),
  ADD CONSTRAINT claim_status CHECK (status IN ('proposed', 'decided', 'declined', 'settled')),
  ADD CONSTRAINT claim_decided CHECK ((status = 'proposed') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by_person_id IS NULL)),
  ADD CONSTRAINT claim_four_eyes CHECK (decided_by_person_id <> proposed_by_person_id),
  ADD CONSTRAINT claim_due CHECK ((status IN ('decided', 'settled')) = (due_on IS NOT NULL)),
  ADD CONSTRAINT claim_settled CHECK ((status = 'settled') = (settled_on IS NOT NULL) AND (settled_on IS NULL) = (settled_by_person_id IS NULL)),
  ADD CONSTRAINT claim_declined CHECK (status <> 'declined' OR length(btrim(decision_reason)) > 0);
-- A statement's balance is claimed once.
CREATE UNIQUE INDEX claim_one_each ON claim (statement_id) WHERE status <> 'declined';

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['authorisation', 'statement_dispute_message']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['bank_account', 'statement_dispute', 'claim']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_no_delete', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
  END LOOP;
END $$;

-- Content stays, states only go forward.
CREATE OR REPLACE FUNCTION guard_statement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a statement is never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD.run_id, OLD.provider_id, OLD.cut_off) IS DISTINCT FROM (NEW.run_id, NEW.provider_id, NEW.cut_off) THEN
    RAISE EXCEPTION 'a statement stays with its run, provider and cut-off' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.status <> 'open' AND (
    (OLD.net_ore, OLD.vat_ore, OLD.balance_in_ore, OLD.rounding_ore, OLD.payable_ore, OLD.balance_out_ore, OLD.proposed_at, OLD.content_hash)
    IS DISTINCT FROM
    (NEW.net_ore, NEW.vat_ore, NEW.balance_in_ore, NEW.rounding_ore, NEW.payable_ore, NEW.balance_out_ore, NEW.proposed_at, NEW.content_hash)) THEN
    RAISE EXCEPTION 'the content of a proposed statement never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.accepted_at IS NOT NULL AND (OLD.accepted_at, OLD.accepted_by, OLD.accepted_by_person_id)
    IS DISTINCT FROM (NEW.accepted_at, NEW.accepted_by, NEW.accepted_by_person_id) THEN
    RAISE EXCEPTION 'an acceptance stands' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.authorisation_id IS NOT NULL AND (OLD.authorisation_id, OLD.bank_account_id) IS DISTINCT FROM (NEW.authorisation_id, NEW.bank_account_id) THEN
    RAISE EXCEPTION 'an authorisation stands' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.status <> NEW.status AND NOT (CASE OLD.status
      WHEN 'open' THEN NEW.status = 'proposed'
      WHEN 'proposed' THEN NEW.status IN ('disputed', 'accepted')
      WHEN 'disputed' THEN NEW.status IN ('proposed', 'accepted')
      WHEN 'accepted' THEN NEW.status = 'authorised'
      WHEN 'authorised' THEN NEW.status = 'paid'
      ELSE false END) THEN
    RAISE EXCEPTION 'a statement cannot go from % to %', OLD.status, NEW.status USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

-- Who submitted, who reviewed and who authorises are different persons; so are who started the run and who accepted.
-- Reports count for the months that the statement has lines for.
CREATE FUNCTION guard_authorisation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE authoriser uuid;
BEGIN
  SELECT a.person_id INTO STRICT authoriser FROM authorisation a WHERE a.id = NEW.authorisation_id;
  IF authoriser = NEW.accepted_by_person_id
    OR EXISTS (SELECT 1 FROM statement_run r WHERE r.id = NEW.run_id AND r.started_by_person_id = authoriser)
    OR EXISTS (
      SELECT 1 FROM statement_line l
      JOIN report r ON r.placement_id = l.placement_id AND l.component = 'basePay' AND r.month = (substr(l.key, 6, 7) || '-01')::date
      LEFT JOIN attestation a ON a.id = r.attestation_id
      LEFT JOIN review_decision d ON d.report_id = r.id
      WHERE l.statement_id = NEW.id AND authoriser IN (r.submitted_by_person_id, a.person_id, d.decided_by_person_id)) THEN
    RAISE EXCEPTION 'who authorises has neither submitted, reviewed, started nor accepted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER statement_authorisation BEFORE UPDATE ON statement FOR EACH ROW
  WHEN (NEW.authorisation_id IS NOT NULL AND OLD.authorisation_id IS NULL) EXECUTE FUNCTION guard_authorisation();

CREATE FUNCTION guard_bank_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'requested' OR (OLD.provider_id, OLD.clearing_number, OLD.account_number, OLD.bank_name, OLD.requested_by_person_id, OLD.requested_at, OLD.authenticated_at)
    IS DISTINCT FROM
    (NEW.provider_id, NEW.clearing_number, NEW.account_number, NEW.bank_name, NEW.requested_by_person_id, NEW.requested_at, NEW.authenticated_at) THEN
    RAISE EXCEPTION 'a bank account that was asked for is decided once and never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER bank_account_guard BEFORE UPDATE ON bank_account FOR EACH ROW EXECUTE FUNCTION guard_bank_account();

CREATE FUNCTION guard_dispute() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.closed_at IS NOT NULL OR (OLD.statement_id, OLD.provider_id, OLD.placement_id, OLD.key, OLD.amount_ore, OLD.opened_by_person_id, OLD.opened_at)
    IS DISTINCT FROM (NEW.statement_id, NEW.provider_id, NEW.placement_id, NEW.key, NEW.amount_ore, NEW.opened_by_person_id, NEW.opened_at) THEN
    RAISE EXCEPTION 'a dispute is closed once and its content never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER statement_dispute_guard BEFORE UPDATE ON statement_dispute FOR EACH ROW EXECUTE FUNCTION guard_dispute();

CREATE FUNCTION guard_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.provider_id, OLD.statement_id, OLD.amount_ore, OLD.reason, OLD.proposed_by_person_id, OLD.proposed_at)
      IS DISTINCT FROM (NEW.provider_id, NEW.statement_id, NEW.amount_ore, NEW.reason, NEW.proposed_by_person_id, NEW.proposed_at)
    OR (OLD.decided_at IS NOT NULL AND (OLD.decided_by_person_id, OLD.decided_at, OLD.decision_reason, OLD.due_on)
      IS DISTINCT FROM (NEW.decided_by_person_id, NEW.decided_at, NEW.decision_reason, NEW.due_on))
    OR (OLD.status <> NEW.status AND NOT (CASE OLD.status
      WHEN 'proposed' THEN NEW.status IN ('decided', 'declined') WHEN 'decided' THEN NEW.status = 'settled' ELSE false END)) THEN
    RAISE EXCEPTION 'a claim is decided once and its content never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER claim_guard BEFORE UPDATE ON claim FOR EACH ROW EXECUTE FUNCTION guard_claim();

-- --- Who sees and who writes --------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['authorisation', 'bank_account', 'statement_dispute', 'statement_dispute_message', 'claim']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
-- A proposed statement is answered by the provider's signatory and authorised at the authority.
CREATE POLICY move ON statement FOR UPDATE TO portal_app USING (
  (SELECT app.is_authority()) OR (provider_id = (SELECT app.provider_id()) AND (SELECT app.sees_money())));
GRANT UPDATE (status, accept_by, accepted_at, accepted_by, accepted_by_person_id, authorisation_id, bank_account_id, paid_on, paid_by_person_id, version)
  ON statement TO portal_app;
CREATE POLICY payer ON authorisation TO portal_app USING (app.setting('role') IN ('payer', 'auditor'));
GRANT SELECT, INSERT ON authorisation TO portal_app;
-- Account numbers are for the provider itself and for those who pay.
CREATE POLICY tenant ON bank_account TO portal_app USING (
  app.setting('role') IN ('payer', 'auditor') OR (provider_id = (SELECT app.provider_id()) AND (SELECT app.sees_money())));
GRANT SELECT, INSERT, UPDATE ON bank_account TO portal_app;
CREATE POLICY tenant ON statement_dispute TO portal_app USING (
  (SELECT app.is_authority()) OR (provider_id = (SELECT app.provider_id()) AND (SELECT app.sees_money())));
GRANT SELECT, INSERT, UPDATE ON statement_dispute TO portal_app;
-- What is written about a placement is read by those who see the placement.
CREATE POLICY through_placement ON statement_dispute_message TO portal_app USING (EXISTS (
  SELECT 1 FROM statement_dispute d JOIN placement p ON p.id = d.placement_id WHERE d.id = dispute_id));
GRANT SELECT, INSERT ON statement_dispute_message TO portal_app;
CREATE POLICY tenant ON claim TO portal_app USING (
  app.setting('role') IN ('payer', 'auditor') OR (provider_id = (SELECT app.provider_id()) AND (SELECT app.sees_money())));
GRANT SELECT, INSERT, UPDATE ON claim TO portal_app;
-- The worker accepts by silence and carries balances on.
CREATE POLICY worker ON claim FOR SELECT TO portal_worker USING (true);
GRANT SELECT ON claim TO portal_worker;
CREATE POLICY worker ON statement_dispute FOR SELECT TO portal_worker USING (true);
GRANT SELECT ON statement_dispute TO portal_worker;
