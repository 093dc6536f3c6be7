-- Which languages a coach has given support in is asked for each coach of a provider, over a year of the log.
CREATE INDEX activity_entry_spoken ON activity_entry (created_by_person_id, created_at)
  WHERE removed_at IS NULL AND language IS NOT NULL AND language <> 'sv';
