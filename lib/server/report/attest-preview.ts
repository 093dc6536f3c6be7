import type { Actor } from '#lib/domain/actor/actor.ts';
import type { AttestPreview } from '#lib/domain/report/attest-preview.ts';
import { sumMonths } from '#lib/domain/report/month-overview.ts';
import { reportDueOn } from '#lib/domain/terms/terms.ts';
import type { AttestPreviewInput } from '#lib/schemas/report.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { loadMonths } from '#lib/server/month/load-months.ts';
import { recallMonths } from '#lib/server/month/recall-months.ts';
import { reportsInReach } from '#lib/server/month/within-reach.ts';
import { attestable } from '#lib/server/report/attest-content.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import { firstDay, previousMonth } from '#lib/shared/month.ts';
import { ore } from '#lib/shared/money.ts';

/** What a signatory is about to attest: every report with its remarks, the sum, and what is left behind and why. */
export const attestPreview = defineQuery<AttestPreviewInput, AttestPreview>({
  name: 'report.previewAttestation',
  mandates: ['signatory'],
  purpose: 'Intyga månadens redovisning',
  run: async (tx, input, { actor, today }) => {
    const { month, office, placementIds } = input;
    const scope = {
      actor,
      month,
      ...(office === '' ? {} : { officeId: office }),
    };
    const months =
      placementIds === undefined
        ? await recallMonths(tx, scope, today)
        : await loadMonths(tx, { ...scope, placementIds }, today);
    const sendable = months.filter(({ row }) => row.sendable);
    const rows = sendable.map(({ row }) => row);
    const signed = attestable(month, rows);
    const { termsOf } = await loadRules(tx);
    return {
      month,
      today,
      dueOn: reportDueOn(month, termsOf(month)),
      statement: signed.content.statement,
      contentHash: rows.length === 0 ? null : signed.contentHash,
      rows,
      sums: sumMonths(rows),
      amountOre: signed.content.amountOre,
      left: months
        .map(({ row }) => row)
        .filter(
          ({ sendable: isSent, report }) => !isSent && (report === null || report.status === 'returned'),
        ),
      lastMonth: await sentLastMonth(tx, input, actor),
    };
  },
  reads: ({ rows, left }) => ({
    type: 'month',
    id: null,
    participantIds: [...rows, ...left].map(({ participantId }) => participantId),
  }),
});

async function sentLastMonth(
  tx: Tx,
  { month, office }: AttestPreviewInput,
  actor: Actor,
): Promise<AttestPreview['lastMonth']> {
  const last = previousMonth(month);
  const [sent] = await tx.$queryRaw<{ reports: number; support: number; amountOre: string }[]>`
    SELECT count(*)::int AS reports, coalesce(sum(w.support), 0)::int AS support, coalesce(sum(r.amount_ore), 0)::text AS "amountOre"
    FROM report r LEFT JOIN LATERAL (
      SELECT sum(w.minutes) AS support FROM report_row w WHERE w.report_id = r.id AND w.activity <> 'ownWork') w ON true
    WHERE ${reportsInReach(actor)} AND r.month = ${firstDay(last)}::date
      AND r.status IN ('submitted', 'inReview', 'approved')
      AND ${office === '' ? Prisma.sql`true` : Prisma.sql`r.office_id = ${office}::uuid`}`;
  return {
    month: last,
    reports: sent?.reports ?? 0,
    support: sent?.support ?? 0,
    amountOre: ore(Number(sent?.amountOre ?? 0)),
  };
}
