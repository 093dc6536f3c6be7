-- --- A decision for days on which the participant has a provider already: nobody can choose for it, and a caseworker is told -------
ALTER TABLE white_spot DROP CONSTRAINT white_spot_kind, ADD CONSTRAINT white_spot_kind CHECK (kind IN ('nobody', 'far', 'overlap'));

-- First day without help, where a placement stands on days that the decision would be placed on from p_today; null where none does.
-- Also for who chooses by a code on paper, who sees no placement.
CREATE FUNCTION app.helped_until(p_decision uuid, p_today date) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT max(coalesce(l."end", l."to")) FROM decision d
    JOIN LATERAL (SELECT min(s."from") AS first, max(s."to") AS last FROM service_period s
      WHERE s.decision_id = d.id AND s.placement_id IS NULL AND s."to" > p_today) u ON true
    JOIN placement l ON l.participant_id = d.participant_id AND l.cancelled_at IS NULL
      AND l."from" < u.last AND coalesce(l."end", l."to") > greatest(u.first, p_today, l."from")
  WHERE d.id = p_decision AND (d.participant_id = (SELECT app.participant_id()) OR d.id = (SELECT app.coded_decision())
    OR (SELECT app.setting('role')) = 'caseworker' AND EXISTS (SELECT 1 FROM participant q WHERE q.id = d.participant_id
      AND (NOT q.protected OR q.id = ANY ((SELECT app.named_for())::uuid[]))))
$$;
REVOKE ALL ON FUNCTION app.helped_until(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.helped_until(uuid, date) TO portal_app;
