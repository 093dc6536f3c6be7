-- --- Complaints (klagomål) about a provider: written down by who receives them, answered once ---------------------------------

-- CreateTable: what somebody complained of. Append-only.
CREATE TABLE "complaint" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "office_id" UUID,
    "placement_id" UUID,
    "from_kind" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "words" TEXT NOT NULL,
    "written_by_person_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable: what came of a complaint; with it the complaint is handled. Append-only.
CREATE TABLE "complaint_answer" (
    "complaint_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "answered_by_person_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "complaint_answer_pkey" PRIMARY KEY ("complaint_id")
);

-- CreateIndex
CREATE INDEX "complaint_provider_id_received_on_idx" ON "complaint"("provider_id", "received_on");
-- CreateIndex
CREATE INDEX "complaint_placement_id_idx" ON "complaint"("placement_id");

-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "complaint_answer" ADD CONSTRAINT "complaint_answer_complaint_id_fkey" FOREIGN KEY ("complaint_id") REFERENCES "complaint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE complaint
  ADD CONSTRAINT complaint_from CHECK (from_kind IN ('participant', 'employer', 'public', 'other')),
  ADD CONSTRAINT complaint_category CHECK (category IN ('support', 'treatment', 'availability', 'premises', 'reporting', 'other')),
  ADD CONSTRAINT complaint_words CHECK (length(btrim(words)) BETWEEN 10 AND 4000);
ALTER TABLE complaint_answer ADD CONSTRAINT complaint_answer_words CHECK (length(btrim(answer)) BETWEEN 10 AND 4000);

-- The office and the placement of a complaint are the provider's.
CREATE FUNCTION guard_complaint() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF (NEW.office_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM office o WHERE o.id = NEW.office_id AND o.provider_id = NEW.provider_id))
    OR (NEW.placement_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.id = NEW.placement_id AND p.provider_id = NEW.provider_id)) THEN
    RAISE EXCEPTION 'a complaint is about what is the provider''s' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER complaint_whole BEFORE INSERT ON complaint FOR EACH ROW EXECUTE FUNCTION guard_complaint();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['complaint', 'complaint_answer']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
  END LOOP;
END $$;

-- Written down and answered by reviewers and caseworkers, in their own name; about somebody with a protected identity by those named for
-- them. The provider never sees it.
CREATE POLICY authority_reads ON complaint FOR SELECT TO portal_app USING (
  (SELECT app.setting('role')) IN ('reviewer', 'caseworker', 'auditor')
  AND (placement_id IS NULL OR EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id)));
CREATE POLICY written ON complaint FOR INSERT TO portal_app WITH CHECK (
  (SELECT app.setting('role')) IN ('reviewer', 'caseworker') AND written_by_person_id = (SELECT app.person_id())
  AND (placement_id IS NULL OR EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id)));
CREATE POLICY authority_reads ON complaint_answer FOR SELECT TO portal_app USING (EXISTS (SELECT 1 FROM complaint c WHERE c.id = complaint_id));
CREATE POLICY answered ON complaint_answer FOR INSERT TO portal_app WITH CHECK (
  (SELECT app.setting('role')) IN ('reviewer', 'caseworker') AND answered_by_person_id = (SELECT app.person_id())
  AND EXISTS (SELECT 1 FROM complaint c WHERE c.id = complaint_id));
GRANT SELECT, INSERT ON complaint, complaint_answer TO portal_app;
