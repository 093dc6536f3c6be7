-- --- What months are compared by tells of nobody with protected identity -----------------------------------------------------------
-- "As one other participant of the office" told whoever sees none such that somebody is hidden from them. Months are compared with those of participants
-- who are not protected, whosever months they are; a coach's participants are all counted from ten on.
CREATE OR REPLACE FUNCTION app.compared(p_placements uuid[], p_months date[], p_vectors text[], p_today date, p_before int, p_drafts boolean)
RETURNS TABLE (placement_id uuid, month text, others int, reports int, office_same int, office_reports int, area_same int, area_reports int,
  office_level jsonb, area_level jsonb, coach_on date, coach_participants int, coach_day date, coach_minutes int, earlier jsonb, log jsonb, disputed jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public SET enable_seqscan = off AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  WITH key AS MATERIALIZED (
    SELECT k.placement_id, k.month, k.vector, p.office_id, p.provider_id, p.level, p.protected, c.delivery_area_id, d.coach_on, d.after,
      CASE WHEN h.id IS NULL THEN p.coach_person_id ELSE h.from_person_id END AS coach_person_id,
      (SELECT r.activity_vector FROM report r WHERE r.placement_id = k.placement_id AND r.month = k.month
        AND r.status NOT IN ('superseded', 'withdrawn') LIMIT 1) AS stored
    FROM unnest(p_placements, p_months, p_vectors) AS k (placement_id, month, vector)
      JOIN placement p ON p.id = k.placement_id JOIN contract c ON c.id = p.contract_id
      CROSS JOIN LATERAL (SELECT e.coach_on, (e.coach_on + 1)::timestamp AT TIME ZONE 'Europe/Stockholm' AS after
        FROM (SELECT least((k.month + interval '1 month')::date - 1, p_today) AS coach_on) e) d
      LEFT JOIN LATERAL (SELECT x.id, x.from_person_id FROM coach_change x WHERE x.placement_id = p.id AND x.at >= d.after
        ORDER BY x.at, x.id LIMIT 1) h ON true
    WHERE p.provider_id = app.provider_id() OR app.is_authority() OR app.setting('role') IS NULL
  ), office_month AS MATERIALIZED (SELECT DISTINCT k.office_id, k.month, k.delivery_area_id FROM key k),
  told AS (
    SELECT r.office_id, r.month, r.activity_vector AS vector FROM office_month o JOIN report r ON r.office_id = o.office_id AND r.month = o.month
    WHERE r.status NOT IN ('superseded', 'withdrawn') AND NOT r.protected
    UNION ALL
    SELECT k.office_id, k.month, k.vector FROM key k WHERE k.stored IS NULL AND NOT k.protected
    UNION ALL
    SELECT p.office_id, d.month, app.content_vector(d.content) FROM office_month o JOIN placement p ON p.office_id = o.office_id
      JOIN month_draft d ON d.placement_id = p.id AND d.month = o.month
    WHERE p_drafts AND NOT p.protected AND NOT EXISTS (SELECT 1 FROM key k WHERE k.placement_id = p.id AND k.month = o.month)
      AND NOT EXISTS (SELECT 1 FROM report r WHERE r.placement_id = p.id AND r.month = o.month AND r.status NOT IN ('superseded', 'withdrawn'))
  ), same AS MATERIALIZED (
    SELECT t.office_id, t.month, t.vector, count(*)::int AS n, (sum(count(*)) OVER (PARTITION BY t.office_id, t.month))::int AS reports
    FROM told t WHERE t.vector <> '' GROUP BY t.office_id, t.month, t.vector
  ), history AS MATERIALIZED (
    SELECT o.office_id, o.month, (SELECT sum(h.reports)::int FROM level_history h WHERE h.month = o.month AND h.scope = o.office_id::text) AS of_office,
      (SELECT sum(h.reports)::int FROM level_history h WHERE h.month = o.month AND h.scope = o.delivery_area_id) AS of_area
    FROM office_month o
  ), coach AS MATERIALIZED (
    SELECT c.coach_person_id, c.provider_id, c.coach_on, (SELECT app.shown_count(count(*) FILTER (WHERE NOT p.protected), count(*)) FROM (
        SELECT n.id FROM placement n WHERE n.coach_person_id = c.coach_person_id
          AND NOT EXISTS (SELECT 1 FROM coach_change x WHERE x.placement_id = n.id AND x.at >= c.after)
        UNION ALL
        SELECT x.placement_id FROM coach_change x WHERE x.from_person_id = c.coach_person_id AND x.at >= c.after
          AND NOT EXISTS (SELECT 1 FROM coach_change y WHERE y.placement_id = x.placement_id AND y.at >= c.after AND (y.at, y.id) < (x.at, x.id))
      ) own JOIN placement p ON p.id = own.id
      WHERE p.provider_id = c.provider_id AND p.cancelled_at IS NULL AND p."from" <= c.coach_on AND coalesce(p."end", p."to") > c.coach_on) AS participants
    FROM (SELECT DISTINCT k.coach_person_id, k.provider_id, k.coach_on, k.after FROM key k WHERE k.coach_person_id IS NOT NULL) c
  ), own_day AS MATERIALIZED (
    SELECT DISTINCT k.placement_id, k.month, e.coach_person_id, e.date FROM key k JOIN activity_entry e ON e.placement_id = k.placement_id
      AND e.date >= k.month AND e.date < (k.month + interval '1 month')::date AND e.removed_at IS NULL AND e.coach_person_id IS NOT NULL
    WHERE e.activity NOT IN ('ownWork', 'otherActor')
  ), coach_day AS MATERIALIZED (
    -- What was logged in one step for several is one activity of the coach's.
    SELECT e.coach_person_id, e.date, sum(e.minutes)::int AS minutes FROM (
      SELECT DISTINCT e.coach_person_id, e.date, e.activity, e.form, e.minutes, e.created_by_person_id, e.created_at
      FROM (SELECT DISTINCT o.coach_person_id, o.date FROM own_day o) d
        JOIN activity_entry e ON e.coach_person_id = d.coach_person_id AND e.date = d.date AND e.removed_at IS NULL
      WHERE e.activity NOT IN ('ownWork', 'otherActor')) e
    GROUP BY e.coach_person_id, e.date
  ), busiest AS MATERIALIZED (
    SELECT DISTINCT ON (o.placement_id, o.month) o.placement_id, o.month, d.date, d.minutes
    FROM own_day o JOIN coach_day d ON d.coach_person_id = o.coach_person_id AND d.date = o.date
    ORDER BY o.placement_id, o.month, d.minutes DESC, d.date
  )
  SELECT k.placement_id, to_char(k.month, 'YYYY-MM'), coalesce(s.n, 0) - (k.vector <> '' AND NOT k.protected AND coalesce(k.stored, k.vector) = k.vector)::int,
    coalesce(s.reports, 0), ho.reports, h.of_office, ha.reports, h.of_area,
    (SELECT to_jsonb(l) FROM level_history l WHERE l.month = k.month AND l.scope = k.office_id::text AND l.level = k.level),
    (SELECT to_jsonb(l) FROM level_history l WHERE l.month = k.month AND l.scope = k.delivery_area_id AND l.level = k.level),
    k.coach_on, c.participants, b.date, b.minutes,
    (SELECT jsonb_agg(jsonb_build_object('month', to_char(r.month, 'YYYY-MM'), 'vector', r.activity_vector)) FROM report r
      WHERE r.placement_id = k.placement_id AND r.month < k.month AND r.month >= k.month - p_before * interval '1 month'
        AND r.status NOT IN ('superseded', 'withdrawn')),
    l.log, a.disputed
  FROM key k
    LEFT JOIN same s ON s.office_id = k.office_id AND s.month = k.month AND s.vector = k.vector
    LEFT JOIN history h ON h.office_id = k.office_id AND h.month = k.month
    LEFT JOIN hours_history ho ON ho.month = k.month AND ho.scope = k.office_id::text AND ho.activity_vector = k.vector
    LEFT JOIN hours_history ha ON ha.month = k.month AND ha.scope = k.delivery_area_id AND ha.activity_vector = k.vector
    LEFT JOIN coach c ON c.coach_person_id = k.coach_person_id AND c.provider_id = k.provider_id AND c.coach_on = k.coach_on
    LEFT JOIN busiest b ON b.placement_id = k.placement_id AND b.month = k.month
    -- The log of the month and of the one before: from which day, and the days of individual meetings.
    CROSS JOIN LATERAL (
      SELECT jsonb_build_object('first', min(d.date), 'kept', coalesce(bool_or(d.date >= k.month), false), 'held', coalesce(
        jsonb_agg(jsonb_build_object('date', d.date, 'onSite', d.on_site) ORDER BY d.date) FILTER (WHERE d.met), '[]')) AS log
      FROM (SELECT e.date, bool_or(e.activity = 'individualMeeting') AS met,
          bool_or(e.activity = 'individualMeeting' AND e.form = 'onSite') AS on_site
        FROM activity_entry e WHERE e.placement_id = k.placement_id AND e.removed_at IS NULL
          AND e.date >= k.month - interval '1 month' AND e.date < k.month + interval '1 month' GROUP BY e.date) d) l
    -- What the participant's last answer disputes; an entry that was removed since is no longer disputed.
    CROSS JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('activity', a.activity, 'form', a.form, 'minutes', a.minutes, 'date', a.date)
        ORDER BY a.date, a.activity, a.form) AS disputed
      FROM activity_answer a WHERE a.placement_id = k.placement_id AND a.month = k.month AND a.answer = 'disputed'
        AND NOT EXISTS (SELECT 1 FROM activity_answer later WHERE later.placement_id = a.placement_id AND later.month = a.month
          AND later.entry_id IS NOT DISTINCT FROM a.entry_id AND later.number > a.number
          AND (a.entry_id IS NOT NULL OR (later.activity = a.activity AND later.form IS NOT DISTINCT FROM a.form)))
        AND NOT EXISTS (SELECT 1 FROM activity_entry e WHERE e.id = a.entry_id AND e.removed_at IS NOT NULL)) a;
END $$;
