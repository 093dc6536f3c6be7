-- --- How it has gone for a contract's participants: counted each night, read by anybody --------------------------------------
-- One row for each contract that was counted. A rating has all its figures, a contract without one has the reason and no figure:
-- what few persons reached is nobody else's to read.
-- CreateTable
CREATE TABLE "contract_result" (
    "contract_id" UUID NOT NULL,
    "measured_on" DATE NOT NULL,
    "because" TEXT,
    "stars" SMALLINT,
    "better_than_tenths" SMALLINT,
    "participants" INTEGER,
    "reached" INTEGER,
    "low" SMALLINT,
    "high" SMALLINT,
    "preliminary" INTEGER,

    CONSTRAINT "contract_result_pkey" PRIMARY KEY ("contract_id")
);

-- AddForeignKey
ALTER TABLE "contract_result" ADD CONSTRAINT "contract_result_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE contract_result
  ADD CONSTRAINT rated_or_why CHECK (CASE WHEN because IS NULL
    THEN num_nonnulls(stars, better_than_tenths, participants, reached, low, high, preliminary) = 7
    ELSE num_nonnulls(stars, better_than_tenths, participants, reached, low, high, preliminary) = 0 END),
  ADD CONSTRAINT known_reason CHECK (because IN ('contractTooNew', 'tooFewStarters', 'notMeasured')),
  ADD CONSTRAINT figures CHECK (stars BETWEEN 1 AND 4 AND better_than_tenths BETWEEN 0 AND 10 AND participants >= 18
    AND reached BETWEEN 0 AND participants AND preliminary BETWEEN 0 AND participants AND low >= 0 AND low <= better_than_tenths AND better_than_tenths <= high AND high <= 10);

ALTER TABLE contract_result ENABLE ROW LEVEL SECURITY;
ALTER TABLE contract_result FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON contract_result TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE POLICY read_all ON contract_result FOR SELECT TO portal_app USING (true);
GRANT SELECT ON contract_result TO portal_app;
CREATE POLICY worker ON contract_result TO portal_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON contract_result TO portal_worker;
