import type { DisputeRow } from '#lib/domain/statement/dispute-view.ts';
import type { Paged } from '#lib/domain/statement/statement-view.ts';
import type { DisputeListQuery } from '#lib/schemas/statement-answer.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import {
  DISPUTE_COLUMNS,
  disputeJoins,
  disputeRowOf,
  participantsOf,
  type RawDispute,
} from '#lib/server/statement/answer/dispute-rows.ts';
import { offsetOf, PAGE_SIZE, paged } from '#lib/server/statement/paging.ts';

export type ListedDisputes = {
  readonly disputes: Paged<DisputeRow>;
  /** Open ones, whatever is searched for. */
  readonly open: number;
  readonly participantIds: readonly string[];
};

/** All providers' disputes: the open ones in the order they came, the closed ones the latest first. */
export const listDisputes = defineQuery({
  name: 'dispute.list',
  mandates: ['reviewer', 'payer'],
  purpose: 'Invändningar mot underlag',
  run: async (tx, { q, show, page }: DisputeListQuery, { actor }): Promise<ListedDisputes> => {
    const like = `%${q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    const isOpen = show === 'open';
    const which = isOpen ? Prisma.sql`d.closed_at IS NULL` : Prisma.sql`d.closed_at IS NOT NULL`;
    const found = Prisma.sql`FROM statement_dispute d JOIN provider v ON v.id = d.provider_id WHERE ${which} AND v.name ILIKE ${like}`;
    const order = isOpen ? Prisma.sql`d.opened_at, d.id` : Prisma.sql`d.closed_at DESC, d.id`;
    const [count] = await tx.$queryRaw<{ total: number; open: number }[]>`
      SELECT (SELECT count(*)::int ${found}) AS total, (SELECT count(*)::int FROM statement_dispute WHERE closed_at IS NULL) AS open`;
    const rows = await tx.$queryRaw<RawDispute[]>`
      WITH page AS MATERIALIZED (SELECT d.* ${found} ORDER BY ${order} LIMIT ${PAGE_SIZE} OFFSET ${offsetOf(page)})
      SELECT ${DISPUTE_COLUMNS} FROM page d ${disputeJoins(actor)} ORDER BY ${order}`;
    return {
      disputes: paged(rows.map(disputeRowOf), count?.total ?? 0, page),
      open: count?.open ?? 0,
      participantIds: participantsOf(rows),
    };
  },
  reads: ({ participantIds }) => ({ type: 'dispute', id: null, participantIds }),
});
