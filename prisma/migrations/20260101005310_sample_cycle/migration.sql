-- --- Samples of what the rules would approve -----------------------------------------------------------------------------------
-- A cycle is opened with a secret that nobody reads and a commitment to it that everybody may; what stood in it when it was drawn,
-- and what was drawn, stand from then on; the secret is told when it closes, so that anybody can draw it again (decision 24).
CREATE TABLE "sample_cycle" (
    "id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "draw" INTEGER NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "commitment" BYTEA NOT NULL,
    "sealed_secret" BYTEA NOT NULL,
    "drawn_at" TIMESTAMPTZ(3),
    "frame_count" INTEGER,
    "drawn_count" INTEGER,
    "frame_hash" BYTEA,
    "part_hashes" BYTEA[],
    "closed_at" TIMESTAMPTZ(3),
    "secret" BYTEA,

    CONSTRAINT "sample_cycle_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "sample_cycle_month_draw_key" ON "sample_cycle"("month", "draw");

CREATE TABLE "sample_stratum" (
    "cycle_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "delivery_area_id" TEXT NOT NULL,
    "level" "level" NOT NULL,
    "frame_count" INTEGER NOT NULL,
    "drawn_count" INTEGER NOT NULL,
    "share_permille" INTEGER NOT NULL,
    "least" INTEGER NOT NULL,
    "because" TEXT NOT NULL,

    CONSTRAINT "sample_stratum_pkey" PRIMARY KEY ("cycle_id","provider_id","delivery_area_id","level")
);

-- A report stands in one frame at most. `drawn_count` of `stratum_count` is the probability with which it was drawn.
CREATE TABLE "sample_frame" (
    "report_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "delivery_area_id" TEXT NOT NULL,
    "level" "level" NOT NULL,
    "content_hash" TEXT NOT NULL,
    "amount_ore" BIGINT NOT NULL,
    "position" INTEGER NOT NULL,
    "drawn_count" INTEGER NOT NULL,
    "stratum_count" INTEGER NOT NULL,
    "drawn" BOOLEAN NOT NULL,

    CONSTRAINT "sample_frame_pkey" PRIMARY KEY ("report_id")
);
CREATE INDEX "sample_frame_cycle_id_provider_id_report_id_idx" ON "sample_frame"("cycle_id", "provider_id", "report_id");

-- What each drawn report came to, as it stood when the cycle closed.
CREATE TABLE "sample_result" (
    "report_id" UUID NOT NULL,
    "cycle_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "error" TEXT,
    "error_ore" BIGINT NOT NULL,

    CONSTRAINT "sample_result_pkey" PRIMARY KEY ("report_id")
);
CREATE INDEX "sample_result_cycle_id_provider_id_idx" ON "sample_result"("cycle_id", "provider_id");

ALTER TABLE "sample_stratum" ADD CONSTRAINT "sample_stratum_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "sample_cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample_frame" ADD CONSTRAINT "sample_frame_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "sample_cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample_frame" ADD CONSTRAINT "sample_frame_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample_result" ADD CONSTRAINT "sample_result_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "sample_cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sample_result" ADD CONSTRAINT "sample_result_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "sample_frame"("report_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is worked through month by month, and what is approved after a draw.
CREATE INDEX report_undecided_month ON report (month, id) WHERE status = 'submitted';
CREATE INDEX sample_frame_left ON sample_frame (cycle_id, provider_id, report_id) WHERE NOT drawn;

ALTER TABLE sample_cycle
  ADD CONSTRAINT sample_cycle_month CHECK (extract(day FROM month) = 1),
  ADD CONSTRAINT sample_cycle_draw CHECK (draw IN (1, 2)),
  ADD CONSTRAINT sample_cycle_commitment CHECK (octet_length(commitment) = 32),
  ADD CONSTRAINT sample_cycle_drawn CHECK (num_nonnulls(drawn_at, frame_count, drawn_count, frame_hash, part_hashes) IN (0, 5)),
  ADD CONSTRAINT sample_cycle_closed CHECK ((closed_at IS NULL) = (secret IS NULL) AND (closed_at IS NULL OR drawn_at IS NOT NULL)),
  -- Told is the secret that was committed to, and no other.
  ADD CONSTRAINT sample_cycle_reveals CHECK (secret IS NULL OR
    (octet_length(secret) = 32 AND sha256(convert_to(id::text, 'UTF8') || secret) = commitment));
ALTER TABLE sample_stratum
  ADD CONSTRAINT sample_stratum_counts CHECK (frame_count > 0 AND drawn_count BETWEEN 0 AND frame_count),
  ADD CONSTRAINT sample_stratum_because CHECK (because IN ('normal', 'newContract', 'findings'));
ALTER TABLE sample_frame
  ADD CONSTRAINT sample_frame_drawn CHECK (position BETWEEN 1 AND stratum_count AND drawn = (position <= drawn_count));
ALTER TABLE sample_result
  ADD CONSTRAINT sample_result_error CHECK (error IN ('rejected', 'fewerMinutes', 'changed', 'withdrawn')),
  ADD CONSTRAINT sample_result_ore CHECK (error_ore >= 0 AND (error IS NOT NULL OR error_ore = 0));

-- --- Opened, drawn, closed; nothing else -----------------------------------------------------------------------------------------
CREATE FUNCTION guard_sample_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF num_nonnulls(NEW.drawn_at, NEW.closed_at) > 0 THEN
      RAISE EXCEPTION 'a cycle begins open' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.closed_at IS NOT NULL
    OR (OLD.id, OLD.month, OLD.draw, OLD.opened_at, OLD.commitment, OLD.sealed_secret)
      IS DISTINCT FROM (NEW.id, NEW.month, NEW.draw, NEW.opened_at, NEW.commitment, NEW.sealed_secret)
    OR (OLD.drawn_at IS NOT NULL AND (OLD.drawn_at, OLD.frame_count, OLD.drawn_count, OLD.frame_hash, OLD.part_hashes)
      IS DISTINCT FROM (NEW.drawn_at, NEW.frame_count, NEW.drawn_count, NEW.frame_hash, NEW.part_hashes)) THEN
    RAISE EXCEPTION 'a cycle is drawn once and closed once' USING ERRCODE = 'restrict_violation';
  END IF;
  IF OLD.drawn_at IS NULL AND NEW.drawn_at IS NOT NULL AND NOT (SELECT count(*) = NEW.frame_count
      AND count(*) FILTER (WHERE f.drawn) = NEW.drawn_count FROM sample_frame f WHERE f.cycle_id = NEW.id) THEN
    RAISE EXCEPTION 'a cycle counts its frame' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.closed_at IS NOT NULL AND (OLD.drawn_at IS NULL
    OR NEW.drawn_count <> (SELECT count(*) FROM sample_result x WHERE x.cycle_id = NEW.id)) THEN
    RAISE EXCEPTION 'a cycle closes with a result of each report that was drawn' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sample_cycle_guard BEFORE INSERT OR UPDATE ON sample_cycle FOR EACH ROW EXECUTE FUNCTION guard_sample_cycle();
CREATE TRIGGER sample_cycle_no_delete BEFORE DELETE ON sample_cycle FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Frames are written before the draw is, in its transaction; results between the draw and the close.
CREATE FUNCTION guard_sample_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM (SELECT DISTINCT a.cycle_id FROM added a) x JOIN sample_cycle c ON c.id = x.cycle_id
      WHERE CASE TG_TABLE_NAME WHEN 'sample_result' THEN c.drawn_at IS NULL OR c.closed_at IS NOT NULL ELSE c.drawn_at IS NOT NULL END) THEN
    RAISE EXCEPTION 'nothing comes to a cycle that is drawn or closed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION guard_sample_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM sample_frame f WHERE f.report_id = NEW.report_id AND f.drawn
      AND (f.cycle_id, f.provider_id) = (NEW.cycle_id, NEW.provider_id)) THEN
    RAISE EXCEPTION 'a result is one of a report that was drawn' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sample_result_guard BEFORE INSERT ON sample_result FOR EACH ROW EXECUTE FUNCTION guard_sample_result();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sample_stratum', 'sample_frame', 'sample_result']
  LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION guard_sample_rows()', t || '_in_time', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['sample_cycle', 'sample_stratum', 'sample_frame', 'sample_result']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY worker ON %I TO portal_worker USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO portal_worker', t);
  END LOOP;
END $$;
GRANT UPDATE (drawn_at, frame_count, drawn_count, frame_hash, part_hashes, closed_at, secret) ON sample_cycle TO portal_worker;

-- Commitments are everybody's; sealed secrets are the worker's alone. Of a draw the authority's people see all, and a provider
-- its own, once the cycle is closed: before that nobody at a provider knows what was drawn.
CREATE POLICY read_all ON sample_cycle FOR SELECT TO portal_app USING (true);
GRANT SELECT (id, month, draw, opened_at, commitment, drawn_at, frame_count, drawn_count, frame_hash, part_hashes, closed_at, secret)
  ON sample_cycle TO portal_app;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sample_stratum', 'sample_frame', 'sample_result']
  LOOP
    EXECUTE format('CREATE POLICY own_when_closed ON %I FOR SELECT TO portal_app USING ((SELECT app.is_authority())
      OR (provider_id = (SELECT app.provider_id()) AND EXISTS (SELECT 1 FROM sample_cycle c WHERE c.id = cycle_id AND c.closed_at IS NOT NULL)))', t);
    EXECUTE format('GRANT SELECT ON %I TO portal_app', t);
  END LOOP;
END $$;
