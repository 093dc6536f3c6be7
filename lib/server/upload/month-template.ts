import { type TemplateMonth, templateRows } from '#lib/domain/upload/template-rows.ts';
import type { TemplateInput } from '#lib/schemas/upload.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { recallMonths } from '#lib/server/month/recall-months.ts';
import { UPLOADERS } from '#lib/server/upload/receive-upload.ts';
import type { Month } from '#lib/shared/month.ts';
import type { ProblemLocale } from '#lib/shared/problem.ts';

export type MonthTemplate = {
  readonly month: Month;
  readonly locale: ProblemLocale;
  readonly rows: ReturnType<typeof templateRows>;
  readonly participantIds: readonly string[];
};

/**
 * A month's template with the participants whose month can still be filled in, from plan and log or as it is drafted. The
 * names of those with protected identity stay in the portal: a file goes further than those who are named for them.
 */
export const monthTemplate = defineQuery<TemplateInput, MonthTemplate>({
  name: 'upload.template',
  mandates: UPLOADERS,
  purpose: 'Mall för månadens redovisning',
  run: async (tx, { month }, { actor, today }) => {
    const months = await recallMonths(tx, { actor, month }, today);
    const open = months
      .map(({ row }) => row)
      .filter(({ report }) => report === null || report.status === 'returned');
    const hidden = await protectedAmong(
      tx,
      open.map(({ participantId }) => participantId),
    );
    const { locale } = monthActor(actor);
    const filled = open.map(
      ({ reference, participantName, participantId, planned, content }): TemplateMonth => ({
        reference,
        name: hidden.has(participantId) ? null : participantName,
        planned: planned ?? [],
        content,
      }),
    );
    return {
      month,
      locale,
      rows: templateRows(month, filled, locale),
      participantIds: open.map(({ participantId }) => participantId),
    };
  },
  reads: ({ participantIds }) => ({ type: 'month', id: null, participantIds }),
});

async function protectedAmong(tx: Tx, participantIds: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM participant WHERE id = ANY (${[...participantIds]}::uuid[]) AND protected`;
  return new Set(found.map(({ id }) => id));
}
