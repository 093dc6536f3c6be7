import { Prisma } from '#lib/server/db/generated/client.ts';

/** What was done for a participant, as a row of `GivenHelp`. */
export const givenHelpColumns = Prisma.sql`a.id::text, a.kind,
  CASE WHEN a.paper_code_id IS NULL THEN 'caseworker' ELSE 'paperCode' END AS "assistedBy", v.name AS provider,
  (a.at AT TIME ZONE 'Europe/Stockholm')::date::text AS "doneOn", a.reason,
  coalesce((SELECT p.given_name || ' ' || p.family_name FROM person p WHERE p.id = a.by_person_id), '–') AS by,
  (a.letter_at AT TIME ZONE 'Europe/Stockholm')::date::text AS "letterOn"`;

export const givenHelpFrom = Prisma.sql`FROM assistance a JOIN placement l ON l.id = a.placement_id JOIN provider v ON v.id = l.provider_id`;
