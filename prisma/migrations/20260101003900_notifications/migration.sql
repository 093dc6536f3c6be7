-- --- Notifications: what somebody waits for has happened --------------------------------------------------------------

-- CreateTable: one person told of one event. Of whom it is about it holds the placement alone.
CREATE TABLE "notification" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" UUID NOT NULL,
    "organisation" TEXT NOT NULL,
    "provider_id" UUID,
    "event" TEXT NOT NULL,
    "event_group" TEXT NOT NULL,
    "document" TEXT,
    "placement_id" UUID,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "mail" TEXT NOT NULL DEFAULT 'waiting',

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable: what somebody has chosen; who has not has the defaults.
CREATE TABLE "notification_choice" (
    "person_id" UUID NOT NULL,
    "ways" JSONB NOT NULL,
    "quiet_from" INTEGER NOT NULL,
    "quiet_to" INTEGER NOT NULL,
    "quiet_weekends" BOOLEAN NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notification_choice_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "notification_person_id_created_at_idx" ON "notification"("person_id", "created_at");
-- CreateIndex
CREATE INDEX "notification_created_at_idx" ON "notification"("created_at");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE notification
  ADD CONSTRAINT notification_organisation CHECK (organisation IN ('provider', 'authority', 'self') AND (organisation = 'provider') = (provider_id IS NOT NULL)),
  ADD CONSTRAINT notification_event CHECK (event ~ '^[a-z][A-Za-z]{2,39}$' AND subject_type ~ '^[a-z][A-Za-z0-9:]{2,39}$'),
  ADD CONSTRAINT notification_group CHECK (event_group IN ('documents', 'reports', 'participants', 'plan', 'outcomes', 'money', 'cases',
    'organisation')),
  ADD CONSTRAINT notification_document CHECK (document ~ '^[a-z][A-Za-z]{2,39}$'),
  -- A page of the portal, nothing else.
  ADD CONSTRAINT notification_path CHECK (path ~ '^/(provider|participant|admin|review|payments|notifications)([/?][!-~]*)?$' AND length(path) <= 400),
  ADD CONSTRAINT notification_mail CHECK (mail IN ('waiting', 'sent', 'none'));
ALTER TABLE notification_choice ADD CONSTRAINT notification_choice_quiet CHECK (quiet_from BETWEEN 0 AND 23 AND quiet_to BETWEEN 0 AND 23
  AND jsonb_typeof(ways) = 'object');
-- What one has not read is not told again.
CREATE UNIQUE INDEX notification_unread ON notification (person_id, organisation, provider_id, event, document, path) NULLS NOT DISTINCT
  WHERE read_at IS NULL;
CREATE INDEX notification_mail_waiting ON notification (person_id) WHERE mail = 'waiting';
CREATE INDEX membership_of_authority ON membership (role) WHERE organisation = 'authority';

-- Read once: only that changes for the person, and never back.
CREATE FUNCTION guard_notification() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.read_at IS NOT NULL AND NEW.read_at IS DISTINCT FROM OLD.read_at THEN
    RAISE EXCEPTION 'what is read stays read' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER notification_guard BEFORE UPDATE ON notification FOR EACH ROW EXECUTE FUNCTION guard_notification();
CREATE TRIGGER notification_no_truncate BEFORE TRUNCATE ON notification EXECUTE FUNCTION refuse_change();

-- Tells an audience of an event. It answers nothing, so that nobody learns from it who there is. Told are only people who
-- may see what it is about, never who does it. Whoever asks must see the placement, or be of the provider, themselves.
CREATE FUNCTION app.notify(p_told jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  told record;
  l placement%ROWTYPE;
  about_person uuid;
  today date;
BEGIN
  SELECT * INTO told FROM jsonb_to_record(p_told) AS x (event text, "group" text, document text, placement uuid, provider uuid,
    "subjectType" text, subject uuid, path text, gathered boolean, mail text, at timestamptz, persons uuid[], coach boolean, participant boolean, "providerRoles" text[],
    desk text, "authorityRole" text);
  today := (told.at AT TIME ZONE 'Europe/Stockholm')::date;
  IF told.placement IS NOT NULL THEN
    SELECT * INTO l FROM placement p WHERE p.id = told.placement AND (app.setting('role') IS NULL OR (
      (NOT p.protected OR p.participant_id = app.participant_id() OR p.participant_id = ANY (app.named_for()))
      AND (app.is_authority() OR p.participant_id = app.participant_id()
        OR (p.provider_id = app.provider_id() AND (app.all_offices() OR p.office_id = ANY (app.office_ids()))))));
    IF NOT FOUND THEN
      RAISE EXCEPTION 'nobody tells of a placement that they do not see' USING ERRCODE = 'insufficient_privilege';
    END IF;
    told.provider := l.provider_id;
    SELECT q.person_id INTO about_person FROM participant q WHERE q.id = l.participant_id;
  ELSIF told.provider IS NOT NULL AND app.setting('role') IS NOT NULL AND NOT app.is_authority()
    AND told.provider IS DISTINCT FROM app.provider_id() THEN
    RAISE EXCEPTION 'nobody tells of another provider' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO notification (person_id, organisation, provider_id, event, event_group, document, placement_id, subject_type, subject_id, path, mail, created_at)
  SELECT DISTINCT m.person_id, m.organisation, m.provider_id, told.event, told."group", told.document,
    CASE WHEN NOT told.gathered THEN l.id END, told."subjectType", told.subject, told.path, told.mail, told.at
  FROM (
    SELECT o.* FROM membership o
    WHERE o.provider_id = told.provider AND (o.role = ANY (told."providerRoles") OR o.person_id = ANY (told.persons)
        OR (told.coach AND (o.person_id = l.coach_person_id OR (l.coach_person_id IS NULL AND o.role = 'intake'))))
      AND (l.id IS NULL OR o.all_offices OR EXISTS (SELECT 1 FROM membership_office x WHERE x.membership_id = o.id AND x.office_id = l.office_id))
    UNION ALL
    SELECT o.* FROM membership o WHERE o.organisation = 'authority' AND o.person_id = ANY (told.persons)
    UNION ALL
    SELECT o.* FROM membership o WHERE o.organisation = 'authority' AND (o.role = told."authorityRole" OR (o.role = 'reviewer' AND told.desk = 'review')
      OR (o.role = 'caseworker' AND (told.desk = 'assess' OR (told.desk = 'decide' AND o.case_mandate = 'decide'))))
    UNION ALL
    SELECT o.* FROM membership o WHERE told.participant AND o.organisation = 'self' AND o.person_id = about_person
  ) m
  WHERE m.valid_from <= today AND (m.valid_to IS NULL OR m.valid_to > today) AND m.person_id IS DISTINCT FROM app.person_id()
    AND (l.id IS NULL OR NOT l.protected OR m.organisation = 'self'
      OR EXISTS (SELECT 1 FROM protected_access a WHERE a.person_id = m.person_id AND a.participant_id = l.participant_id))
  ORDER BY m.person_id
  ON CONFLICT DO NOTHING;
END $$;
REVOKE ALL ON FUNCTION app.notify(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.notify(jsonb) TO portal_app, portal_worker;

-- Who asks works for whom: a provider, the authority, or themselves.
CREATE FUNCTION app.organisation() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN app.setting('role') = 'participant' THEN 'self' WHEN app.is_authority() THEN 'authority' ELSE 'provider' END $$;
GRANT EXECUTE ON FUNCTION app.organisation() TO portal_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['notification', 'notification_choice']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
-- One's own, of where one works in this session; what is about a placement that one no longer sees is not seen either.
CREATE POLICY own ON notification TO portal_app USING (
  person_id = (SELECT app.person_id()) AND organisation = (SELECT app.organisation()) AND provider_id IS NOT DISTINCT FROM (SELECT app.provider_id())
  AND (placement_id IS NULL OR EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id)));
GRANT SELECT, UPDATE (read_at) ON notification TO portal_app;
CREATE POLICY own ON notification_choice TO portal_app USING (person_id = (SELECT app.person_id()));
GRANT SELECT, INSERT, UPDATE ON notification_choice TO portal_app;
-- The worker mails, and forgets in time.
CREATE POLICY worker ON notification TO portal_worker USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE (mail), DELETE ON notification TO portal_worker;
CREATE POLICY worker ON notification_choice FOR SELECT TO portal_worker USING (true);
GRANT SELECT ON notification_choice TO portal_worker;
-- Who has taken a report, and who knows a dispute, is told as everybody is: nobody needs their address.
DROP FUNCTION app.taker_mail(uuid);
DROP FUNCTION app.dispute_reviewer_addresses(uuid, date);
-- The reviewers who know the matter, or all where none does yet: for the provider's own disputes.
CREATE FUNCTION app.dispute_reviewers(p_dispute uuid, p_on date) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH reviewers AS (
    SELECT DISTINCT m.person_id, EXISTS (
        SELECT 1 FROM app.dispute_parts(p_dispute) x WHERE x.person_id = m.person_id AND x.part = 'decided'
        UNION ALL
        SELECT 1 FROM statement_dispute_message w WHERE w.dispute_id = p_dispute AND w.side = 'authority' AND w.author_person_id = m.person_id) AS knows
    FROM membership m
    WHERE m.organisation = 'authority' AND m.role = 'reviewer' AND m.valid_from <= p_on AND (m.valid_to IS NULL OR m.valid_to > p_on)
      AND EXISTS (SELECT 1 FROM statement_dispute d WHERE d.id = p_dispute AND d.provider_id = app.provider_id()))
  SELECT r.person_id FROM reviewers r WHERE r.knows OR NOT EXISTS (SELECT 1 FROM reviewers k WHERE k.knows) ORDER BY r.person_id
$$;
REVOKE ALL ON FUNCTION app.dispute_reviewers(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.dispute_reviewers(uuid, date) TO portal_app;
