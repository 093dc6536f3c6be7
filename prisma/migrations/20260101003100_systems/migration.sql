-- --- A provider's own systems: who made them, how their secrets are changed, and what they are told --------------------

-- AlterTable
ALTER TABLE "api_client"
    ADD COLUMN "created_by_person_id" UUID,
    ADD COLUMN "secret_made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    ADD COLUMN "previous_secret_hash" BYTEA,
    ADD COLUMN "previous_valid_until" TIMESTAMPTZ(3),
    ADD COLUMN "standing_given_at" TIMESTAMPTZ(3),
    ADD COLUMN "revoked_by_person_id" UUID,
    ADD COLUMN "last_used_on" DATE,
    ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable: a secret on its way to the eyes of the one who asked for it, sealed, for some minutes.
CREATE TABLE "secret_reveal" (
    "id" UUID NOT NULL,
    "actor_key" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "secret_reveal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_endpoint" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "state" TEXT NOT NULL DEFAULT 'active',
    "pause_reason" TEXT,
    "failing_since" TIMESTAMPTZ(3),
    "sealed_secret" BYTEA NOT NULL,
    "previous_sealed_secret" BYTEA,
    "previous_valid_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_person_id" UUID NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable: the outbox, one row an endpoint and event. Its id is the event's, the same however often it is delivered.
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "data" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "last_attempt_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "response_status" INTEGER,
    "answer" TEXT,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "secret_reveal_expires_at_idx" ON "secret_reveal"("expires_at");
CREATE INDEX "webhook_endpoint_provider_id_idx" ON "webhook_endpoint"("provider_id");
CREATE INDEX "webhook_delivery_endpoint_id_occurred_at_idx" ON "webhook_delivery"("endpoint_id", "occurred_at");
CREATE INDEX "webhook_delivery_subject_id_endpoint_id_sequence_idx" ON "webhook_delivery"("subject_id", "endpoint_id", "sequence");
CREATE INDEX "webhook_delivery_occurred_at_idx" ON "webhook_delivery"("occurred_at");
CREATE INDEX webhook_delivery_due ON webhook_delivery (endpoint_id, next_attempt_at) WHERE state = 'waiting';

-- AddForeignKey
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE api_client
  ADD CONSTRAINT api_client_previous CHECK ((previous_secret_hash IS NULL) = (previous_valid_until IS NULL));
ALTER TABLE webhook_endpoint
  ADD CONSTRAINT webhook_endpoint_state CHECK (state IN ('active', 'paused')),
  ADD CONSTRAINT webhook_endpoint_pause CHECK ((state = 'paused') = (pause_reason IS NOT NULL)),
  ADD CONSTRAINT webhook_endpoint_pause_reason CHECK (pause_reason IN ('person', 'failures')),
  ADD CONSTRAINT webhook_endpoint_previous CHECK ((previous_sealed_secret IS NULL) = (previous_valid_until IS NULL));
ALTER TABLE webhook_delivery ADD CONSTRAINT webhook_delivery_state CHECK (state IN ('waiting', 'delivered', 'failed'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['secret_reveal', 'webhook_endpoint', 'webhook_delivery']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker ON %I TO portal_worker USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- A system reaches all of a provider's offices: so must whoever decides on it.
CREATE FUNCTION app.decides_on_systems(p_provider uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT p_provider = app.provider_id() AND app.setting('role') IN ('providerAdmin', 'signatory') AND app.all_offices() $$;

CREATE POLICY make ON api_client FOR INSERT TO portal_app WITH CHECK (app.decides_on_systems(provider_id));
CREATE POLICY change ON api_client FOR UPDATE TO portal_app USING (app.decides_on_systems(provider_id));
GRANT INSERT ON api_client TO portal_app;
GRANT UPDATE (secret_hash, secret_made_at, previous_secret_hash, previous_valid_until, attestor_membership_id, standing_given_at,
  revoked_at, revoked_by_person_id, version) ON api_client TO portal_app;
-- Secrets and the end of a system are the administrator's; a standing signature is given by the signatory whose it is, to a
-- system that there is already, and taken back by any signatory. What is revoked stays revoked.
CREATE FUNCTION guard_api_client() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.revoked_at IS NOT NULL THEN
    RAISE EXCEPTION 'a revoked system stays revoked' USING ERRCODE = 'restrict_violation';
  END IF;
  IF role IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF role <> 'providerAdmin' OR NEW.attestor_membership_id IS NOT NULL THEN
      RAISE EXCEPTION 'a system is made by an administrator, without a signature' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF (OLD.secret_hash, OLD.previous_secret_hash, OLD.previous_valid_until, OLD.revoked_at)
      IS DISTINCT FROM (NEW.secret_hash, NEW.previous_secret_hash, NEW.previous_valid_until, NEW.revoked_at) AND role <> 'providerAdmin' THEN
    RAISE EXCEPTION 'secrets are the administrator''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.attestor_membership_id IS DISTINCT FROM NEW.attestor_membership_id AND NOT (role = 'signatory'
      AND (NEW.attestor_membership_id IS NULL OR 'person:' || NEW.attestor_membership_id::text = app.actor_key())) THEN
    RAISE EXCEPTION 'nobody gives the signature of somebody else' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER api_client_guard BEFORE INSERT OR UPDATE ON api_client FOR EACH ROW EXECUTE FUNCTION guard_api_client();

-- Tokens end with the system, and with the secret that got them where it ends at once. The app itself reaches no token.
CREATE FUNCTION end_tokens() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  DELETE FROM access_token WHERE api_client_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER api_client_tokens AFTER UPDATE ON api_client FOR EACH ROW
  WHEN (OLD.revoked_at IS DISTINCT FROM NEW.revoked_at
    OR (OLD.secret_hash IS DISTINCT FROM NEW.secret_hash AND NEW.previous_secret_hash IS NULL))
  EXECUTE FUNCTION end_tokens();

CREATE POLICY own ON secret_reveal TO portal_app USING (actor_key = (SELECT app.actor_key()));
GRANT SELECT, INSERT, DELETE ON secret_reveal TO portal_app;
GRANT SELECT, DELETE ON secret_reveal TO portal_worker;

CREATE POLICY own ON webhook_endpoint FOR SELECT TO portal_app USING (provider_id = (SELECT app.provider_id()));
CREATE POLICY make ON webhook_endpoint FOR INSERT TO portal_app
  WITH CHECK (app.decides_on_systems(provider_id) AND app.setting('role') = 'providerAdmin');
CREATE POLICY change ON webhook_endpoint FOR UPDATE TO portal_app
  USING (app.decides_on_systems(provider_id) AND app.setting('role') = 'providerAdmin');
GRANT SELECT, INSERT ON webhook_endpoint TO portal_app;
GRANT UPDATE (url, events, state, pause_reason, failing_since, sealed_secret, previous_sealed_secret, previous_valid_until, removed_at, version)
  ON webhook_endpoint TO portal_app;
-- What is sent to a system nobody reads here: the log of deliveries tells how it went.
CREATE POLICY through_endpoint ON webhook_delivery TO portal_app USING (EXISTS (SELECT 1 FROM webhook_endpoint e WHERE e.id = endpoint_id));
GRANT SELECT (id, endpoint_id, type, subject_id, sequence, occurred_at, state, attempts, next_attempt_at, last_attempt_at, failure,
  response_status, answer) ON webhook_delivery TO portal_app;
GRANT INSERT ON webhook_delivery TO portal_app;
GRANT UPDATE (state, attempts, next_attempt_at) ON webhook_delivery TO portal_app;
GRANT SELECT ON webhook_endpoint, webhook_delivery TO portal_worker;
GRANT UPDATE (state, pause_reason, failing_since, version) ON webhook_endpoint TO portal_worker;
GRANT UPDATE (state, attempts, next_attempt_at, last_attempt_at, failure, response_status, answer) ON webhook_delivery TO portal_worker;
GRANT DELETE ON webhook_delivery TO portal_worker;

-- --- Secrets: the old one counts for as long as was said; and on which day a system was last here -----------------------
DROP FUNCTION auth.client_secret(text);
CREATE FUNCTION auth.client_secrets(p_client_id text, p_at timestamptz)
RETURNS TABLE (api_client_id uuid, secret_hash bytea, scopes text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.id, s.hash, c.scopes FROM api_client c
  CROSS JOIN LATERAL (VALUES (c.secret_hash, true), (c.previous_secret_hash, p_at < c.previous_valid_until)) AS s (hash, counts)
  WHERE c.client_id = p_client_id AND c.revoked_at IS NULL AND s.hash IS NOT NULL AND s.counts
$$;
CREATE OR REPLACE FUNCTION auth.issue_token(p_api_client uuid, p_token_hash bytea, p_scopes text[], p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  client api_client;
BEGIN
  SELECT * INTO client FROM api_client WHERE id = p_api_client AND revoked_at IS NULL AND p_scopes <@ scopes;
  IF client.id IS NULL THEN RETURN NULL; END IF;
  UPDATE api_client SET last_used_on = auth.day_of(p_at)
    WHERE id = client.id AND revoked_at IS NULL AND last_used_on IS DISTINCT FROM auth.day_of(p_at);
  DELETE FROM access_token WHERE api_client_id = client.id AND expires_at <= p_at;
  INSERT INTO access_token (token_hash, api_client_id, scopes, expires_at)
  VALUES (p_token_hash, client.id, p_scopes, p_at + auth.token_limit());
  INSERT INTO audit_entry (actor_kind, actor_key, provider_id, action, outcome, participant_ids, detail)
  VALUES ('client', 'client:' || client.client_id, client.provider_id, 'issueToken', 'done', '{}', jsonb_build_object('scopes', to_jsonb(p_scopes)));
  RETURN extract(epoch FROM auth.token_limit())::integer;
END $$;
REVOKE ALL ON FUNCTION auth.client_secrets(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth.client_secrets(text, timestamptz) TO portal_app;

-- --- What systems are told: written where the change is written, whatever has made it -----------------------------------
-- Nothing of participants with protected identity, and nothing of history that was loaded.
CREATE FUNCTION wake_webhooks() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF to_regprocedure('pgboss.wake_queue(text)') IS NOT NULL THEN PERFORM pgboss.wake_queue('webhook.deliver'); END IF;
END $$;

CREATE FUNCTION write_report_webhooks(p_reports uuid[], p_before report_status[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO webhook_delivery (id, endpoint_id, type, subject_id, sequence, occurred_at, next_attempt_at, data)
  SELECT gen_random_uuid(), e.id, x.type, r.id, r.version, now(), now(), jsonb_build_object(
    'reportId', r.id, 'implementationReference', s.reference, 'month', to_char(r.month, 'YYYY-MM'), 'number', r.number,
    'status', r.status, 'previousStatus', c.before, 'supersedesReportId', r.supersedes_id)
  FROM unnest(p_reports, p_before) AS c (id, before)
  JOIN report r ON r.id = c.id AND NOT r.protected
  CROSS JOIN LATERAL (SELECT CASE
    WHEN r.status = 'inReview' AND c.before IN ('approved', 'rejected') THEN 'report.reopened'
    ELSE 'report.' || r.status END AS type) x
  JOIN webhook_endpoint e ON e.provider_id = r.provider_id AND e.removed_at IS NULL AND x.type = ANY (e.events)
  CROSS JOIN LATERAL (SELECT p.implementation_reference AS reference FROM service_period p
    WHERE p.placement_id = r.placement_id AND p."from" < r.month + interval '1 month' ORDER BY p.number DESC LIMIT 1) s;
  IF FOUND THEN PERFORM wake_webhooks(); END IF;
END $$;

CREATE FUNCTION tell_of_new_reports() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE ids uuid[];
BEGIN
  SELECT array_agg(a.id) INTO ids FROM after_rows a
  WHERE a.source <> 'import' AND EXISTS (SELECT 1 FROM webhook_endpoint e WHERE e.provider_id = a.provider_id AND e.removed_at IS NULL);
  IF ids IS NOT NULL THEN PERFORM write_report_webhooks(ids, array_fill(NULL::report_status, ARRAY[cardinality(ids)])); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER report_webhooks_new AFTER INSERT ON report REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_new_reports();

CREATE FUNCTION tell_of_changed_reports() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE ids uuid[]; before report_status[];
BEGIN
  -- What waits to be told of somebody is not told when their identity is protected, nor kept.
  DELETE FROM webhook_delivery d USING after_rows a JOIN before_rows b ON b.id = a.id
    WHERE a.protected AND NOT b.protected AND d.subject_id = a.id;
  SELECT array_agg(a.id), array_agg(b.status) INTO ids, before FROM after_rows a JOIN before_rows b ON b.id = a.id AND b.status <> a.status
  WHERE EXISTS (SELECT 1 FROM webhook_endpoint e WHERE e.provider_id = a.provider_id AND e.removed_at IS NULL);
  IF ids IS NOT NULL THEN PERFORM write_report_webhooks(ids, before); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER report_webhooks_change AFTER UPDATE ON report REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_changed_reports();

CREATE FUNCTION tell_of_statements() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  INSERT INTO webhook_delivery (id, endpoint_id, type, subject_id, sequence, occurred_at, next_attempt_at, data)
  SELECT gen_random_uuid(), e.id, 'statement.' || a.status, a.id, a.version, now(), now(), jsonb_build_object(
    'statementId', a.id, 'month', to_char(a.cut_off, 'YYYY-MM'), 'status', a.status, 'previousStatus', b.status)
  FROM after_rows a JOIN before_rows b ON b.id = a.id AND b.status <> a.status
  JOIN webhook_endpoint e ON e.provider_id = a.provider_id AND e.removed_at IS NULL AND 'statement.' || a.status = ANY (e.events);
  IF FOUND THEN PERFORM wake_webhooks(); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER statement_webhooks AFTER UPDATE ON statement REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_statements();

REVOKE ALL ON FUNCTION wake_webhooks(), write_report_webhooks(uuid[], report_status[]) FROM PUBLIC;
