-- --- The participant's plan, shared by a link that expires -------------------------------------------------------------------------
-- CreateTable: a link that a participant has made. Of its secret only the hash is kept.
CREATE TABLE "plan_share" (
    "id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "plan_share_pkey" PRIMARY KEY ("id")
);

-- CreateTable: that a link was opened. Append-only.
CREATE TABLE "plan_share_opening" (
    "id" BIGSERIAL NOT NULL,
    "share_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_share_opening_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "plan_share_secret_hash_key" ON "plan_share"("secret_hash");
-- CreateIndex
CREATE INDEX "plan_share_placement_id_idx" ON "plan_share"("placement_id");
-- CreateIndex
CREATE INDEX "plan_share_opening_share_id_idx" ON "plan_share_opening"("share_id");

-- AddForeignKey
ALTER TABLE "plan_share" ADD CONSTRAINT "plan_share_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "plan_share_opening" ADD CONSTRAINT "plan_share_opening_share_id_fkey" FOREIGN KEY ("share_id") REFERENCES "plan_share"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE plan_share
  ADD CONSTRAINT plan_share_recipient CHECK (length(btrim(recipient)) BETWEEN 1 AND 80),
  ADD CONSTRAINT plan_share_secret CHECK (length(secret_hash) = 32),
  ADD CONSTRAINT plan_share_span CHECK (expires_at > created_at AND expires_at <= created_at + interval '30 days');

-- A link stands as it was made; it is closed once. Nobody's plan goes out whose identity is protected.
CREATE FUNCTION guard_plan_share() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.closed_at IS NOT NULL OR EXISTS (SELECT 1 FROM placement p WHERE p.id = NEW.placement_id AND p.protected)
      OR NOT EXISTS (SELECT 1 FROM plan n WHERE n.placement_id = NEW.placement_id) THEN
      RAISE EXCEPTION 'a link leads to a plan that is there, of somebody whose identity is not protected' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(OLD) - 'closed_at') IS DISTINCT FROM (to_jsonb(NEW) - 'closed_at') OR OLD.closed_at IS NOT NULL OR NEW.closed_at IS NULL THEN
    RAISE EXCEPTION 'a link stands as it was made, and is closed once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_share_guard BEFORE INSERT OR UPDATE ON plan_share FOR EACH ROW EXECUTE FUNCTION guard_plan_share();
CREATE TRIGGER plan_share_no_delete BEFORE DELETE ON plan_share FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER plan_share_opening_append_only BEFORE UPDATE OR DELETE ON plan_share_opening FOR EACH ROW EXECUTE FUNCTION refuse_change();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['plan_share', 'plan_share_opening']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- Links are the participant's own, made and closed in the own name; no one else sees that there are any.
CREATE POLICY own ON plan_share FOR SELECT TO portal_app USING (
  EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id AND p.participant_id = (SELECT app.participant_id())));
CREATE POLICY made ON plan_share FOR INSERT TO portal_app WITH CHECK (
  created_by_person_id = (SELECT app.person_id())
  AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id AND p.participant_id = (SELECT app.participant_id())));
CREATE POLICY closed ON plan_share FOR UPDATE TO portal_app USING (
  EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id AND p.participant_id = (SELECT app.participant_id())));
GRANT SELECT, INSERT ON plan_share TO portal_app;
GRANT UPDATE (closed_at) ON plan_share TO portal_app;
CREATE POLICY own ON plan_share_opening FOR SELECT TO portal_app USING (EXISTS (SELECT 1 FROM plan_share s WHERE s.id = share_id));
GRANT SELECT ON plan_share_opening TO portal_app;

-- What a link leads to: the plan in force alone, while the link stands; without a name or a number of whose it is. The one way to it, for
-- nobody in particular, hence every opening is written down here, in the same step: for the participant, and in the log.
CREATE FUNCTION app.open_shared_plan(p_secret_hash bytea, p_at timestamptz, p_purpose text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  share plan_share;
  l placement;
  n plan;
  on_day date := (p_at AT TIME ZONE 'Europe/Stockholm')::date;
BEGIN
  SELECT s.* INTO share FROM plan_share s WHERE s.secret_hash = p_secret_hash;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT p.* INTO l FROM placement p WHERE p.id = share.placement_id;
  IF share.closed_at IS NOT NULL OR p_at >= share.expires_at OR l.cancelled_at IS NOT NULL OR l.protected OR on_day >= coalesce(l."end", l."to") THEN
    RETURN jsonb_build_object('state', CASE WHEN share.closed_at IS NOT NULL THEN 'closed' WHEN p_at >= share.expires_at THEN 'expired' ELSE 'ended' END);
  END IF;
  SELECT x.* INTO n FROM plan x WHERE x.placement_id = l.id
    ORDER BY x."from" <= on_day DESC, CASE WHEN x."from" <= on_day THEN -x.number ELSE x.number END LIMIT 1;
  INSERT INTO plan_share_opening (share_id, opened_at) VALUES (share.id, p_at);
  INSERT INTO audit_entry (actor_kind, actor_key, action, outcome, subject_type, subject_id, participant_ids, purpose, detail)
  VALUES ('anonymous', 'planShare:' || share.id, 'planShare.open', 'read', 'planShare', share.id::text, ARRAY[l.participant_id], p_purpose, '{}');
  RETURN jsonb_build_object('state', 'open', 'shareId', share.id, 'provider', (SELECT v.name FROM provider v WHERE v.id = l.provider_id),
    'expiresAt', to_char(share.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'plan', jsonb_build_object('from', n."from", 'aim', n.aim, 'field', n.field, 'goal', n.goal, 'meeting', NULL, 'extended', n.extended,
      'activities', (SELECT coalesce(jsonb_agg(jsonb_build_object('activity', a.activity, 'purpose', a.purpose, 'goal', a.goal,
          'minutesPerWeek', a.minutes_per_week) ORDER BY a.activity), '[]') FROM plan_activity a WHERE a.plan_id = n.id),
      'parties', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', t.name, 'role', t.role, 'task', t.task) ORDER BY t.number), '[]')
        FROM plan_party t WHERE t.plan_id = n.id)));
END $$;
REVOKE ALL ON FUNCTION app.open_shared_plan(bytea, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.open_shared_plan(bytea, timestamptz, text) TO portal_app;
