import { leftOut } from '#lib/domain/review/approve-together.ts';
import type { Together, TogetherLine } from '#lib/domain/review/together.ts';
import { MOST_TOGETHER, type ReviewQueueInput } from '#lib/schemas/review-bench.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { togetherReports } from '#lib/server/review/approve-reports.ts';
import { foundCases, inView, orderOf, ownAreasOf } from '#lib/server/review/queue-filter.ts';
import { readerOf } from '#lib/server/review/review-queue.ts';
import { ore, sumOre } from '#lib/shared/money.ts';

/** Which reports: those that were chosen, or all that a view of the queue holds. */
export type AskedTogether = { readonly chosen: readonly string[] } | { readonly filter: ReviewQueueInput };

/** What would be approved together, and what not and why, before it is. */
export const previewTogether = defineQuery<AskedTogether, Together>({
  name: 'report.previewTogether',
  mandates: ['reviewer'],
  purpose: 'Granskning',
  run: async (tx, asked, context) => {
    const reader = readerOf(context);
    const { ids, more } =
      'chosen' in asked
        ? { ids: asked.chosen.slice(0, MOST_TOGETHER), more: 0 }
        : await idsOf(tx, asked.filter, reader);
    const lines = new Map((await linesOf(tx, ids)).map((line) => [line.id, line]));
    const judged = await togetherReports(
      tx,
      ids.map((reportId) => ({ reportId, version: null })),
      reader,
    );
    const both = judged.flatMap((report) => {
      const line = lines.get(report.id);
      return line === undefined ? [] : [{ line, why: leftOut(report, reader.personId, context.today) }];
    });
    const reports = both.filter(({ why }) => why === null).map(({ line }) => line);
    return {
      reports,
      amountOre: ore(sumOre(reports.map(({ amountOre }) => amountOre))),
      leftOut: both.flatMap(({ line, why }) => (why === null ? [] : [{ ...line, why }])),
      more,
    };
  },
  reads: ({ reports, leftOut: others }) => ({
    type: 'report',
    id: null,
    participantIds: [...reports, ...others].map(({ participantId }) => participantId),
  }),
});

async function idsOf(tx: Tx, filter: ReviewQueueInput, reader: ReturnType<typeof readerOf>) {
  const found = await foundCases(
    tx,
    { ...filter, kind: 'periodicReport' },
    reader,
    await ownAreasOf(tx, reader.personId),
  );
  const rows = await queryJson<{ readonly id: string; readonly total: number }>(
    tx,
    Prisma.sql`WITH ${found} SELECT f.id, count(*) OVER ()::int AS total FROM found f WHERE ${inView(filter.show, reader)}
      ORDER BY f.holds > 0, ${orderOf(filter.sort)} LIMIT ${MOST_TOGETHER}`,
  );
  return { ids: rows.map(({ id }) => id), more: (rows[0]?.total ?? 0) - rows.length };
}

async function linesOf(tx: Tx, ids: readonly string[]): Promise<readonly TogetherLine[]> {
  return await queryJson<TogetherLine>(
    tx,
    Prisma.sql`
    SELECT r.id, r.version, to_char(r.month, 'YYYY-MM') AS month, r.participant_id AS "participantId",
      n.given_name || ' ' || n.family_name AS "participantName", l.level, v.name AS "providerName", o.name AS "officeName", r.risk,
      r.amount_ore AS "amountOre",
      (SELECT coalesce(json_agg(f.code ORDER BY f.code), '[]') FROM check_finding f WHERE f.report_id = r.id AND f.severity = 'flag') AS flags
    FROM report r JOIN placement l ON l.id = r.placement_id JOIN participant d ON d.id = r.participant_id JOIN person n ON n.id = d.person_id
      JOIN provider v ON v.id = r.provider_id JOIN office o ON o.id = r.office_id
    WHERE r.id = ANY (${ids}::uuid[])`,
  );
}
