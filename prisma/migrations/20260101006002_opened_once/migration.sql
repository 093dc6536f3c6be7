-- --- A shared plan that is looked at again within a minute has been opened once -----------------------------------------------
CREATE OR REPLACE FUNCTION app.open_shared_plan(p_secret_hash bytea, p_at timestamptz, p_purpose text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
  share plan_share;
  l placement;
  n plan;
  on_day date := (p_at AT TIME ZONE 'Europe/Stockholm')::date;
BEGIN
  SELECT s.* INTO share FROM plan_share s WHERE s.secret_hash = p_secret_hash;
  IF NOT FOUND THEN RETURN NULL; END IF;
  SELECT p.* INTO l FROM placement p WHERE p.id = share.placement_id;
  IF share.closed_at IS NOT NULL OR p_at >= share.expires_at OR l.cancelled_at IS NOT NULL OR l.protected OR on_day >= coalesce(l."end", l."to") THEN
    RETURN jsonb_build_object('state', CASE WHEN share.closed_at IS NOT NULL THEN 'closed' WHEN p_at >= share.expires_at THEN 'expired' ELSE 'ended' END);
  END IF;
  SELECT x.* INTO n FROM plan x WHERE x.placement_id = l.id
    ORDER BY x."from" <= on_day DESC, CASE WHEN x."from" <= on_day THEN -x.number ELSE x.number END LIMIT 1;
  -- Another language, or the page once more, is the same opening; the log has every reading.
  INSERT INTO plan_share_opening (share_id, opened_at) SELECT share.id, p_at
    WHERE NOT EXISTS (SELECT 1 FROM plan_share_opening x WHERE x.share_id = share.id AND x.opened_at > p_at - interval '1 minute');
  INSERT INTO audit_entry (actor_kind, actor_key, action, outcome, subject_type, subject_id, participant_ids, purpose, detail)
  VALUES ('anonymous', 'planShare:' || share.id, 'planShare.open', 'read', 'planShare', share.id::text, ARRAY[l.participant_id], p_purpose, '{}');
  RETURN jsonb_build_object('state', 'open', 'shareId', share.id, 'provider', (SELECT v.name FROM provider v WHERE v.id = l.provider_id),
    'expiresAt', to_char(share.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'plan', jsonb_build_object('from', n."from", 'aim', n.aim, 'field', n.field, 'goal', n.goal, 'meeting', NULL, 'extended', n.extended,
      'activities', (SELECT coalesce(jsonb_agg(jsonb_build_object('activity', a.activity, 'purpose', a.purpose, 'goal', a.goal,
          'minutesPerWeek', a.minutes_per_week) ORDER BY a.activity), '[]') FROM plan_activity a WHERE a.plan_id = n.id),
      'parties', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', t.name, 'role', t.role, 'task', t.task) ORDER BY t.number), '[]')
        FROM plan_party t WHERE t.plan_id = n.id)));
END $$;
