-- CreateIndex: what somebody logged in one step is found again, to be taken back or to be repeated for the same group.
CREATE INDEX "activity_entry_created_by_person_id_created_at_idx" ON "activity_entry"("created_by_person_id", "created_at");
