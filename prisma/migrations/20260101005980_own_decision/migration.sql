-- --- A placement is of its decision ------------------------------------------------------------------------------------------
-- Whose a placement is, is whose its decision is: for every hand, whatever policy let it write.

-- CreateIndex
CREATE UNIQUE INDEX "decision_id_participant_id_key" ON "decision"("id", "participant_id");
-- DropForeignKey
ALTER TABLE "placement" DROP CONSTRAINT "placement_decision_id_fkey";
-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_decision_id_participant_id_fkey" FOREIGN KEY ("decision_id", "participant_id") REFERENCES "decision"("id", "participant_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever chooses or switches decides neither level nor agreement version: they are the decision's, or those of the placement that a
-- switch leaves, which a correction may have changed alone. It asks past row-level security: a code sees no placement.
CREATE FUNCTION guard_placement_decided() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF app.setting('role') IS NULL
    OR EXISTS (SELECT 1 FROM decision d WHERE d.id = NEW.decision_id AND d.participant_id = NEW.participant_id
      AND (d.level, d.agreement_version_id) = (NEW.level, NEW.agreement_version_id))
    OR EXISTS (SELECT 1 FROM placement p WHERE p.decision_id = NEW.decision_id AND p.participant_id = NEW.participant_id AND p.end_reason = 'switch'
      AND p."end" = NEW."from" AND p.cancelled_at IS NULL AND (p.level, p.agreement_version_id) = (NEW.level, NEW.agreement_version_id)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a placement is whose its decision is, at its level and agreement version' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER placement_decided BEFORE INSERT ON placement FOR EACH ROW EXECUTE FUNCTION guard_placement_decided();

-- And a choice is of the decision, and of whose placement it says that it is.
CREATE FUNCTION guard_choice_placement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM placement p WHERE p.id = NEW.placement_id AND p.decision_id = NEW.decision_id AND p.participant_id = NEW.participant_id) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a choice is of its own decision and placement' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER choice_placement BEFORE INSERT ON choice FOR EACH ROW EXECUTE FUNCTION guard_choice_placement();
