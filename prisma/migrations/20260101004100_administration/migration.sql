-- --- A provider's own people, how it is presented, and what it takes with it -------------------------------------------

-- AlterTable: who gave a role and who ended it; what its last day was before, for whoever ended it by mistake.
ALTER TABLE "membership"
    ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN "given_by_person_id" UUID,
    ADD COLUMN "given_at" TIMESTAMPTZ(3),
    ADD COLUMN "ended_by_person_id" UUID,
    ADD COLUMN "ended_at" TIMESTAMPTZ(3),
    ADD COLUMN "to_before_end" DATE;

-- AlterTable: what is new since a day is asked for by these.
ALTER TABLE "placement" ADD COLUMN "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "activity_entry" ADD COLUMN "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "report" ADD COLUMN "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "roles" TEXT[],
    "all_offices" BOOLEAN NOT NULL,
    "office_ids" UUID[],
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "by_authority" BOOLEAN NOT NULL,
    "created_by_person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_by_person_id" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_by_person_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable: somebody who administers accounts asks to be made signatory; another decides.
CREATE TABLE "signatory_request" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_person_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "signatory_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable: what participants read of an office, one row a version. Decided once; the one approved last is shown.
CREATE TABLE "presentation" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "saved_by_person_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by_person_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_by_person_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "presentation_pkey" PRIMARY KEY ("id")
);

-- CreateTable: a file of a provider's own data, made by a job for one person, fetched once.
CREATE TABLE "export" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "kinds" TEXT[],
    "since" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "rows_total" INTEGER NOT NULL DEFAULT 0,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "counts" JSONB NOT NULL DEFAULT '{}',
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "fetched_at" TIMESTAMPTZ(3),

    CONSTRAINT "export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_chunk" (
    "export_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "export_chunk_pkey" PRIMARY KEY ("export_id","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");
CREATE INDEX "invitation_provider_id_idx" ON "invitation"("provider_id");
CREATE INDEX "signatory_request_provider_id_idx" ON "signatory_request"("provider_id");
CREATE UNIQUE INDEX signatory_request_one_open ON signatory_request (provider_id, person_id) WHERE status = 'open';
CREATE UNIQUE INDEX "presentation_office_id_number_key" ON "presentation"("office_id", "number");
CREATE INDEX "presentation_provider_id_idx" ON "presentation"("provider_id");
CREATE UNIQUE INDEX presentation_one_open ON presentation (office_id) WHERE status IN ('draft', 'submitted');
CREATE INDEX presentation_shown ON presentation (office_id, decided_at DESC) WHERE status = 'approved';
CREATE INDEX "export_person_id_idx" ON "export"("person_id");

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "signatory_request" ADD CONSTRAINT "signatory_request_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "presentation" ADD CONSTRAINT "presentation_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "export" ADD CONSTRAINT "export_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "export_chunk" ADD CONSTRAINT "export_chunk_export_id_fkey" FOREIGN KEY ("export_id") REFERENCES "export"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A role that is ended on the day it began was never held.
ALTER TABLE membership DROP CONSTRAINT membership_period,
  ADD CONSTRAINT membership_period CHECK (valid_to IS NULL OR valid_from <= valid_to);
ALTER TABLE invitation
  ADD CONSTRAINT invitation_roles CHECK (cardinality(roles) > 0 AND roles <@ ARRAY['coach', 'intake', 'reporter', 'signatory', 'providerAdmin']),
  ADD CONSTRAINT invitation_scope CHECK (all_offices = (cardinality(office_ids) = 0)),
  ADD CONSTRAINT invitation_period CHECK (valid_to IS NULL OR valid_from < valid_to),
  ADD CONSTRAINT invitation_accepted CHECK ((accepted_at IS NULL) = (accepted_by_person_id IS NULL)),
  ADD CONSTRAINT invitation_one_end CHECK (accepted_at IS NULL OR revoked_at IS NULL),
  ADD CONSTRAINT invitation_authority CHECK (NOT by_authority OR (roles = ARRAY['providerAdmin'] AND all_offices));
ALTER TABLE signatory_request
  ADD CONSTRAINT signatory_request_status CHECK (status IN ('open', 'approved', 'refused', 'withdrawn')),
  ADD CONSTRAINT signatory_request_decided CHECK ((status = 'open') = (decided_at IS NULL)),
  ADD CONSTRAINT signatory_request_four_eyes CHECK (decided_by_person_id <> person_id OR status = 'withdrawn');
ALTER TABLE presentation
  ADD CONSTRAINT presentation_status CHECK (status IN ('draft', 'submitted', 'approved', 'returned', 'withdrawn')),
  ADD CONSTRAINT presentation_decided CHECK ((status IN ('approved', 'returned')) = (decided_at IS NOT NULL)),
  ADD CONSTRAINT presentation_four_eyes CHECK (decided_by_person_id <> submitted_by_person_id);
ALTER TABLE export
  ADD CONSTRAINT export_format CHECK (format IN ('xlsx', 'csv', 'json')),
  ADD CONSTRAINT export_state CHECK (state IN ('waiting', 'running', 'ready', 'failed', 'fetched', 'gone'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['invitation', 'signatory_request', 'presentation', 'export', 'export_chunk']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- --- Roles: given, changed and ended by the provider's own administrators, in their own offices --------------------------
CREATE FUNCTION app.administers(p_provider uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT coalesce(app.setting('role') = 'providerAdmin' AND p_provider = app.provider_id(), false) $$;
-- Nothing of it lies in an office that the administrator does not reach.
CREATE FUNCTION app.reaches_membership(p_membership uuid, p_all boolean) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app.all_offices() OR (NOT p_all AND NOT EXISTS (
    SELECT 1 FROM membership_office o WHERE o.membership_id = p_membership AND o.office_id <> ALL (app.office_ids()))) $$;
CREATE FUNCTION app.works_at(p_person uuid, p_provider uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p_person AND m.provider_id = p_provider) $$;
-- Whoever decides on a request does so in the same transaction in which the role is given.
CREATE FUNCTION app.is_request_approved(p_person uuid, p_provider uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM signatory_request r WHERE r.person_id = p_person AND r.provider_id = p_provider AND r.status = 'approved'
    AND r.decided_by_person_id = app.person_id() AND r.xmin = pg_current_xact_id()::xid) $$;
-- Somebody else who administers the whole provider on a day.
CREATE FUNCTION app.other_administrator(p_provider uuid, p_not_person uuid, p_day date) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT 1 FROM membership m WHERE m.provider_id = p_provider AND m.role = 'providerAdmin' AND m.all_offices
    AND m.person_id IS DISTINCT FROM p_not_person
    AND m.valid_from <= p_day AND (m.valid_to IS NULL OR m.valid_to > p_day)) $$;

CREATE POLICY give ON membership FOR INSERT TO portal_app WITH CHECK (
  organisation = 'provider' AND given_by_person_id = (SELECT app.person_id()) AND (
    (app.administers(provider_id) AND (app.all_offices() OR NOT all_offices) AND app.works_at(person_id, provider_id))
    OR (app.setting('role') = 'agreementAdmin' AND role = 'signatory' AND app.is_request_approved(person_id, provider_id))));
CREATE POLICY change ON membership FOR UPDATE TO portal_app
  USING (app.administers(provider_id) AND app.reaches_membership(id, all_offices))
  WITH CHECK (app.administers(provider_id) AND (app.all_offices() OR NOT all_offices));
GRANT INSERT ON membership TO portal_app;
GRANT UPDATE (all_offices, valid_to, ended_by_person_id, ended_at, to_before_end, version) ON membership TO portal_app;
CREATE POLICY give ON membership_office FOR INSERT TO portal_app WITH CHECK (EXISTS (
  SELECT 1 FROM membership m JOIN office o ON o.id = office_id AND o.provider_id = m.provider_id
  WHERE m.id = membership_id AND app.administers(m.provider_id) AND (app.all_offices() OR office_id = ANY (app.office_ids()))));
CREATE POLICY take ON membership_office FOR DELETE TO portal_app USING (EXISTS (
  SELECT 1 FROM membership m WHERE m.id = membership_id AND app.administers(m.provider_id)
    AND (app.all_offices() OR office_id = ANY (app.office_ids()))));
GRANT INSERT, DELETE ON membership_office TO portal_app;

-- To attest and to administer: nobody gives, widens or prolongs these for themselves. And a provider is never left without
-- somebody who administers all of it: a last administrator's role is not ended, cut short or narrowed.
CREATE FUNCTION guard_membership_hands() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NULL THEN RETURN NEW; END IF;
  IF NEW.role IN ('signatory', 'providerAdmin') AND NEW.person_id = app.person_id() AND (TG_OP = 'INSERT'
      OR (NEW.all_offices AND NOT OLD.all_offices) OR NEW.valid_from < OLD.valid_from
      OR coalesce(NEW.valid_to, 'infinity') > coalesce(OLD.valid_to, 'infinity')) THEN
    RAISE EXCEPTION 'nobody makes themselves %', NEW.role USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER membership_hands BEFORE INSERT OR UPDATE ON membership FOR EACH ROW EXECUTE FUNCTION guard_membership_hands();
-- Looked at when all rows of a statement are changed: of two who are ended together, neither is the one that is left.
CREATE FUNCTION guard_last_administrator() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE day date := greatest(NEW.valid_to, auth.day_of(now()));
BEGIN
  IF app.setting('role') IS NULL THEN RETURN NULL; END IF;
  -- Of two who end each other's role at the same time, one is late.
  PERFORM pg_advisory_xact_lock(hashtext('accounts:' || NEW.provider_id::text));
  IF NOT EXISTS (SELECT 1 FROM membership m WHERE m.provider_id = NEW.provider_id AND m.role = 'providerAdmin' AND m.all_offices
      AND m.valid_from <= day AND (m.valid_to IS NULL OR m.valid_to > day)) THEN
    RAISE EXCEPTION 'a provider keeps somebody who administers it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER membership_last_administrator AFTER UPDATE ON membership FOR EACH ROW
  WHEN (OLD.role = 'providerAdmin' AND OLD.all_offices
    AND (NOT NEW.all_offices OR coalesce(NEW.valid_to, 'infinity') < coalesce(OLD.valid_to, 'infinity')))
  EXECUTE FUNCTION guard_last_administrator();
CREATE FUNCTION guard_membership_office_hands() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND EXISTS (SELECT 1 FROM membership m WHERE m.id = NEW.membership_id
      AND m.person_id = app.person_id() AND m.role IN ('signatory', 'providerAdmin') AND NOT m.all_offices) THEN
    RAISE EXCEPTION 'nobody widens their own right to attest or administer' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER membership_office_hands BEFORE INSERT ON membership_office FOR EACH ROW EXECUTE FUNCTION guard_membership_office_hands();

-- Sessions in a role that has ended end with it, also one that is open in another browser.
CREATE FUNCTION app.end_sessions(p_memberships uuid[], p_at timestamptz) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH ended AS (
    UPDATE session s SET ended_at = p_at FROM membership m
    WHERE m.id = s.membership_id AND m.id = ANY (p_memberships) AND app.administers(m.provider_id)
      AND app.reaches_membership(m.id, m.all_offices) AND s.ended_at IS NULL
    RETURNING s.id)
  SELECT count(*)::integer FROM ended $$;
-- When each of a provider's people was last here, for those who administer it.
CREATE FUNCTION app.last_logins(p_provider uuid) RETURNS TABLE (person_id uuid, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.person_id, max(s.created_at) FROM session s JOIN membership m ON m.id = s.membership_id
  WHERE m.provider_id = p_provider AND (app.administers(p_provider) OR app.setting('role') = 'agreementAdmin')
  GROUP BY s.person_id $$;
CREATE INDEX "session_membership_id_idx" ON "session"("membership_id");

-- --- Invitations: the link's hash is nobody's to read ---------------------------------------------------------------------
CREATE FUNCTION app.invites(p_provider uuid, p_by_authority boolean, p_all boolean, p_offices uuid[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN p_by_authority THEN coalesce(app.setting('role') = 'agreementAdmin', false)
    ELSE app.administers(p_provider) AND (app.all_offices() OR (NOT p_all AND p_offices <@ app.office_ids()))
      AND NOT EXISTS (SELECT 1 FROM unnest(p_offices) o WHERE NOT EXISTS (SELECT 1 FROM office f WHERE f.id = o AND f.provider_id = p_provider))
    END $$;
CREATE POLICY read ON invitation FOR SELECT TO portal_app USING (
  app.administers(provider_id) OR (by_authority AND (SELECT app.setting('role')) = 'agreementAdmin'));
CREATE POLICY invite ON invitation FOR INSERT TO portal_app WITH CHECK (
  created_by_person_id = (SELECT app.person_id()) AND accepted_at IS NULL AND revoked_at IS NULL
  AND app.invites(provider_id, by_authority, all_offices, office_ids));
CREATE POLICY change ON invitation FOR UPDATE TO portal_app USING (app.invites(provider_id, by_authority, all_offices, office_ids));
GRANT SELECT (id, provider_id, name, email, roles, all_offices, office_ids, valid_from, valid_to, expires_at, sent_at, by_authority,
  created_by_person_id, created_at, accepted_by_person_id, accepted_at, revoked_by_person_id, revoked_at, version) ON invitation TO portal_app;
GRANT INSERT ON invitation TO portal_app;
GRANT UPDATE (token_hash, expires_at, sent_at, revoked_by_person_id, revoked_at, version) ON invitation TO portal_app;
CREATE FUNCTION guard_invitation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.accepted_at IS NOT NULL OR OLD.revoked_at IS NOT NULL THEN
    RAISE EXCEPTION 'an invitation that is used or revoked stays so' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invitation_guard BEFORE UPDATE ON invitation FOR EACH ROW EXECUTE FUNCTION guard_invitation();

CREATE FUNCTION auth.invitation_state(i invitation, p_at timestamptz) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT CASE WHEN i.accepted_at IS NOT NULL THEN 'used' WHEN i.revoked_at IS NOT NULL THEN 'revoked'
    WHEN p_at >= i.expires_at OR i.valid_to <= auth.day_of(p_at) THEN 'expired'
    -- Who has lost the right to invite since has invited nobody.
    WHEN NOT EXISTS (SELECT 1 FROM auth.valid_memberships(i.created_by_person_id, auth.day_of(p_at)) m
      WHERE CASE WHEN i.by_authority THEN m.role = 'agreementAdmin' ELSE m.role = 'providerAdmin' AND m.provider_id = i.provider_id END)
      THEN 'revoked'
    ELSE 'open' END $$;

-- What the page behind a link says. A link that is none gives no row.
CREATE FUNCTION auth.find_invitation(p_token_hash bytea, p_at timestamptz)
RETURNS TABLE (state text, name text, provider_name text, roles text[], by_authority boolean, invited_by text, expires_at text, valid_from text, valid_to text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT auth.invitation_state(i, p_at), i.name, v.name, i.roles, i.by_authority, p.given_name || ' ' || p.family_name,
    auth.iso(i.expires_at), i.valid_from::text, i.valid_to::text
  FROM invitation i JOIN provider v ON v.id = i.provider_id JOIN person p ON p.id = i.created_by_person_id
  WHERE i.token_hash = p_token_hash
$$;

-- Binds an invitation to whoever has just shown who they are: to their person, who is made where there is none, and never to
-- a session. Whoever invites cannot be whom they invite.
CREATE FUNCTION auth.accept_invitation(p_token_hash bytea, p_issuer text, p_subject text, p_identity_hash bytea, p_identity_number text,
  p_given_name text, p_family_name text, p_at timestamptz)
RETURNS TABLE (outcome text, person_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
#variable_conflict use_column
DECLARE
  i invitation;
  state text;
  found_person uuid;
  found_outcome text;
  today date := auth.day_of(p_at);
  r text;
  held uuid;
BEGIN
  SELECT * INTO i FROM invitation WHERE token_hash = p_token_hash FOR UPDATE;
  state := CASE WHEN i.id IS NULL THEN 'missing' ELSE auth.invitation_state(i, p_at) END;
  IF state <> 'open' THEN RETURN QUERY SELECT state, NULL::uuid; RETURN; END IF;
  IF p_identity_hash IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person_identity WHERE identity_hash = p_identity_hash)
      AND NOT EXISTS (SELECT 1 FROM login_account a WHERE a.issuer = p_issuer AND a.subject = p_subject) THEN
    found_person := gen_random_uuid();
    INSERT INTO person (id, given_name, family_name, email) VALUES (found_person, p_given_name, p_family_name, i.email);
    INSERT INTO person_identity (person_id, identity_hash, identity_number) VALUES (found_person, p_identity_hash, p_identity_number);
  END IF;
  SELECT f.outcome, f.person_id INTO found_outcome, found_person FROM auth.find_person(p_issuer, p_subject, p_identity_hash) f;
  IF found_outcome <> 'found' THEN RETURN QUERY SELECT found_outcome, NULL::uuid; RETURN; END IF;
  IF found_person = i.created_by_person_id THEN RETURN QUERY SELECT 'own', NULL::uuid; RETURN; END IF;

  UPDATE person SET email = i.email WHERE id = found_person AND email IS NULL;
  FOREACH r IN ARRAY i.roles LOOP
    SELECT m.id INTO held FROM membership m WHERE m.person_id = found_person AND m.provider_id = i.provider_id AND m.role = r
      AND m.all_offices = i.all_offices AND m.valid_from <= today AND (m.valid_to IS NULL OR m.valid_to > today) LIMIT 1;
    IF held IS NULL THEN
      held := gen_random_uuid();
      INSERT INTO membership (id, person_id, organisation, provider_id, role, all_offices, valid_from, valid_to, given_by_person_id, given_at)
      VALUES (held, found_person, 'provider', i.provider_id, r, i.all_offices, greatest(i.valid_from, today), i.valid_to, i.created_by_person_id, p_at);
    ELSE
      UPDATE membership m SET valid_to = CASE WHEN m.valid_to IS NULL OR i.valid_to IS NULL THEN NULL ELSE greatest(m.valid_to, i.valid_to) END,
        version = m.version + 1 WHERE m.id = held;
    END IF;
    INSERT INTO membership_office (membership_id, office_id) SELECT held, o FROM unnest(i.office_ids) o ON CONFLICT DO NOTHING;
  END LOOP;
  UPDATE invitation SET accepted_at = p_at, accepted_by_person_id = found_person, version = version + 1 WHERE id = i.id;
  PERFORM auth.note_person(found_person, held, 'invitation.accept', 'done', jsonb_build_object('invitationId', i.id));
  RETURN QUERY SELECT 'found', found_person;
END $$;
REVOKE ALL ON FUNCTION auth.invitation_state(invitation, timestamptz), auth.find_invitation(bytea, timestamptz),
  auth.accept_invitation(bytea, text, text, bytea, text, text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION auth.find_invitation(bytea, timestamptz),
  auth.accept_invitation(bytea, text, text, bytea, text, text, text, timestamptz) TO portal_app;

-- --- Requests to attest: asked for in the own name, decided by another administrator, or by the authority where there is none --
CREATE POLICY read ON signatory_request FOR SELECT TO portal_app USING (
  app.administers(provider_id) OR (SELECT app.setting('role')) = 'agreementAdmin');
CREATE POLICY ask ON signatory_request FOR INSERT TO portal_app WITH CHECK (
  app.administers(provider_id) AND app.all_offices() AND person_id = (SELECT app.person_id()) AND status = 'open');
CREATE POLICY decide ON signatory_request FOR UPDATE TO portal_app USING (
  status = 'open' AND ((app.administers(provider_id) AND app.all_offices()) OR (SELECT app.setting('role')) = 'agreementAdmin'))
  WITH CHECK (true);
GRANT SELECT, INSERT ON signatory_request TO portal_app;
GRANT UPDATE (status, decided_by_person_id, decided_at, decision_reason, version) ON signatory_request TO portal_app;
CREATE FUNCTION guard_signatory_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF role IS NULL THEN RETURN NEW; END IF;
  IF NEW.decided_by_person_id IS DISTINCT FROM app.person_id()
      OR (NEW.status = 'withdrawn') <> (NEW.person_id = app.person_id())
      OR (role = 'agreementAdmin' AND app.other_administrator(NEW.provider_id, NEW.person_id, auth.day_of(NEW.decided_at))) THEN
    RAISE EXCEPTION 'a request to attest is decided by another administrator, or by the authority where there is none'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signatory_request_hands BEFORE UPDATE ON signatory_request FOR EACH ROW EXECUTE FUNCTION guard_signatory_request();

-- --- Presentations: written by the provider, read by all once they are approved ---------------------------------------------
CREATE POLICY read ON presentation FOR SELECT TO portal_app USING (status = 'approved' OR provider_id = (SELECT app.provider_id())
  OR (status <> 'draft' AND (SELECT app.setting('role')) IN ('agreementAdmin', 'auditor')));
CREATE POLICY write ON presentation FOR INSERT TO portal_app WITH CHECK (
  app.administers(provider_id) AND (app.all_offices() OR office_id = ANY (app.office_ids()))
  AND EXISTS (SELECT 1 FROM office o WHERE o.id = office_id AND o.provider_id = presentation.provider_id));
CREATE POLICY change ON presentation FOR UPDATE TO portal_app USING (
  (app.administers(provider_id) AND (app.all_offices() OR office_id = ANY (app.office_ids()))) OR (SELECT app.setting('role')) = 'agreementAdmin')
  WITH CHECK (true);
GRANT SELECT, INSERT ON presentation TO portal_app;
GRANT UPDATE (status, content, saved_by_person_id, saved_at, submitted_by_person_id, submitted_at, decided_by_person_id, decided_at, reason, version)
  ON presentation TO portal_app;
CREATE FUNCTION guard_presentation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'versions are kept' USING ERRCODE = 'restrict_violation'; END IF;
  IF role IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status = 'draft' AND NEW.saved_by_person_id = app.person_id() THEN RETURN NEW; END IF;
  ELSIF OLD.status = 'draft' AND NEW.status = 'draft' THEN
    IF role = 'providerAdmin' AND NEW.saved_by_person_id = app.person_id() THEN RETURN NEW; END IF;
  ELSIF OLD.content IS DISTINCT FROM NEW.content THEN
    RAISE EXCEPTION 'what is submitted never changes' USING ERRCODE = 'restrict_violation';
  ELSIF (CASE
      WHEN OLD.status = 'draft' AND NEW.status = 'submitted' THEN role = 'providerAdmin' AND NEW.submitted_by_person_id = app.person_id()
      WHEN OLD.status IN ('draft', 'submitted') AND NEW.status = 'withdrawn' THEN role = 'providerAdmin'
      WHEN OLD.status = 'submitted' AND NEW.status IN ('approved', 'returned')
        THEN role = 'agreementAdmin' AND NEW.decided_by_person_id = app.person_id()
      ELSE false END) THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a presentation does not become % by the hand of %', NEW.status, role USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER presentation_hands BEFORE INSERT OR UPDATE OR DELETE ON presentation FOR EACH ROW EXECUTE FUNCTION guard_presentation();

-- --- Exports: the owner's alone; made by the worker ----------------------------------------------------------------------
CREATE POLICY own ON export FOR SELECT TO portal_app USING (person_id = (SELECT app.person_id()) AND provider_id = (SELECT app.provider_id()));
CREATE POLICY ask ON export FOR INSERT TO portal_app WITH CHECK (
  person_id = (SELECT app.person_id()) AND provider_id = (SELECT app.provider_id()) AND state = 'waiting'
  AND 'person:' || membership_id::text = (SELECT app.actor_key()));
CREATE POLICY taken ON export FOR UPDATE TO portal_app USING (
  state = 'ready' AND person_id = (SELECT app.person_id()) AND provider_id = (SELECT app.provider_id()))
  WITH CHECK (state = 'fetched');
CREATE POLICY worker ON export TO portal_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON export TO portal_app;
GRANT UPDATE (state, fetched_at) ON export TO portal_app;
GRANT SELECT, UPDATE ON export TO portal_worker;
CREATE POLICY own ON export_chunk TO portal_app USING (EXISTS (SELECT 1 FROM export e WHERE e.id = export_id AND e.state = 'fetched'));
CREATE POLICY worker ON export_chunk TO portal_worker USING (true) WITH CHECK (true);
GRANT SELECT, DELETE ON export_chunk TO portal_app;
GRANT SELECT, INSERT, DELETE ON export_chunk TO portal_worker;

CREATE FUNCTION mark_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_at := clock_timestamp();
  RETURN NEW;
END $$;
CREATE TRIGGER placement_changed BEFORE UPDATE ON placement FOR EACH ROW EXECUTE FUNCTION mark_changed();
CREATE TRIGGER activity_entry_changed BEFORE UPDATE ON activity_entry FOR EACH ROW EXECUTE FUNCTION mark_changed();
CREATE TRIGGER report_changed BEFORE UPDATE ON report FOR EACH ROW EXECUTE FUNCTION mark_changed();
