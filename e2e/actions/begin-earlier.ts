import { changeRows } from '../database.ts';

/** Work lasts for months: the participant is in the service since a day long ago, and nothing has been done yet. */
export async function beginEarlier(folder: string, name: string, from: string): Promise<void> {
  await changeRows(
    `BEGIN;
    CREATE TEMP TABLE hers ON COMMIT DROP AS SELECT l.id, l.decision_id, l."from" - date '${from}' AS days FROM placement l
      JOIN participant q ON q.id = l.participant_id JOIN person p ON p.id = q.person_id WHERE p.given_name || ' ' || p.family_name = '${name}';
    UPDATE placement l SET "from" = l."from" - h.days, "to" = l."to" - h.days FROM hers h WHERE l.id = h.id;
    UPDATE service_period s SET "from" = s."from" - h.days, "to" = s."to" - h.days FROM hers h WHERE s.placement_id = h.id;
    UPDATE decision d SET arrived_on = d.arrived_on - h.days, choose_by = d.choose_by - h.days FROM hers h WHERE d.id = h.decision_id;
    COMMIT`,
    folder,
  );
}
