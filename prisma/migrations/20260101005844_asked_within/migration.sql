-- Who is a reviewer is asked by the database for itself, where a case changes hands (`app.may_be_handed`), and by nobody about anybody.
REVOKE EXECUTE ON FUNCTION app.is_reviewer(uuid) FROM portal_app;
