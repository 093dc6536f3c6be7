-- --- How well checks of texts do, and what a view of a provider goes by --------------------------------------------------------

-- CreateTable: whether somebody who decided on a document found that a check was right. Append-only.
CREATE TABLE "document_finding_verdict" (
    "document_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "upheld" BOOLEAN NOT NULL,
    "by_person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_finding_verdict_pkey" PRIMARY KEY ("document_id", "code")
);

-- CreateIndex
CREATE INDEX "report_submitted_on_idx" ON "report"("submitted_on");

-- AddForeignKey
ALTER TABLE "document_finding_verdict" ADD CONSTRAINT "document_finding_verdict_document_id_code_fkey" FOREIGN KEY ("document_id", "code") REFERENCES "document_finding"("document_id", "code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Said with the decision on the document, by who makes it.
CREATE FUNCTION guard_document_finding_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND (NEW.by_person_id IS DISTINCT FROM app.person_id() OR NOT EXISTS (
      SELECT 1 FROM document d WHERE d.id = NEW.document_id AND d.decided_by_person_id = app.person_id() AND d.xmin = pg_current_xact_id()::xid)) THEN
    RAISE EXCEPTION 'a finding is judged with the decision on its document' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER document_finding_verdict_hands BEFORE INSERT ON document_finding_verdict FOR EACH ROW EXECUTE FUNCTION guard_document_finding_verdict();

CREATE TRIGGER document_finding_verdict_append_only BEFORE UPDATE OR DELETE ON document_finding_verdict FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_finding_verdict_no_truncate BEFORE TRUNCATE ON document_finding_verdict EXECUTE FUNCTION refuse_change();
ALTER TABLE document_finding_verdict ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_finding_verdict FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON document_finding_verdict TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY authority ON document_finding_verdict TO portal_app USING ((SELECT app.is_authority())
  AND EXISTS (SELECT 1 FROM document d JOIN placement p ON p.id = d.placement_id WHERE d.id = document_id));
GRANT SELECT, INSERT ON document_finding_verdict TO portal_app;
