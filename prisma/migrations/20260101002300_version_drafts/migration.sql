-- --- Versions of agreements and terms: drafted by one person, published by another -----------------------------
-- CreateTable: an agreement version on its way. Once it is submitted its content is still; published it has become a version.
CREATE TABLE "agreement_draft" (
    "id" UUID NOT NULL,
    "agreement_version_id" TEXT NOT NULL,
    "replaces_id" TEXT,
    "name" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "golden_cases" JSONB NOT NULL DEFAULT '[]',
    "status" TEXT NOT NULL,
    "created_by_person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_edited_by_person_id" UUID NOT NULL,
    "last_edited_at" TIMESTAMPTZ(3) NOT NULL,
    "editor_person_ids" UUID[],
    "submitted_by_person_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "returned_by_person_id" UUID,
    "returned_at" TIMESTAMPTZ(3),
    "returned_reason" TEXT,
    "published_by_person_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "agreement_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable: terms on their way; `valid_from` as it was typed, for it may be wrong yet.
CREATE TABLE "terms_draft" (
    "id" UUID NOT NULL,
    "replaces_id" TEXT,
    "valid_from" TEXT NOT NULL,
    "document" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "created_by_person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_edited_by_person_id" UUID NOT NULL,
    "last_edited_at" TIMESTAMPTZ(3) NOT NULL,
    "editor_person_ids" UUID[],
    "submitted_by_person_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "returned_by_person_id" UUID,
    "returned_at" TIMESTAMPTZ(3),
    "returned_reason" TEXT,
    "published_by_person_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "terms_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable: what the present placements would have been paid under a draft, computed by the worker.
CREATE TABLE "impact_preview" (
    "id" UUID NOT NULL,
    "agreement_draft_id" UUID NOT NULL,
    "document_hash" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "providers_total" INTEGER NOT NULL DEFAULT 0,
    "providers_done" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "requested_by_person_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "impact_preview_pkey" PRIMARY KEY ("id")
);

-- CreateTable: a provider's part of it, kept so that a preview that was interrupted goes on where it was. Append-only.
CREATE TABLE "impact_provider" (
    "impact_preview_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "result" JSONB NOT NULL,

    CONSTRAINT "impact_provider_pkey" PRIMARY KEY ("impact_preview_id", "provider_id")
);

-- Versions that came with the portal have no publisher.
ALTER TABLE "agreement_version" ADD COLUMN "published_by_person_id" UUID;
ALTER TABLE "terms_version" ADD COLUMN "published_by_person_id" UUID,
ADD COLUMN "published_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "agreement_draft_agreement_version_id_idx" ON "agreement_draft"("agreement_version_id");
CREATE INDEX "impact_preview_agreement_draft_id_idx" ON "impact_preview"("agreement_draft_id");
CREATE INDEX "placement_agreement_version_id_provider_id_idx" ON "placement"("agreement_version_id", "provider_id");

-- AddForeignKey
ALTER TABLE "agreement_draft" ADD CONSTRAINT "agreement_draft_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "agreement_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "terms_draft" ADD CONSTRAINT "terms_draft_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "terms_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "impact_preview" ADD CONSTRAINT "impact_preview_agreement_draft_id_fkey" FOREIGN KEY ("agreement_draft_id") REFERENCES "agreement_draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "impact_provider" ADD CONSTRAINT "impact_provider_impact_preview_id_fkey" FOREIGN KEY ("impact_preview_id") REFERENCES "impact_preview"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "impact_provider" ADD CONSTRAINT "impact_provider_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['agreement_draft', 'terms_draft']
  LOOP
    EXECUTE format($q$ALTER TABLE %I
      ADD CONSTRAINT %I CHECK (status IN ('draft', 'submitted', 'published', 'discarded') AND version >= 1),
      ADD CONSTRAINT %I CHECK (status NOT IN ('submitted', 'published') OR (submitted_by_person_id IS NOT NULL AND submitted_at IS NOT NULL)),
      ADD CONSTRAINT %I CHECK ((status = 'published') = (published_by_person_id IS NOT NULL AND published_at IS NOT NULL)),
      ADD CONSTRAINT %I CHECK (returned_at IS NULL OR (returned_by_person_id IS NOT NULL AND length(btrim(returned_reason)) > 0))$q$,
      t, t || '_status', t || '_submitted', t || '_published', t || '_returned');
  END LOOP;
END $$;
ALTER TABLE impact_preview
  ADD CONSTRAINT impact_preview_state CHECK (state IN ('queued', 'running', 'finished', 'failed')),
  ADD CONSTRAINT impact_preview_finished CHECK ((state = 'finished') = (result IS NOT NULL AND finished_at IS NOT NULL));

-- --- What moves, and what stands still -------------------------------------------------------------------------
-- A draft is edited while it is one, and only by somebody who is then known as its editor: the list of editors is kept here
-- and not by the caller. It goes to a second person, who publishes it or sends it back; published or discarded it is at rest.
CREATE FUNCTION guard_version_draft() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moving text[] := ARRAY['status', 'last_edited_by_person_id', 'last_edited_at', 'editor_person_ids', 'submitted_by_person_id',
    'submitted_at', 'returned_by_person_id', 'returned_at', 'returned_reason', 'published_by_person_id', 'published_at', 'version'];
  acting uuid := app.person_id();
  edited boolean;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a draft is discarded, never deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' OR NEW.created_by_person_id <> NEW.last_edited_by_person_id
      OR NEW.created_by_person_id <> coalesce(acting, NEW.created_by_person_id) THEN
      RAISE EXCEPTION 'a draft begins as one, made by who makes it' USING ERRCODE = 'insufficient_privilege';
    END IF;
    NEW.editor_person_ids := ARRAY[NEW.created_by_person_id];
    RETURN NEW;
  END IF;
  IF OLD.status IN ('published', 'discarded') THEN
    RAISE EXCEPTION 'a draft that was published or discarded stays so' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.status <> NEW.status AND NOT (CASE OLD.status
      WHEN 'draft' THEN NEW.status IN ('submitted', 'discarded')
      WHEN 'submitted' THEN NEW.status IN ('draft', 'published')
      ELSE false END) THEN
    RAISE EXCEPTION 'a draft cannot go from % to %', OLD.status, NEW.status USING ERRCODE = 'restrict_violation';
  END IF;
  edited := (to_jsonb(NEW) - moving) IS DISTINCT FROM (to_jsonb(OLD) - moving);
  IF edited AND (OLD.status <> 'draft' OR NEW.status <> 'draft') THEN
    RAISE EXCEPTION 'what is submitted never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  NEW.editor_person_ids := OLD.editor_person_ids;
  IF edited THEN
    IF NEW.created_by_person_id <> OLD.created_by_person_id OR NEW.created_at <> OLD.created_at
      OR NEW.last_edited_by_person_id <> coalesce(acting, NEW.last_edited_by_person_id) THEN
      RAISE EXCEPTION 'who edits is who is known to have edited' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF NEW.last_edited_by_person_id <> ALL (OLD.editor_person_ids) THEN
      NEW.editor_person_ids := OLD.editor_person_ids || NEW.last_edited_by_person_id;
    END IF;
  ELSIF (NEW.last_edited_by_person_id, NEW.last_edited_at) IS DISTINCT FROM (OLD.last_edited_by_person_id, OLD.last_edited_at) THEN
    RAISE EXCEPTION 'nothing was edited' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.status = 'submitted' AND OLD.status = 'draft' AND NEW.submitted_by_person_id <> coalesce(acting, NEW.submitted_by_person_id) THEN
    RAISE EXCEPTION 'who submits is who is known to have submitted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.status = OLD.status AND (NEW.submitted_by_person_id, NEW.submitted_at) IS DISTINCT FROM (OLD.submitted_by_person_id, OLD.submitted_at) THEN
    RAISE EXCEPTION 'a draft is submitted once at a time' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreement_draft_guard BEFORE INSERT OR UPDATE OR DELETE ON agreement_draft FOR EACH ROW EXECUTE FUNCTION guard_version_draft();
CREATE TRIGGER terms_draft_guard BEFORE INSERT OR UPDATE OR DELETE ON terms_draft FOR EACH ROW EXECUTE FUNCTION guard_version_draft();
CREATE TRIGGER agreement_draft_no_truncate BEFORE TRUNCATE ON agreement_draft EXECUTE FUNCTION refuse_change();
CREATE TRIGGER terms_draft_no_truncate BEFORE TRUNCATE ON terms_draft EXECUTE FUNCTION refuse_change();

-- Four eyes: a version is what somebody submitted, to the letter, and its publisher has neither written in it nor submitted it.
-- Versions without publisher are those that the owner of the database loads.
CREATE FUNCTION guard_agreement_publication() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE draft agreement_draft;
BEGIN
  SELECT d.* INTO draft FROM agreement_draft d WHERE d.agreement_version_id = NEW.id AND d.status = 'submitted'
    AND d.document = NEW.document AND d.name = NEW.name AND d.document ->> 'id' = NEW.id ORDER BY d.submitted_at LIMIT 1;
  IF draft.id IS NULL OR NEW.published_by_person_id = ANY (draft.editor_person_ids) OR NEW.published_by_person_id = draft.submitted_by_person_id THEN
    RAISE EXCEPTION 'an agreement version is published by a second person, from what was submitted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER agreement_version_four_eyes BEFORE INSERT ON agreement_version FOR EACH ROW
  WHEN (NEW.published_by_person_id IS NOT NULL) EXECUTE FUNCTION guard_agreement_publication();
CREATE FUNCTION guard_terms_publication() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE draft terms_draft;
BEGIN
  SELECT d.* INTO draft FROM terms_draft d WHERE d.valid_from = NEW.valid_from::text AND d.status = 'submitted'
    AND d.document = NEW.document ORDER BY d.submitted_at LIMIT 1;
  IF draft.id IS NULL OR NEW.published_by_person_id = ANY (draft.editor_person_ids) OR NEW.published_by_person_id = draft.submitted_by_person_id THEN
    RAISE EXCEPTION 'terms are published by a second person, from what was submitted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER terms_version_four_eyes BEFORE INSERT ON terms_version FOR EACH ROW
  WHEN (NEW.published_by_person_id IS NOT NULL) EXECUTE FUNCTION guard_terms_publication();

-- What a preview was about never changes, nor its result when it has one.
CREATE FUNCTION guard_impact_preview() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state = 'finished'
    OR (OLD.agreement_draft_id, OLD.document_hash, OLD.as_of, OLD.requested_by_person_id, OLD.requested_at)
      IS DISTINCT FROM (NEW.agreement_draft_id, NEW.document_hash, NEW.as_of, NEW.requested_by_person_id, NEW.requested_at) THEN
    RAISE EXCEPTION 'what a preview told never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER impact_preview_guard BEFORE UPDATE OR DELETE ON impact_preview FOR EACH ROW EXECUTE FUNCTION guard_impact_preview();
CREATE TRIGGER impact_preview_no_truncate BEFORE TRUNCATE ON impact_preview EXECUTE FUNCTION refuse_change();
CREATE TRIGGER impact_provider_append_only BEFORE UPDATE OR DELETE ON impact_provider FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER impact_provider_no_truncate BEFORE TRUNCATE ON impact_provider EXECUTE FUNCTION refuse_change();

-- --- Who sees and who writes --------------------------------------------------------------------------------------
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['agreement_draft', 'terms_draft', 'impact_preview', 'impact_provider']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY readers ON %I FOR SELECT TO portal_app USING (app.setting(''role'') IN (''agreementAdmin'', ''auditor''))', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_app', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['agreement_draft', 'terms_draft', 'impact_preview']
  LOOP
    EXECUTE format('CREATE POLICY make ON %I FOR INSERT TO portal_app WITH CHECK (app.setting(''role'') = ''agreementAdmin'')', t);
    EXECUTE format('CREATE POLICY change ON %I FOR UPDATE TO portal_app USING (app.setting(''role'') = ''agreementAdmin'')', t);
    EXECUTE format('GRANT INSERT, UPDATE ON %I TO portal_app', t);
  END LOOP;
END $$;
CREATE POLICY publish ON agreement_version FOR INSERT TO portal_app WITH CHECK (
  app.setting('role') = 'agreementAdmin' AND published_by_person_id = app.person_id());
GRANT INSERT ON agreement_version TO portal_app;
CREATE POLICY publish ON terms_version FOR INSERT TO portal_app WITH CHECK (
  app.setting('role') = 'agreementAdmin' AND published_by_person_id = app.person_id());
GRANT INSERT ON terms_version TO portal_app;
-- The worker computes previews.
CREATE POLICY worker ON agreement_draft FOR SELECT TO portal_worker USING (true);
GRANT SELECT ON agreement_draft TO portal_worker;
CREATE POLICY worker ON impact_preview TO portal_worker USING (true) WITH CHECK (true);
GRANT SELECT ON impact_preview TO portal_worker;
GRANT UPDATE (state, providers_total, providers_done, result, finished_at) ON impact_preview TO portal_worker;
CREATE POLICY worker ON impact_provider TO portal_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON impact_provider TO portal_worker;
