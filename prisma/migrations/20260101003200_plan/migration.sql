-- --- The joint plan: what it aims at, the meeting it was made at, who else takes part, and the participant's comments --
ALTER TABLE "plan"
  ADD COLUMN "aim" TEXT,
  ADD COLUMN "field" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "meeting_on" DATE,
  ADD COLUMN "meeting_form" "activity_form",
  ADD COLUMN "extended" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "plan_activity" ADD COLUMN "minutes_per_week" INTEGER;

-- CreateTable
CREATE TABLE "plan_party" (
    "plan_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "task" TEXT NOT NULL,

    CONSTRAINT "plan_party_pkey" PRIMARY KEY ("plan_id","number")
);

-- CreateTable
CREATE TABLE "plan_comment" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "activity" "activity_category",
    "author_person_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "plan_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable: that somebody at the provider has read a comment, with the answer where there is one.
CREATE TABLE "plan_comment_response" (
    "id" UUID NOT NULL,
    "comment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT,

    CONSTRAINT "plan_comment_response_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "plan_comment_plan_id_idx" ON "plan_comment"("plan_id");
CREATE INDEX "plan_comment_response_comment_id_idx" ON "plan_comment_response"("comment_id");

-- AddForeignKey
ALTER TABLE "plan_party" ADD CONSTRAINT "plan_party_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_comment" ADD CONSTRAINT "plan_comment_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "plan_comment_response" ADD CONSTRAINT "plan_comment_response_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "plan_comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE plan
  ADD CONSTRAINT plan_number CHECK (number >= 1),
  ADD CONSTRAINT plan_aim CHECK (aim IN ('work', 'studies', 'both')),
  ADD CONSTRAINT plan_meeting CHECK ((meeting_on IS NULL) = (meeting_form IS NULL)),
  ADD CONSTRAINT plan_text CHECK (char_length(goal) <= 500 AND char_length(field) <= 120);
ALTER TABLE plan_activity
  ADD CONSTRAINT plan_activity_text CHECK (char_length(purpose) <= 500 AND char_length(goal) <= 500),
  ADD CONSTRAINT plan_activity_minutes CHECK (minutes_per_week BETWEEN 15 AND 2400 AND minutes_per_week % 15 = 0);
ALTER TABLE plan_party
  ADD CONSTRAINT plan_party_number CHECK (number BETWEEN 1 AND 10),
  ADD CONSTRAINT plan_party_text CHECK (char_length(btrim(name)) BETWEEN 1 AND 120 AND char_length(role) <= 120 AND char_length(task) <= 300);
ALTER TABLE plan_comment ADD CONSTRAINT plan_comment_text CHECK (char_length(btrim(text)) BETWEEN 1 AND 2000);
ALTER TABLE plan_comment_response ADD CONSTRAINT plan_comment_response_text CHECK (char_length(btrim(text)) BETWEEN 1 AND 2000);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['plan_party', 'plan_comment', 'plan_comment_response']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO portal_app', t);
  END LOOP;
END $$;
CREATE POLICY through_plan ON plan_party TO portal_app USING (EXISTS (SELECT 1 FROM plan p WHERE p.id = plan_id));

-- Comments are between the participant and those who help: the authority does not read them. Either writes in their own
-- name and for their own side.
CREATE POLICY through_plan ON plan_comment FOR SELECT TO portal_app USING (
  NOT (SELECT app.is_authority()) AND EXISTS (SELECT 1 FROM plan p WHERE p.id = plan_id));
CREATE POLICY participant_writes ON plan_comment FOR INSERT TO portal_app WITH CHECK (
  author_person_id = (SELECT app.person_id()) AND EXISTS (
    SELECT 1 FROM plan n JOIN placement l ON l.id = n.placement_id WHERE n.id = plan_id AND l.participant_id = (SELECT app.participant_id())));
CREATE POLICY through_comment ON plan_comment_response FOR SELECT TO portal_app USING (
  EXISTS (SELECT 1 FROM plan_comment c WHERE c.id = comment_id));
CREATE POLICY provider_writes ON plan_comment_response FOR INSERT TO portal_app WITH CHECK (
  person_id = (SELECT app.person_id()) AND (SELECT app.provider_id()) IS NOT NULL AND EXISTS (SELECT 1 FROM plan_comment c WHERE c.id = comment_id));

-- A version is made by somebody at the provider, in their own name.
CREATE FUNCTION guard_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND (app.provider_id() IS NULL OR NEW.derived OR NEW.created_by_person_id IS DISTINCT FROM app.person_id()) THEN
    RAISE EXCEPTION 'a plan is made by somebody at the provider, in their own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_guard BEFORE INSERT ON plan FOR EACH ROW EXECUTE FUNCTION guard_plan();

-- A version is stored whole: nothing comes to it afterwards.
CREATE FUNCTION guard_plan_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF app.setting('role') IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM plan p WHERE p.id = NEW.plan_id AND p.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'a version of a plan is stored whole' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER plan_activity_guard BEFORE INSERT ON plan_activity FOR EACH ROW EXECUTE FUNCTION guard_plan_part();
CREATE TRIGGER plan_party_guard BEFORE INSERT ON plan_party FOR EACH ROW EXECUTE FUNCTION guard_plan_part();
