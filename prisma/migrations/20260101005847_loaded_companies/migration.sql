-- --- Related companies that come from a file of the authority's: nobody at the portal wrote or ended them ----------------------
-- The portal's own role writes them in the own name as before: its policies ask for it.
ALTER TABLE "related_company" ALTER COLUMN "registered_by_person_id" DROP NOT NULL;
ALTER TABLE related_company DROP CONSTRAINT related_company_ended,
  ADD CONSTRAINT related_company_ended CHECK (("to" IS NULL) = (ended_at IS NULL) AND (ended_by_person_id IS NULL OR ended_at IS NOT NULL));
