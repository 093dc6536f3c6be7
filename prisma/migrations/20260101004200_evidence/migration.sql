-- --- Evidence that an outcome lasts ---------------------------------------------------------------------------------
-- Evidence belongs to a placement and an employer, not to a version of the outcome: an outcome that is put right keeps it.

-- CreateTable: what covers which days. A file, an employer's answer, or a month of an income file.
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "employer_org_no" CHAR(10),
    "employer_name" TEXT NOT NULL,
    "from" DATE,
    "to" DATE,
    "extent_percent" INTEGER,
    "confirmation_id" UUID,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "given_by_person_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_person_id" UUID,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable: what a file is; its bytes lie beside, in pieces.
CREATE TABLE "evidence_file" (
    "evidence_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("evidence_id")
);

-- CreateTable
CREATE TABLE "evidence_chunk" (
    "evidence_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "evidence_chunk_pkey" PRIMARY KEY ("evidence_id", "number")
);

-- CreateTable: what a reviewer thinks of a piece, the latest counts. Append-only.
CREATE TABLE "evidence_decision" (
    "id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "reason" TEXT,
    "decided_by_person_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable: an employer that is asked, by a link that is used once. Of its secret only the hash is kept.
CREATE TABLE "employer_confirmation" (
    "id" UUID NOT NULL,
    "placement_id" UUID NOT NULL,
    "outcome_id" UUID NOT NULL,
    "employer_org_no" CHAR(10),
    "employer_name" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,
    "extent_percent" INTEGER NOT NULL,
    "email" TEXT NOT NULL,
    "contact_name" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_person_id" UUID,
    "ended_as" TEXT,

    CONSTRAINT "employer_confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable: the employer's own word. Append-only, one for each question.
CREATE TABLE "employer_answer" (
    "confirmation_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "from" DATE,
    "to" DATE,
    "extent_percent" INTEGER,
    "text" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "content_hash" CHAR(64) NOT NULL,

    CONSTRAINT "employer_answer_pkey" PRIMARY KEY ("confirmation_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "evidence_confirmation_id_key" ON "evidence"("confirmation_id");
-- CreateIndex
CREATE INDEX "evidence_placement_id_idx" ON "evidence"("placement_id");
-- CreateIndex
CREATE INDEX "evidence_file_sha256_idx" ON "evidence_file"("sha256");
-- CreateIndex
CREATE INDEX "evidence_decision_evidence_id_idx" ON "evidence_decision"("evidence_id");
-- CreateIndex
CREATE UNIQUE INDEX "employer_confirmation_secret_hash_key" ON "employer_confirmation"("secret_hash");
-- CreateIndex
CREATE INDEX "employer_confirmation_placement_id_idx" ON "employer_confirmation"("placement_id");

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_confirmation_id_fkey" FOREIGN KEY ("confirmation_id") REFERENCES "employer_confirmation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "evidence_chunk" ADD CONSTRAINT "evidence_chunk_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence_file"("evidence_id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "evidence_decision" ADD CONSTRAINT "evidence_decision_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "employer_confirmation" ADD CONSTRAINT "employer_confirmation_placement_id_fkey" FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "employer_confirmation" ADD CONSTRAINT "employer_confirmation_outcome_id_fkey" FOREIGN KEY ("outcome_id") REFERENCES "outcome"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "employer_answer" ADD CONSTRAINT "employer_answer_confirmation_id_fkey" FOREIGN KEY ("confirmation_id") REFERENCES "employer_confirmation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- --- What evidence always holds -------------------------------------------------------------------------------------
ALTER TABLE evidence
  ADD CONSTRAINT evidence_source CHECK (source IN ('file', 'employer', 'income')),
  ADD CONSTRAINT evidence_kind CHECK (CASE source
    WHEN 'file' THEN kind IN ('employmentCertificate', 'paySlip', 'admission', 'registration', 'otherEvidence')
    WHEN 'employer' THEN kind = 'employerConfirmation' ELSE kind = 'incomeMonth' END),
  ADD CONSTRAINT evidence_days CHECK (("from" IS NULL) = ("to" IS NULL) AND "from" < "to" AND (source = 'employer' OR "from" IS NOT NULL)),
  ADD CONSTRAINT evidence_extent CHECK (extent_percent BETWEEN 1 AND 100 AND source = 'employer' OR extent_percent IS NULL),
  ADD CONSTRAINT evidence_answer CHECK ((source = 'employer') = (confirmation_id IS NOT NULL)),
  ADD CONSTRAINT evidence_giver CHECK ((source = 'file') = (given_by_person_id IS NOT NULL)),
  ADD CONSTRAINT evidence_income CHECK (source <> 'income' OR employer_org_no IS NOT NULL AND "from" = date_trunc('month', "from")
    AND "to" = "from" + interval '1 month'),
  ADD CONSTRAINT evidence_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by_person_id IS NULL) AND (withdrawn_at IS NULL OR source = 'file'));
CREATE UNIQUE INDEX evidence_income_once ON evidence (placement_id, employer_org_no, "from") WHERE source = 'income';
ALTER TABLE evidence_file
  ADD CONSTRAINT evidence_file_type CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
  ADD CONSTRAINT evidence_file_size CHECK (size BETWEEN 1 AND 10485760),
  ADD CONSTRAINT evidence_file_hash CHECK (sha256 ~ '^[0-9a-f]{64}$');
ALTER TABLE evidence_chunk ADD CONSTRAINT evidence_chunk_number CHECK (number BETWEEN 1 AND 100 AND length(content) > 0);
ALTER TABLE evidence_decision ADD CONSTRAINT evidence_decision_reason CHECK (accepted OR length(btrim(reason)) > 0);
ALTER TABLE employer_confirmation
  ADD CONSTRAINT employer_confirmation_days CHECK ("to" IS NULL OR "from" < "to"),
  ADD CONSTRAINT employer_confirmation_extent CHECK (extent_percent BETWEEN 1 AND 100),
  ADD CONSTRAINT employer_confirmation_locale CHECK (locale IN ('sv', 'en')),
  ADD CONSTRAINT employer_confirmation_secret CHECK (length(secret_hash) = 32),
  ADD CONSTRAINT employer_confirmation_span CHECK (asked_at < expires_at),
  ADD CONSTRAINT employer_confirmation_ended CHECK ((ended_at IS NULL) = (ended_as IS NULL) AND (ended_at IS NULL) = (ended_by_person_id IS NULL)
    AND ended_as IN ('revoked', 'replaced'));
ALTER TABLE employer_answer
  ADD CONSTRAINT employer_answer_kind CHECK (answer IN ('confirmed', 'corrected', 'denied')),
  ADD CONSTRAINT employer_answer_says CHECK (CASE answer WHEN 'corrected' THEN "from" IS NOT NULL AND extent_percent IS NOT NULL
    ELSE "from" IS NULL AND "to" IS NULL AND extent_percent IS NULL END),
  ADD CONSTRAINT employer_answer_days CHECK ("to" IS NULL OR "from" < "to"),
  ADD CONSTRAINT employer_answer_extent CHECK (extent_percent BETWEEN 1 AND 100),
  ADD CONSTRAINT employer_answer_who CHECK (length(btrim(name)) > 0 AND length(btrim(role)) > 0);
-- About a spell, one question is the latest: asking anew ends the one before, answered or not.
CREATE UNIQUE INDEX employer_confirmation_latest ON employer_confirmation (placement_id, coalesce(employer_org_no, lower(btrim(employer_name))), "from")
  WHERE ended_at IS NULL;

-- --- Who writes, and what stands --------------------------------------------------------------------------------------
-- Evidence stands as it was given. Its giver's side may take a file back until somebody has judged it.
CREATE FUNCTION guard_evidence() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE role text := app.setting('role');
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM outcome o WHERE o.id = NEW.outcome_id AND o.placement_id = NEW.placement_id) THEN
      RAISE EXCEPTION 'evidence belongs to an outcome of its placement' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.source = 'file' AND (SELECT count(*) FROM evidence e WHERE e.placement_id = NEW.placement_id AND e.source = 'file'
        AND e.withdrawn_at IS NULL) >= 10 THEN
      RAISE EXCEPTION 'an outcome has at most ten files' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.source = 'employer' AND NOT EXISTS (SELECT 1 FROM employer_confirmation c JOIN employer_answer a ON a.confirmation_id = c.id
        WHERE c.id = NEW.confirmation_id AND c.placement_id = NEW.placement_id AND a.xmin = pg_current_xact_id()::xid
          AND (c.employer_org_no, c.employer_name) IS NOT DISTINCT FROM (NEW.employer_org_no, NEW.employer_name)) THEN
      RAISE EXCEPTION 'what an employer says comes with the answer' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(OLD) - ARRAY['withdrawn_at', 'withdrawn_by_person_id']) IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['withdrawn_at', 'withdrawn_by_person_id'])
    OR OLD.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'evidence stands as it was given' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT 1 FROM evidence_decision d WHERE d.evidence_id = NEW.id) THEN
    RAISE EXCEPTION 'evidence that has been judged is not taken back' USING ERRCODE = 'restrict_violation';
  END IF;
  IF role IS NOT NULL AND (role NOT IN ('coach', 'reporter', 'signatory') OR NEW.withdrawn_by_person_id IS DISTINCT FROM app.person_id()) THEN
    RAISE EXCEPTION 'a file is taken back by the provider, in the own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_guard BEFORE INSERT OR UPDATE ON evidence FOR EACH ROW EXECUTE FUNCTION guard_evidence();
CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A file comes whole, with its evidence: nothing is added to one afterwards.
CREATE FUNCTION guard_evidence_file() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM evidence e WHERE e.id = NEW.evidence_id AND e.source = 'file' AND e.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'a file comes with its evidence' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_file_guard BEFORE INSERT ON evidence_file FOR EACH ROW EXECUTE FUNCTION guard_evidence_file();
CREATE TRIGGER evidence_chunk_guard BEFORE INSERT ON evidence_chunk FOR EACH ROW EXECUTE FUNCTION guard_evidence_file();
CREATE FUNCTION guard_evidence_whole() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.source = 'file' AND NOT EXISTS (SELECT 1 FROM evidence_file f WHERE f.evidence_id = NEW.id
      AND f.size = (SELECT sum(length(c.content)) FROM evidence_chunk c WHERE c.evidence_id = NEW.id)) THEN
    RAISE EXCEPTION 'a file is stored whole' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER evidence_whole AFTER INSERT ON evidence DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION guard_evidence_whole();

-- Nobody judges what they gave, nor an outcome of another placement.
CREATE FUNCTION guard_evidence_decision() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE piece evidence%ROWTYPE; submitter uuid;
BEGIN
  SELECT * INTO STRICT piece FROM evidence WHERE id = NEW.evidence_id;
  SELECT o.submitted_by_person_id INTO submitter FROM outcome o WHERE o.id = NEW.outcome_id AND o.placement_id = piece.placement_id;
  IF NOT FOUND OR piece.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'evidence is judged with its outcome, while it stands' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.decided_by_person_id IN (piece.given_by_person_id, submitter) THEN
    RAISE EXCEPTION 'nobody judges what they submitted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evidence_decision_guard BEFORE INSERT ON evidence_decision FOR EACH ROW EXECUTE FUNCTION guard_evidence_decision();

-- A question stands as it was asked; it ends once. Nobody asks about somebody with a protected identity.
CREATE FUNCTION guard_employer_confirmation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT 1 FROM placement p WHERE p.id = NEW.placement_id AND p.protected) THEN
      RAISE EXCEPTION 'no link about a participant with protected identity' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.ended_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM outcome o JOIN outcome_spell s ON s.outcome_id = o.id
        WHERE o.id = NEW.outcome_id AND o.placement_id = NEW.placement_id AND s."from" = NEW."from"
          AND (s.employer_org_no, s.employer_name) IS NOT DISTINCT FROM (NEW.employer_org_no, NEW.employer_name)) THEN
      RAISE EXCEPTION 'an employer is asked about a spell of the outcome' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(OLD) - ARRAY['ended_at', 'ended_by_person_id', 'ended_as']) IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['ended_at', 'ended_by_person_id', 'ended_as'])
    OR OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL THEN
    RAISE EXCEPTION 'a question stands as it was asked, and ends once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER employer_confirmation_guard BEFORE INSERT OR UPDATE ON employer_confirmation FOR EACH ROW EXECUTE FUNCTION guard_employer_confirmation();
CREATE TRIGGER employer_confirmation_no_delete BEFORE DELETE ON employer_confirmation FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Whether who asks is the employer of a question that has not been ended.
CREATE FUNCTION app.answers(p_confirmation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app.actor_key() = 'employer:' || p_confirmation::text AND EXISTS (SELECT 1 FROM employer_confirmation c JOIN placement p ON p.id = c.placement_id
    WHERE c.id = p_confirmation AND c.ended_at IS NULL AND NOT p.protected) $$;
-- What is behind a link: this one question, what stands of the claim now, and the answer if there is one.
CREATE FUNCTION app.find_confirmation(p_secret_hash bytea) RETURNS TABLE (id uuid, secret_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.id, c.secret_hash FROM employer_confirmation c WHERE c.secret_hash = p_secret_hash $$;
CREATE FUNCTION app.confirmation_facts(p_confirmation uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT jsonb_build_object('id', c.id, 'placementId', c.placement_id, 'participantId', p.participant_id, 'isProtected', p.protected,
    'participantName', CASE WHEN p.protected THEN '' ELSE h.given_name || ' ' || h.family_name END,
    'askedByPersonId', c.asked_by_person_id, 'providerName', v.name, 'employerOrgNo', c.employer_org_no, 'employerName', c.employer_name, 'type', o.type,
    'from', c."from", 'to', c."to", 'extentPercent', c.extent_percent, 'contactName', c.contact_name, 'locale', c.locale,
    'askedAt', to_char(c.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'expiresAt', to_char(c.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'endedAs', c.ended_as,
    'currentOutcomeId', n.id, 'currentStatus', n.status,
    'currentSpells', (SELECT coalesce(jsonb_agg(jsonb_build_object('from', s."from", 'to', s."to", 'extentPercent', s.extent_percent,
        'employerOrgNo', s.employer_org_no, 'employerName', s.employer_name)), '[]') FROM outcome_spell s WHERE s.outcome_id = n.id),
    'answer', (SELECT jsonb_build_object('kind', a.answer, 'name', a.name, 'contentHash', a.content_hash,
        'answeredAt', to_char(a.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) FROM employer_answer a WHERE a.confirmation_id = c.id))
  FROM employer_confirmation c
    JOIN placement p ON p.id = c.placement_id
    JOIN provider v ON v.id = p.provider_id
    JOIN participant d ON d.id = p.participant_id
    JOIN person h ON h.id = d.person_id
    JOIN outcome o ON o.id = c.outcome_id
    LEFT JOIN outcome n ON n.placement_id = c.placement_id AND n.status NOT IN ('superseded', 'withdrawn')
  WHERE c.id = p_confirmation AND app.actor_key() = 'employer:' || p_confirmation::text $$;
-- The same, and the placement held: neither a double nor a correction of the outcome comes between.
CREATE FUNCTION app.lock_confirmation(p_confirmation uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  PERFORM 1 FROM placement p WHERE p.id = (SELECT c.placement_id FROM employer_confirmation c WHERE c.id = p_confirmation) FOR UPDATE;
  RETURN app.confirmation_facts(p_confirmation);
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['evidence_file', 'evidence_chunk', 'evidence_decision', 'employer_answer']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['evidence', 'evidence_file', 'evidence_chunk', 'evidence_decision', 'employer_confirmation', 'employer_answer']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO portal_app', t);
  END LOOP;
END $$;
GRANT UPDATE (withdrawn_at, withdrawn_by_person_id) ON evidence TO portal_app;
GRANT UPDATE (ended_at, ended_by_person_id, ended_as) ON employer_confirmation TO portal_app;

-- --- Who sees and writes ----------------------------------------------------------------------------------------------
CREATE POLICY through_placement ON evidence FOR SELECT TO portal_app USING (
  (SELECT app.participant_id()) IS NULL AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));
CREATE POLICY hand_in ON evidence FOR INSERT TO portal_app WITH CHECK (CASE source
  WHEN 'file' THEN (SELECT app.setting('role')) IN ('coach', 'reporter', 'signatory') AND given_by_person_id = (SELECT app.person_id())
    AND withdrawn_at IS NULL AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id)
  WHEN 'employer' THEN app.answers(confirmation_id)
  ELSE false END);
CREATE POLICY withdraw ON evidence FOR UPDATE TO portal_app USING ((SELECT app.setting('role')) IN ('coach', 'reporter', 'signatory')
  AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));
CREATE POLICY through_evidence ON evidence_file TO portal_app USING (EXISTS (SELECT 1 FROM evidence e WHERE e.id = evidence_id));
CREATE POLICY through_evidence ON evidence_chunk TO portal_app USING (EXISTS (SELECT 1 FROM evidence e WHERE e.id = evidence_id));
CREATE POLICY through_evidence ON evidence_decision FOR SELECT TO portal_app USING (EXISTS (SELECT 1 FROM evidence e WHERE e.id = evidence_id));
CREATE POLICY judge ON evidence_decision FOR INSERT TO portal_app WITH CHECK ((SELECT app.setting('role')) = 'reviewer'
  AND decided_by_person_id = (SELECT app.person_id()) AND EXISTS (SELECT 1 FROM evidence e WHERE e.id = evidence_id));
CREATE POLICY through_placement ON employer_confirmation FOR SELECT TO portal_app USING (
  (SELECT app.participant_id()) IS NULL AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));
CREATE POLICY ask ON employer_confirmation FOR INSERT TO portal_app WITH CHECK ((SELECT app.setting('role')) IN ('coach', 'reporter', 'signatory')
  AND asked_by_person_id = (SELECT app.person_id()) AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id));
CREATE POLICY close ON employer_confirmation FOR UPDATE TO portal_app USING ((SELECT app.setting('role')) IN ('coach', 'reporter', 'signatory')
  AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id))
  WITH CHECK (ended_by_person_id = (SELECT app.person_id()));
CREATE POLICY through_confirmation ON employer_answer FOR SELECT TO portal_app USING (EXISTS (SELECT 1 FROM employer_confirmation c WHERE c.id = confirmation_id));
CREATE POLICY answer ON employer_answer FOR INSERT TO portal_app WITH CHECK (app.answers(confirmation_id));
-- The worker writes the mail.
CREATE POLICY worker ON employer_confirmation FOR SELECT TO portal_worker USING (true);
CREATE POLICY worker ON employer_answer FOR SELECT TO portal_worker USING (true);
GRANT SELECT ON employer_confirmation, employer_answer TO portal_worker;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['app.answers(uuid)', 'app.find_confirmation(bytea)', 'app.confirmation_facts(uuid)', 'app.lock_confirmation(uuid)']
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO portal_app', f);
  END LOOP;
END $$;
