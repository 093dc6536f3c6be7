-- Whether somebody wants reminders they say once for a provider, whatever role they have picked for the session.
DROP POLICY own ON reminder_choice;
CREATE POLICY own ON reminder_choice TO portal_app USING (
  EXISTS (SELECT 1 FROM membership m WHERE m.id = membership_id AND m.person_id = (SELECT app.person_id())));
