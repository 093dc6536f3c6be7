-- --- Deadlines: whether the portal was there, calendars of one's own, and reminders by mail --------------------------

-- CreateTable: a portal's last sign of life.
CREATE TABLE "portal_heartbeat" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "portal_heartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable: a time in which no portal lived, half-open. Written by the first one that came back, changed by nobody.
CREATE TABLE "outage" (
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outage_pkey" PRIMARY KEY ("from")
);

-- CreateTable: a calendar that programs follow by a secret address. Of the secret only its hash is kept.
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable: who has said whether they want reminders by mail; who has not gets them.
CREATE TABLE "reminder_choice" (
    "membership_id" UUID NOT NULL,
    "by_mail" BOOLEAN NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_choice_pkey" PRIMARY KEY ("membership_id")
);

-- CreateTable: that somebody was reminded on a day, so that nobody is twice.
CREATE TABLE "reminder_sent" (
    "membership_id" UUID NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "reminder_sent_pkey" PRIMARY KEY ("membership_id", "day")
);

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_secret_hash_key" ON "calendar_feed"("secret_hash");
CREATE INDEX "calendar_feed_membership_id_idx" ON "calendar_feed"("membership_id");
CREATE INDEX "reminder_sent_day_idx" ON "reminder_sent"("day");

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reminder_choice" ADD CONSTRAINT "reminder_choice_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "reminder_sent" ADD CONSTRAINT "reminder_sent_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One calendar each at a time; the same moment belongs to one outage.
CREATE UNIQUE INDEX calendar_feed_one ON calendar_feed (membership_id) WHERE revoked_at IS NULL;
ALTER TABLE outage
  ADD CONSTRAINT outage_order CHECK ("from" < "to"),
  ADD CONSTRAINT outage_apart EXCLUDE USING gist (tstzrange("from", "to", '[)') WITH &&);

-- A portal says that it lives. Where none has for five minutes, the time without is an outage; the database's own clock tells
-- it, and the lock lets one portal tell it once. The latest sign of life is always kept: after a month without, too.
CREATE FUNCTION app.portal_beat(p_id text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  beat timestamptz;
  latest timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('portal_beat', 0));
  beat := clock_timestamp();
  SELECT max(at) INTO latest FROM portal_heartbeat;
  IF latest < beat - interval '5 minutes' THEN
    INSERT INTO outage ("from", "to") VALUES (latest, beat);
  END IF;
  INSERT INTO portal_heartbeat (id, at) VALUES (p_id, beat) ON CONFLICT (id) DO UPDATE SET at = excluded.at;
  DELETE FROM portal_heartbeat WHERE at < beat - interval '1 day';
END $$;
REVOKE ALL ON FUNCTION app.portal_beat(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.portal_beat(text) TO portal_app;

-- Whose calendar an address is, as they are on a day: with the role and offices that they have then. Nobody is logged in
-- where a calendar is fetched; whoever has the secret gets this one row.
CREATE FUNCTION app.calendar_owner(p_secret_hash bytea, p_on date)
RETURNS TABLE (feed_id uuid, secret_hash bytea, membership_id uuid, person_id uuid, role text, provider_id uuid, provider_name text,
  all_offices boolean, offices uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT f.id, f.secret_hash, m.id, m.person_id, m.role, o.id, o.name, m.all_offices,
    ARRAY(SELECT x.office_id FROM membership_office x WHERE x.membership_id = m.id)
  FROM calendar_feed f JOIN membership m ON m.id = f.membership_id JOIN provider o ON o.id = m.provider_id
  WHERE f.secret_hash = p_secret_hash AND f.revoked_at IS NULL AND m.organisation = 'provider'
    AND m.valid_from <= p_on AND (m.valid_to IS NULL OR m.valid_to > p_on)
$$;
REVOKE ALL ON FUNCTION app.calendar_owner(bytea, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.calendar_owner(bytea, date) TO portal_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['portal_heartbeat', 'outage', 'calendar_feed', 'reminder_choice', 'reminder_sent']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
  -- Each one's own, whoever they work for.
  FOREACH t IN ARRAY ARRAY['calendar_feed', 'reminder_choice', 'reminder_sent']
  LOOP
    EXECUTE format($policy$CREATE POLICY own ON %I TO portal_app USING ('person:' || membership_id::text = (SELECT app.actor_key()))$policy$, t);
  END LOOP;
END $$;
CREATE POLICY read_all ON outage FOR SELECT TO portal_app, portal_worker USING (true);
GRANT SELECT ON outage TO portal_app, portal_worker;
GRANT SELECT, INSERT ON calendar_feed, reminder_choice, reminder_sent TO portal_app;
GRANT UPDATE (revoked_at) ON calendar_feed TO portal_app;
GRANT UPDATE (by_mail, changed_at) ON reminder_choice TO portal_app;
-- The worker sees who wants no mail, and forgets in time who was reminded.
CREATE POLICY worker ON reminder_choice FOR SELECT TO portal_worker USING (true);
CREATE POLICY worker ON reminder_sent TO portal_worker USING (true) WITH CHECK (true);
GRANT SELECT ON reminder_choice TO portal_worker;
GRANT SELECT, DELETE ON reminder_sent TO portal_worker;
