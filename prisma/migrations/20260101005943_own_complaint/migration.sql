-- --- A participant complains themselves, and reads what came of it ----------------------------------------------------------------
-- A number to refer to, and whether the provider may be told who it was: null where somebody at the authority wrote the complaint down.
-- AlterTable
ALTER TABLE "complaint" ADD COLUMN "number" BIGSERIAL NOT NULL, ADD COLUMN "may_name" BOOLEAN;
-- CreateIndex
CREATE UNIQUE INDEX "complaint_number_key" ON "complaint"("number");
-- CreateIndex
CREATE INDEX "complaint_written_by_person_id_idx" ON "complaint"("written_by_person_id");
GRANT USAGE ON SEQUENCE complaint_number_seq TO portal_app;

-- Sent by the participant in the own name, about a provider of theirs, as of the day that it is sent; their own are theirs to read, with
-- what was answered.
CREATE POLICY own ON complaint FOR SELECT TO portal_app USING (
  from_kind = 'participant' AND written_by_person_id = (SELECT app.person_id()) AND (SELECT app.participant_id()) IS NOT NULL);
CREATE POLICY sent ON complaint FOR INSERT TO portal_app WITH CHECK (
  from_kind = 'participant' AND may_name IS NOT NULL AND written_by_person_id = (SELECT app.person_id())
  AND received_on = (written_at AT TIME ZONE 'Europe/Stockholm')::date
  AND EXISTS (SELECT 1 FROM placement p WHERE p.id = placement_id AND p.participant_id = (SELECT app.participant_id())));
