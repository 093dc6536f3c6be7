import type { SentItem, SentKind, SentList } from '#lib/domain/participant/own-document.ts';
import type { SentListInput } from '#lib/schemas/own-document.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { OWN_PURPOSE, ownParticipantId } from '#lib/server/participant/own-participant.ts';

const PAGE_SIZE = 20;

/** All that is sent about the participant `own`, as lines: of each report and document its last version that was not taken back. */
const SENT = Prisma.sql`
  SELECT n.id, 'plan' AS kind, (n.created_at AT TIME ZONE 'Europe/Stockholm')::date AS "on", o.provider, NULL AS status,
    jsonb_build_object('number', n.number, 'from', n."from",
      'last', NOT EXISTS (SELECT 1 FROM plan later WHERE later.placement_id = n.placement_id AND later.number > n.number)) AS more
  FROM own o JOIN plan n ON n.placement_id = o.id
  UNION ALL
  SELECT r.id, 'report', r.submitted_on, o.provider, r.status::text, jsonb_build_object('month', to_char(r.month, 'YYYY-MM'))
  FROM own o JOIN report r ON r.placement_id = o.id WHERE r.status NOT IN ('withdrawn', 'superseded')
  UNION ALL
  SELECT d.id, d.kind, d.submitted_on, o.provider, d.status, '{}'
  FROM own o JOIN document d ON d.placement_id = o.id WHERE d.status NOT IN ('withdrawn', 'superseded')
  UNION ALL
  SELECT c.id, 'decision', (c.decided_at AT TIME ZONE 'Europe/Stockholm')::date, o.provider, NULL, jsonb_build_object('decision', c.kind)
  FROM own o JOIN placement_decision c ON c.placement_id = o.id`;

type Row = { readonly items: readonly SentItem[]; readonly counts: Partial<Record<SentKind, number>> | null };

/** Everything that has been sent about the participant, the latest first: plans, reports, documents and decisions. */
export const listSent = defineQuery<SentListInput, SentList>({
  name: 'participant.listSent',
  mandates: ['participant'],
  purpose: OWN_PURPOSE,
  async run(tx, { page, kind }, { actor, today }) {
    const participantId = ownParticipantId(actor);
    if (participantId === null) return null;
    const [row] = await queryJson<Row>(
      tx,
      Prisma.sql`
      WITH own AS MATERIALIZED (SELECT p.id, v.name AS provider FROM placement p JOIN provider v ON v.id = p.provider_id
          WHERE p.participant_id = ${participantId}::uuid),
        sent AS MATERIALIZED (${SENT}),
        shown AS (SELECT * FROM sent WHERE ${kind} IN ('', kind) ORDER BY "on" DESC, kind, id DESC LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE})
      SELECT (SELECT json_object_agg(k.kind, k.count) FROM (SELECT kind, count(*)::int FROM sent GROUP BY kind) k) AS counts,
        (SELECT coalesce(json_agg(to_jsonb(s) - 'more' || s.more ORDER BY s."on" DESC, s.kind, s.id DESC), '[]') FROM shown s) AS items`,
    );
    const counts = row?.counts ?? {};
    const total =
      kind === '' ? Object.values(counts).reduce((sum, count) => sum + count, 0) : (counts[kind] ?? 0);
    return {
      participantId,
      items: row?.items ?? [],
      counts,
      today,
      page,
      pages: Math.max(page, Math.ceil(total / PAGE_SIZE)),
    };
  },
  reads: ({ participantId }) => ({ type: 'participant', id: participantId, participantIds: [participantId] }),
});
