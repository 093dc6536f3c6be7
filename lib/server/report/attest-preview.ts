import type { Actor } from '#lib/domain/actor/actor.ts';
import { type AttestPreview, type AttestRow, attestSums } from '#lib/domain/report/attest-preview.ts';
import { monthDifference } from '#lib/domain/report/month-difference.ts';
import { decideBy, reportDueOn } from '#lib/domain/terms/terms.ts';
import { type AttestPreviewInput, MOST_ATTESTED } from '#lib/schemas/report.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type LoadedMonth, loadMonths } from '#lib/server/month/load-months.ts';
import { recallMonths } from '#lib/server/month/recall-months.ts';
import { reportsInReach } from '#lib/server/month/within-reach.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { attestable } from '#lib/server/report/attest-content.ts';
import { keepShown } from '#lib/server/report/attest-shown.ts';
import { contentsOfMonth } from '#lib/server/report/contents-of-month.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import { firstDay, monthOf, previousMonth } from '#lib/shared/month.ts';
import { ore } from '#lib/shared/money.ts';

type Input = Omit<AttestPreviewInput, 'leave'> & Partial<Pick<AttestPreviewInput, 'leave'>>;

/** What a signatory is about to attest: every report with its remarks, the sum, and what is left behind and why. */
export const attestPreview = defineQuery<Input, AttestPreview>({
  name: 'report.previewAttestation',
  mandates: ['signatory'],
  purpose: 'Intyga månadens redovisning',
  run: async (tx, input, { actor, today, now }) => {
    const { month } = input;
    const leave = new Set(input.leave);
    const months = await monthsOf(tx, input, actor, today);
    const sendable = months.filter(({ row }) => row.sendable);
    const rows = await besideLastMonth(
      tx,
      sendable.filter(({ row }) => !leave.has(row.placementId)),
    );
    const signed = attestable(month, rows);
    await keepShown(tx, rows, { personId: monthActor(actor).personId, month, now });
    const { termsOf } = await loadRules(tx);
    return {
      month,
      today,
      dueOn: reportDueOn(month, termsOf(month)),
      decidedBy: decideBy(today, termsOf(monthOf(today))),
      statement: signed.content.statement,
      contentHash: rows.length === 0 || rows.length > MOST_ATTESTED ? null : signed.contentHash,
      rows,
      sums: attestSums(rows),
      amountOre: signed.content.amountOre,
      kept: sendable.map(({ row }) => row).filter(({ placementId }) => leave.has(placementId)),
      left: months
        .map(({ row }) => row)
        .filter(
          ({ sendable: isSent, report }) => !isSent && (report === null || report.status === 'returned'),
        ),
      lastMonth: await sentLastMonth(tx, input, actor),
    };
  },
  reads: ({ rows, kept, left }) => ({
    type: 'month',
    id: null,
    participantIds: [...rows, ...kept, ...left].map(({ participantId }) => participantId),
  }),
});

async function monthsOf(
  tx: Tx,
  { month, office, placementIds }: Input,
  actor: Actor,
  today: AttestPreview['today'],
): Promise<readonly LoadedMonth[]> {
  const scope = { actor, month, ...(office === '' ? {} : { officeId: office }) };
  return placementIds === undefined
    ? await recallMonths(tx, scope, today)
    : await loadMonths(tx, { ...scope, placementIds }, today);
}

/** The reports with what the checks make of them, and what was reported of the same participants the month before. */
async function besideLastMonth(tx: Tx, months: readonly LoadedMonth[]): Promise<readonly AttestRow[]> {
  const [first] = months;
  if (first === undefined) return [];
  const earlier = await contentsOfMonth(
    tx,
    months.map(({ row }) => row.placementId),
    previousMonth(first.placementMonth.facts.month),
  );
  return months.map(({ row, judged: { holds } }) => {
    const before = earlier.get(row.placementId) ?? null;
    const difference = before === null ? null : monthDifference(row.content, before);
    return { ...row, holds, before, difference };
  });
}

async function sentLastMonth(
  tx: Tx,
  { month, office }: Input,
  actor: Actor,
): Promise<AttestPreview['lastMonth']> {
  const last = previousMonth(month);
  const [sent] = await tx.$queryRaw<{ reports: number; support: number; amountOre: string }[]>`
    SELECT count(*)::int AS reports, coalesce(sum(w.support), 0)::int AS support, coalesce(sum(r.amount_ore), 0)::text AS "amountOre"
    FROM report r LEFT JOIN LATERAL (
      SELECT sum(app.counted_minutes(w)) AS support FROM report_row w WHERE w.report_id = r.id AND w.activity <> 'ownWork') w ON true
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
