-- Base pay of the pilot, straight from its files: no table, function or rule of the portal has a part in it.
-- $1 and $2 are the rows of placements.csv and reports.csv as JSON, $3 the day rates in öre by level.
-- Compensation model, section 3: for each placement and month with an approved report, the working days (Monday to
-- Friday: the pilot's agreement has no holidays) of its service periods before its end, at the day rate of its level.
WITH placed AS (
  SELECT implementation_reference AS reference, identity_number AS person, ka_number, level, period_number AS number,
    "from"::date AS starts, "to"::date AS planned, nullif("end", '')::date AS ended
  FROM json_to_recordset($1) AS x (implementation_reference text, identity_number text, ka_number text, level text, period_number text,
    "from" text, "to" text, "end" text)
  WHERE ka_number <> ''
), period AS (
  -- A second period where the first went on to its own end is the same placement's.
  SELECT p.*, coalesce(first.reference, p.reference) AS placement
  FROM placed p
  LEFT JOIN placed first ON p.number = '2' AND first.number = '1' AND first.person = p.person AND first.ka_number = p.ka_number
    AND first.planned = p.starts AND first.ended IS NULL
), reported AS (
  SELECT DISTINCT period.placement, (x.month || '-01')::date AS month
  FROM json_to_recordset($2) AS x (implementation_reference text, month text)
  JOIN period ON period.reference = x.implementation_reference
), pay_day AS (
  SELECT reported.placement, reported.month, period.level
  FROM reported
  JOIN period ON period.placement = reported.placement
  CROSS JOIN LATERAL generate_series(
    greatest(period.starts, reported.month),
    least(coalesce(period.ended, period.planned), (reported.month + interval '1 month')::date) - 1, interval '1 day') AS day
  WHERE extract(isodow FROM day) <= 5
)
SELECT count(DISTINCT (placement, month))::int AS reports, count(*)::int AS days, sum(($3::json ->> level)::bigint)::text AS "amountOre"
FROM pay_day
