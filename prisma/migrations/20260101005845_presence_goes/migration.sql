-- --- Who had a case open is nobody's to know the day after -----------------------------------------------------------------------
CREATE POLICY worker_forgets ON review_presence TO portal_worker USING (beat_at < now() - interval '1 hour');
GRANT SELECT (beat_at), DELETE ON review_presence TO portal_worker;
