import type { Experience } from '#lib/domain/experience/experience.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** What a participant has done before and can, as far as the actor sees it: by kind, the latest years first, with earlier versions. */
export async function listExperience(tx: Tx, participantId: string): Promise<readonly Experience[]> {
  return await queryJson<Experience>(
    tx,
    Prisma.sql`SELECT l.thread_id AS "threadId", l.number, l.kind, l.what, l.place, l.from_year AS "fromYear", l.to_year AS "toYear", l.note, l.source,
        n.given_name || ' ' || n.family_name AS "writtenByName", to_char(l.written_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "writtenAt",
        coalesce((SELECT json_agg(json_build_object('what', e.what, 'place', e.place, 'note', e.note,
            'writtenAt', to_char(e.written_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY e.number DESC)
          FROM experience e WHERE e.thread_id = l.thread_id AND e.number < l.number), '[]') AS earlier
      FROM (SELECT DISTINCT ON (e.thread_id) e.* FROM experience e WHERE e.participant_id = ${participantId}::uuid ORDER BY e.thread_id, e.number DESC) l
        LEFT JOIN person n ON n.id = l.written_by_person_id
      WHERE NOT l.removed
      ORDER BY array_position(ARRAY['work', 'education', 'licence', 'language'], l.kind), coalesce(l.to_year, l.from_year, 0) DESC, l.what, l.thread_id`,
  );
}
