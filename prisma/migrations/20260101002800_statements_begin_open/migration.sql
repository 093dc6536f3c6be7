-- A statement begins open, whoever makes it: every later state is reached by an update, which is guarded.
CREATE POLICY begins_open ON statement AS RESTRICTIVE FOR INSERT TO portal_worker, portal_app WITH CHECK (status = 'open');
