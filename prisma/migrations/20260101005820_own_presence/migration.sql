-- --- Presence is one's own, and whose case it may be is told to reviewers alone ---------------------------------------------
-- A colleague's presence is not taken away: who comes second would not be told.
DROP POLICY leave ON review_presence;
CREATE POLICY leave ON review_presence FOR DELETE TO portal_app USING ((SELECT app.setting('role')) = 'reviewer'
  AND person_id = (SELECT app.person_id()));

-- Asked by anybody else, an answer about a known case would say whether the participant's identity is protected.
CREATE OR REPLACE FUNCTION app.may_be_handed(p_person uuid, p_kind text, p_subject uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT app.setting('role') = 'reviewer' AND app.is_reviewer(p_person) AND EXISTS (SELECT 1 FROM placement p WHERE p.id = (CASE p_kind
      WHEN 'periodicReport' THEN (SELECT r.placement_id FROM report r WHERE r.id = p_subject)
      WHEN 'correction' THEN (SELECT r.placement_id FROM report_correction c JOIN report r ON r.id = c.report_id WHERE c.id = p_subject)
      WHEN 'outcome' THEN (SELECT o.placement_id FROM outcome o WHERE o.id = p_subject) END)
    AND (NOT p.protected OR EXISTS (SELECT 1 FROM protected_access a WHERE a.participant_id = p.participant_id AND a.person_id = p_person))) $$;
