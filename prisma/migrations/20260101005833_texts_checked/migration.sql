-- CreateTable: that the texts of a document leave prints, and when they were held against those of others. The nightly job's own.
CREATE TABLE "document_text_check" (
    "document_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_text_check_pkey" PRIMARY KEY ("document_id")
);

-- AddForeignKey
ALTER TABLE "document_text_check" ADD CONSTRAINT "document_text_check_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE INDEX document_text_check_left ON document_text_check (document_id) WHERE checked_at IS NULL;
CREATE TRIGGER document_text_check_no_truncate BEFORE TRUNCATE ON document_text_check EXECUTE FUNCTION refuse_change();
ALTER TABLE document_text_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_text_check FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON document_text_check TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY worker ON document_text_check TO portal_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE (checked_at) ON document_text_check TO portal_worker;
