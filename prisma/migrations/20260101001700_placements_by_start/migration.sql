-- The authority's placements are listed from the latest start backwards, a page at a time.
CREATE INDEX "placement_from_id_idx" ON "placement"("from", "id");
