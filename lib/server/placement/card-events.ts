import type { CardEvent, CardEvents } from '#lib/domain/placement/card-event.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const PAGE_SIZE = 15;
const HERE = Prisma.sql`AT TIME ZONE 'Europe/Stockholm'`;

/** A page of what has happened to a placement, the latest first, in one query: each part tells what it left behind. */
export async function cardEvents(
  tx: Tx,
  placementId: string,
  page: number,
  today: PlainDate,
): Promise<CardEvents> {
  const id = Prisma.sql`${placementId}::uuid`;
  const rows = await queryJson<CardEvent & { readonly total: number; readonly told: object }>(
    tx,
    Prisma.sql`SELECT e.kind, e.key, (e.at ${HERE})::date AS "on", n.given_name || ' ' || n.family_name AS by, e.told, count(*) OVER () AS total
      FROM (
        SELECT 'decided' AS kind, 'decided' AS key, d.arrived_on::timestamp ${HERE} AS at, NULL::uuid AS person_id, '{}'::json AS told
          FROM placement p JOIN decision d ON d.id = p.decision_id WHERE p.id = ${id}
        UNION ALL SELECT 'started', 'started', p."from"::timestamp ${HERE}, NULL, '{}' FROM placement p WHERE p.id = ${id} AND p."from" <= ${today}::date
        UNION ALL SELECT 'secondPeriod', 'secondPeriod', s."from"::timestamp ${HERE}, NULL, '{}' FROM service_period s
          JOIN placement p ON p.id = s.placement_id WHERE p.id = ${id} AND s.number = 2 AND s."from" > p."from" AND s."from" <= ${today}::date
        UNION ALL SELECT 'ended', 'ended', coalesce(p."end", p."to")::timestamp ${HERE}, NULL, json_build_object('endReason', p.end_reason)
          FROM placement p WHERE p.id = ${id} AND coalesce(p."end", p."to") <= ${today}::date
        UNION ALL SELECT 'plan', l.id::text, l.created_at, l.created_by_person_id, json_build_object('number', l.number, 'extended', l.extended)
          FROM plan l WHERE l.placement_id = ${id}
        UNION ALL SELECT 'coach', c.id::text, c.at, c.by_person_id, json_build_object('change', c.kind,
            'from', a.given_name || ' ' || a.family_name, 'to', b.given_name || ' ' || b.family_name)
          FROM coach_change c LEFT JOIN person a ON a.id = c.from_person_id LEFT JOIN person b ON b.id = c.to_person_id WHERE c.placement_id = ${id}
        UNION ALL SELECT 'report', v.id::text, v.decided_at, NULL, json_build_object('reportId', r.id, 'month', to_char(r.month, 'YYYY-MM'), 'decision', v.decision)
          FROM report r JOIN review_decision v ON v.report_id = r.id WHERE r.placement_id = ${id} AND v.decision IN ('approve', 'return', 'reject')
        UNION ALL SELECT 'document', x.id::text, x.at, x.person_id, json_build_object('documentId', d.id, 'document', d.kind, 'act', x.act)
          FROM document d JOIN document_event x ON x.document_id = d.id WHERE d.placement_id = ${id}
            AND x.act IN ('submitted', 'superseded', 'approved', 'returned', 'rejected', 'withdrawn')
        UNION ALL SELECT 'outcome', o.id::text, o.submitted_at, o.submitted_by_person_id, json_build_object('type', o.type)
          FROM outcome o WHERE o.placement_id = ${id} AND o.number = 1) e
        LEFT JOIN person n ON n.id = e.person_id
      ORDER BY e.at DESC, e.kind, e.key LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`,
  );
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each part tells what its kind has
    rows: rows.map(({ kind, key, on, by, told }) => ({ kind, key, on, by, ...told }) as CardEvent),
    total: rows[0]?.total ?? 0,
    page,
    pageSize: PAGE_SIZE,
  };
}
