import type { CaseKind } from '#lib/domain/review/case.ts';
import type { QueuedCase } from '#lib/domain/review/review-queue.ts';
import type { CaseInput } from '#lib/schemas/review-bench.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { openToNamed } from '#lib/server/protected-identity/open-to-named.ts';

/** What a case became. */
export type DecidedCase = Pick<
  QueuedCase,
  'kind' | 'id' | 'month' | 'outcome' | 'participantId' | 'participantName'
> & {
  readonly status: string;
};

const CASES = {
  periodicReport: (id) =>
    Prisma.sql`SELECT r.participant_id, r.status::text, r.month, NULL::text AS type FROM report r WHERE r.id = ${id}::uuid`,
  correction: (id) => Prisma.sql`SELECT r.participant_id, c.status, r.month, NULL::text AS type
    FROM report_correction c JOIN report r ON r.id = c.report_id WHERE c.id = ${id}::uuid AND c.submitted_at IS NOT NULL`,
  finalReport: (id) => Prisma.sql`SELECT p.participant_id, d.status, NULL::date AS month, NULL::text AS type
    FROM document d JOIN placement p ON p.id = d.placement_id WHERE d.id = ${id}::uuid AND d.desk = 'review'`,
  outcome: (
    id,
  ) => Prisma.sql`SELECT p.participant_id, o.status::text, NULL::date AS month, o.type::text AS type
    FROM outcome o JOIN placement p ON p.id = o.placement_id WHERE o.id = ${id}::uuid`,
} as const satisfies Record<CaseKind, (id: string) => Prisma.Sql>;

/** What was just decided, for the page that comes after it. */
export const decidedCase = defineQuery<CaseInput, DecidedCase>({
  name: 'review.decided',
  mandates: ['reviewer'],
  purpose: 'Granskning',
  run: async (tx, { kind, id }) => {
    const [row] = await queryJson<DecidedCase>(
      tx,
      Prisma.sql`SELECT ${kind} AS kind, ${id} AS id, c.participant_id AS "participantId", n.given_name || ' ' || n.family_name AS "participantName", c.status,
        to_char(c.month, 'YYYY-MM') AS month, CASE WHEN c.type IS NOT NULL THEN json_build_object('type', c.type, 'why', 'awaiting') END AS outcome
      FROM (${CASES[kind](id)}) c
        JOIN participant a ON a.id = c.participant_id AND ${openToNamed('a')} JOIN person n ON n.id = a.person_id`,
    );
    return row ?? null;
  },
  reads: ({ id, participantId }) => ({ type: 'report', id, participantIds: [participantId] }),
});
