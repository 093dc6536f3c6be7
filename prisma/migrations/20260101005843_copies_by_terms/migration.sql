-- --- How alike two texts must be is a term, and not the word of who asks --------------------------------------------------------
-- Whoever could name it could ask for texts that share a word with theirs, and read others' documents by counting.
CREATE FUNCTION app.copied_text_permille(p_on date) RETURNS int LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT (t.document ->> 'copiedTextPermille')::int FROM terms_version t WHERE t.valid_from <= p_on
    ORDER BY t.valid_from DESC LIMIT 1), 800) $$;
REVOKE ALL ON FUNCTION app.copied_text_permille(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.copied_text_permille(date) TO portal_app, portal_worker;

CREATE FUNCTION app.document_copies(p_placement uuid, p_prints jsonb, p_on date) RETURNS TABLE (place text, documents int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.place, c.documents FROM app.document_copies(p_placement, p_prints, app.copied_text_permille(p_on)) c $$;
CREATE FUNCTION app.document_copies(p_placement uuid, p_kind text, p_on date) RETURNS TABLE (place text, documents int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT c.place, c.documents FROM app.document_copies(p_placement, p_kind, app.copied_text_permille(p_on)) c $$;
REVOKE ALL ON FUNCTION app.document_copies(uuid, jsonb, date), app.document_copies(uuid, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.document_copies(uuid, jsonb, date), app.document_copies(uuid, text, date) TO portal_app;
REVOKE EXECUTE ON FUNCTION app.document_copies(uuid, jsonb, int), app.document_copies(uuid, text, int) FROM portal_app;
