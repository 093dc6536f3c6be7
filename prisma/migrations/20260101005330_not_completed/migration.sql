-- --- What was returned and not completed in time is a result, too ---------------------------------------------------------------
ALTER TABLE sample_result DROP CONSTRAINT sample_result_error,
  ADD CONSTRAINT sample_result_error CHECK (error IN ('rejected', 'fewerMinutes', 'changed', 'withdrawn', 'notCompleted'));
-- The guards of a report ask it whoever moves the report.
GRANT EXECUTE ON FUNCTION app.is_report_corrected(uuid, uuid, text) TO portal_worker;

-- What a stratum's reports were worth together, when it was drawn from.
ALTER TABLE "sample_stratum" ADD COLUMN "frame_ore" BIGINT NOT NULL;
