-- --- Cells of a draft that cannot be read as they were typed --------------------------------------------------------
-- Nothing that is typed is lost, right or wrong: [{ "field": "mapping:onSite", "text": "1,5" }]. The content holds what
-- could be read.

-- AlterTable
ALTER TABLE "month_draft" ADD COLUMN "unread" JSONB NOT NULL DEFAULT '[]';

-- There are some forty fields, of two hundred characters each.
ALTER TABLE month_draft ADD CONSTRAINT month_draft_unread CHECK (jsonb_typeof(unread) = 'array' AND length(unread::text) <= 20000);

-- A month is not sent while its draft holds what nobody has read. A system of the provider's own sends whole reports,
-- whatever somebody has begun to fill in.
CREATE FUNCTION guard_unread_draft() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM month_draft d WHERE d.placement_id = NEW.placement_id AND d.month = NEW.month AND d.unread <> '[]') THEN
    RAISE EXCEPTION 'a draft with unread cells is not sent' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER report_unread_draft BEFORE INSERT ON report FOR EACH ROW WHEN (NEW.source = 'form') EXECUTE FUNCTION guard_unread_draft();
