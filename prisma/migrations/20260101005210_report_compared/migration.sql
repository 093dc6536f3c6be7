-- --- What reports are compared by -----------------------------------------------------------------------------------------
-- The report's hours in one text, `activity:form:minutes|…` in the order in which people see them, own work included; empty
-- for no activity. Equal texts are equal hours, so that an index finds them.
ALTER TABLE "report" ADD COLUMN "activity_vector" TEXT NOT NULL DEFAULT '';

CREATE FUNCTION app.activity_vector(p_report uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce(string_agg(w.activity || ':' || coalesce(w.form::text, '') || ':' || w.minutes, '|'
    ORDER BY w.activity, w.form NULLS FIRST), '') FROM report_row w WHERE w.report_id = p_report $$;

-- What is told of a report already there is no change of it: nobody is told, nothing is marked.
ALTER TABLE report DISABLE TRIGGER USER;
UPDATE report SET activity_vector = app.activity_vector(id);
ALTER TABLE report ENABLE TRIGGER USER;

CREATE INDEX "report_office_id_month_activity_vector_idx" ON "report"("office_id", "month", "activity_vector");

-- --- What is found after a report came in -----------------------------------------------------------------------------------
-- Null: found when it came in.
ALTER TABLE "check_finding" ADD COLUMN "found_at" TIMESTAMPTZ(3);
CREATE POLICY worker ON check_finding TO portal_worker USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON check_finding TO portal_worker;
CREATE POLICY worker ON report_row FOR SELECT TO portal_worker USING (true);
GRANT SELECT ON report_row TO portal_worker;
GRANT UPDATE (risk, holds) ON report TO portal_worker;
