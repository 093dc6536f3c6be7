-- --- Nobody is told by a small number that somebody with protected identity is there ---------------------------------------------
-- How many participants a coach has is shown to colleagues who see nine of them and would read of a tenth. Under ten, those are counted who
-- are seen by who asks; from ten on, where one more tells nothing, all of them, so that a coach with too many is found whoever asks.
CREATE FUNCTION app.shown_count(p_seen bigint, p_all bigint) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (CASE WHEN p_seen < 10 THEN p_seen ELSE p_all END)::int $$;

CREATE OR REPLACE FUNCTION app.coach_workloads(p_provider uuid, p_today date, p_soon date, p_logged_since timestamptz)
RETURNS TABLE (coach_person_id uuid, participants integer, starting integer, languages text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH known AS MATERIALIZED (SELECT app.named_for() AS named),
  served AS MATERIALIZED (
    SELECT p.id, p.coach_person_id, p."from", NOT p.protected OR p.participant_id = ANY (k.named) AS seen FROM placement p, known k
    WHERE p.provider_id = p_provider AND p.cancelled_at IS NULL AND coalesce(p."end", p."to") > p_today AND p.coach_person_id IS NOT NULL)
  SELECT c.person_id, coalesce(l.participants, 0), coalesce(l.starting, 0), coalesce(s.languages, '{}')
  FROM (SELECT m.person_id FROM membership m WHERE m.provider_id = p_provider AND m.role = 'coach'
      UNION SELECT v.coach_person_id FROM served v WHERE v.seen) c
    LEFT JOIN (SELECT v.coach_person_id,
        app.shown_count(count(*) FILTER (WHERE v.seen AND v."from" <= p_today), count(*) FILTER (WHERE v."from" <= p_today)) AS participants,
        app.shown_count(count(*) FILTER (WHERE v.seen AND v."from" > p_today), count(*) FILTER (WHERE v."from" > p_today)) AS starting
      FROM served v WHERE v."from" <= p_soon GROUP BY v.coach_person_id) l ON l.coach_person_id = c.person_id
    LEFT JOIN LATERAL (SELECT array_agg(DISTINCT e.language) AS languages FROM activity_entry e
      WHERE e.created_by_person_id = c.person_id AND e.created_at >= p_logged_since AND e.removed_at IS NULL
        AND e.language IS NOT NULL AND e.language <> 'sv'
        AND EXISTS (SELECT 1 FROM placement p, known k WHERE p.id = e.placement_id AND p.provider_id = p_provider
          AND (NOT p.protected OR p.participant_id = ANY (k.named)))) s ON true
  WHERE p_provider = app.provider_id() $$;

CREATE OR REPLACE FUNCTION app.coach_participants(p_provider uuid, p_today date, p_soon date)
RETURNS TABLE (coach_person_id uuid, participants integer, soon integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  WITH known AS MATERIALIZED (SELECT app.named_for() AS named)
  SELECT v.coach_person_id, app.shown_count(count(*) FILTER (WHERE v.today AND v.seen), count(*) FILTER (WHERE v.today)),
    app.shown_count(count(*) FILTER (WHERE v.soon AND v.seen), count(*) FILTER (WHERE v.soon))
  FROM (SELECT p.coach_person_id, NOT p.protected OR p.participant_id = ANY (k.named) AS seen,
      p."from" <= p_today AND coalesce(p."end", p."to") > p_today AS today, p."from" <= p_soon AND coalesce(p."end", p."to") > p_soon AS soon
    FROM placement p, known k
    WHERE p.provider_id = p_provider AND p.coach_person_id IS NOT NULL AND p.cancelled_at IS NULL
      AND coalesce(p."end", p."to") > p_today AND (p_provider = app.provider_id() OR app.is_authority())) v
  GROUP BY v.coach_person_id HAVING bool_or(v.seen) $$;
